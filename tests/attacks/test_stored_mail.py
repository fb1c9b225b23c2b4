"""Mail filled the disk: whoever knew our address could send thirty megabytes after thirty, under any name."""

import os
from email.message import EmailMessage

import pytest

from bot.domain.replies import quotas
from bot.workflow.replies.mails.limiting import WORDS_ALONE
from tests.doubles.citizen import reply_from
from tests.stage import Stage

OURS = "antwoord@mail.example.nl"
FILM, WORDS = 300_000, "Ik zag een grijze bus bij de brug."
ALONE = "van deze mail zijn alleen de woorden bewaard"


def on_disk(stage: Stage) -> int:
    return sum(file.stat().st_size for file in stage.files.rglob("*") if file.is_file())


def writes(stage: Stage, number: int, to: str = OURS) -> str:
    """A stranger, each time another one, sends words behind a film; the message in the channel."""
    sender = f"naam{number}@example.org"
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, f"Film {number}"
    mail.make_mixed()
    mail.add_attachment(os.urandom(FILM), maintype="video", subtype="mp4", filename="film.mp4")
    mail.add_attachment(f"{WORDS} {number}", subtype="plain", disposition="inline")
    assert stage.comes_in(mail, to, sender) == [200]
    return stage.reply_message().plain()


def test_strangers_together_bring_so_much_a_day_and_their_words_always(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quotas, "STRANGERS_A_DAY", 3 * FILM)
    told = [writes(stage, number) for number in range(6)]
    assert [ALONE in message for message in told] == [False, False, True, True, True, True]
    assert all(f"{WORDS} {number}" in message for number, message in enumerate(told))
    assert on_disk(stage) < 6 * FILM
    assert [row[0] for row in stage.rows("SELECT count(*) FROM attachments")] == [2]
    stage.later(hours=25)
    assert ALONE not in writes(stage, 7)


def test_who_answers_us_has_room_of_their_own(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotas, "STRANGERS_A_DAY", FILM)
    monkeypatch.setattr(quotas, "MAIL_OF_ONE_A_DAY", 2 * FILM)
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    assert ALONE in writes(stage, 1)
    ours = stage.mail_to("noor@example.nl")
    for number, alone in enumerate((False, True)):
        film = [("film.mp4", os.urandom(FILM))]
        raw = reply_from(ours, f"{WORDS} {number}", attachments=film)
        stage.comes_in(raw, ours.from_, "noor@example.nl")
        assert stage.rows("SELECT words, cautions FROM replies ORDER BY id DESC")[0].words == f"{WORDS} {number}"
        assert ("no_room" in stage.rows("SELECT cautions FROM replies ORDER BY id DESC")[0].cautions) == alone
        stage.comes_in(raw, ours.from_, "noor@example.nl")  # the provider brings it once more
    assert stage.rows("SELECT count(*) FROM replies WHERE from_address = 'noor@example.nl'")[0][0] == 2
    omars = stage.mail_to("omar@example.nl")
    raw = reply_from(omars, WORDS, attachments=[("film.mp4", os.urandom(FILM))])
    stage.comes_in(raw, omars.from_, "omar@example.nl")
    assert "no_room" not in stage.rows("SELECT cautions FROM replies ORDER BY id DESC")[0].cautions
    counted = stage.program.workflow.monitoring.tallies()
    assert counted[(WORDS_ALONE, "mail")] == 2

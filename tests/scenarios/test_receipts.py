"""Who sends files gets a receipt: which they were, and what becomes of them; nobody else ever does."""

from hashlib import sha256

from tests.doubles.citizen import reply_from
from tests.doubles.files import PDF, photo
from tests.scenarios.steps.evidence import details_of
from tests.scenarios.steps.films import come_in, film, sender
from tests.scenarios.steps.reply_page import PHOTO
from tests.stage import Stage

NOOR = "noor@example.nl"
SUBJECT = "Wij hebben uw beelden ontvangen [BM-2026-0001]"
FILM = photo() + bytes(1_234_000)


def receipts(stage: Stage, address: str = NOOR) -> list[str]:
    return [mail.text for mail in stage.mails_to(address) if mail.subject.startswith("Wij hebben uw be")]


def test_a_receipt_tells_which_files_and_what_becomes_of_them(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.answers("Noor", "Zie de film.", attachments=[("deurbel www.example.nl.jpg", FILM), ("bus.jpg", PHOTO)])
    [mail] = [mail for mail in stage.mails_to(NOOR) if mail.subject == SUBJECT]
    digest = sha256(FILM).hexdigest()
    for line in (
        "Wij ontvingen op woensdag 14 januari 2026 om 13.00 uur:",
        f"- deurbel www_example.nl.jpg, 1,2 MB, controlegetal {digest[:8]}…{digest[-8:]}",
        f"…{digest[-8:]}\n- bus.jpg, ",
        "hoogstens 60 dagen",
        "Dit is een automatisch bericht.",
    ):
        assert line in mail.text, line
    assert "Zie de film" not in mail.text
    assert "www.example.nl" not in mail.html
    stage.restart()
    stage.settle()
    assert len(receipts(stage)) == 1


def test_of_what_came_later_it_tells_when(stage: Stage) -> None:
    """Each film in pieces by its own last byte, not by the words that came before."""
    stage.lives("Noor")
    stage.approved()
    noor = sender(stage)
    stage.answers("Noor", "Ik heb een film.")
    stage.later(days=1, hours=1)
    noor.sends(film(5000), "oprit.mp4")
    come_in(stage)
    assert "Wij ontvingen op donderdag 15 januari 2026 om 14.00 uur:" in receipts(stage)[-1]
    stage.later(days=1)
    noor.sends(film(6000), "straat.mp4")
    come_in(stage)
    told = receipts(stage)[-1]
    assert "Wij ontvingen:\n- oprit.mp4, 5 kB, op donderdag 15 januari 2026 om 14.00 uur, controlegetal" in told
    assert "\n- straat.mp4, 6 kB, op vrijdag 16 januari 2026 om 14.0" in told


def test_words_alone_get_none_and_each_reply_with_files_one(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.answers("Noor", "Ik zag een bus.")
    assert not receipts(stage)
    mail = stage.mails_to(NOOR)[0]
    for number in range(7):
        raw = reply_from(mail, f"Nummer {number}.", attachments=[(f"{number}.pdf", PDF + bytes([number]))])
        stage.comes_in(raw, mail.from_, NOOR)
    told = receipts(stage)
    assert [text.count(", controlegetal ") for text in told] == [1] * 5, "machines that answer each other stop"
    assert "Wij hebben uw bestanden ontvangen [BM-2026-0001]" in {one.subject for one in stage.mails_to(NOOR)}


def test_what_came_from_elsewhere_gets_none(stage: Stage) -> None:
    """A From line is what anybody writes."""
    stage.lives("Noor")
    stage.approved()
    mail = stage.mails_to(NOOR)[0]
    raw = reply_from(mail, "Zie de foto.", sender="omar@example.nl", attachments=[("bus.jpg", PHOTO)])
    stage.comes_in(raw, mail.from_, "omar@example.nl", dkim="{@example.nl : fail}")
    assert not receipts(stage)
    assert not receipts(stage, "omar@example.nl")


def test_what_answers_a_receipt_is_about_the_same_reply_and_its_words_are_not_the_citizens(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    reply = stage.answers("Noor", "Zie de foto.", attachments=[("bus.jpg", PHOTO)])
    [receipt] = [mail for mail in stage.mails_to(NOOR) if mail.subject == SUBJECT]
    quoted = "Het was rond tien uur.\n\n" + "\n".join(f"> {line}" for line in receipt.text.splitlines())
    stage.comes_in(reply_from(receipt, quoted), receipt.from_, NOOR)
    [row] = stage.rows("SELECT words, follow_up_of FROM replies ORDER BY id DESC LIMIT 1")
    assert (row.follow_up_of, "controlegetal" in row.words) == (1, False)
    assert reply in stage.triage.messages


def test_what_came_is_in_the_trail_by_its_sum(stage: Stage) -> None:
    """In the same transaction: it is sealed within the minute, and no name of a file stands there."""
    stage.lives("Noor")
    stage.approved()
    stage.answers("Noor", "Zie de foto.", attachments=[("bus.jpg", PHOTO)])
    [line] = stage.audited("kept_files")
    assert (line.subject, details_of(line)) == ("reply 1", {"sha256": [sha256(PHOTO).hexdigest()]})
    assert stage.rows("SELECT sha256 FROM attachments")[0].sha256 == sha256(PHOTO).hexdigest()


def test_films_that_came_in_pieces_get_one_once_all_are_in(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    noor = sender(stage)
    first, second = film(30_000), film(40_000)
    waits = noor.begun(len(second), "tuin.mp4")
    noor.sends(first, "oprit.mp4")
    come_in(stage)
    assert receipts(stage) == []
    assert noor.brings(waits, 0, second).status_code == 204
    come_in(stage)
    [mail] = receipts(stage)
    assert all(f"{sha256(one).hexdigest()[:8]}…" in mail for one in (first, second))
    assert [details_of(line)["sha256"] for line in stage.audited("kept_files")] == [
        [sha256(one).hexdigest()] for one in (first, second)
    ]

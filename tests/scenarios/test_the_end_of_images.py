"""Images go once they were handed over or are not needed; what nobody decides about is asked about, and never stays."""

import json
from hashlib import sha256

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.files import photo, real_film
from tests.doubles.slack import Message, Person
from tests.scenarios.steps.desk import notes
from tests.scenarios.steps.evidence import asks_for_package, contents, details_of, takes_package
from tests.scenarios.steps.films import come_in, sender
from tests.scenarios.steps.privacy import files, holds
from tests.stage import Stage

OVER, DROP, WANT = "Beelden overgedragen", "Beelden niet nodig", "Beelden nodig"
NOOR = "noor@example.nl"
FILM = photo() + bytes(300_000)
ASKED = "Over een week worden deze beelden gewist."
GONE = "De beelden zijn gewist, de termijn was voorbij."


@pytest.fixture
def reply(stage: Stage) -> Message:
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", "Zie de foto.", attachments=[("bus.jpg", FILM)])


def night(stage: Stage, **later: float) -> None:
    """So much later; then at three in the night that follows."""
    stage.later(**later)
    stage.program.workflow.retaining.run_at_night()
    stage.settle()


def hands_over(stage: Stage, person: Person, message: Message) -> None:
    stage.presses(person, message, OVER)
    answers = {"Naar welk systeem?": "Beeldportaal", "Onder welk nummer?": "BP-12 34"}
    assert seen(person).fill(answers).submit().closed
    stage.settle()


def lead_of(stage: Stage, reply: Message) -> Message:
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.sends_on(stage.carla, reply)
    return stage.burglary.messages[-1].thread[-1]


def test_what_they_told_goes_too_also_of_what_came_in_pieces(stage: Stage, reply: Message) -> None:
    noor = sender(stage)
    noor.sends(photo(), "tuin.jpg")
    noor.sends(real_film(), "deurbel.mp4")
    come_in(stage)
    assert "op 52.18900, 5.39400" in reply.plain()
    hands_over(stage, stage.carla, reply)
    night(stage, days=15)
    for table, count in (("attachments", 3), ("uploads", 2)):
        assert [str(row.facts) for row in stage.rows(f"SELECT facts FROM {table}")] == ["{}"] * count, table


def test_what_was_handed_over_goes_after_the_short_term_and_its_receipt_stays(stage: Stage, reply: Message) -> None:
    lead = lead_of(stage, reply)
    hands_over(stage, stage.daan, lead)
    assert f":camera: {OVER} (Daan de Groot)" in reply.plain()
    assert OVER not in lead.buttons
    assert any("Daan de Groot droeg de beelden over.\nBeeldportaal · BP-12 34" in note.plain() for note in reply.thread)
    [line] = stage.audited("handed_over_images")
    digest = sha256(FILM).hexdigest()
    assert (line.who, details_of(line)["sha256"]) == (stage.daan.id, [digest])
    night(stage, days=13, hours=10)
    assert len(files(stage)) == 2, "the file, and the mail that holds it"
    night(stage, days=1)
    assert files(stage) == []
    assert any(GONE in note.plain() for note in reply.thread)
    assert "bus.jpg, foto, 301 kB, gewist" in reply.plain()
    assert any("beelden (1 bestanden)" in message.plain() for message in stage.supervision.messages)
    [kept] = stage.rows("SELECT * FROM attachments")
    assert (kept.name, kept.sha256, kept.blob_key, kept.facts in ("{}", {})) == ("bus.jpg", digest, "", True)
    assert stage.rows("SELECT raw, blob_key FROM inbound WHERE kind = 'mail'")[0].blob_key is None
    assert len(stage.rows("SELECT id FROM replies WHERE erased_at IS NULL AND words <> ''")) == 1

    package = contents(takes_package(stage, asks_for_package(stage, stage.daan, lead)).content)
    [told] = json.loads(package["manifest.json"])["replies"]
    assert (told["files"][0]["left_out"], told["handovers"][0]["number"]) == ("gone", "BP-12 34")
    assert "aan Beeldportaal, nummer BP-12 34 (Daan de Groot" in package["leesmij.html"].decode()


def test_what_nobody_decides_about_is_asked_about_a_week_before_and_goes_on_the_sixtieth_day(
    stage: Stage, reply: Message
) -> None:
    lead_of(stage, reply)
    night(stage, days=52, hours=10)
    assert not notes(reply.thread, ASKED)
    night(stage, days=1)
    assert len(notes(reply.thread, ASKED)) == 1
    assert "Beelden: overdragen vóór zo 15 mrt, of niet nodig" in reply.plain()
    told = [one.plain() for one in stage.supervision.messages]
    assert any("niemand zei wat ermee moet gebeuren (1): BM-2026-0001" in one for one in told)
    night(stage, days=6)
    assert len(files(stage)) == 2
    night(stage, days=1)
    assert files(stage) == []
    assert "De termijn van de beelden is voorbij" in reply.plain()
    [line] = stage.audited("erased_images")
    assert (line.who, details_of(line)["images"]) == ("burgernetmail", "in")


def test_not_needed_can_be_undone_while_they_are_here(stage: Stage, reply: Message) -> None:
    lead_of(stage, reply)
    stage.presses(stage.carla, reply, DROP)
    stage.presses(stage.carla, reply, WANT)
    assert "eelden ophalen" not in reply.plain(), "they are here"
    stage.presses(stage.carla, reply, DROP)
    night(stage, days=14, hours=10)
    assert files(stage) == []
    stage.presses(stage.carla, reply, WANT)
    assert "eelden ophalen" in reply.plain(), "they are not"


def test_legal_hold_keeps_them_and_when_it_is_lifted_it_is_asked_first(stage: Stage, reply: Message) -> None:
    lead_of(stage, reply)
    holds(stage, "Vordering van de officier")
    night(stage, days=90, hours=10)
    assert not notes(reply.thread, ASKED)
    assert len(files(stage)) == 2
    holds(stage, "Zaak is gesloten")
    night(stage, days=1)
    assert notes(reply.thread, ASKED)
    night(stage, days=6)
    assert len(files(stage)) == 2
    night(stage, days=1)
    assert files(stage) == []


def test_what_comes_after_others_were_handed_over_is_decided_about_anew(stage: Stage, reply: Message) -> None:
    lead = lead_of(stage, reply)
    hands_over(stage, stage.daan, lead)
    stage.writes_answer(stage.carla, reply)
    answer = stage.mails_to(NOOR)[-1]
    stage.later(days=10)
    stage.comes_in(reply_from(answer, "Nog een.", attachments=[("later.jpg", FILM)]), answer.from_, NOOR)
    assert OVER in lead.buttons
    night(stage, days=50, hours=10)
    kept = stage.rows("SELECT name, gone_at FROM attachments ORDER BY id")
    assert [one.gone_at is None for one in kept] == [True, True], "nobody was asked long enough before"
    night(stage, days=7)
    kept = stage.rows("SELECT name, gone_at FROM attachments ORDER BY id")
    assert [one.gone_at is None for one in kept] == [False, True]
    hands_over(stage, stage.daan, lead)
    night(stage, days=15)
    assert all(one.gone_at for one in stage.rows("SELECT gone_at FROM attachments"))


def test_who_offered_images_that_never_came_is_not_kept_for_ever(stage: Stage, operator: CliRunner) -> None:
    stage.lives("Noor")
    stage.approved()
    reply = stage.answers("Noor", "Mijn deurbel heeft hem gefilmd.")
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    night(stage, days=53, hours=10)
    assert any("Over een week wacht niemand meer op deze beelden." in note.plain() for note in reply.thread)
    night(stage, days=6)
    assert "eelden ophalen" in reply.plain()
    stage.later(days=1)
    assert "would end, images of replies: 1" in operator.invoke(app, ["retention", "--dry-run"]).stdout
    night(stage)
    assert "eelden ophalen" not in reply.plain()
    assert any("ze kwamen niet op tijd" in note.plain() for note in reply.thread)
    night(stage, days=15)
    assert "De tekst is gewist" in reply.plain()

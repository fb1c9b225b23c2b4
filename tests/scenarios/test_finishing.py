"""All that a rating owes in one window: few clicks, nothing typed, and what is left out stays to do."""

import re

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.stage import Stage

DONE = ["rated", "escalated", "recorded_in_bvh", "answered"]


@pytest.fixture
def reply(stage: Stage) -> Message:
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", "Ik zag een grijze bus.")


@pytest.fixture
def overrides(request: pytest.FixtureRequest) -> dict[str, object]:
    return {"answer_hold_seconds": 30} if "held" in request.node.name else {}


def clicks(stage: Stage) -> int:
    """Buttons and submits; a tick is told by none of them."""
    return sum(delivery.kind == "interactive" for delivery in stage.slack.deliveries)


def trail(stage: Stage) -> list[str]:
    rows = stage.rows("SELECT what FROM audit WHERE subject LIKE 'reply %' ORDER BY id")
    return [row.what for row in rows if row.what in DONE]


def test_relevant_sent_on_recorded_and_answered_in_four_clicks(stage: Stage, reply: Message) -> None:
    before, carla = clicks(stage), stage.carla
    stage.presses(carla, reply, "Relevant voor deze zaak")
    assert "*Relevant voor deze zaak* (Carla Mulder, 13.00) · nog te doen: inbrakenteam, antwoord, BVH" in reply.plain()
    stage.presses(carla, reply, "Afhandelen")
    form = seen(carla)
    assert form.values["2. Tekst voor BVH"].startswith("Burgernetmail BM-2026-0001")
    assert form.values["BVH-nummer"] == "2026-001234"
    assert not form.values["In BVH gezet?"]
    assert "Wij slaan uw informatie op bij deze zaak." in form.values["3. Uw antwoord"]
    assert form.fill({"In BVH gezet?": ["Staat in BVH"]}).submit().closed
    stage.settle()
    assert clicks(stage) - before + 1 == 4
    assert trail(stage) == DONE
    text = stage.mail_to("noor@example.nl").text
    assert "Wij hebben uw informatie opgeslagen bij deze zaak." in text
    assert "doorgegeven aan onze rechercheurs" in text
    assert "Wij slaan" not in text
    assert "✅" in reply.plain()
    assert "afgehandeld door Carla Mulder, 13.00" in reply.plain()
    assert "inbrakenteam: nog niet gelezen · BVH 2026-001234 · antwoord verstuurd" in reply.plain()


def test_not_relevant_and_answered_in_three(stage: Stage, reply: Message) -> None:
    before = clicks(stage)
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.presses(stage.carla, reply, "Afhandelen")
    assert "Ik zag een grijze bus." in seen(stage.carla).text()
    assert seen(stage.carla).labels == ["Uw antwoord", "Antwoord versturen?"]
    assert seen(stage.carla).submit().closed
    stage.settle()
    assert clicks(stage) - before == 3
    assert "Wij verwijderen uw reactie op 28 januari 2026." in stage.mail_to("noor@example.nl").text
    assert "afgehandeld door" in reply.plain()


def test_what_is_left_out_stays_owed_and_the_words_follow_what_was_done(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.presses(stage.carla, reply, "Afhandelen")
    nothing = {"1. Inbrakenteam": "Later beslissen", "Antwoord versturen?": "Nee, later"}
    assert seen(stage.carla).fill(nothing).submit().closed
    stage.settle()
    assert trail(stage) == ["rated"]

    stage.presses(stage.carla, reply, "Afhandelen")
    typed = seen(stage.carla).values["3. Uw antwoord"].replace("Dank u wel voor uw reactie.", "Dank voor uw reactie.")
    filled = {"1. Inbrakenteam": "Niet doorzetten", "3. Uw antwoord": typed}
    assert seen(stage.carla).fill(filled).submit().closed
    stage.settle()
    text = stage.mail_to("noor@example.nl").text
    assert "Dank voor uw reactie." in text
    assert "rechercheurs" not in text
    assert "nog te doen: BVH" in reply.plain()
    assert "niet doorgezet (Carla Mulder)" in reply.plain()

    stage.presses(stage.carla, reply, "Afhandelen")
    [text_for_bvh, *_rest] = seen(stage.carla).labels
    assert text_for_bvh == "Tekst voor BVH"
    refused = seen(stage.carla).fill({"BVH-nummer": "", "In BVH gezet?": ["Staat in BVH"]}).submit()
    assert refused.errors
    assert seen(stage.carla).fill({"BVH-nummer": "2026-77"}).submit().closed
    stage.settle()
    assert "BVH 2026-77" in reply.plain()
    assert "afgehandeld door" in reply.plain()


def test_what_is_found_in_the_words_undoes_the_other_parts_until_it_is_decided(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.presses(stage.carla, reply, "Afhandelen")
    text = seen(stage.carla).values["3. Uw antwoord"] + "\n\nBel 06 12345678."
    line = {"Regel voor het team": "Let op de deuk.", "3. Uw antwoord": text, "In BVH gezet?": ["Staat in BVH"]}
    assert not seen(stage.carla).fill(line).submit().closed
    stage.settle()
    assert trail(stage) == ["rated"]
    while stage.carla.modal:
        outcome = seen(stage.carla).submit()
        assert not outcome.errors, outcome.errors
    stage.settle()
    assert trail(stage) == DONE
    assert "12345678" not in stage.mail_to("noor@example.nl").text
    lead = stage.burglary.messages[-1].thread[-1]
    assert "Carla Mulder: Let op de deuk." in lead.plain()


def test_a_held_answer_is_taken_back_and_its_words_are_not_lost(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.presses(stage.carla, reply, "Afhandelen")
    assert seen(stage.carla).fill({"Uw antwoord": "Beste Noor, dank u wel."}).submit().closed
    stage.settle()
    assert re.search(r"🟡.*\n(.*\n)*📤 \*Antwoord wordt verstuurd om 13\.00\.3\d", reply.plain())
    assert "Terughalen" in reply.buttons
    assert "Afhandelen" not in reply.buttons
    stage.presses(stage.carla, reply, "Terughalen")
    stage.later(seconds=40)
    assert len(stage.mails_to("noor@example.nl")) == 2  # the alert, and the acknowledgement
    assert "nog te doen: antwoord" in reply.plain()
    assert stage.audited("recalled_answer")

    stage.presses(stage.carla, reply, "Afhandelen")
    assert seen(stage.carla).values["Uw antwoord"] == "Beste Noor, dank u wel."
    assert seen(stage.carla).submit().closed
    stage.settle()
    stage.later(seconds=31)
    assert stage.mail_to("noor@example.nl").text.startswith("Beste Noor, dank u wel.")
    assert "antwoord verstuurd" in reply.plain()
    assert "Terughalen" not in reply.buttons

"""A citizen writes numbers and addresses of people: the channels hide them, the work has them, on record."""

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.looks import looks
from tests.scenarios.steps.privacy import WORDS
from tests.stage import Stage

PHONE, MAIL = "06-12345678", "omar.de.vries@example.nl"
CLUES = ("12-GBK-3", "Kattenbroekstraat 14", "0900-8844")
TOLD = f"De bus {CLUES[0]} stond bij {CLUES[1]}. Bel Omar: {PHONE} of {MAIL}. Ik belde {CLUES[2]} al."


@pytest.fixture
def reply(stage: Stage) -> Message:
    stage.lives("Noor")
    stage.lives("Puck")
    stage.approved()
    return stage.answers("Noor", TOLD)


def in_channels(stage: Stage) -> str:
    channels = (stage.intake, stage.triage, stage.burglary, stage.supervision)
    threads = [one for channel in channels for message in channel.messages for one in (message, *message.thread)]
    return str([(one.text, one.blocks) for one in threads])


def test_the_channels_hide_them_and_the_work_shows_them_each_time_on_record(stage: Stage, reply: Message) -> None:
    assert "Bel Omar: ••• of •••." in reply.plain()
    assert all(clue in reply.plain() for clue in CLUES)
    assert "staan bij Toon gegevens" in reply.plain()
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.sends_on(stage.carla, reply)
    lead = stage.burglary.messages[-1].thread[-1]
    assert all(clue in lead.plain() for clue in CLUES)
    for form in ("Vraag stellen", "Wil geen mails meer"):
        stage.presses(stage.carla, reply, form)
        assert "Bel Omar: ••• of •••." in seen(stage.carla).text()
        seen(stage.carla).close()
    assert not stage.audited("opened_answer")

    stage.presses(stage.carla, reply, "Terugbellen")
    assert seen(stage.carla).values["Telefoonnummer"] == "06 12345678"
    seen(stage.carla).close()
    assert [row.who for row in stage.audited("saw_contact_data")] == [stage.carla.id]
    shown = looks(stage, stage.daan, lead, "Toon gegevens").text()
    assert f"{PHONE} / {MAIL}" in shown
    stage.presses(stage.carla, reply, "Staat in BVH")
    assert PHONE in str(seen(stage.carla).values)
    assert len(stage.audited("opened_bvh_text")) == 1
    seen(stage.carla).close()
    stage.presses(stage.carla, reply, "Beantwoorden")
    assert MAIL in seen(stage.carla).text()
    assert [row.subject for row in stage.audited("opened_answer")] == ["reply 1"]
    seen(stage.carla).close()
    stage.els.command("/burgernetmail", "inzage", stage.supervision)
    assert "het antwoordformulier, met een naam, of nummers of adressen uit de tekst" in stage.ephemeral(
        stage.els, stage.supervision
    )

    other = stage.answers("Puck", WORDS)
    stage.presses(stage.carla, other, "Niet relevant")
    stage.presses(stage.carla, other, "Beantwoorden")
    assert "Beste Puck" in str(seen(stage.carla).values)
    assert len(stage.audited("opened_answer")) == 2  # the channel does not know who wrote it
    seen(stage.carla).close()
    assert not any(one in in_channels(stage) for one in (PHONE, "06 12345678", MAIL))

"""What goes into BVH, the police's record: a text to copy, and the number that it got."""

import pytest

from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.stage import Stage


@pytest.fixture
def reply(stage: Stage) -> Message:
    """What Noor wrote."""
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", "Ik zag een grijze bus.")


def test_a_wrong_bvh_number_is_refused_at_its_field(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.presses(stage.carla, reply, "Staat in BVH")
    form = stage.carla.modal
    assert form is not None
    outcome = form.fill({"BVH-nummer": "geen idee!"}).submit()
    assert outcome.errors["BVH-nummer"].startswith("Vul het BVH-nummer in met letters, cijfers en streepjes")
    assert form.fill({"BVH-nummer": " 2026-77 "}).submit().closed
    stage.settle()
    assert "BVH 2026-77" in reply.plain()
    assert "nog te doen: inbrakenteam, antwoord\n" in reply.plain()
    stage.presses(stage.carla, reply, "Staat in BVH")
    assert seen(stage.carla).values["BVH-nummer"] == "2026-77"


def test_what_is_not_relevant_needs_no_bvh_number(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Niet relevant")
    assert "Staat in BVH" not in reply.buttons


BVH = """\
Burgernetmail BM-2026-0001
Ontvangen: wo 14 jan, 13.00 (per mail)
Melder: Noor, 3823 AB 7, noor@example.nl
Beoordeling: Relevant voor andere zaak
Zaak: 2026-777

De burger schreef:
Ik zag een grijze bus."""


def test_the_text_for_bvh_is_ready_to_copy_and_the_look_is_on_record(stage: Stage, reply: Message) -> None:
    form = {
        "Bij welke zaak hoort deze reactie?": "Andere zaak: hieronder invullen",
        "BVH-nummer of kenmerk": "2026-777",
    }
    stage.presses(stage.carla, reply, "Relevant voor andere zaak")
    stage.presses(stage.carla, reply, "Beoordeling wijzigen")
    assert not seen(stage.carla).fill({"Wordt": "Relevant voor andere zaak"}).submit().errors
    assert seen(stage.carla).fill(form).submit().closed
    stage.settle()
    eve = stage.joins(stage.triage, "eve", "Eve Vos", locale="en-US")
    stage.presses(eve, reply, "Recorded in BVH")
    asks = seen(eve)
    assert asks.values["Text for BVH"] == BVH
    [line] = stage.audited("opened_bvh_text")
    assert (line.who, line.subject) == (eve.id, "reply 1")
    assert "noor" not in str(line.details)
    stage.els.command("/burgernetmail", "inzage", stage.supervision)
    stage.settle()
    told = stage.ephemeral(stage.els, stage.supervision)
    assert "@Eve Vos · de tekst voor BVH, met contactgegevens · BM-2026-0001, reactie 1" in told
    assert asks.fill({"Text for BVH": "weg", "BVH number": "2026-77"}).submit().closed
    stage.settle()
    assert "BVH 2026-77" in reply.plain()


def test_somebody_elses_mail_names_who_sent_it_and_who_gets_the_answer(stage: Stage, reply: Message) -> None:
    mail = stage.mail_to("noor@example.nl")
    raw = f"From: Zoe Vos <zoe@elders.example>\r\nTo: {mail.from_}\r\nMessage-ID: <z@x>\r\n\r\nEen scooter.\r\n"
    stage.comes_in(raw.encode(), mail.from_, "zoe@elders.example")
    other = stage.reply_message()
    assert "z•••@e•••.example" in other.plain()
    assert "n•••@" not in other.plain()
    assert "Verstuurd vanaf een ander adres dan dat van de deelnemer" in other.plain()
    stage.presses(stage.carla, other, "Niet relevant")
    stage.presses(stage.carla, other, "Beantwoorden")
    goes_to = seen(stage.carla).text()
    assert "n•••@e•••.nl (eigen adres van de deelnemer)" in goes_to
    assert "z•••@e•••.example (afzender van deze mail)" in goes_to
    seen(stage.carla).close()
    stage.presses(stage.carla, other, "Relevant voor deze zaak")
    stage.presses(stage.carla, other, "Staat in BVH")
    told = seen(stage.carla).values["Tekst voor BVH"]
    assert "Melder: Zoe Vos · zoe@elders.example" in told
    assert "Deelnemer: Noor, 3823 AB 7, noor@example.nl" in told

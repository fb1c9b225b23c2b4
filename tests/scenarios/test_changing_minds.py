"""A rating can be changed at any time, and a lead taken back while nobody has read it."""

import pytest

from bot.domain.replies.reply_errors import NotRatedYet
from tests.desk_steps import seen
from tests.doubles.slack import Message
from tests.stage import Stage
from tests.storage.things import CARLA

THIS, OTHER, NOT = "Relevant voor deze zaak", "Relevant voor andere zaak", "Niet relevant"


@pytest.fixture
def reply(stage: Stage) -> Message:
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", "Ik zag een grijze bus.")


def test_nothing_goes_to_the_burglary_team_unrated(stage: Stage, reply: Message) -> None:
    assert not {"Naar inbrakenteam", "Afhandelen"} & {*reply.buttons}
    with pytest.raises(NotRatedYet):
        stage.program.workflow.escalating.escalate(1, CARLA)


def test_an_unread_lead_is_taken_back_and_goes_on_anew(stage: Stage, reply: Message) -> None:
    stage.sends_on(stage.carla, reply)
    lead = stage.burglary.messages[-1].thread[-1]
    assert "grijze bus" in lead.plain()
    stage.presses(stage.carla, reply, "Tip terughalen")
    assert "teruggehaald" in lead.plain()
    assert "grijze bus" not in lead.plain()
    assert not lead.buttons
    assert "nog te doen: inbrakenteam" in reply.plain()
    assert stage.audited("recalled_lead")

    stage.sends_on(stage.carla, reply)
    again = stage.burglary.messages[-1].thread[-1]
    assert "ongelezen" in again.plain()
    stage.presses(stage.daan, again, "Gelezen")
    stage.presses(stage.carla, reply, "Meer ...")
    assert "Tip terughalen" not in str(seen(stage.carla).view.blocks)


def test_who_takes_a_lead_back_hears_what_the_citizen_may_have_been_told(stage: Stage, reply: Message) -> None:
    stage.sends_on(stage.carla, reply)
    stage.writes_answer(stage.carla, reply)
    stage.presses(stage.carla, reply, "Tip terughalen")
    assert "haalde de tip terug. Staat in het antwoord dat het inbrakenteam de tip heeft?" in reply.thread[-1].plain()


def test_a_lead_that_is_not_relevant_is_taken_back_or_told(stage: Stage, reply: Message) -> None:
    stage.sends_on(stage.carla, reply)
    lead = stage.burglary.messages[-1].thread[-1]
    stage.presses(stage.carla, reply, "Beoordeling wijzigen")
    assert "Dan halen wij de tip terug" in seen(stage.carla).text()
    assert seen(stage.carla).fill({"Wordt": NOT}).submit().closed
    stage.settle()
    assert "teruggehaald" in lead.plain()

    stage.rates_anew(stage.carla, reply, THIS)
    stage.sends_on(stage.carla, reply)
    lead = stage.burglary.messages[-1].thread[-1]
    stage.presses(stage.daan, lead, "Gelezen")
    stage.rates_anew(stage.carla, reply, NOT)
    assert "grijze bus" in lead.plain()
    told = stage.burglary.messages[-1].thread[-1].plain()
    assert told == "Carla Mulder: een tip die Daan de Groot las, blijkt toch niet relevant."


def test_after_an_answer_a_reason_is_needed_and_another_answer_owed(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, NOT)
    stage.writes_answer(stage.carla, reply)
    assert "afgehandeld door" in reply.plain()
    for rating in (THIS, OTHER):
        stage.presses(stage.carla, reply, "Beoordeling wijzigen")
        refused = seen(stage.carla).fill({"Wordt": rating}).submit()
        assert refused.errors
    outcome = stage.rates_anew(stage.carla, reply, THIS, "Het kenteken blijkt te kloppen.")
    assert outcome.closed, outcome
    assert "nog te doen: inbrakenteam, nieuw antwoord, BVH" in reply.plain()
    assert "Het kenteken blijkt te kloppen." in reply.thread[-1].plain()
    stage.presses(stage.carla, reply, "Afhandelen")
    assert seen(stage.carla).fill({"In BVH gezet?": ["Staat in BVH"]}).submit().closed
    stage.settle()
    assert "afgehandeld door" in reply.plain()
    assert "kan helpen bij ons onderzoek" in stage.mail_to("noor@example.nl").text
    assert [row.rating for row in stage.rows("SELECT rating FROM ratings ORDER BY id")] == [
        "not_relevant",
        "relevant_here",
    ]


def test_what_was_told_at_the_scene_is_not_put_into_bvh_twice(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, THIS)
    stage.presses(stage.carla, reply, "Al verteld aan de agenten")
    assert "BVH 2026-001234" in reply.plain()
    assert "nog te doen: inbrakenteam, antwoord" in reply.plain()
    assert "al aan de agenten" in reply.thread[-1].plain()


def test_an_earlier_reply_of_the_same_citizen_is_named_with_a_link(stage: Stage, reply: Message) -> None:
    later = stage.asks(stage.anna, **{"Straat": "Kattenbroekstraat"})
    stage.presses(stage.bram, later, "Goedkeuren en versturen")
    second = stage.answers("Noor", "Nu zag ik een rode auto.")
    assert "schreef eerder" in second.plain()

"""A long reply: how much is left is told, and one press shows all of it; what stands behind ⋯ keeps its order."""

from itertools import combinations

import pytest

from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.stage import Stage

LONG = "Ik zag een bus, bel 06 12345678. " + "Er reed een grijze bus weg. " * 130 + "Het einde van mijn verhaal."
WHOLE = "Hele reactie"
LEFT = f"Hier staan de eerste 2.900 van de 3.700 tekens. De rest: {{}}*{WHOLE}*."


@pytest.fixture
def reply(stage: Stage) -> Message:
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    return stage.answers("Noor", LONG)


def test_the_desk_reads_all_of_it_without_what_is_hidden(stage: Stage, reply: Message) -> None:
    assert LEFT.format("⋯ ") in reply.plain()
    assert "einde van mijn verhaal" not in reply.plain()
    stage.presses(stage.carla, reply, WHOLE)
    told = seen(stage.carla).text()
    assert "Het einde van mijn verhaal." in told
    assert "12345678" not in told
    assert "heeft deze" not in reply.plain(), "who reads it has not taken it"


def test_so_does_the_burglary_team_and_what_was_written_later(stage: Stage, reply: Message) -> None:
    stage.sends_on(stage.carla, reply)
    lead = stage.burglary.messages[-1].thread[-1]
    assert LEFT.format("") in lead.plain()
    mail = stage.mail_to("noor@example.nl")
    stage.comes_in(reply_from(mail, "Nog iets: " + LONG), mail.from_, "noor@example.nl")
    stage.settle()
    stage.presses(stage.daan, lead, WHOLE)
    told = seen(stage.daan).text()
    assert told.count("Het einde van mijn verhaal.") == 2
    assert "12345678" not in told
    stage.presses(stage.carla, reply.thread[-1], WHOLE)
    assert "Nog iets" in seen(stage.carla).text()


def test_a_short_one_has_no_such_button(stage: Stage, reply: Message) -> None:
    short = stage.answers("Omar", "Ik zag een bus.")
    assert WHOLE not in short.buttons
    assert "tekens" not in short.plain()


def behind(reply: Message) -> list[str]:
    return [control.label for control in reply.controls if control.option]


def test_what_stands_behind_the_dots_keeps_its_order_in_each_state(stage: Stage) -> None:
    stage.lives("Noor")
    stage.approved()
    reply = stage.answers("Noor", "Mijn deurbel heeft hem gefilmd. Haal mij van de lijst.")
    states = [behind(reply)]
    stage.presses(stage.carla, reply, "Ik pak dit op")
    states.append(behind(reply))
    for label in ("Relevant voor deze zaak", "Beelden niet nodig"):
        stage.presses(stage.carla, reply, label)
        states.append(behind(reply))
    stage.writes_answer(stage.carla, reply)
    states.append(behind(reply))
    for one, other in combinations(states, 2):
        both = set(one) & set(other)
        assert [name for name in one if name in both] == [name for name in other if name in both]

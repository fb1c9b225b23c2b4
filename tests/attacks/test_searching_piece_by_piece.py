"""A number that is hidden in every channel was found by searching for more and more of it: what was found told each
sign, and no look at anybody's data stood on record.
"""

import pytest

from tests.scenarios.steps.finding import finds
from tests.stage import Stage

NOTHING = "Niets gevonden."


@pytest.fixture
def replies(stage: Stage) -> Stage:
    for name in ("Noor", "Omar"):
        stage.lives(name)
    stage.approved()
    stage.answers("Noor", "Een grijze bus. Bel mij op 06-12345678 of mail noor.jansen@example.nl, liefst na 1800 uur.")
    stage.answers("Omar", "Ook ik zag noor lopen, bij nummer 4711.")
    return stage


@pytest.mark.parametrize(
    "piece", ["06-1", "06-123", "5678", "2345678", "noor.j", "jansen@", "n@example", "bel 2345", "jansen@example.nl"]
)
def test_a_part_of_what_is_hidden_finds_nothing(replies: Stage, piece: str) -> None:
    told = finds(replies, replies.carla, replies.triage, piece).plain()
    assert "grijze bus" not in told
    told = finds(replies, replies.els, replies.supervision, piece).plain()
    assert "grijze bus" not in told


def test_all_of_it_does_and_so_does_every_other_word(replies: Stage) -> None:
    for what in ("06 12345678", "noor.jansen@example.nl", "grijze bus", "1800", "bel mij"):
        assert "grijze bus" in finds(replies, replies.carla, replies.triage, what).plain(), what
    assert "1 resultaat" in finds(replies, replies.carla, replies.triage, "4711").plain()
    assert "1 resultaat" in finds(replies, replies.carla, replies.triage, "noor").plain()

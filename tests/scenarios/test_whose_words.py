"""Four eyes look at the words too: nobody sends alone what they wrote alone."""

from typing import Any

import pytest

from tests.doubles.slack import Message
from tests.scenarios.test_four_eyes import SEND, amends, previewed, statuses
from tests.stage import Stage

SEND_AT_ONCE = "Opslaan, goedkeuren en versturen aan 60 mensen"
REPLACED: dict[str, Any] = {
    "Delict": "Straatroof",
    "Wat is er gebeurd?": "Een jongen met een pet beroofde een vrouw.",
    "Signalement of voertuig": "Hij rende naar het station.",
    "Wat willen we weten?": "Weet u waar hij woont?",
    "Straal": "1 km",
}
"""Nothing of a harmless request is left."""
OWN_WORDS = "U schreef deze tekst zelf. Een andere collega moet hem versturen."


@pytest.fixture
def crowded(stage: Stage) -> Message:
    """A harmless request of Anna's, that 60 people would get."""
    stage.crowd(60)
    return stage.asks()


def test_who_replaced_every_word_does_not_send_it_in_one_step(stage: Stage, crowded: Message) -> None:
    preview = previewed(stage, stage.bram, crowded, **REPLACED)
    [choice] = [block for block in preview.view.blocks if block.get("block_id") == "choice"]
    options = choice["element"]["options"]
    assert "approve" not in [option["value"] for option in options]

    options.append({"text": {"type": "plain_text", "text": "Versturen"}, "value": "approve"})
    assert preview.fill({"choice": "approve"}).submit().errors == {"Wat wilt u doen?": OWN_WORDS}
    stage.settle()
    assert not stage.sendgrid.sent
    assert "De voordeur is opengebroken." in crowded.plain()


def test_nor_in_two(stage: Stage, crowded: Message) -> None:
    amends(stage, stage.bram, crowded, "Alleen opslaan", **REPLACED)
    stage.presses(stage.bram, crowded, SEND)
    assert stage.ephemeral(stage.bram, stage.intake) == OWN_WORDS
    assert not stage.sendgrid.sent
    assert statuses(stage) == ["requested"]

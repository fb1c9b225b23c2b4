"""Opening what a citizen sent along."""

import re

from tests.doubles.slack import Message, Person
from tests.looks import looks
from tests.stage import Stage


def asks_for_links(stage: Stage, person: Person, message: Message) -> list[str]:
    """The links that only this person is shown."""
    shown = looks(stage, person, message, "Bijlagen", "In BVH zetten")
    found = re.findall(r"https://[^|>]+/bijlage/[^|>]+", str(shown.view.content["blocks"]))
    assert "Reactie op BM-2026-0001 · Kattenbroekstraat" in shown.text()
    return found


def opened(stage: Stage) -> list[str]:
    """Who opened an attachment, by what is on record."""
    return [row.who for row in stage.audited("opened_attachment")]

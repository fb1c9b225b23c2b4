"""What the workflow asks of the database about what replies to different alerts have in common."""

from collections.abc import Iterable
from typing import Protocol

from bot.domain.mentions import Mention
from bot.workflow.cards import Tie


class Mentions(Protocol):
    """What replies name. A tie is between different alerts, or with a reply whose alert is unknown."""

    def add(self, reply_id: int, named: Iterable[Mention]) -> None:
        """Remember what a reply names; what is known already changes nothing. Who adds is alone until they commit."""

    def ties_of(self, reply_id: int) -> tuple[Tie, ...]:
        """Which other replies name the same, plates first, then the newest; for who may read every reply."""

    def ties_of_lead(self, reply_id: int) -> tuple[Tie, ...]:
        """The same among leads, for who reads nothing else."""

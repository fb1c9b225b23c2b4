"""What waits and what is late: what the workflow asks of the database, and what is shown of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.deadlines import ReminderStep, WaitKind
from bot.workflow.cards import BoardLine, BoardList
from bot.workflow.pages import Page, Turn
from bot.workflow.records import Waiting

Cutoffs = Mapping[WaitKind, datetime]
"""What of a kind waits since before this moment is late."""


@dataclass(frozen=True)
class OverdueCard:
    """What of one kind lies still: the oldest of it, how many there are, since when the oldest waits."""

    kind: WaitKind
    lines: tuple[BoardLine, ...]
    total: int
    oldest_since: datetime


@dataclass(frozen=True)
class Standing:
    """How it stands: how much of each kind is late, how much waits in time, and a page of what is late by kind."""

    late: Mapping[WaitKind, int]
    in_time: Mapping[WaitKind, int]
    listed: Page[BoardLine]


class Lateness(Protocol):
    """All that waits for somebody, by kind."""

    def waiting(self, before: Cutoffs) -> list[Waiting]:
        """What is late, by kind and oldest first, with the reminders there were."""

    def overdue(self, kind: WaitKind, ids: Sequence[int]) -> OverdueCard | None:
        """Those of them that still wait; None where none does."""

    def listed(self, before: Cutoffs, page: int) -> BoardList:
        """A page of what is late, oldest first, pages counted from 0; one that is no longer there is the last."""

    def standing(self, before: Cutoffs, turn: Turn) -> Standing:
        """What is late and what is not; its list by kind."""


class Reminders(Protocol):
    """Which reminders there were."""

    def mark(self, subject: str, step: ReminderStep, at: datetime) -> bool:
        """Once; False where another copy of the program was first."""

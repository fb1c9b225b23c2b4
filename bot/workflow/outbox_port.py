"""What the workflow asks of the outbox: what the world is owed, in order, and where its messages stand."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Protocol

from bot.workflow.cards import MessageRef, StuckCard
from bot.workflow.records import OutboxItem, Task


class Outbox(Protocol):
    """What the change of this transaction owes the world."""

    def owe(
        self,
        task: Task,
        subject_id: int,
        payload: Mapping[str, object] | None = None,
        after: timedelta = timedelta(),
    ) -> None:
        """Owe a task, in the order of its lane; a SHOW task that already waits for the same subject is not doubled.

        `after` a while, for what changes all the time; of two, the sooner counts.
        """

    def claim(self, at: datetime, lease_until: datetime) -> OutboxItem | None:
        """The head of a lane that is due and that nobody works on."""

    def prolong(self, item: OutboxItem, lease_until: datetime) -> None:
        """What is done for it takes longer than other things do."""

    def done(self, item: OutboxItem) -> None:
        """Delivered."""

    def retry(self, item: OutboxItem, at: datetime, reason: str, *, uncertain: bool) -> None:
        """Try again from `at` on."""

    def bury(self, item: OutboxItem, reason: str) -> None:
        """Give up, visibly: the lane goes on without it."""

    def dead(self) -> list[OutboxItem]:
        """What was given up."""

    def stuck(self, item_id: int) -> StuckCard | None:
        """Something that waits and why; None where it no longer does."""

    def stuck_lanes(self, owed_before: datetime, attempts: int) -> list[str]:
        """Lanes whose head was tried so often or oftener, and was owed before that moment."""

    def message(self, task: Task, subject_id: int) -> MessageRef | None:
        """The message that stands for a subject."""

    def subject_at(self, task: Task, ref: MessageRef) -> int | None:
        """Whose message stands there; None where it is no message of this task."""

    def remember(self, task: Task, subject_id: int, ref: MessageRef, link: str) -> None:
        """Keep where a subject's message stands, and its permanent link (empty where that follows later)."""

    def link(self, task: Task, subject_id: int) -> str:
        """The permanent link of a subject's message, empty before it stands."""

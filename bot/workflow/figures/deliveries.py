"""How a thing owed is delivered: read with its claim, done outside any transaction, written down with its end."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from bot.records.chat import Channel, MessageRef
from bot.records.outbox import OutboxItem, Task
from bot.workflow.figures.picture_posting import Draw
from storage.unit_of_work import UnitOfWork

Finish = Callable[[UnitOfWork], None]
"""What there is to write down; in the transaction in which the thing is done."""
Act = Callable[[], Finish | None]
Delivery = Callable[[UnitOfWork, OutboxItem], Act]
"""Reads what it needs in the transaction that claims the thing, and gives what is to be done then."""
AddNote = Callable[[UnitOfWork, OutboxItem, Channel, Task], Act]


class Show(Protocol):
    """Posts or updates a message; `posted` runs in the transaction that keeps its link."""

    def __call__(
        self,
        item: OutboxItem,
        channel: Channel,
        draw: Draw,
        thread: MessageRef | None = None,
        posted: Callable[[UnitOfWork, str], None] | None = None,
    ) -> Act: ...


class Deliveries(Protocol):
    """What the outbox owes of one kind of thing."""

    def deliveries(self, show: Show, add_note: AddNote) -> Mapping[Task, Delivery]:
        """By task; `show` posts or updates a message, `add_note` posts in a thread."""


def by_itself(deliver: Callable[[OutboxItem], Finish | None]) -> Delivery:
    """One that reads in transactions of its own."""
    return lambda _uow, item: partial(deliver, item)


def drawn_by(make: Callable[[OutboxItem], Draw], item: OutboxItem) -> Draw:
    """A drawing that reads in transactions of its own, once the claim's is over."""

    def draw(at: MessageRef | None, key: str) -> MessageRef:
        return make(item)(at, key)

    return draw


def nothing() -> None:
    """Where there is nothing to be done (any more)."""

"""Two colleagues at the same moment."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from threading import Thread

from bot.domain.errors import Refusal
from storage.unit_of_work import UnitOfWork
from tests.storage.things import Work


def told_by(act: Callable[[], object]) -> list[type[Refusal]]:
    """The refusal, if there is one."""
    try:
        act()
    except Refusal as refusal:
        return [type(refusal)]
    return []


def at_once(
    work: Work, first: Callable[[Work], object], second: Callable[[Work], object], looks: int = 0
) -> list[type[Refusal]]:
    """What the second is told, who begins before the first commits; `looks` are the first's transactions before."""
    told: list[type[Refusal]] = []
    other = Thread(target=lambda: told.extend(told_by(lambda: second(work))))
    held, begun = holding(work, other), count()
    first(lambda: held() if next(begun) == looks else work())
    other.join(20)
    assert not other.is_alive()
    return told


def holding(work: Work, other: Thread) -> Work:
    """Transactions that let somebody else begin before they commit."""

    @contextmanager
    def held() -> Iterator[UnitOfWork]:
        with work() as uow:
            yield uow
            uow.outbox.write()
            other.start()
            other.join(0.4)

    return held

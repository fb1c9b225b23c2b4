"""One after the other, in the order in which they came."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Lock
from time import monotonic, sleep
from types import TracebackType
from typing import Final, TypeVar

GIVES_WAY_S: Final = 0.12
LONG_S: Final = 0.05
T = TypeVar("T")


class Turns:
    """What SQLite's one write lock lacks: who waits for that asks now and then, up to a tenth of a second apart.

    So a job that writes again and again would keep out, by chance and for seconds, a citizen's mail at the door.
    """

    def __init__(self) -> None:
        self._changing = Lock()
        self._taken = False
        self._waiting: deque[Lock] = deque()

    def __enter__(self) -> None:
        with self._changing:
            if not self._taken:
                self._taken = True
                return
            mine = Lock()
            mine.acquire()
            self._waiting.append(mine)
        mine.acquire()

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        with self._changing:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False


def giving_way(work: Callable[[], AbstractContextManager[T]]) -> Callable[[], AbstractContextManager[T]]:
    """Long transactions on each other's heels, as in an import, would keep a bot that runs out of SQLite.

    Who waits for its lock looks a tenth of a second apart: for so long the next one waits.
    """
    ends_long = False

    @contextmanager
    def polite() -> Iterator[T]:
        nonlocal ends_long
        if ends_long:
            sleep(GIVES_WAY_S)
        began = monotonic()
        with work() as done:
            yield done
        ends_long = monotonic() - began >= LONG_S

    return polite

"""One after the other, in the order in which they came."""

from collections import deque
from threading import Lock
from types import TracebackType


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

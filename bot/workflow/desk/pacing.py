"""Not too much of the chat at once."""

from collections import deque
from threading import Lock
from time import monotonic
from typing import Final

MINUTE_S: Final = 60.0


class Pace:
    """So many calls within any minute, in this copy."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._at: deque[float] = deque()

    def take(self, count: int = 1) -> bool:
        """Whether there is room for so many; they are counted then."""
        with self._lock:
            now = monotonic()
            while self._at and now - self._at[0] >= MINUTE_S:
                self._at.popleft()
            if len(self._at) + count > self._most:
                return False
            self._at.extend([now] * count)
            return True

    def count(self) -> None:
        """One that can't wait."""
        with self._lock:
            self._at.append(monotonic())

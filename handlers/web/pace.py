"""How often a page of the map may be asked for: each look counts people and homes."""

from collections import deque
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Final

SPAN_S: Final = 60.0
MOST: Final = 600
"""A minute: a screen full of our own map is some thirty pieces, and who drags looks at many."""
MOST_WHO: Final = 1_000


class Pace:
    """In this copy of the program, by person."""

    def __init__(self, steady: Callable[[], float] = monotonic, most: int = MOST) -> None:
        self._steady = steady
        self._most = most
        self._lock = Lock()
        self._asked: dict[str, deque[float]] = {}

    def allows(self, who: str) -> bool:
        """Counts this time; False where they asked too often within the last minute."""
        now = self._steady()
        with self._lock:
            if len(self._asked) > MOST_WHO:
                self._asked = {one: times for one, times in self._asked.items() if times[-1] > now - SPAN_S}
            times = self._asked.setdefault(who, deque())
            while times and times[0] <= now - SPAN_S:
                times.popleft()
            if len(times) >= self._most:
                return False
            times.append(now)
            return True

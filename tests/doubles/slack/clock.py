"""The double's own time, out of reach of libraries that freeze the clock of the code under test."""

import threading
import time
from collections.abc import Callable


class Clock:
    """A wall clock that tests can push forward.

    The real functions are kept inside a dictionary: clock-freezing libraries replace module attributes, so a
    name imported at the top of a module would freeze along with the application.
    """

    _REAL: dict[str, Callable[[], float]] = {"wall": time.time, "steady": time.monotonic}  # noqa: RUF012

    def __init__(self, wall: Callable[[], float] | None = None) -> None:
        self._wall = wall or self._REAL["wall"]
        self._ahead = 0.0
        self._last_stamp = 0
        self._lock = threading.Lock()

    def now(self) -> float:
        """Seconds since 1970 on Slack's side."""
        return self._wall() + self._ahead

    def advance(self, seconds: float) -> None:
        """Make trigger ids, response URLs and rate limits older without waiting."""
        self._ahead += seconds

    def stamp(self) -> str:
        """A message timestamp: unique and increasing, even when the wall clock stands still."""
        with self._lock:
            self._last_stamp = max(int(self.now() * 1_000_000), self._last_stamp + 1)
            return f"{self._last_stamp // 1_000_000}.{self._last_stamp % 1_000_000:06d}"

    def steady(self) -> float:
        """Real elapsed time, for waiting."""
        return self._REAL["steady"]()

"""Work wakes its worker: a bell for each kind of work, within this process."""

from collections import defaultdict
from enum import StrEnum
from threading import Condition


class Bell(StrEnum):
    """Kinds of work that somebody may wait for."""

    OUTBOX = "outbox"
    LETTERS = "letters"
    FILES = "files"
    BATCHES = "batches"
    INBOUND = "inbound"
    UPLOADS = "uploads"
    CLAIMS = "claims"


class Bells:
    """Whoever commits work rings; whoever waits for that kind hears it, also when it rang while they were busy."""

    def __init__(self) -> None:
        self._changed: defaultdict[str, Condition] = defaultdict(Condition)
        self._rung: defaultdict[str, int] = defaultdict(int)

    def ring(self, name: str) -> None:
        """Wake all who wait for this."""
        changed = self._changed[name]
        with changed:
            self._rung[name] += 1
            changed.notify_all()

    def wait(self, name: str, heard: int, timeout_s: float) -> int:
        """Until it rang more often than was `heard`, or the time is over; how often it rang."""
        changed = self._changed[name]
        with changed:
            changed.wait_for(lambda: self._rung[name] > heard, timeout_s)
            return self._rung[name]

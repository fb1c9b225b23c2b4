"""Leases of what this copy works on: short, kept alive while it lives, and lost where it stood still for too long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Condition, Event, Thread, local
from time import monotonic
from typing import Final

import structlog

from bot.clock import Clock
from storage.engine import is_away
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()
EVERY_S: Final = 4.0
"""How often leases are prolonged: well within the shortest of them."""
IDLE_S: Final = 60.0
PATIENCE_S: Final = 60.0
"""So long a standby may take to come in the place of a database that died."""
AGAIN_S: Final = 1.0
A_MOMENT: Final = timedelta(seconds=2)
"""So short a while after it was seen to be held, a lease is not looked at again."""
Prolong = Callable[[UnitOfWork, datetime], bool]


class LeaseLost(Exception):
    """This copy stood still for too long: another one is at it by now. Nothing may be done any more."""


class Lease:
    """What one thread works on; `prolong` is False where another copy has it."""

    def __init__(self, lasts: timedelta, prolong: Prolong, seen_at: datetime) -> None:
        self.lasts = lasts
        self.prolong = prolong
        self.seen_at = seen_at


class Keeper:
    """One thread prolongs all that this copy works on; it sleeps while there is nothing."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock
        self._leases: set[Lease] = set()
        self._changed = Condition()
        self._pause = Event()
        self._mine = local()
        self._thread: Thread | None = None

    @contextmanager
    def holding(self, lasts: timedelta, prolong: Prolong) -> Iterator[None]:
        """The lease that this thread just took is kept alive until the block ends."""
        lease = self._mine.lease = Lease(lasts, prolong, self._clock.now())
        with self._changed:
            self._leases.add(lease)
            if self._thread is None:
                self._thread = Thread(target=self._keep, name="leases", daemon=True)
                self._thread.start()
            self._changed.notify()
        try:
            yield
        finally:
            self._mine.lease = None
            with self._changed:
                self._leases.discard(lease)

    def check(self) -> None:
        """Right before what can't be undone: LeaseLost where another copy has what this thread works on."""
        lease: Lease | None = getattr(self._mine, "lease", None)
        if lease is None or timedelta() <= self._clock.now() - lease.seen_at < A_MOMENT:
            return
        if not self._prolong(lease):
            raise LeaseLost

    def write_down(self, write: Callable[[], None]) -> None:
        """What came of a call that is not made twice: where the database is away, as soon as it is back.

        The process knows it, and nobody else: were it lost, people would have to decide. Whoever took over meanwhile
        is heeded by `write` itself.
        """
        until = monotonic() + PATIENCE_S
        while True:
            try:
                return write()
            except Exception as error:
                if not is_away(error) or monotonic() > until:
                    raise
                log.warning("not written down yet", error=type(error).__name__)
                self._pause.wait(AGAIN_S)

    def prolong(self) -> None:
        """All of them, once."""
        with self._changed:
            leases = [*self._leases]
        for lease in leases:
            self._prolong(lease)

    def _prolong(self, lease: Lease) -> bool:
        now = self._clock.now()
        with self._work() as uow:
            held = lease.prolong(uow, now + lease.lasts)
        if held:
            lease.seen_at = now
        return held

    def _keep(self) -> None:
        while True:
            with self._changed:
                if not self._changed.wait_for(lambda: self._leases, IDLE_S):
                    self._thread = None
                    return
            self._pause.wait(EVERY_S)
            try:
                self.prolong()
            except Exception as error:  # the database is away: they run out, unless it is back in time
                log.warning("leases not prolonged", error=type(error).__name__)

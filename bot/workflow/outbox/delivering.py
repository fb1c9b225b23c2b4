"""The outbox's workers: each delivers a thing, and writes down what came of it as it takes the next."""

from collections.abc import Mapping
from datetime import timedelta
from threading import Event
from time import monotonic
from typing import Final

from bot.clock import Clock
from bot.records.outbox import OutboxItem, Task, Unreadable, Worker
from bot.workflow.figures.deliveries import Act, Delivery, Finish, nothing
from bot.workflow.leasing import Keeper, LeaseLost
from bot.workflow.outbox.settling import Settling
from bot.workflow.ports import ChatDown
from storage.engine import is_away
from storage.unit_of_work import UnitOfWork, Work

LEASE: Final = timedelta(seconds=12)  # kept alive: so long a post waits where its worker died
A_WHILE_S: Final = 20
"""So long one goes on before it tells that it lives."""
LATER_S: Final = 2
"""A shorter pause that the chat asks for, as between two posts in a channel, is waited for."""
Taken = tuple[OutboxItem, Act]


class Delivering:
    """Several may run at once."""

    def __init__(
        self, work: Work, clock: Clock, keeper: Keeper, settling: Settling, deliveries: Mapping[Task, Delivery]
    ) -> None:
        self._work = work
        self._clock = clock
        self._keeper = keeper
        self._settling = settling
        self._deliveries = deliveries
        self._ending = Event()
        self._passed = False  # the last that was done came before what is new: now the oldest has its turn

    def deliver_next(self, worker: Worker | None = None) -> bool:
        """Deliver what is due, of this worker's or of any, for a while; False where nothing is due any more."""
        until, goes_on, taken = monotonic() + A_WHILE_S, True, self._take(worker)
        while taken:
            goes_on = monotonic() < until and not self._ending.is_set()
            taken = self._deliver(*taken, worker, goes_on=goes_on)
        return not goes_on

    def end_soon(self) -> None:
        """From now on nothing is taken along."""
        self._ending.set()

    def _deliver(self, item: OutboxItem, act: Act, worker: Worker | None, *, goes_on: bool) -> Taken | None:
        if isinstance(item.payload, Unreadable):
            self._settling.give_up(item, item.payload.reason, item.payload.task)
            return self._take(worker) if goes_on else None
        try:
            with self._keeper.holding(LEASE, lambda uow, until: uow.outbox.extend_lease(item, until)):
                finish = act()
                self._passed = item.passed
                if goes_on:
                    return self._done_and_take(item, finish, worker)
                self._done(item, finish)
        except Exception as error:
            self._settling.failed(item, error)
            if worker and goes_on and isinstance(error, ChatDown) and (error.retry_after_s or LATER_S) < LATER_S:
                self._ending.wait(error.retry_after_s)  # a look by itself would come later; its peers go on meanwhile
        return self._take(worker) if goes_on else None

    def _done_and_take(self, item: OutboxItem, finish: Finish | None, worker: Worker | None) -> Taken | None:
        """In one transaction; where the next can't be had, what was done stands all the same."""
        is_done = False
        try:
            with self._work() as uow:
                self._settling.done(uow, item, finish)
                uow.outbox.write()  # that may be the next
                is_done = True
                return self._prepared(uow, self._claim(uow, worker))
        except Exception as error:
            if not (is_done or is_away(error)):
                raise
        self._done(item, finish, tried=True)
        return self._take(worker)

    def _done(self, item: OutboxItem, finish: Finish | None, *, tried: bool = False) -> None:
        """By itself, and as soon as the database is back where that is away."""

        def write() -> None:
            nonlocal tried
            again, tried = tried, True
            with self._work() as uow:
                # Whoever asked does not hear whether it was written down: then it is nobody's any more.
                if not again or uow.outbox.extend_lease(item, self._clock.now() + LEASE):
                    self._settling.done(uow, item, finish)

        self._keeper.write_down(write)

    def _take(self, worker: Worker | None) -> Taken | None:
        """Where what it needs can't be read, its claim stands all the same."""
        item = None
        try:
            with self._work() as uow:
                item = self._claim(uow, worker)
                return self._prepared(uow, item)
        except Exception as error:
            if item is None:
                raise
            return item, self._failing(item, error)

    def _claim(self, uow: UnitOfWork, worker: Worker | None) -> OutboxItem | None:
        now = self._clock.now()
        return uow.outbox.claim(now, now + LEASE, worker, oldest=self._passed)

    def _prepared(self, uow: UnitOfWork, item: OutboxItem | None) -> Taken | None:
        """With all that it needs, read together."""
        if item is None:
            return None
        return item, nothing if isinstance(item.payload, Unreadable) else self._deliveries[item.task](uow, item)

    def _failing(self, item: OutboxItem, error: Exception) -> Act:
        with self._work() as uow:
            mine = uow.outbox.claim_again(item, self._clock.now() + LEASE)

        def fail() -> None:
            raise error if mine else LeaseLost

        return fail

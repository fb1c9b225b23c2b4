"""What was done stands, whatever becomes of the next that is taken along."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

import pytest
from sqlalchemy.exc import OperationalError

from bot.clock import Clock
from bot.records.chat import MessageRef
from bot.records.outbox import OutboxItem, Task, Worker
from bot.workflow.figures.deliveries import Act, Finish
from bot.workflow.leasing import Keeper
from bot.workflow.outbox.delivering import Delivering
from bot.workflow.outbox.settling import Settling
from bot.workflow.ports import ChatDown
from storage.unit_of_work import UnitOfWork
from tests.storage.things import Work

Prepare = Callable[[OutboxItem], None]


class Desk:
    """Delivers alerts by writing down their numbers."""

    def __init__(self, work: Work, prepare: Prepare = lambda _item: None) -> None:
        self.delivered: list[int] = []
        self._prepare = prepare
        self.when_shown: Prepare = lambda _item: None
        clock = Clock()
        deliveries = {Task.SHOW_ALERT: self._show}
        self.delivering = Delivering(work, clock, Keeper(work, clock), Settling(work, clock), deliveries)

    def _show(self, _uow: UnitOfWork, item: OutboxItem) -> Act:
        self._prepare(item)

        def act() -> Finish:
            self.when_shown(item)
            self.delivered.append(item.subject_id)
            return lambda uow: uow.outbox.remember(item.task, item.subject_id, MessageRef("C1", "1.2"), "link")

        return act


def owe(work: Work, *subjects: int) -> None:
    with work() as uow:
        for subject in subjects:
            uow.outbox.owe(Task.SHOW_ALERT, subject)


def test_what_can_not_be_read_is_set_aside_and_what_was_done_before_it_stands(work: Work) -> None:
    def prepare(item: OutboxItem) -> None:
        if item.subject_id == 2:
            raise ValueError

    desk = Desk(work, prepare)
    owe(work, 1, 2, 3)
    assert not desk.delivering.deliver_next()
    assert desk.delivered == [1, 3]
    with work() as uow:
        assert [uow.outbox.link(Task.SHOW_ALERT, subject) for subject in (1, 2, 3)] == ["link", "", "link"]


def test_a_database_that_goes_after_all_was_written_down_costs_nothing_twice(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asked does not hear whether it was: it looks."""
    desk, lost = Desk(work), [True]
    real = Delivering._prepared

    def prepared(self: Delivering, uow: UnitOfWork, item: OutboxItem | None) -> object:
        if desk.delivered and lost:
            lost.clear()
            uow._connection.commit()
            raise ConnectionError
        return real(self, uow, item)

    monkeypatch.setattr(Delivering, "_prepared", prepared)
    owe(work, 1, 2)
    desk.delivering.deliver_next()
    assert desk.delivered == [1]
    with work() as uow:
        assert uow.outbox.link(Task.SHOW_ALERT, 1) == "link"
        assert uow.outbox.is_owed(Task.SHOW_ALERT, 2)


@pytest.mark.parametrize("goes_on", [True, False])
def test_what_was_done_is_written_down_as_soon_as_the_database_is_back(work: Work, goes_on: bool) -> None:
    """A standby takes the place of a server that died: nobody but this copy knows what it did."""
    away: list[OperationalError] = []

    @contextmanager
    def flaky() -> Iterator[UnitOfWork]:
        if away:
            raise away.pop()
        with work() as uow:
            yield uow

    desk = Desk(flaky)
    if not goes_on:
        desk.delivering.end_soon()
    desk.when_shown = lambda _item: away.append(OperationalError("", {}, ConnectionError()))
    owe(work, 1)
    desk.delivering.deliver_next()
    assert desk.delivered == [1]
    with work() as uow:
        assert not uow.outbox.is_owed(Task.SHOW_ALERT, 1)
        assert uow.outbox.link(Task.SHOW_ALERT, 1) == "link"


def test_a_post_that_comes_too_soon_is_made_when_the_chat_says(work: Work) -> None:
    """As soon as that: at a look by itself it would be twice as late."""
    asked: list[float] = []
    desk = Desk(work)

    def busy_at_first(_item: OutboxItem) -> None:
        asked.append(monotonic())
        if len(asked) == 1:
            raise ChatDown("ratelimited", 0.1)

    desk.when_shown = busy_at_first
    owe(work, 1)
    assert not desk.delivering.deliver_next(Worker.CHAT)
    assert desk.delivered == [1]
    assert asked[1] - asked[0] >= 0.1


def test_who_ends_takes_nothing_along(work: Work) -> None:
    desk = Desk(work)
    owe(work, 1, 2)
    desk.delivering.end_soon()
    assert desk.delivering.deliver_next()
    assert desk.delivered == [1]

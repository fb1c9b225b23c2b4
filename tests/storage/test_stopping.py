"""A mailing is taken back whole, or not at all: against a worker that claims a batch of it at that moment."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from bot.domain.alerts.alerts import AlertStatus
from bot.domain.alerts.mailings import Batch, Outcome, of_alert
from storage.schema.mailings import batches, deliveries, mailings
from tests.domain.samples import BRAM, NOON
from tests.storage.things import CARLA, LATER, Work, approved, claimed, enrolled, filed

HOLD = timedelta(seconds=30)
SOON_S = 0.3


def rows(engine: Engine) -> list[int]:
    with engine.connect() as connection:
        return [len(connection.execute(select(table)).all()) for table in (mailings, batches, deliveries)]


def take_back(work: Work) -> bool:
    with work() as uow:
        return uow.mailings.take_back(of_alert(1))


def claim(work: Work) -> Batch | None:
    with work() as uow:
        return uow.mailings.claim_batch(NOON, LATER)


def meanwhile(first: Callable[[], object], act: Callable[[], object]) -> Future[object]:
    """`act` in a thread of its own, while the transaction that did `first` is still open."""
    first()
    pool = ThreadPoolExecutor(1)
    other = pool.submit(act)
    pool.shutdown(wait=False)
    with pytest.raises(TimeoutError):
        other.result(SOON_S)
    return other


def test_a_held_mailing_waits_and_says_until_when(work: Work) -> None:
    enrolled(work, 3)
    alert = filed(work)
    with work() as uow:
        assert uow.alerts.approve(alert, BRAM, NOON)
        uow.mailings.plan(alert, 2, NOON, HOLD)
    with work() as uow:
        assert uow.mailings.held_until(of_alert(alert.id)) == NOON + HOLD
        assert uow.mailings.claim_batch(NOON + HOLD - timedelta(seconds=1), LATER) is None
        batch = uow.mailings.claim_batch(NOON + HOLD, LATER)
        assert batch
        assert uow.mailings.held_until(of_alert(alert.id)) is None
    with work() as uow:
        uow.mailings.settle_batch(batch, Outcome.FAILED, "busy", LATER, NOON)
        assert uow.mailings.held_until(of_alert(alert.id)) is None


def test_what_is_not_held_says_nothing(work: Work) -> None:
    alert = approved(work)
    with work() as uow:
        assert uow.mailings.held_until(of_alert(alert.id)) is None
        assert uow.mailings.held_until(of_alert(99)) is None


def test_taken_back_nothing_is_left_of_it_and_it_can_be_planned_anew(work: Work, engine: Engine) -> None:
    alert = approved(work, people=5, batch_size=2)
    assert rows(engine) == [1, 3, 5]
    with work() as uow:
        assert uow.mailings.take_back(of_alert(alert.id))
        assert uow.alerts.stop(alert, CARLA, NOON)
        assert not uow.alerts.stop(alert, CARLA, NOON)
    assert rows(engine) == [0, 0, 0]
    with work() as uow:
        stopped = uow.alerts.get(alert.id)
        assert (stopped.status, stopped.version) == (AlertStatus.REQUESTED, alert.version + 1)
        assert (stopped.approver_id, stopped.approver_name, stopped.approved_at) == ("", "", None)
        assert uow.alerts.approve(stopped, BRAM, NOON)
        assert uow.mailings.plan(stopped, 2, NOON) == 5


@pytest.mark.parametrize("outcome", [None, *Outcome])
def test_once_one_batch_was_called_for_all_of_it_stays(work: Work, engine: Engine, outcome: Outcome | None) -> None:
    approved(work, people=5, batch_size=2)
    batch = claimed(work)
    if outcome:
        with work() as uow:
            uow.mailings.settle_batch(batch, outcome, "", LATER, NOON)
    assert not take_back(work)
    assert rows(engine) == [1, 3, 5]


def test_who_stops_waits_for_the_worker_that_claims_and_is_too_late(work: Work, engine: Engine) -> None:
    approved(work, people=5, batch_size=2)
    with work() as uow:
        other = meanwhile(lambda: uow.mailings.claim_batch(NOON, LATER), lambda: take_back(work))
    assert other.result(10) is False
    assert rows(engine) == [1, 3, 5]


def test_a_worker_finds_nothing_of_what_is_being_taken_back(work: Work, engine: Engine) -> None:
    approved(work, people=5, batch_size=2)
    with ThreadPoolExecutor(1) as pool:
        with work() as uow:
            assert uow.mailings.take_back(of_alert(1))
            other = pool.submit(claim, work)
        assert other.result(10) is None
    assert rows(engine) == [0, 0, 0]


def test_two_who_stop_at_once_are_told_apart(work: Work) -> None:
    approved(work, people=5, batch_size=2)
    with work() as uow:
        other = meanwhile(lambda: uow.mailings.take_back(of_alert(1)), lambda: take_back(work))
    assert other.result(10) is False


def test_who_is_refused_gets_nothing(work: Work) -> None:
    approved(work, people=3)
    batch = claimed(work)
    with work() as uow:
        people = uow.mailings.recipients(batch, NOON)
        uow.mailings.refuse(people[:2], "not on the allow-list", NOON)
        assert uow.mailings.recipients(batch, NOON) == people[2:]
        uow.mailings.settle_batch(batch, Outcome.ACCEPTED, "", LATER, NOON)
        progress = uow.mailings.progress(of_alert(1))
    assert progress
    assert (progress.sent, progress.refused) == (1, 2)

"""Whose incidents are: each step is made by one, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine

from bot.domain.participants.people import Colleague
from bot.workflow.day_monitor.dividing import days_of, owe_division
from storage.unit_of_work import UnitOfWork
from tests.domain.samples import ANNA, BRAM, NOON
from tests.incidents import SEEN, monitor
from tests.storage.things import ELS, Work, approved, filed

DAY = timedelta(days=1)
TODAY = date(2026, 1, 14)


def at_once(work: Work, act: Callable[[UnitOfWork, Colleague], bool]) -> list[bool]:
    def one(colleague: Colleague) -> bool:
        with work() as uow:
            return act(uow, colleague)

    with ThreadPoolExecutor(4) as pool:
        return sorted(pool.map(one, [ANNA, BRAM, ELS, ANNA]))


ONCE = [False, False, False, True]


def test_one_of_four_makes_the_step(work: Work, database_url: str) -> None:
    [first, second] = monitor(database_url, "2026-1", "2026-2")
    alert = filed(work)
    assert at_once(work, lambda uow, _: uow.divisions.begin(TODAY, NOON)) == ONCE
    assert at_once(work, lambda uow, by: uow.divisions.assign(first, "", (by.id, by.name), by, NOON)) == ONCE
    assert at_once(work, lambda uow, by: uow.divisions.skip(second, "double", by, NOON)) == ONCE
    assert at_once(work, lambda uow, _: uow.divisions.request(second, alert.id)) == ONCE
    with work() as uow:
        assert not uow.divisions.skip(second, "double", ANNA, NOON)
        assert not uow.divisions.assign(second, "", ("U1", "Anna"), BRAM, NOON)
        line = uow.divisions.line(second)
        assert (line.incident.skip_reason, line.reference, line.requester_name) == ("", alert.reference, ANNA.name)
        assert uow.divisions.unassigned() == []
        uow.divisions.release(alert.id)
        assert uow.divisions.unassigned() == [second]


def test_two_who_divide_at_once_give_nobody_twice_as_much(work: Work, database_url: str) -> None:
    numbers = monitor(database_url, *(f"2026-{number}" for number in range(20)))

    def divide(uow: UnitOfWork, by: Colleague) -> bool:
        free = uow.divisions.unassigned()
        return sum(uow.divisions.assign(number, "", (by.id, by.name), by, NOON) for number in free) == len(numbers)

    assert at_once(work, divide) == ONCE


def test_who_is_in_and_did_how_much(work: Work, database_url: str, engine: Engine) -> None:
    alert = approved(work, people=1)
    filed(work)
    days = days_of(alert.requested_at)
    monitor(database_url, "2026-1", assignee_id=ANNA.id, assignee_name=ANNA.name)
    monitor(database_url, "2026-2", assignee_id=ANNA.id, assignee_name=ANNA.name, status="skipped")
    with work() as uow:
        assert [uow.divisions.come_in(who, days.today, NOON) for who in (BRAM, ANNA, ANNA)] == [True, True, False]
        anna, bram = uow.divisions.on_duty(days)
        assert (anna.requests_today, anna.requests_lately, anna.approvals_lately, anna.assigned) == (2, 2, 0, 1)
        assert (bram.requests_today, bram.approvals_today, bram.approvals_lately) == (0, 1, 1)
        [] = uow.divisions.on_duty(days_of(NOON + 3 * DAY))
        uow.divisions.come_in(ANNA, TODAY + 29 * DAY, NOON)
        [later] = uow.divisions.on_duty(days_of(NOON + 29 * DAY))
        assert (later.requests_today, later.requests_lately) == (0, 2)
        uow.divisions.come_in(ANNA, TODAY + 31 * DAY, NOON)
        [long_after] = uow.divisions.on_duty(days_of(NOON + 31 * DAY))
        assert long_after.requests_lately == 0
        assert [uow.divisions.go_out(ANNA, days.today) for _ in range(2)] == [True, False]


def test_what_a_morning_shows(work: Work, database_url: str) -> None:
    old = SEEN - 3 * DAY
    monitor(database_url, "open", first_seen_at=old)
    monitor(database_url, "erased", first_seen_at=old, erased_at=SEEN)
    monitor(database_url, "done", first_seen_at=old, status="skipped", skip_reason="double", skipped_at=old)
    monitor(database_url, "today", first_seen_at=old, status="skipped", skip_reason="double", skipped_at=SEEN)
    monitor(database_url, "new", status="requested", alert_id=filed(work).id)
    begins_at = days_of(NOON).begins_at
    assert begins_at == datetime(2026, 1, 13, 23, tzinfo=UTC)
    with work() as uow:
        page = uow.divisions.page(begins_at, 5)
        assert [line.incident.row.bvh_number for line in page.lines] == ["open", "today"]
        assert (page.page, page.pages, page.open, page.undivided) == (0, 1, 1, 1)
        assert [line.incident.row.bvh_number for line in uow.divisions.requested(begins_at)] == ["new"]
        assert [line.incident.row.bvh_number for line in uow.divisions.assigned_to("")] == ["open"]
        assert uow.divisions.page(begins_at - 4 * DAY, 0).lines[1].incident.row.bvh_number == "done"


@pytest.mark.parametrize("status", ["open", "skipped"])
def test_a_request_under_the_same_number_counts(work: Work, database_url: str, status: str) -> None:
    alert = filed(work, bvh_number="2026-1")
    [incident, _] = monitor(database_url, "2026-1", "2026-2", status=status)
    with work() as uow:
        owe_division(uow)
        assert uow.divisions.line(incident).reference == alert.reference
    with work() as uow:
        uow.divisions.release(alert.id)
        owe_division(uow)
        assert uow.divisions.line(incident).reference == alert.reference, "it still stands"

"""When what waits is reminded of: a table in people's days and hours, and what holds for every moment of the year."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.desk.deadlines import (
    APART,
    STEPS,
    ReminderStep,
    ReminderTimes,
    WaitKind,
    all_late_before,
    is_quiet,
    late_before,
    reminders,
)
from bot.domain.working_days import WorkingDays

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TERMS = {
    WaitKind.INCIDENT: timedelta(hours=4),
    WaitKind.REQUEST: timedelta(hours=1),
    WaitKind.UNSENT: timedelta(minutes=15),
    WaitKind.BATCH: timedelta(hours=1),
    WaitKind.CITIZEN: timedelta(hours=4),
    WaitKind.LEAD: timedelta(hours=48),
}
HOLIDAY = date(2026, 1, 27)  # made up, a Tuesday
DAYS = WorkingDays(lambda day: day in (date(2026, 1, 1), HOLIDAY))
TIMES = ReminderTimes(time(17), time(15), time(16, 30), time(9), time(20), time(8), DAYS, TERMS)


def at(told: str) -> datetime:
    """January 2026: the 14th is a Wednesday."""
    return datetime.strptime(f"2026-01-{told}", "%Y-%m-%d %H:%M").replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("since", "thread", "channel", "superusers"),
    [
        ("14 09:00", "14 15:00", "14 16:30", "15 09:00"),  # in the morning: the same day
        ("14 14:30", "14 15:30", "14 16:30", "15 09:00"),  # at least an hour after it came in
        ("14 16:59", "14 17:59", "14 18:59", "15 09:00"),
        ("14 17:00", "15 15:00", "15 16:30", "16 09:00"),  # after five: the next day
        ("14 23:30", "15 15:00", "15 16:30", "16 09:00"),
        ("17 18:00", "19 15:00", "19 16:30", "20 09:00"),  # Saturday evening: Monday
        ("18 10:00", "19 15:00", "19 16:30", "20 09:00"),  # Sunday: Monday
        ("17 10:00", "17 15:00", "17 16:30", "19 09:00"),  # Saturday: the superusers on Monday
        ("26 16:59", "26 17:59", "26 18:59", "28 09:00"),  # the day before a holiday: the superusers after it
        ("26 17:00", "28 15:00", "28 16:30", "29 09:00"),  # in its evening: after the holiday
        ("27 10:00", "28 15:00", "28 16:30", "29 09:00"),  # on the holiday: the day after
    ],
)
def test_the_days_of_a_week(since: str, thread: str, channel: str, superusers: str) -> None:
    assert list(reminders(WaitKind.REPLY, at(since), TIMES).values()) == [at(thread), at(channel), at(superusers)]


def test_what_falls_into_the_quiet_hours_comes_in_the_morning() -> None:
    late = ReminderTimes(time(19), time(18, 30), time(19, 30), time(9), time(20), time(8), DAYS)
    moments = list(reminders(WaitKind.REPLY, at("14 18:55"), late).values())
    assert moments == [at("14 19:55"), at("15 08:00"), at("15 09:00")]


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)))
def test_nobody_is_woken_and_all_come_in_order(since: datetime) -> None:
    local = since.replace(tzinfo=AMSTERDAM)
    moments = list(reminders(WaitKind.REPLY, local, TIMES).values())
    assert not any(is_quiet(moment, TIMES) for moment in moments)
    assert moments[0] >= local + APART
    assert all(later - earlier >= APART for earlier, later in pairwise(moments))
    assert moments[-1] - local < timedelta(days=4)
    assert list(reminders(WaitKind.REPLY, local, TIMES)) == list(ReminderStep)


@pytest.mark.parametrize(
    ("kind", "since", "due"),
    [
        (WaitKind.INCIDENT, "14 08:30", ["14 12:30", "14 16:30"]),  # asked for on the day that it is read in
        (WaitKind.INCIDENT, "14 17:00", ["15 08:00", "15 09:00"]),  # in the night nobody is told, then an hour apart
        (WaitKind.REQUEST, "14 13:00", ["14 14:00", "14 15:00"]),
        (WaitKind.UNSENT, "14 13:00", ["14 13:15"]),
        (WaitKind.BATCH, "17 19:30", ["19 08:00", "19 09:00"]),  # Saturday night: Monday
        (WaitKind.CITIZEN, "14 09:00", ["14 13:00", "14 17:00"]),
        (WaitKind.UNSENT, "27 13:00", ["28 08:00"]),  # on a holiday nobody is told
        (WaitKind.LEAD, "14 13:00", ["16 13:00", "19 08:00"]),  # Wednesday: Friday, then Sunday, so Monday
    ],
)
def test_what_has_a_term_of_its_own(kind: WaitKind, since: str, due: list[str]) -> None:
    assert list(reminders(kind, at(since), TIMES).values()) == [at(moment) for moment in due]


@pytest.mark.parametrize(
    ("last_day", "thread", "superusers"),
    [
        ("24 00:00", "23 15:00", "26 09:00"),  # a Saturday: on Friday, and on the Monday after it
        ("22 00:00", "21 15:00", "23 09:00"),
        ("19 00:00", "17 15:00", "20 09:00"),  # a Monday: on Saturday, since on Sunday nobody reads it
        ("28 00:00", "26 15:00", "29 09:00"),  # the day before is a holiday: sooner, not later
        ("27 00:00", "26 15:00", "28 09:00"),
    ],
)
def test_images_are_reminded_of_before_a_camera_erases_them(last_day: str, thread: str, superusers: str) -> None:
    moments = reminders(WaitKind.IMAGES, at(last_day), TIMES)
    assert moments == {ReminderStep.THREAD: at(thread), ReminderStep.SUPERUSERS: at(superusers)}
    for moment in (at(thread), at(superusers)):
        assert not is_quiet(moment, TIMES)
    just_before, from_then = at(thread) - timedelta(seconds=1), at(thread)
    assert not at(last_day) < late_before(WaitKind.IMAGES, just_before, TIMES)
    assert at(last_day) < late_before(WaitKind.IMAGES, from_then, TIMES)


@given(
    st.sampled_from(WaitKind),
    st.datetimes(datetime(2026, 1, 5), datetime(2026, 3, 20)),
    st.integers(1, 60 * 24 * 8),
)
def test_late_is_what_is_to_be_reminded_of_once_people_may_be(kind: WaitKind, since: datetime, minutes: int) -> None:
    """While the clocks don't change: in that night an hour more or less is nobody's loss."""
    waits = since.replace(tzinfo=AMSTERDAM)
    now = waits + timedelta(minutes=minutes, seconds=1)
    due = next(iter(reminders(kind, waits, TIMES).values()))
    is_late = waits < late_before(kind, now, TIMES)
    if not is_quiet(now, TIMES):
        assert is_late is (due < now)
    assert is_late or now <= due
    assert list(reminders(kind, waits, TIMES)) == list(STEPS[kind])


def test_what_just_came_in_is_not_late_however_late_it_is() -> None:
    now = at("14 17:30")
    assert late_before(WaitKind.REPLY, now, TIMES) == now - timedelta(hours=1)
    assert all_late_before(now, TIMES) == {kind: late_before(kind, now, TIMES) for kind in WaitKind}

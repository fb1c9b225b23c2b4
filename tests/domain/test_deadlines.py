"""When what waits is reminded of: a table in people's days and hours, and what holds for every moment of the year."""

from datetime import datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deadlines import APART, ReminderStep, ReminderTimes, is_quiet, reminders

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TIMES = ReminderTimes(time(17), time(15), time(16, 30), time(9), time(20), time(8))


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
    ],
)
def test_the_days_of_a_week(since: str, thread: str, channel: str, superusers: str) -> None:
    assert list(reminders(at(since), TIMES).values()) == [at(thread), at(channel), at(superusers)]


def test_what_falls_into_the_quiet_hours_comes_in_the_morning() -> None:
    late = ReminderTimes(time(19), time(18, 30), time(19, 30), time(9), time(20), time(8))
    moments = list(reminders(at("14 18:55"), late).values())
    assert moments == [at("14 19:55"), at("15 08:00"), at("15 09:00")]


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)))
def test_nobody_is_woken_and_all_come_in_order(since: datetime) -> None:
    local = since.replace(tzinfo=AMSTERDAM)
    moments = list(reminders(local, TIMES).values())
    assert not any(is_quiet(moment, TIMES) for moment in moments)
    assert moments[0] >= local + APART
    assert all(later - earlier >= APART for earlier, later in pairwise(moments))
    assert moments[-1] - local < timedelta(days=4)
    assert list(reminders(local, TIMES)) == list(ReminderStep)

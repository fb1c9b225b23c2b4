"""The calendar on the days that the Netherlands keep."""

from datetime import date, timedelta

import pytest

from bot.public_holidays import is_public_holiday
from bot.workflow.times import DUTCH_DAYS


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        ("2026-01-01", True),
        ("2026-04-03", False),  # Good Friday: people work
        ("2026-04-05", True),  # Easter
        ("2026-04-06", True),
        ("2026-04-27", True),  # King's Day
        ("2025-04-26", True),  # the 27th is a Sunday
        ("2025-04-27", False),
        ("2013-04-30", True),  # the Queen's Day before
        ("2025-05-05", True),  # Liberation Day, every five years
        ("2026-05-05", False),
        ("2030-05-05", True),
        ("2026-05-14", True),  # Ascension
        ("2026-05-25", True),  # Whit Monday
        ("2026-12-25", True),
        ("2026-12-26", True),
        ("2026-12-31", False),
        ("2028-02-29", False),
        ("2038-04-26", True),  # Easter as late as it gets was the day before: its Monday
    ],
)
def test_public_holidays(day: str, holiday: bool) -> None:
    assert is_public_holiday(date.fromisoformat(day)) is holiday


@pytest.mark.parametrize(
    ("day", "office", "desk"),
    [
        ("2026-11-27", True, True),  # Friday
        ("2026-11-28", False, True),  # Saturday
        ("2026-11-29", False, False),  # Sunday
        ("2028-02-29", True, True),  # a leap day, Tuesday
        ("2032-02-29", False, False),  # a leap day, Sunday
        ("2026-12-25", False, False),  # Christmas, Friday
        ("2026-12-26", False, False),  # Christmas, Saturday
        ("2026-04-27", False, False),  # King's Day, Monday
        ("2026-04-03", True, True),  # Good Friday
    ],
)
def test_office_days_and_desk_days(day: str, office: bool, desk: bool) -> None:
    found = date.fromisoformat(day)
    assert (DUTCH_DAYS.is_office_day(found), DUTCH_DAYS.is_desk_day(found)) == (office, desk)


@pytest.mark.parametrize(
    ("day", "following"),
    [
        ("2026-11-27", "2026-11-28"),
        ("2026-11-28", "2026-11-30"),
        ("2026-12-24", "2026-12-28"),  # two Christmas days and a Sunday
        ("2025-04-25", "2025-04-28"),  # King's Day on Saturday, then Sunday
        ("2026-04-04", "2026-04-07"),  # Easter
        ("2025-12-31", "2026-01-02"),
        ("2028-02-28", "2028-02-29"),
    ],
)
def test_the_next_desk_day(day: str, following: str) -> None:
    assert DUTCH_DAYS.next_desk_day(date.fromisoformat(day)) == date.fromisoformat(following)
    between = date.fromisoformat(following) - timedelta(days=1)
    assert DUTCH_DAYS.desk_day_until(between) in (date.fromisoformat(day), between)


@pytest.mark.parametrize(
    ("month", "day"),
    [
        ("2026-01-01", 2),  # Friday after New Year's Day
        ("2026-02-01", 2),  # the 1st is a Sunday
        ("2026-08-01", 3),  # the 1st is a Saturday
        ("2024-04-01", 2),  # Easter Monday
        ("2026-06-01", 1),
        ("2020-06-01", 2),  # Whit Monday
        ("2025-05-01", 1),
        ("2008-05-01", 2),  # Ascension Day
    ],
)
def test_the_first_office_day_of_a_month(month: str, day: int) -> None:
    first = date.fromisoformat(month)
    assert DUTCH_DAYS.office_day_from(first) == first.replace(day=day)

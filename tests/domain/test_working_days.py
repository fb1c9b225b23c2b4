"""Office days and desk days, in a week with a holiday in it."""

from datetime import date, datetime

import pytest

from bot.domain.working_days import WorkingDays

HOLIDAY = date(2026, 1, 12)  # made up, a Monday
DAYS = WorkingDays(lambda day: day == HOLIDAY)


def january(day: int) -> date:
    """The 5th is a Monday."""
    return date(2026, 1, day)


OFFICE_DAYS = {5, 6, 7, 8, 9, 13, 14, 15, 16}
DESK_DAYS = OFFICE_DAYS | {10, 17}
"""On Saturday the desk is open and the office is not."""


@pytest.mark.parametrize("day", range(5, 19))
def test_which_days_are_worked(day: int) -> None:
    assert DAYS.is_office_day(january(day)) is (day in OFFICE_DAYS)
    assert DAYS.is_desk_day(january(day)) is (day in DESK_DAYS)


@pytest.mark.parametrize(("day", "office_day"), [(9, 9), (10, 13), (11, 13), (12, 13), (13, 13)])
def test_the_first_office_day_from_a_day_on(day: int, office_day: int) -> None:
    assert DAYS.office_day_from(january(day)) == january(office_day)


@pytest.mark.parametrize(
    ("day", "after", "until"), [(9, 10, 9), (10, 13, 10), (11, 13, 10), (12, 13, 10), (13, 14, 13)]
)
def test_the_desk_day_after_a_day_and_the_last_one_before(day: int, after: int, until: int) -> None:
    assert DAYS.next_desk_day(january(day)) == january(after)
    assert DAYS.desk_day_until(january(day)) == january(until)


@pytest.mark.parametrize(
    ("moment", "hour"),
    [
        (datetime(2026, 1, 9, 14, 40), datetime(2026, 1, 9, 14)),
        (datetime(2026, 1, 9, 7, 5), datetime(2026, 1, 9, 9)),
        (datetime(2026, 1, 8, 17, 0), datetime(2026, 1, 9, 9)),
        (datetime(2026, 1, 9, 18, 0), datetime(2026, 1, 13, 9)),
        (datetime(2026, 1, 10, 11, 0), datetime(2026, 1, 13, 9)),
    ],
)
def test_the_next_hour_in_which_one_calls(moment: datetime, hour: datetime) -> None:
    assert DAYS.office_hour_from(moment) == hour

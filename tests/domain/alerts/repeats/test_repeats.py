"""When a burglary repeats an earlier one: at most 200 m and 14 days apart."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.alerts.repeats.repeats import Burglary, first, is_repeat, latest

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
X, Y = 155_800.0, 467_300.0
NOON = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)
ONE = Burglary(1, X, Y, NOON)


@pytest.mark.parametrize(
    ("east", "north", "repeats"),
    [
        (0, 0, True),
        (200, 0, True),
        (0, -200, True),
        (120, 160, True),
        (-120, -160, True),
        (200.01, 0, False),
        (121, 160, False),
        (150, 150, False),  # within the square, outside the circle
    ],
)
def test_the_distance(east: float, north: float, repeats: bool) -> None:
    other = Burglary(2, X + east, Y + north, NOON)
    assert is_repeat(ONE, other, AMSTERDAM) is is_repeat(other, ONE, AMSTERDAM) is repeats


@pytest.mark.parametrize(
    ("after", "repeats"),
    [
        (timedelta(), True),
        (timedelta(days=14), True),
        (timedelta(days=14, microseconds=1), False),
        (timedelta(days=13, hours=23), True),
        (timedelta(days=15), False),
    ],
)
def test_the_time(after: timedelta, repeats: bool) -> None:
    other = Burglary(2, X, Y, NOON + after)
    assert is_repeat(ONE, other, AMSTERDAM) is is_repeat(other, ONE, AMSTERDAM) is repeats


@pytest.mark.parametrize(
    ("earlier", "later", "repeats"),
    [
        ("2026-03-20T15:00", "2026-04-03T15:00", True),  # an hour less than 14 times 24
        ("2026-03-20T15:00", "2026-04-03T15:01", False),
        ("2026-10-20T15:00", "2026-11-03T15:00", True),  # an hour more
        ("2026-10-20T15:00", "2026-11-03T15:01", False),
        ("2026-10-11T02:30", "2026-10-25T02:30", True),  # the hour that comes twice
    ],
)
def test_fourteen_days_are_those_of_the_clock_on_the_wall(earlier: str, later: str, repeats: bool) -> None:
    at = [datetime.fromisoformat(one).replace(tzinfo=AMSTERDAM).astimezone(UTC) for one in (earlier, later)]
    one, other = (Burglary(number, X, Y, moment) for number, moment in enumerate(at, 1))
    assert is_repeat(one, other, AMSTERDAM) is is_repeat(other, one, AMSTERDAM) is repeats


def test_the_second_time_of_the_hour_that_comes_twice_is_the_same_time() -> None:
    second = datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM, fold=1).astimezone(UTC)
    before = datetime(2026, 10, 11, 2, 30, tzinfo=AMSTERDAM).astimezone(UTC)
    assert is_repeat(Burglary(1, X, Y, before), Burglary(2, X, Y, second), AMSTERDAM)


def test_the_latest_is_by_the_offence_and_not_by_its_number() -> None:
    late = Burglary(1, X, Y, NOON + timedelta(hours=1))
    assert latest([ONE, late]) == latest([late, ONE]) == late
    assert first([late, ONE]) == ONE
    same = Burglary(2, X, Y, NOON)
    assert (first([same, ONE]), latest([same, ONE])) == (ONE, same)

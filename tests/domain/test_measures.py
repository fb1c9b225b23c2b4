"""Shares, percentiles and rounding, by values worked out by hand."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from bot.domain.measures import Ratio, Spread, half_up, percentile


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("12.25", "12.3"), ("12.35", "12.4"), ("12.2499", "12.2"), ("0.05", "0.1"), ("-0.25", "-0.3"), ("100", "100.0")],
)
def test_a_half_goes_up(value: str, rounded: str) -> None:
    assert half_up(Fraction(value)) == Decimal(rounded)


@pytest.mark.parametrize(
    ("part", "n", "percent"),
    [(4, 24, "16.7"), (11, 40, "27.5"), (8, 34, "23.5"), (16, 39, "41.0"), (23, 58, "39.7"), (62, 195, "31.8")],
)
def test_the_pilot_s_shares(part: int, n: int, percent: str) -> None:
    assert Ratio(part, n).per() == Decimal(percent)


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        ([5], 90, "5"),
        ([1, 2, 3, 4], 50, "2.5"),
        ([4, 1, 3], 50, "3"),
        ([10, 20, 30, 40, 50], 90, "46"),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, "10"),
        ([0, 100], 90, "90"),
    ],
)
def test_a_percentile_is_the_one_of_a_spreadsheet(values: list[int], percent: int, expected: str) -> None:
    assert percentile(values, percent) == Fraction(expected)


def test_of_nothing_there_is_no_measure() -> None:
    assert percentile([], 50) is None
    assert Ratio(0, 0).per() is None
    assert Spread(()).at(50, timedelta(hours=1)) is None


def test_a_spread_is_told_in_the_unit_that_is_asked_for() -> None:
    spread = Spread((1800, 3600, 9000))
    assert spread.n == 3
    assert spread.at(50, timedelta(hours=1)) == Decimal("1.0")
    assert spread.at(50, timedelta(minutes=1)) == Decimal("60.0")
    assert spread.at(100, timedelta(hours=1)) == Decimal("2.5")
    assert Ratio(3, 1500).per(1000) == Decimal("2.0")

"""Months and periods, as people type them."""

from datetime import UTC, date, datetime

import pytest

from bot.clock import AMSTERDAM
from bot.domain.errors import Refusal
from bot.domain.figures.period_errors import PeriodBackwards, PeriodInFuture, PeriodTooLong, UnknownPeriod
from bot.domain.figures.periods import MOST_MONTHS, Month, Period, parse_period

TODAY = date(2026, 2, 17)


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("", "2026-02"),
        ("  2026-01 ", "2026-01"),
        ("2026-1", "2026-01"),
        ("januari", "2026-01"),
        ("Februari", "2026-02"),
        ("maart", "2025-03"),
        ("okt", "2025-10"),
        ("january", "2026-01"),
        ("januari 2025", "2025-01"),
        ("2025-10 2026-02", "2025-10 2026-02"),
        ("2025-10 t/m 2026-02", "2025-10 2026-02"),
        ("2025-10 - 2026-02", "2025-10 2026-02"),
        ("oktober 2025 tot en met januari", "2025-10 2026-01"),
        ("jaar", "2026-01 2026-02"),
        ("year", "2026-01 2026-02"),
        ("2025", "2025-01 2025-12"),
        ("2026", "2026-01 2026-02"),
        ("2000-01", "2000-01"),
        ("2023-03 2026-02", "2023-03 2026-02"),  # three years
    ],
)
def test_what_people_type(typed: str, period: str) -> None:
    assert str(parse_period(typed, TODAY)) == period
    assert parse_period(period, TODAY) == parse_period(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("gisteren", UnknownPeriod),
        ("2026-13", UnknownPeriod),
        ("2026-00", UnknownPeriod),
        ("0000-01", UnknownPeriod),
        ("0000", UnknownPeriod),
        ("januari 0001", UnknownPeriod),
        ("1999-12", UnknownPeriod),
        ("2026-01 hallo", UnknownPeriod),
        ("2025-10 2025-11 2025-12", UnknownPeriod),
        ("t/m", UnknownPeriod),
        ("2026-01-05", UnknownPeriod),
        ("2026-03", PeriodInFuture),
        ("2027", PeriodInFuture),
        ("2026-02 2026-01", PeriodBackwards),
        ("2023-02 2026-02", PeriodTooLong),
    ],
)
def test_what_is_no_period(typed: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        parse_period(typed, TODAY)
    assert refused.value.field == "period"
    assert refused.value.values == ({"most": MOST_MONTHS} if refusal is PeriodTooLong else {})


def test_a_period_begins_and_ends_at_local_midnight() -> None:
    start, end = Period(Month(2026, 3), Month(2026, 3)).bounds(AMSTERDAM)
    assert start.astimezone(UTC) == datetime(2026, 2, 28, 23, tzinfo=UTC)
    assert end.astimezone(UTC) == datetime(2026, 3, 31, 22, tzinfo=UTC)  # summer time since the 29th


def test_a_month_alone_stands_in_a_table_of_six() -> None:
    assert str(Period(Month(2026, 2), Month(2026, 2)).table) == "2025-09 2026-02"
    assert str(Period(Month(2014, 10), Month(2015, 2)).table) == "2014-10 2015-02"

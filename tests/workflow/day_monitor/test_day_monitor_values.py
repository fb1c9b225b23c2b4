"""Dates, times and texts as people and Excel write them."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.day_monitor.file_errors import BrokenCell, NotADate
from bot.domain.errors import InvalidTime
from bot.workflow.day_monitor.day_monitor_values import Cell, date_of, text_of, time_of
from tests.workflow.day_monitor.cells import CELLS


@pytest.mark.parametrize(
    ("cell", "day", "clock"),
    [
        ("24-11-2026", "2026-11-24", None),
        ("24/11/26", "2026-11-24", None),
        ("4.1.2026", "2026-01-04", None),
        ("2026-11-24", "2026-11-24", None),
        ("2026-11-24T14:30:00", "2026-11-24", "14:30"),
        ("2026-11-24T13:30:00Z", "2026-11-24", "14:30"),
        ("di 24-11-2026, 9:05", "2026-11-24", "09:05"),
        ("24 november 2026 om 14.30 uur", "2026-11-24", "14:30"),
        ("24 mrt 2026", "2026-03-24", None),
        ("dinsdag 24 maart 2026", "2026-03-24", None),
        ("20261124", "2026-11-24", None),
        (20261124, "2026-11-24", None),
        (46350, "2026-11-24", None),
        (46350.5, "2026-11-24", "12:00"),
        (datetime(2026, 11, 24, 14, 30), "2026-11-24", "14:30"),
        (datetime(2026, 11, 24), "2026-11-24", "00:00"),
        *((f"24-11-2026 {end}", "2026-11-25", "00:00") for end in ("24:00", "24.00 uur", "24u")),
        *((f"24-11-2026 {at}", "2026-11-24", "14:30") for at in ("14u30", "14.30u", "1430", "14:30:00")),
        *((day, "2026-11-24", None) for day in ("24-11-'26", "24nov2026", "24\u00a0nov. 2026", "24‑11‑2026")),
        *((day, "2026-11-23", None) for day in ("23-11", "23/11", "23 nov", "ma 23 nov.", "23 november", "23nov")),
        *((day, "2025-11-28", None) for day in ("28-11", "28 nov", "za 28 november")),
        *((day, "2026-11-23", "14:30") for day in ("23-11 14:30", "23 nov 14.30 uur", "23-11, 14u30")),
        (date(2026, 11, 24), "2026-11-24", None),
    ],
)
def test_dates_as_they_are_written(cell: Cell, day: str, clock: str | None) -> None:
    expected = date.fromisoformat(day), time.fromisoformat(clock) if clock else None
    assert date_of(cell, date(2026, 11, 24)) == expected


def test_a_day_without_its_year_needs_a_today() -> None:
    with pytest.raises(NotADate):
        date_of("28-11")


@given(CELLS)
def test_whatever_stands_in_a_cell_is_a_value_or_a_refusal(cell: Cell) -> None:
    parsers: list[Callable[[Cell], object]] = [date_of, time_of, text_of]
    for parse in parsers:
        with suppress(NotADate, InvalidTime, BrokenCell):
            parse(cell)


@given(st.dates(date(2000, 1, 1), date(2026, 11, 23)), st.times())
def test_a_moment_is_read_back_however_it_is_written(day: date, clock: time) -> None:
    for written in (f"{day:%d-%m-%Y}", f"{day:%d/%m/%y}", f"{day:%Y-%m-%d}", f"{day.day}.{day.month}.{day.year}"):
        assert date_of(f"{written} {clock:%H:%M}") == (day, clock.replace(second=0, microsecond=0))

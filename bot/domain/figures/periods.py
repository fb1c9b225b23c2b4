"""Months and periods as people name them. A month begins and ends at midnight in the zone that is given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from typing import Final, NamedTuple

from bot.domain.figures.period_errors import PeriodBackwards, PeriodInFuture, PeriodTooLong, UnknownPeriod

MOST_MONTHS: Final = 36
TABLE_MONTHS: Final = 6
EARLIEST: Final = 2000
"""A year before it is a slip; and a table that began before the year 1 would have no dates."""
_NAMES: Final = (
    *("januari january jan", "februari february feb", "maart march mrt mar", "april apr", "mei may", "juni june jun"),
    *("juli july jul", "augustus august aug", "september sept sep", "oktober october okt oct", "november nov"),
    "december dec",
)
_NUMBERS: Final = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH: Final = re.compile(rf"\b(?:(\d{{4}})-(\d\d?)|({'|'.join(sorted(_NUMBERS, reverse=True))})(?:\s+(\d{{4}}))?)\b")
_BETWEEN: Final = re.compile(r"t/m|tot en met|tot|until|to|-")
_YEAR: Final = re.compile(r"\d{4}")


class Month(NamedTuple):
    year: int
    number: int

    def __str__(self) -> str:
        """Like 2026-01."""
        return f"{self.year}-{self.number:02d}"

    def plus(self, months: int) -> "Month":
        """So many months later, or earlier."""
        year, number = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, number + 1)

    @property
    def first_day(self) -> date:
        return date(self.year, self.number, 1)

    def start(self, zone: tzinfo) -> datetime:
        """When it begins there."""
        return datetime.combine(self.first_day, time(), zone)


def month_of(day: date) -> Month:
    """The month that a day, or a local moment, lies in."""
    return Month(day.year, day.month)


@dataclass(frozen=True)
class Period:
    """One month or more, whole ones."""

    first: Month
    last: Month

    def __str__(self) -> str:
        """Like 2026-01, or 2025-10 2026-02; `parse_period` reads it back."""
        return str(self.first) if self.first == self.last else f"{self.first} {self.last}"

    def __contains__(self, month: Month) -> bool:
        return self.first <= month <= self.last

    def months(self) -> Iterator[Month]:
        month = self.first
        while month <= self.last:
            yield month
            month = month.plus(1)

    def bounds(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """When it begins, and when the month after it does."""
        return self.first.start(zone), self.last.plus(1).start(zone)

    @property
    def table(self) -> "Period":
        """What a table of months shows: a month alone says little, so the five before it stand beside it."""
        return Period(self.last.plus(1 - TABLE_MONTHS), self.last) if self.first == self.last else self


def parse_period(typed: str, today: date) -> Period:
    """Nothing (this month), `jaar`, a month (`2026-01`, `januari`, `januari 2026`), two, or a year, as it was typed.

    A name without a year is the newest such month. UnknownPeriod, PeriodInFuture, PeriodBackwards or PeriodTooLong.
    """
    now, text = month_of(today), typed.strip().lower()
    if not text:
        return Period(now, now)
    if text in {"jaar", "year"}:
        return Period(Month(now.year, 1), now)
    if _YEAR.fullmatch(text):
        year = int(text)
        return _checked(Period(Month(year, 1), now if year == now.year else Month(year, 12)), now)
    months = [_month(match, now) for match in _MONTH.finditer(text)]
    between = _BETWEEN.sub("", _MONTH.sub("", text)).strip()
    if between or len(months) not in {1, 2}:
        raise UnknownPeriod("period")
    return _checked(Period(months[0], months[-1]), now)


def _month(match: re.Match[str], now: Month) -> Month:
    year, number, name, of = match.groups()
    if name:
        named = Month(int(of) if of else now.year, _NUMBERS[name])
        return named if of or named <= now else Month(now.year - 1, named.number)
    if not 1 <= int(number) <= 12:
        raise UnknownPeriod("period")
    return Month(int(year), int(number))


def _checked(period: Period, now: Month) -> Period:
    if period.first.year < EARLIEST:
        raise UnknownPeriod("period")
    if period.last < period.first:
        raise PeriodBackwards("period")
    if period.last > now:
        raise PeriodInFuture("period")
    if period.first.plus(MOST_MONTHS) <= period.last:
        raise PeriodTooLong("period", most=MOST_MONTHS)
    return period

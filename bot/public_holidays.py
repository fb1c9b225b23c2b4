"""Public holidays in the Netherlands."""

from collections.abc import Set
from datetime import date
from functools import cache
from typing import Final

WORKED: Final = "Good Friday"
"""The law that moves terms names it, but most people work, and citizens wait: it is a day like another here."""


def is_public_holiday(day: date) -> bool:
    """Liberation Day counts every five years, and King's Day a day sooner where it would be a Sunday."""
    return day in _of(day.year)


@cache
def _of(year: int) -> Set[date]:
    # Here, because it takes a while, and most of what people do needs no holidays.
    from holidays import country_holidays

    return {day for day, name in country_holidays("NL", years=year, language="en_US").items() if name != WORKED}

"""Times as people type them and as a form shows them, and the days on which people work."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from bot.clock import AMSTERDAM, local
from bot.domain.working_days import WorkingDays
from bot.public_holidays import is_public_holiday

DUTCH_DAYS: Final = WorkingDays(is_public_holiday)


def moments_of(wall: datetime) -> tuple[datetime, datetime] | None:
    """A Dutch clock's time in UTC: two moments in the hour that autumn has twice; None for what spring skips."""
    earlier, later = (wall.replace(tzinfo=AMSTERDAM, fold=fold).astimezone(UTC) for fold in (0, 1))
    return (earlier, later) if local(earlier).replace(tzinfo=None) == wall else None


_HOW: Final = re.ASCII | re.IGNORECASE
_TIME: Final = re.compile(r"(\d{1,2})(?:(?: ?(?:[:.,;h]|u(?:ur)?) ?)?(\d\d))? ?(?:u(?:ur)?|h)?\.?", _HOW)
_END_OF_DAY: Final = re.compile(r"(?:24(?:[:.,;]?00){0,2} ?(?:u(?:ur)?|h)?\.?|middernacht)", _HOW)


def parse_time(typed: str) -> time:
    """`14:30`, `14.30`, `14u30`, `1430` or `9` as a time; ValueError where it is none.

    *Half drie* is none: it may be day or night.
    """
    match = _TIME.fullmatch(typed.strip())
    if not match:
        raise ValueError(typed)
    return time(int(match[1]), int(match[2] or 0))


def next_time(now: datetime, at: time) -> datetime:
    """When it is this time of day next, in Amsterdam."""
    here = local(now)
    today = datetime.combine(here.date(), at, here.tzinfo)
    return today if today > here else datetime.combine(here.date() + timedelta(days=1), at, here.tzinfo)


def is_end_of_day(typed: str) -> bool:
    """Whether it is 24:00: the midnight that ends a day."""
    return bool(_END_OF_DAY.fullmatch(typed.strip()))


def wall_of(day: date, typed: str) -> datetime:
    """A day and a typed time of it; 24:00 is the next day's 0:00. ValueError."""
    if is_end_of_day(typed):
        return datetime.combine(day, time(0)) + timedelta(days=1)
    return datetime.combine(day, parse_time(typed))


def window_values(start: datetime, end: datetime) -> dict[str, str]:
    """What the form shows for the time in which it happened."""
    start, end = local(start), local(end)
    return {
        "date_from": start.date().isoformat(),
        "time_from": f"{start:%H:%M}",
        "date_to": end.date().isoformat(),
        "time_to": f"{end:%H:%M}",
    }

"""Times as people type them and as a form shows them, and the days on which people work."""

import re
from datetime import UTC, datetime, time
from typing import Final

from bot.clock import AMSTERDAM, local
from bot.domain.working_days import WorkingDays
from bot.public_holidays import is_public_holiday

DUTCH_DAYS: Final = WorkingDays(is_public_holiday)


def moments_of(wall: datetime) -> tuple[datetime, datetime] | None:
    """A Dutch clock's time in UTC: two moments in the hour that autumn has twice; None for what spring skips."""
    earlier, later = (wall.replace(tzinfo=AMSTERDAM, fold=fold).astimezone(UTC) for fold in (0, 1))
    return (earlier, later) if local(earlier).replace(tzinfo=None) == wall else None


TIME = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?: ?uur)?", re.ASCII | re.IGNORECASE)


def parse_time(typed: str) -> time:
    """`14:30`, `14.30`, `1430` or `9` as a time; ValueError where it is none."""
    match = TIME.fullmatch(typed.strip())
    if not match:
        raise ValueError(typed)
    return time(int(match[1]), int(match[2] or 0))


def window_values(start: datetime, end: datetime) -> dict[str, str]:
    """What the form shows for the time in which it happened."""
    start, end = local(start), local(end)
    return {
        "date_from": start.date().isoformat(),
        "time_from": f"{start:%H:%M}",
        "date_to": end.date().isoformat(),
        "time_to": f"{end:%H:%M}",
    }

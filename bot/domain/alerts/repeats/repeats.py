"""The same street again: a burglary near an earlier one, in place and in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from bot.domain.alerts.offences import Offence
from bot.domain.participants.places import distance_m

REPEAT_M: Final = 200
REPEAT_WITHIN: Final = timedelta(days=14)
TIPS_EVERY: Final = timedelta(days=3)
"""Who got a preventive mail so lately gets no other."""
BURGLARIES: Final = frozenset({Offence.BURGLARY, Offence.ATTEMPTED_BURGLARY})


class RepeatStatus(StrEnum):
    """What became of the proposal to mail the area; who said no may come back to it."""

    OPEN = "open"
    DISMISSED = "dismissed"
    REQUESTED = "requested"


@dataclass(frozen=True)
class Burglary:
    """One of which an alert is out: its place in RD metres, and the end of its window."""

    alert_id: int
    x: float
    y: float
    over_at: datetime


def is_repeat(one: Burglary, other: Burglary, zone: tzinfo) -> bool:
    """At most 200 m and 14 days apart. Days are those of the clock on the wall: 14 days later at the same time counts,
    also where the clock was changed between.
    """
    apart = _wall(one, zone) - _wall(other, zone)
    return abs(apart) <= REPEAT_WITHIN and distance_m(one.x, one.y, other.x, other.y) <= REPEAT_M


def latest(burglaries: Sequence[Burglary]) -> Burglary:
    """The one that repeats the others, whichever was mailed first."""
    return max(burglaries, key=_in_order)


def first(burglaries: Sequence[Burglary]) -> Burglary:
    return min(burglaries, key=_in_order)


def _in_order(one: Burglary) -> tuple[datetime, int]:
    return one.over_at, one.alert_id


def _wall(one: Burglary, zone: tzinfo) -> datetime:
    return one.over_at.astimezone(zone).replace(tzinfo=None)

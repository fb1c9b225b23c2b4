"""Who lives within a circle: the indexed 500 m squares first, then plain arithmetic."""

from sqlalchemy import ColumnElement, Table, and_

from bot.domain.participants.people import ParticipantStatus
from bot.domain.participants.places import cells_within
from storage.dialects import OneOf
from storage.schema.participants import addresses, participants

ACTIVE = participants.c.status == ParticipantStatus.ACTIVE
"""Who takes part; who left or is paused gets nothing."""

GETS_ALERTS = and_(ACTIVE, participants.c.wants_alerts)


def within(x: float, y: float, radius_m: int) -> ColumnElement[bool]:
    """Who gets the alert of a circle; the index holds all that this asks, so nobody's row is read."""
    return and_(GETS_ALERTS, _inside(participants, x, y, radius_m))


def wants_tips_within(x: float, y: float, radius_m: int) -> ColumnElement[bool]:
    """Who lives there and takes part, and wants to read how to prevent it."""
    return and_(ACTIVE, participants.c.wants_preventive, _inside(participants, x, y, radius_m))


def homes_within(x: float, y: float, radius_m: int) -> ColumnElement[bool]:
    """Homes of the address register in a circle, by an index alone too."""
    return and_(addresses.c.is_home, _inside(addresses, x, y, radius_m))


def _inside(table: Table, x: float, y: float, radius_m: int) -> ColumnElement[bool]:
    dx, dy = table.c.x - x, table.c.y - y
    return and_(OneOf(table.c.cell, cells_within(x, y, radius_m)), dx * dx + dy * dy <= float(radius_m) ** 2)

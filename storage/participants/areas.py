"""Who lives within a circle: the indexed 500 m squares first, then plain arithmetic."""

from sqlalchemy import ColumnElement, and_

from bot.domain.participants.people import ParticipantStatus
from bot.domain.participants.places import cells_within
from storage.dialects import OneOf
from storage.schema.participants import participants

ACTIVE = participants.c.status == ParticipantStatus.ACTIVE
"""Who takes part; who left or is paused gets nothing."""

GETS_ALERTS = and_(ACTIVE, participants.c.wants_alerts)


def within(x: float, y: float, radius_m: int) -> ColumnElement[bool]:
    """Who gets the alert of a circle; the index holds all that this asks, so nobody's row is read."""
    dx, dy = participants.c.x - x, participants.c.y - y
    in_squares = OneOf(participants.c.cell, cells_within(x, y, radius_m))
    return and_(GETS_ALERTS, in_squares, dx * dx + dy * dy <= float(radius_m) ** 2)

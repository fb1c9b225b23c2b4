"""Who lives within a circle: the indexed 500 m squares first, then plain arithmetic."""

import json

from sqlalchemy import ColumnElement, Connection, and_

from bot.domain.participants.people import ParticipantStatus
from bot.domain.participants.places import cells_within
from storage.schema.work import participants

ACTIVE = participants.c.status == ParticipantStatus.ACTIVE


def within(x: float, y: float, radius_m: int) -> ColumnElement[bool]:
    """Active participants in a circle; the index holds all that this asks, so nobody's row is read."""
    dx, dy = participants.c.x - x, participants.c.y - y
    return and_(
        ACTIVE, participants.c.cell.in_(cells_within(x, y, radius_m)), dx * dx + dy * dy <= float(radius_m) ** 2
    )


_COUNT = """
SELECT count(*) FROM participants WHERE status = 'active' AND cell IN (SELECT value FROM json_each(?))
AND (x - ?) * (x - ?) + (y - ?) * (y - ?) <= ?
"""
_COUNT_ON_POSTGRESQL = """
SELECT count(*) FROM participants WHERE status = 'active' AND cell = ANY(%s)
AND (x - %s) * (x - %s) + (y - %s) * (y - %s) <= %s
"""


def count_within(connection: Connection, x: float, y: float, radius_m: int) -> int:
    """How many `within` finds, as one statement whatever the number of squares: making and planning it costs most."""
    cells, middle = cells_within(x, y, radius_m), (x, x, y, y, float(radius_m) ** 2)
    if connection.dialect.name == "postgresql":
        found = connection.exec_driver_sql(_COUNT_ON_POSTGRESQL, (cells, *middle))
    else:
        found = connection.exec_driver_sql(_COUNT, (json.dumps(cells), *middle))
    return int(found.scalar_one())

"""Who lives in an area: the indexed 500 m squares first, then plain arithmetic.

A circle is asked of the database as a whole. Of a shape the database tells who lives within its bounds, and which of
those live inside is worked out here: the same on every database. Squares that lie inside as a whole are only counted.
"""

from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, func, literal_column, null, select, union_all

from bot.domain.participants.addresses import Door
from bot.domain.participants.people import ParticipantStatus
from bot.domain.participants.places import cells_between, cells_within
from bot.domain.participants.shapes import Area, Circle, Shape
from storage.dialects import OneOf
from storage.schema.participants import addresses, participants

ACTIVE = participants.c.status == ParticipantStatus.ACTIVE
"""Who takes part; who left or is paused gets nothing."""

Number = float | ColumnElement[float]

GETS_ALERTS = and_(ACTIVE, participants.c.wants_alerts)


def within(connection: Connection, area: Area) -> ColumnElement[bool]:
    """Who gets the alert of an area; of a circle the index holds all that this asks, so nobody's row is read."""
    if isinstance(area, Circle):
        return and_(GETS_ALERTS, _in_circle(participants, area))
    return OneOf(participants.c.id, inside(connection, area))


def _round(table: Table, cells: list[int] | str, x: Number, y: Number, square: Number) -> ColumnElement[bool]:
    dx, dy = table.c.x - x, table.c.y - y
    return and_(OneOf(table.c.cell, cells), dx * dx + dy * dy <= square)


def _box(table: Table, left: Number, low: Number, right: Number, high: Number) -> ColumnElement[bool]:
    return and_(table.c.x.between(left, right), table.c.y.between(low, high))


_ROUND: Final = select(func.count()).where(
    GETS_ALERTS, _round(participants, "cells", bindparam("x"), bindparam("y"), bindparam("square"))
)
_NEAR: Final = select(literal_column("0"), participants.c.x, participants.c.y).where(
    GETS_ALERTS,
    OneOf(participants.c.cell, "edge"),
    _box(participants, *map(bindparam, ("left", "low", "right", "high"))),
)
_DRAWN: Final = union_all(
    select(func.count().label("people"), null(), null()).where(GETS_ALERTS, OneOf(participants.c.cell, "whole")),
    _NEAR,
)
"""All made once, and one each: making and sending a statement costs more than answering it."""


def count_within(connection: Connection, area: Area) -> int:
    """How many get the alert of an area, by the index alone: no row is read."""
    if isinstance(area, Circle):
        square, cells = float(area.radius_m) ** 2, cells_within(area.x, area.y, area.radius_m)
        return connection.execute(_ROUND, {"cells": cells, "x": area.x, "y": area.y, "square": square}).scalar_one()
    (whole, edge), (left, low, right, high) = area.cells, area.bounds
    asked: dict[str, object] = {"edge": edge, "left": left, "low": low, "right": right, "high": high}
    if whole:
        asked["whole"] = whole
    found, holds = connection.execute(_DRAWN if whole else _NEAR, asked).all(), area.holds
    return sum(people if x is None else holds(x, y) for people, x, y in found)


def inside(connection: Connection, shape: Shape, who: ColumnElement[bool] = GETS_ALERTS) -> list[int]:
    """The numbers of who gets the alert of a shape, or of others who live there."""
    columns = participants.c.id, participants.c.x, participants.c.y
    near = connection.execute(select(*columns).where(who, in_box(participants, *shape.bounds)))
    holds = shape.holds
    return [number for number, x, y in near.all() if holds(x, y)]


def wants_tips_within(connection: Connection, area: Area) -> ColumnElement[bool]:
    """Who lives there and takes part, and wants to read how to prevent it."""
    who = and_(ACTIVE, participants.c.wants_preventive)
    if isinstance(area, Circle):
        return and_(who, _in_circle(participants, area))
    return OneOf(participants.c.id, inside(connection, area, who))


def homes_within(circle: Circle) -> ColumnElement[bool]:
    """Homes of the address register in a circle, by an index alone too."""
    return and_(addresses.c.is_home, _in_circle(addresses, circle))


def doors_within(connection: Connection, shape: Shape) -> frozenset[Door]:
    """The homes of the address register in a shape."""
    columns = addresses.c.postcode, addresses.c.number, addresses.c.addition, addresses.c.x, addresses.c.y
    near = connection.execute(select(*columns).where(addresses.c.is_home, in_box(addresses, *shape.bounds)))
    return frozenset(Door(*door) for *door, x, y in near if shape.holds(x, y))


def _in_circle(table: Table, circle: Circle) -> ColumnElement[bool]:
    cells = cells_within(circle.x, circle.y, circle.radius_m)
    return _round(table, cells, circle.x, circle.y, float(circle.radius_m) ** 2)


def in_box(table: Table, left: float, low: float, right: float, high: float) -> ColumnElement[bool]:
    """What stands in a rectangle, by the index too."""
    cells = OneOf(table.c.cell, cells_between(left, low, right, high))
    return and_(cells, _box(table, left, low, right, high))

"""What the tables are made of: the kinds of their columns, and the list that they stand in."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, Float, Integer, MetaData, Text, TypeDecorator

from bot.domain.participants.shapes import Shape

metadata = MetaData()


class Moment(TypeDecorator[datetime]):
    """An aware UTC moment; SQLite knows no time zones, so it is stored there without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone; hand the database UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """UTC again."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def key() -> Column[Any]:
    return Column("id", Integer, primary_key=True, autoincrement=True)


def texts(*names: str) -> list[Column[Any]]:
    """Texts that are always there, perhaps empty."""
    return [Column(name, Text, nullable=False) for name in names]


def optional_texts(*names: str) -> list[Column[Any]]:
    """Texts that are not there at first."""
    return [Column(name, Text) for name in names]


def moments(*names: str) -> list[Column[Any]]:
    """Moments that are always there."""
    return [Column(name, Moment, nullable=False) for name in names]


def metres(*names: str) -> list[Column[Any]]:
    """Places in the Dutch grid."""
    return [Column(name, Float, nullable=False) for name in names]


def shape_to_text(shape: Shape | None) -> str | None:
    """JSON, each ring as x, y, x, y ...: the same text for the same shape."""
    if shape is None:
        return None
    rings = [[metres for corner in ring for metres in corner] for ring in shape.rings]
    return json.dumps({"rings": rings, "streets": shape.streets}, separators=(",", ":"))


@lru_cache(maxsize=64)
def shape_from_text(text: str | None) -> Shape | None:
    """Read once for all that is asked of an alert: what is inside is worked out from an index of its edges."""
    if not text:
        return None
    stored = json.loads(text)
    return Shape(tuple(tuple(_corners(ring)) for ring in stored["rings"]), tuple(stored["streets"]))


def _corners(ring: list[int]) -> Iterator[tuple[int, int]]:
    return zip(ring[::2], ring[1::2], strict=True)


class ShapeText(TypeDecorator[Shape]):
    """A text, so that a trigger compares it on every database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Shape | None, _dialect: Dialect) -> str | None:
        return shape_to_text(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Shape | None:
        return shape_from_text(value)

"""Many participants at once, as fast as each database takes them; both ways count what was new and what changed."""

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from bot.domain.participants.people import MailKind, ParticipantRow, ParticipantStatus
from bot.domain.participants.places import grid_cell


def values_of(row: ParticipantRow) -> dict[str, Any]:
    """The columns that a line of a participants file fills, also of who is known."""
    names = ("email", "name", "postcode", "house_number", "neighbourhood", "x", "y", "cell")
    return dict(zip(names, _values(row), strict=False))


def _values(row: ParticipantRow) -> tuple[Any, ...]:
    """In the order in which the statements below name the columns."""
    here = (row.email, row.name, row.postcode, row.house_number, row.neighbourhood, row.x, row.y)
    cell, own = grid_cell(row.x, row.y), _OWN
    if row.own_at:
        own = (*(kind in row.wants for kind in MailKind), _utc(row.own_at))
    if row.left:
        return (*here, cell, LEFT, row.left.reason.value, *own, _utc(row.left.at), None, None)
    if row.paused_at or row.paused_until:
        return (*here, cell, PAUSED, None, *own, None, _utc(row.paused_at), _utc(row.paused_until))
    return (*here, cell, ACTIVE, None, *own, None, None, None)


def _utc(at: datetime | None) -> datetime | None:
    return at and at.astimezone(UTC)


ACTIVE, PAUSED, LEFT = map(str, ParticipantStatus)
_OWN: tuple[Any, ...] = (*(True for _ in MailKind), None)
"""Of who never said anything: all mails."""
_COLUMNS = """
    email, name, postcode, house_number, neighbourhood, x, y, cell, status, left_reason,
    wants_alerts, wants_outcomes, wants_surveys, wants_preventive, own_at, left_at, paused_at, paused_until
"""
MOMENTS = slice(14, None)
"""Where the moments stand."""

_INSERT = f"""
INSERT INTO participants ({_COLUMNS})
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING
"""  # noqa: S608 - our own words
_UPDATE = """
UPDATE participants SET name = ?, postcode = ?, house_number = ?, neighbourhood = ?, x = ?, y = ?, cell = ?
WHERE email = ? AND own_at IS NULL AND (name, postcode, house_number, neighbourhood, x, y) IS NOT (?, ?, ?, ?, ?, ?)
"""


_FOR_MANY = ("PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 20000")
"""Each address lands on another page of the indexes: 64 MB of them at hand, and written back less often."""


def merge_one_by_one(connection: Connection, rows: Sequence[ParticipantRow]) -> tuple[int, int]:
    """SQLite: a prepared statement for each row costs least there; how many were new, how many changed."""
    for pragma in _FOR_MANY:
        connection.exec_driver_sql(pragma)
    values = sorted(map(_values, rows))  # in the order of the index on addresses
    values = [(*row[:14], *map(_moment, row[MOMENTS])) if any(row[MOMENTS]) else row for row in values]
    new = connection.exec_driver_sql(_INSERT, values).rowcount
    if new == len(rows):
        return new, 0
    told = [(*row[1:8], row[0], *row[1:7]) for row in values]
    return new, connection.exec_driver_sql(_UPDATE, told).rowcount


def wait_for_imports(connection: Connection) -> None:
    """Until this transaction ends nobody else adds people; SQLite has one that writes at a time."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(ONE_IMPORT_AT_A_TIME)


def _moment(at: datetime | None) -> str | None:
    """As the columns of moments keep one there."""
    return f"{at:%Y-%m-%d %H:%M:%S.%f}" if at else None


_KNOWN = """
SELECT email, name, postcode, house_number, neighbourhood, x, y, own_at FROM participants WHERE email = ANY(%s)
"""
_COPY = f"COPY participants ({_COLUMNS}) FROM STDIN"
_CHANGE = """
UPDATE participants
SET name = %s, postcode = %s, house_number = %s, neighbourhood = %s, x = %s, y = %s, cell = %s
WHERE email = %s AND own_at IS NULL
"""
ONE_IMPORT_AT_A_TIME = "SELECT pg_advisory_xact_lock(20141001)"
"""Who adds people or changes an address waits for who does so too; nobody is erased meanwhile."""
_BY_INDEX = "SET LOCAL enable_seqscan = off"  # a chunk is looked up by its addresses, rather than reading everybody


def merge_copied(connection: Connection, rows: Sequence[ParticipantRow]) -> tuple[int, int]:
    """PostgreSQL: what is new is copied, what differs is changed; how many were new, how many changed."""
    with closing(connection.connection.cursor()) as cursor:
        cursor.execute(ONE_IMPORT_AT_A_TIME)
        cursor.execute(_BY_INDEX)
        known = {row[0]: row for row in cursor.execute(_KNOWN, [[row.email for row in rows]])}
        values = sorted(map(_values, rows))
        changed = [
            (*row[1:8], row[0]) for row in values if (was := known.get(row[0])) and not was[7] and row[:7] != was[:7]
        ]
        if changed:
            cursor.executemany(_CHANGE, changed)
        if len(known) < len(rows):
            with cursor.copy(_COPY) as copied:
                for row in values:
                    if row[0] not in known:
                        copied.write_row(row)
    return len(rows) - len(known), len(changed)

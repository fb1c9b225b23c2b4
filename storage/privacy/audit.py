"""The audit trail: append-only, in the schema too (a trigger refuses changes and deletions), and sealed."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from bot.domain.privacy.trail import Sealed, TrailLine
from storage.schema.privacy import audit, audit_seals


class StoredAudit:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def record(self, who: str, what: str, subject: str, at: datetime, **details: object) -> None:
        """Write one line; details hold ids, numbers and reasons, never a citizen's contact data."""
        self._db.execute(insert(audit).values(who=who, what=what, subject=subject, at=at, details=details))

    def count(self, what: str, subject: str) -> int:
        """How often this was done to this."""
        found = select(func.count()).where(audit.c.subject == subject, audit.c.what == what)
        return self._db.execute(found).scalar_one()

    def lines(self, after_id: int, most: int) -> list[TrailLine]:
        """The next ones, oldest first."""
        following = select(audit).where(audit.c.id > after_id).order_by(audit.c.id).limit(most)
        return [_line(row) for row in self._db.execute(following)]

    def unsealed(self, most: int) -> list[TrailLine]:
        """Lines without a seal, oldest first."""
        without = ~select(audit_seals.c.number).where(audit_seals.c.audit_id == audit.c.id).exists()
        return [_line(row) for row in self._db.execute(select(audit).where(without).order_by(audit.c.id).limit(most))]

    def last_seal(self) -> tuple[int, str] | None:
        """Its number and hash; None before the first."""
        newest = select(audit_seals.c.number, audit_seals.c.hash).order_by(audit_seals.c.number.desc()).limit(1)
        row = self._db.execute(newest).one_or_none()
        return (row.number, row.hash) if row else None

    def add_seal(self, number: int, line_id: int, hashed: str) -> None:
        """The next one of the chain; the database refuses a number or a line that has one."""
        self._db.execute(insert(audit_seals).values(number=number, audit_id=line_id, hash=hashed))

    def sealed(self, after_number: int, most: int) -> list[Sealed]:
        """The next seals of the chain, each with its line."""
        found = (
            select(audit_seals.c.number, audit_seals.c.audit_id, audit_seals.c.hash, audit)
            .outerjoin(audit, audit.c.id == audit_seals.c.audit_id)
            .where(audit_seals.c.number > after_number)
            .order_by(audit_seals.c.number)
            .limit(most)
        )
        return [
            Sealed(row.number, row.audit_id, _line(row) if row.id else None, row.hash)
            for row in self._db.execute(found)
        ]


def _line(row: Row[Any]) -> TrailLine:
    return TrailLine(row.id, row.at, row.who, row.what, row.subject, row.details)

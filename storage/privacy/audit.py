"""The audit trail: append-only, in the schema too (a trigger refuses changes and deletions), and sealed.

Words stand beside it, where they can be erased; the trail has their digests.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from bot.domain.privacy.trail import SAID, Beside, Sealed, TrailLine
from storage.schema.borders import of_all
from storage.schema.privacy import audit, audit_seals, audit_words


class StoredAudit:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def record(
        self,
        who: str,
        what: str,
        subject: str,
        at: datetime,
        said: Mapping[str, object] | None = None,
        /,
        **details: object,
    ) -> None:
        """Write one line; details hold ids, numbers and kinds, never contact data nor anybody's words.

        Words (texts, a reason of one's own) are `said`, by field.
        """
        beside = Beside(secrets.token_hex(16), said) if said else None
        told = {**details, SAID: beside.digests()} if beside else details
        line = insert(audit).values(who=who, what=what, subject=subject, at=at, details=told).returning(audit.c.id)
        line_id = self._db.execute(line).scalar_one()
        if beside:
            self._db.execute(insert(audit_words).values(audit_id=line_id, salt=beside.salt, words=beside.words))

    def words(self, line_ids: list[int]) -> dict[int, Mapping[str, object]]:
        """What was said, by line, where it was not erased."""
        found = select(audit_words.c.audit_id, audit_words.c.words).where(audit_words.c.audit_id.in_(line_ids))
        return {row.audit_id: row.words for row in self._db.execute(found)}

    def erase_words(self, line_id: int) -> str | None:
        """The line and its digests stay; what it is about, or None where no words stand beside it."""
        gone = delete(audit_words).where(audit_words.c.audit_id == line_id).returning(audit_words.c.audit_id)
        if self._db.execute(gone).first() is None:
            return None
        subject: str = self._db.execute(select(audit.c.subject).where(audit.c.id == line_id)).scalar_one()
        return subject

    def count(self, what: str, subject: str) -> int:
        """How often this was done to this."""
        found = select(func.count()).where(audit.c.subject == subject, audit.c.what == what)
        return self._db.execute(found).scalar_one()

    def lines(self, after_id: int, most: int) -> list[TrailLine]:
        """The next ones of all teams, oldest first."""
        following = select(audit).where(audit.c.id > after_id).order_by(audit.c.id).limit(most)
        return [_line(row) for row in self._db.execute(of_all(following))]

    def unsealed(self, most: int) -> list[TrailLine]:
        """Lines of all teams without a seal, oldest first: their seals are one chain."""
        without = ~select(audit_seals.c.number).where(audit_seals.c.audit_id == audit.c.id).exists()
        found = of_all(select(audit).where(without).order_by(audit.c.id).limit(most))
        return [_line(row) for row in self._db.execute(found)]

    def unsealed_since(self) -> datetime | None:
        """When the first line behind the newest seal was written; None where there is none."""
        newest = select(audit_seals.c.audit_id).order_by(audit_seals.c.number.desc()).limit(1).scalar_subquery()
        behind = select(audit.c.at).where(audit.c.id > func.coalesce(newest, 0)).order_by(audit.c.id).limit(1)
        return self._db.execute(behind).scalar_one_or_none()

    def last_seal(self) -> tuple[int, str, str] | None:
        """Its number, its hash, and the check of its key; None before the first."""
        row = self._db.execute(select(audit_seals).order_by(audit_seals.c.number.desc()).limit(1)).one_or_none()
        return (row.number, row.hash, row.key) if row else None

    def add_seal(self, number: int, line_id: int, hashed: str, key: str) -> None:
        """The next one of the chain; the database refuses a number or a line that has one."""
        self._db.execute(insert(audit_seals).values(number=number, audit_id=line_id, hash=hashed, key=key))

    def sealed(self, after_number: int, most: int) -> list[Sealed]:
        """The next seals of the chain, each with its line."""
        found = (
            select(audit_seals, audit, audit_words.c.salt, audit_words.c.words)
            .outerjoin(audit, audit.c.id == audit_seals.c.audit_id)
            .outerjoin(audit_words, audit_words.c.audit_id == audit_seals.c.audit_id)
            .where(audit_seals.c.number > after_number)
            .order_by(audit_seals.c.number)
            .limit(most)
        )
        return [_sealed(row) for row in self._db.execute(of_all(found))]


def _sealed(row: Row[Any]) -> Sealed:
    line = _line(row) if row.id else None
    beside = Beside(row.salt, row.words) if row.salt else None
    return Sealed(row.number, row.audit_id, line, row.hash, row.key, beside)


def _line(row: Row[Any]) -> TrailLine:
    return TrailLine(row.id, row.at, row.who, row.what, row.subject, row.details)

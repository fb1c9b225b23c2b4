"""The audit trail: append-only, in the schema too (a trigger refuses changes and deletions)."""

from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from storage.schema import audit


class StoredAudit:
    """The Audit port on a database connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def record(self, who: str, what: str, subject: str, at: datetime, **details: object) -> None:
        """Write one line; details hold ids, numbers and reasons, never a citizen's contact data."""
        self._db.execute(insert(audit).values(who=who, what=what, subject=subject, at=at, details=details))

    def count(self, what: str, subject: str) -> int:
        """How often this was done to this."""
        found = select(func.count()).where(audit.c.subject == subject, audit.c.what == what)
        return self._db.execute(found).scalar_one()

"""Leases: one copy at a time runs a timed job."""

from datetime import datetime

from sqlalchemy import Connection, and_, delete, insert, or_, update
from sqlalchemy.exc import IntegrityError

from storage.schema.house import leases


class StoredLeases:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def take(self, name: str, holder: str, at: datetime, until: datetime) -> bool:
        """Take or prolong; False while another copy holds it."""
        free = and_(leases.c.name == name, or_(leases.c.held_by == holder, leases.c.until < at))
        if self._db.execute(update(leases).where(free).values(held_by=holder, until=until)).rowcount:
            return True
        try:
            with self._db.begin_nested():
                self._db.execute(insert(leases).values(name=name, held_by=holder, until=until))
        except IntegrityError:
            return False
        return True

    def give_back(self, name: str, holder: str) -> None:
        """So that another copy need not wait for its end."""
        self._db.execute(delete(leases).where(leases.c.name == name, leases.c.held_by == holder))

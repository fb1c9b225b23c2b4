"""Leases: one copy at a time runs a timed job."""

from datetime import datetime

from sqlalchemy import Connection, delete, or_, select

from storage.dialects import insert_into
from storage.schema.outbox import leases


class StoredLeases:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def take(self, name: str, holder: str, at: datetime, until: datetime) -> bool:
        """Take or prolong; False while another copy holds it."""
        held = {"held_by": holder, "until": until}
        free = or_(leases.c.held_by == holder, leases.c.until < at)
        taken = insert_into(self._db, leases).values(name=name, **held)
        taken = taken.on_conflict_do_update(index_elements=["name"], set_=held, where=free)
        return self._db.execute(taken.returning(leases.c.name)).first() is not None

    def until(self, name: str) -> datetime:
        """When it ends that somebody holds."""
        found = select(leases.c.until).where(leases.c.name == name)
        until: datetime = self._db.execute(found).scalar_one()
        return until

    def give_back(self, name: str, holder: str) -> None:
        """So that another copy need not wait for its end."""
        self._db.execute(delete(leases).where(leases.c.name == name, leases.c.held_by == holder))

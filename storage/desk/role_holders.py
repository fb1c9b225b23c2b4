"""Who had which role when it was last looked at."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, and_, delete, insert, or_, select

from bot.domain.participants.people import Role
from bot.records.staff import Held
from storage.schema.desk import role_holders


class StoredRoleHolders:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def all(self) -> set[Held]:
        return {Held(row.user_id, Role(row.role)) for row in self._db.execute(select(role_holders))}

    def add(self, held: Iterable[tuple[Held, str]], at: datetime) -> None:
        rows = [{"user_id": one.user_id, "role": one.role, "name": name, "since": at} for one, name in held]
        if rows:
            self._db.execute(insert(role_holders), rows)

    def remove(self, lost: Iterable[Held]) -> None:
        gone = [and_(role_holders.c.user_id == one.user_id, role_holders.c.role == one.role) for one in lost]
        if gone:
            self._db.execute(delete(role_holders).where(or_(*gone)))

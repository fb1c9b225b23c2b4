"""What is only counted: no row of its own, and nothing of a person in it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, case, select

from storage.dialects import insert_into
from storage.schema.desk import tallies


@dataclass(frozen=True)
class Tally:
    """How often; `since` when without anything better in between."""

    name: str
    detail: str
    count: int
    since: datetime
    last_at: datetime


class StoredTallies:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, name: str, detail: str, count: int, at: datetime, good_at: datetime | None = None) -> None:
        """Count so many more; they begin anew where it went well (`good_at`) after they began."""
        row = {"name": name, "detail": detail, "count": count, "since": at, "last_at": at}
        since = tallies.c.since
        begun = case((since <= good_at, at), else_=since) if good_at else since
        added = insert_into(self._db, tallies).values(**row)
        change = {"count": tallies.c.count + count, "since": begun, "last_at": at}
        self._db.execute(added.on_conflict_do_update(index_elements=["name", "detail"], set_=change))

    def lately(self, name: str, since: datetime) -> list[Tally]:
        """What was counted since then, the newest first."""
        found = select(tallies).where(and_(tallies.c.name == name, tallies.c.last_at >= since))
        return [Tally(*row) for row in self._db.execute(found.order_by(tallies.c.last_at.desc(), tallies.c.detail))]

    def counts(self) -> dict[tuple[str, str], int]:
        """All of them."""
        found = select(tallies.c.name, tallies.c.detail, tallies.c.count)
        return {(name, detail): count for name, detail, count in self._db.execute(found)}

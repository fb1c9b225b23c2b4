"""What keeps the program from its work, as far as it was told; and a line that is written anew over and over."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from storage.dialects import add_once, put
from storage.schema.desk import heartbeat, troubles


class StoredTroubles:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def write_heartbeat(self, at: datetime) -> None:
        """Raises where the database can't be written."""
        put(self._db, heartbeat, {"id": 1, "at": at})

    def heartbeat(self) -> datetime | None:
        """When a program last wrote it; None where none did."""
        return self._db.execute(select(heartbeat.c.at)).scalar_one_or_none()

    def begin(self, key: str, at: datetime) -> bool:
        """False where it is told already; then it is kept from being healed."""
        if add_once(self._db, troubles, {"key": key, "since": at, "seen_at": at}):
            return True
        self._db.execute(update(troubles).where(troubles.c.key == key).values(seen_at=at))
        return False

    def any(self) -> bool:
        return self._db.execute(select(troubles.c.key).limit(1)).first() is not None

    def end(self, unseen_since: datetime) -> Sequence[str]:
        """The keys of what no copy of the program has seen since then; each once, whichever copy asks."""
        gone = delete(troubles).where(troubles.c.seen_at < unseen_since).returning(troubles.c.key)
        return sorted(self._db.execute(gone).scalars())

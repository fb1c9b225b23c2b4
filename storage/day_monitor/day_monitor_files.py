"""Day monitors that came in."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, select, update

from bot.domain.day_monitor.day_monitors import FileReport, ToldCell
from bot.records.day_monitor import DayMonitorFile, FileSource
from storage.dialects import insert_into
from storage.schema.day_monitor import day_monitor_files

ONE_FILE_AT_A_TIME = 20141002  # an advisory lock of PostgreSQL; SQLite has one writer anyway


class StoredDayMonitorFiles:
    """Files that came in; what they held is not kept."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, source: FileSource, source_key: str, by_id: str, by_name: str, at: datetime) -> int | None:
        """A new one's id; None where it came before."""
        row = {"source": source, "source_key": source_key, "by_id": by_id, "by_name": by_name, "came_at": at}
        once = insert_into(self._db, day_monitor_files).values(**row).on_conflict_do_nothing()
        return self._db.execute(once.returning(day_monitor_files.c.id)).scalar_one_or_none()

    def count_mailed(self, beginning: str) -> int:
        """How many came by mail under a key that begins so."""
        begins = day_monitor_files.c.source_key.startswith(beginning, autoescape=True)
        mailed = and_(day_monitor_files.c.source == FileSource.MAIL, begins)
        return int(self._db.execute(select(func.count()).where(mailed)).scalar_one())

    def get(self, file_id: int) -> DayMonitorFile:
        row = self._db.execute(select(day_monitor_files).where(day_monitor_files.c.id == file_id)).one()
        report = _report_of(row.report) if row.read_at else None
        return DayMonitorFile(row.id, FileSource(row.source), row.source_key, row.by_id, row.by_name, report)

    def knows(self, digest: str) -> bool:
        """Whether a file with this digest was read whole; nobody reads another one before this transaction ends."""
        if self._db.dialect.name == "postgresql":
            self._db.execute(select(func.pg_advisory_xact_lock(ONE_FILE_AT_A_TIME)))
        read = select(day_monitor_files.c.id).where(day_monitor_files.c.digest == digest).limit(1)
        return self._db.execute(read).first() is not None

    def close(self, file_id: int, report: FileReport, digest: str | None, at: datetime) -> bool:
        """It was read, once; False where that was so already. `digest`: of one that was read whole."""
        unread = and_(day_monitor_files.c.id == file_id, day_monitor_files.c.read_at.is_(None))
        values = {"read_at": at, "report": asdict(report), "digest": digest}
        return self._db.execute(update(day_monitor_files).where(unread).values(**values)).rowcount == 1


def _report_of(stored: dict[str, Any]) -> FileReport:
    return FileReport(**{**stored, "told": tuple(ToldCell(**told) for told in stored["told"])})

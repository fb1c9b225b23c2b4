"""Which reminders there were."""

from datetime import datetime

from sqlalchemy import Connection

from bot.domain.desk.deadlines import ReminderStep
from storage.dialects import add_once
from storage.schema.desk import reminders


class StoredReminders:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def mark(self, subject: str, step: ReminderStep, at: datetime) -> bool:
        """Once; False where another copy of the program was first."""
        return add_once(self._db, reminders, {"subject": subject, "step": step, "at": at})

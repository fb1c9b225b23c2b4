"""Which reminders there were."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, text

from bot.domain.desk.deadlines import ReminderStep
from storage.schema.desk import reminders


class StoredReminders:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def mark(self, subject: str, step: ReminderStep, at: datetime) -> bool:
        """Once; False where another copy of the program was first."""
        added = "INSERT INTO reminders (subject, step, at) VALUES (:subject, :step, :at) ON CONFLICT DO NOTHING"
        statement = text(added).bindparams(bindparam("at", type_=reminders.c.at.type))
        return self._db.execute(statement, {"subject": subject, "step": step, "at": at}).rowcount == 1

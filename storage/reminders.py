"""What waits, and which reminders of it there were."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, text

from bot.domain.deadlines import ReminderStep
from bot.workflow.cards import OverdueCard
from bot.workflow.records import WaitingReply
from storage.boards import OPEN_REPLY, WAITING_REPLY, board_line, reply_lines
from storage.desk_schema import callbacks, reminders
from storage.schema import replies

MOST_LINES = 10


class StoredReminders:
    """The Reminders port on a database connection."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def waiting_replies(self) -> list[WaitingReply]:
        """Replies to which something is owed, oldest first, and calls that were promised."""
        columns = (replies.c.id, replies.c.received_at, replies.c.reopened_at, replies.c.assignee_id)
        rows = self._db.execute(select(*columns).where(OPEN_REPLY).order_by(replies.c.received_at, replies.c.id)).all()
        calls = self._db.execute(
            select(callbacks).where(callbacks.c.done_at.is_(None)).order_by(callbacks.c.due_at)
        ).all()
        if not (rows or calls):
            return []
        reminded: defaultdict[str, dict[ReminderStep, datetime]] = defaultdict(dict)
        for row in self._db.execute(select(reminders)):
            reminded[row.subject][ReminderStep(row.step)] = row.at
        subjects = [_subject(row.id, row.reopened_at) for row in rows]
        waiting = [
            WaitingReply(row.id, subject, row.reopened_at or row.received_at, row.assignee_id or "", reminded[subject])
            for row, subject in zip(rows, subjects, strict=True)
        ]
        return waiting + [
            WaitingReply(call.reply_id, subject, call.due_at, call.by_id, reminded[subject], is_call=True)
            for call in calls
            if (subject := f"callback {call.id}")
        ]

    def mark(self, subject: str, step: ReminderStep, at: datetime) -> bool:
        """Once; False where another copy of the program was first."""
        added = "INSERT INTO reminders (subject, step, at) VALUES (:subject, :step, :at) ON CONFLICT DO NOTHING"
        statement = text(added).bindparams(bindparam("at", type_=reminders.c.at.type))
        return self._db.execute(statement, {"subject": subject, "step": step, "at": at}).rowcount == 1

    def overdue(self, reply_ids: Sequence[int]) -> OverdueCard | None:
        """Those of them that still wait; None where none does."""
        rows = self._db.execute(reply_lines(WAITING_REPLY, replies.c.id.in_(reply_ids))).all()
        if not rows:
            return None
        return OverdueCard(tuple(map(board_line, rows[:MOST_LINES])), len(rows), rows[0].since)


def _subject(reply_id: int, reopened_at: datetime | None) -> str:
    """Opened again, it is a promise of its own."""
    return f"reply {reply_id} {reopened_at:%Y%m%d%H%M%S}" if reopened_at else f"reply {reply_id}"

"""What waits, and which reminders of it there were."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, select, text

from bot.domain.alerts import AlertStatus
from bot.domain.deadlines import ReminderStep
from bot.workflow.cards import OverdueCard
from bot.workflow.records import Task, WaitingReply, WaitingRequest
from storage.boards import OPEN_REPLY, WAITING_REPLY, board_line, reply_lines
from storage.desk_schema import callbacks, reminders
from storage.house_schema import messages
from storage.schema import alert_versions, alerts, replies

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
        reminded = self._reminded()
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

    def waiting_requests(self) -> list[WaitingRequest]:
        """Requests that wait for approval, oldest first; a text that was changed waits from then on."""
        link = select(messages.c.link).where(messages.c.task == Task.SHOW_ALERT, messages.c.subject_id == alerts.c.id)
        columns = (alerts.c.id, alerts.c.reference, alerts.c.version, alert_versions.c.at)
        newest = and_(alert_versions.c.alert_id == alerts.c.id, alert_versions.c.version == alerts.c.version)
        found = select(*columns, link.scalar_subquery().label("link")).join(alert_versions, newest)
        rows = self._db.execute(
            found.where(alerts.c.status == AlertStatus.REQUESTED).order_by(alert_versions.c.at)
        ).all()
        reminded = self._reminded() if rows else {}
        return [
            WaitingRequest(row.id, row.reference, subject, row.at, row.link or "", reminded.get(subject, {}))
            for row in rows
            if (subject := f"request {row.id} {row.version}")
        ]

    def _reminded(self) -> defaultdict[str, dict[ReminderStep, datetime]]:
        reminded: defaultdict[str, dict[ReminderStep, datetime]] = defaultdict(dict)
        for row in self._db.execute(select(reminders)):
            reminded[row.subject][ReminderStep(row.step)] = row.at
        return reminded

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

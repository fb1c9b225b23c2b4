"""Calls that were promised to citizens."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, insert, select, update

from bot.domain.participants.people import Colleague
from bot.domain.replies.callbacks import Callback
from storage.schema.replies import callbacks

OPEN = callbacks.c.done_at.is_(None)


class StoredCallbacks:
    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, reply_id: int, phone: str, due_at: datetime, by: Colleague, at: datetime) -> None:
        row = {"reply_id": reply_id, "phone": phone, "by_id": by.id, "by_name": by.name, "made_at": at}
        self._db.execute(insert(callbacks).values(**row, due_at=due_at))

    def open_of(self, reply_id: int) -> Callback | None:
        """The call that is still to be made for a reply, if any."""
        found = select(callbacks).where(OPEN, callbacks.c.reply_id == reply_id).order_by(callbacks.c.id).limit(1)
        row = self._db.execute(found).one_or_none()
        return _callback_of(row) if row else None

    def finish(self, callback_id: int, reply_id: int, by: Colleague, at: datetime) -> bool:
        """It was made; False where that is known already, or it is no call about this reply."""
        this = and_(OPEN, callbacks.c.id == callback_id, callbacks.c.reply_id == reply_id)
        made = update(callbacks).where(this).values(done_at=at, done_by_name=by.name)
        return self._db.execute(made).rowcount == 1

    def remind(self, at: datetime) -> Sequence[Callback]:
        """The calls that are due and that nobody was reminded of: the caller's to tell, each once."""
        due = and_(OPEN, callbacks.c.due_at <= at, callbacks.c.reminded_at.is_(None))
        taken = update(callbacks).where(due).values(reminded_at=at).returning(callbacks)
        return sorted(map(_callback_of, self._db.execute(taken)), key=lambda callback: callback.id)


def _callback_of(row: Row[Any]) -> Callback:
    return Callback(row.id, row.reply_id, row.by_id, row.by_name, row.due_at, row.phone)

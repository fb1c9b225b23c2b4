from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Integer, Row, Select, and_, bindparam, case, func, select, update

from bot.bells import Bell
from bot.domain.alerts.mailings import backoff
from bot.domain.replies.replies import ReplyKind
from bot.records.replies import StoredInbound
from storage.dialects import add_once
from storage.schema.replies import inbound


def _waiting() -> Select[Any]:
    due = and_(inbound.c.read_at.is_(None), inbound.c.due_at <= bindparam("at", type_=inbound.c.due_at.type))
    turn = func.row_number().over(partition_by=inbound.c.queue_key, order_by=inbound.c.id).label("turn")
    queue = select(inbound.c.id, turn).where(due).subquery()
    unknown = case((inbound.c.queue_key.like("a%"), 1), else_=0)
    found = select(inbound).join(queue, queue.c.id == inbound.c.id)
    return found.order_by(queue.c.turn, unknown, inbound.c.id).limit(bindparam("most", type_=Integer))


_WAITING: Final = _waiting()
"""Made once: it is asked for whenever something came in, and every few seconds."""


class StoredInbox:
    """Raw incoming messages: stored whole before anybody is told that they arrived."""

    def __init__(self, connection: Connection, work: set[Bell]) -> None:
        self._db = connection
        self._work = work

    def store(
        self,
        kind: ReplyKind,
        digest: str,
        raw: bytes,
        envelope_to: Sequence[str],
        at: datetime,
        queue_key: str = "",
        blob_key: str | None = None,
    ) -> bool:
        """Keep a raw message, or where it is; False where it was stored before.

        `queue_key`: who it seems to be from.
        """
        row = {"kind": kind, "digest": digest, "raw": raw, "queue_key": queue_key, "blob_key": blob_key}
        came = {"envelope_to": list(envelope_to), "received_at": at, "due_at": at, "attempts": 0}
        self._work.add(Bell.INBOUND)
        return add_once(self._db, inbound, {**row, **came})

    def store_read(self, kind: ReplyKind, digest: str, raw: bytes, at: datetime) -> int | None:
        """Keep what a colleague wrote down, read at once; its id, or None where it was stored before."""
        if not self.store(kind, digest, raw, [], at):
            return None
        marked = update(inbound).where(inbound.c.digest == digest).values(read_at=at).returning(inbound.c.id)
        return int(self._db.execute(marked).scalar_one())

    def knows(self, digest: str) -> bool:
        """Whether a message with this digest was stored."""
        stored = select(inbound.c.id).where(inbound.c.digest == digest)
        return self._db.execute(stored).one_or_none() is not None

    def last_mail_at(self) -> datetime | None:
        """When the newest mail came in that was stored."""
        newest = select(inbound.c.received_at).where(inbound.c.kind == ReplyKind.MAIL).order_by(inbound.c.id.desc())
        return self._db.execute(newest.limit(1)).scalar_one_or_none()

    def waiting(self, at: datetime, most: int) -> list[StoredInbound]:
        """Stored messages that were not read yet and are due: the oldest of every sender first, known ones before.

        So one sender's thousands hold up nobody else's mail.
        """
        return [_stored(row) for row in self._db.execute(_WAITING, {"at": at, "most": most})]

    def mark_read(self, inbound_id: int, at: datetime) -> bool:
        """Once; False where somebody else read it."""
        unread = and_(inbound.c.id == inbound_id, inbound.c.read_at.is_(None))
        return self._db.execute(update(inbound).where(unread).values(read_at=at)).rowcount == 1

    def put_off(self, inbound_id: int, until: datetime) -> None:
        """Try it later without counting a try: what it needs is away, which is no fault of its own."""
        self._db.execute(update(inbound).where(inbound.c.id == inbound_id).values(due_at=until))

    def postpone(self, inbound_id: int, at: datetime) -> int:
        """Reading failed: try it later, so that it never blocks the rest; how often it failed."""
        before = self._db.execute(select(inbound.c.attempts).where(inbound.c.id == inbound_id)).scalar_one()
        attempts = int(before) + 1
        later = {"attempts": attempts, "due_at": at + backoff(attempts)}
        self._db.execute(update(inbound).where(inbound.c.id == inbound_id).values(**later))
        return attempts


def _stored(row: Row[Any]) -> StoredInbound:
    kind, to = ReplyKind(row.kind), tuple(row.envelope_to)
    return StoredInbound(row.id, kind, row.raw, to, row.received_at, row.digest, row.blob_key, row.attempts)

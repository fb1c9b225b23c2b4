from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from zlib import crc32

from sqlalchemy import ColumnElement, Connection, Integer, Row, Select, and_, bindparam, case, func, select, update

from bot.bells import Bell
from bot.domain.replies.replies import ReplyKind
from bot.records.replies import StoredInbound
from storage.dialects import OneOf, add_once
from storage.schema.mailings import deliveries
from storage.schema.replies import inbound

FORMS: Final = (ReplyKind.FORM, ReplyKind.NEIGHBOUR)
MAIL: Final = 1  # the first of two numbers: those of outbox queues and mentions are single ones


def _waiting() -> Select[Any]:
    due = and_(inbound.c.read_at.is_(None), inbound.c.due_at <= bindparam("at", type_=inbound.c.due_at.type))
    turn = func.row_number().over(partition_by=inbound.c.queue_key, order_by=inbound.c.id).label("turn")
    unknown = case((inbound.c.queue_key.like("a%"), 1), else_=0).label("unknown")
    queue = select(inbound.c.id, turn, unknown).where(due).subquery()
    of_strangers = func.row_number().over(partition_by=queue.c.unknown, order_by=(queue.c.turn, queue.c.id))
    place = case((queue.c.unknown == 1, of_strangers), else_=queue.c.turn)
    found = select(inbound).join(queue, queue.c.id == inbound.c.id)
    return found.order_by(place, queue.c.unknown, inbound.c.id).limit(bindparam("most", type_=Integer))


_WAITING: Final = _waiting()
"""Made once: it is asked for whenever something came in, and every few seconds."""
_TRIED: Final = update(inbound).values(attempts=inbound.c.attempts + 1)
_UNREAD: Final = and_(inbound.c.id == bindparam("inbound_id"), inbound.c.read_at.is_(None))
_MARK_READ: Final = update(inbound).where(_UNREAD).values(read_at=bindparam("at"))


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
        size: int = 0,
    ) -> bool:
        """Keep a raw message, or where it is; False where it was stored before.

        `queue_key`: who it seems to be from; `size`: in bytes, wherever they are.
        """
        row = {"kind": kind, "digest": digest, "raw": raw, "queue_key": queue_key, "blob_key": blob_key, "size": size}
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

    def forms_of(self, queue_key: str, hour_ago: datetime, day_ago: datetime) -> tuple[int, int]:
        """How many forms came over the links of one citizen since an hour ago, and their bytes since a day ago."""
        of = and_(self._by_one(queue_key), inbound.c.kind.in_(FORMS), inbound.c.received_at > day_ago)
        this_hour = func.count(case((inbound.c.received_at > hour_ago, 1)))
        forms, size = self._db.execute(select(this_hour, func.coalesce(func.sum(inbound.c.size), 0)).where(of)).one()
        return int(forms), int(size)

    def mailed_since(self, queue_key: str, since: datetime) -> int:
        """How many bytes of mail came from whom this names since then; strangers are all one."""
        of = and_(self._by_one(queue_key), inbound.c.kind == ReplyKind.MAIL, inbound.c.received_at > since)
        return int(self._db.execute(select(func.coalesce(func.sum(inbound.c.size), 0)).where(of)).scalar_one())

    def _by_one(self, queue_key: str) -> ColumnElement[bool]:
        """By whom this names: who takes part for a year got dozens of mails, each with links and an address of its own,
        and is one person all the same.
        """
        if queue_key.startswith("a"):
            return and_(inbound.c.queue_key >= "a", inbound.c.queue_key < "b")
        if not queue_key.startswith("d"):
            return inbound.c.queue_key == queue_key
        this = select(deliveries.c.participant_id).where(deliveries.c.id == int(queue_key[1:])).scalar_subquery()
        theirs = self._db.execute(select(deliveries.c.id).where(deliveries.c.participant_id == this)).scalars()
        return inbound.c.queue_key.in_({queue_key, *(f"d{number}" for number in theirs)})

    def has_come(self, kind: ReplyKind, queue_key: str) -> bool:
        """Whether one of this kind came over this link."""
        of = select(inbound.c.id).where(inbound.c.queue_key == queue_key, inbound.c.kind == kind)
        return self._db.execute(of.limit(1)).first() is not None

    def is_first(self, kind: ReplyKind, queue_key: str) -> bool:
        """Whether none of this kind came over this link; who asks the same waits until this transaction ends."""
        self.be_alone(queue_key)
        return not self.has_come(kind, queue_key)

    def empty_form(self, inbound_id: int) -> str | None:
        """Let go of a form as it came, now that its words and its files are kept by themselves; its blob's key."""
        of = inbound.c.id == inbound_id
        key = self._db.execute(select(inbound.c.blob_key).where(of)).scalar_one()
        self._db.execute(update(inbound).where(of).values(raw=b"", blob_key=None))
        return None if key is None else str(key)

    def last_mail_at(self) -> datetime | None:
        """When the newest mail came in that was stored."""
        newest = select(inbound.c.received_at).where(inbound.c.kind == ReplyKind.MAIL).order_by(inbound.c.id.desc())
        return self._db.execute(newest.limit(1)).scalar_one_or_none()

    def waiting(self, at: datetime, most: int) -> list[StoredInbound]:
        """Stored messages that were not read yet and are due: the oldest of every sender first, known ones before.

        So one sender's thousands hold up nobody else's mail. Strangers, who may write any name, are one sender to the
        others; among them each has a turn.
        """
        return [_stored(row) for row in self._db.execute(_WAITING, {"at": at, "most": most})]

    def mark_read(self, inbound_id: int, at: datetime) -> bool:
        """Once; False where somebody else read it."""
        return self._db.execute(_MARK_READ, {"inbound_id": inbound_id, "at": at}).rowcount == 1

    def be_alone(self, name: str) -> None:
        """Whoever reads a mail of this Message-ID, or takes in the one form of this link, waits until this transaction
        ends; SQLite has one writer anyway.
        """
        if self._db.dialect.name == "postgresql":
            lock = func.pg_advisory_xact_lock(MAIL, crc32(name.encode()) - 2**31)
            self._db.execute(select(lock))

    def begin(self, inbound_ids: Sequence[int]) -> None:
        """Count a first try of each before it is made."""
        if inbound_ids:
            self._db.execute(_TRIED.where(OneOf(inbound.c.id, inbound_ids)))

    def begin_again(self, inbound_id: int) -> int:
        """Count a try before it is made; how many there are now."""
        tried = _TRIED.where(inbound.c.id == inbound_id).returning(inbound.c.attempts)
        return int(self._db.execute(tried).scalar_one())

    def put_off(self, inbound_id: int, until: datetime, attempts: int) -> None:
        """Try it later, so that it never blocks the rest, with so many tries counted."""
        self._db.execute(update(inbound).where(inbound.c.id == inbound_id).values(due_at=until, attempts=attempts))


def _stored(row: Row[Any]) -> StoredInbound:
    kind, to = ReplyKind(row.kind), tuple(row.envelope_to)
    return StoredInbound(row.id, kind, row.raw, to, row.received_at, row.digest, row.blob_key, row.attempts)

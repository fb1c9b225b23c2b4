"""What the world is owed, and where its messages stand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final
from zlib import crc32

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, case, delete, func, or_, select, update

from bot.bells import Bell
from bot.records.chat import MessageRef
from bot.records.outbox import Decision, Nothing, OutboxItem, Payload, RefusedItem, StuckCard, Task, Worker
from storage.dialects import put
from storage.outbox.heads import CLAIM_AGAIN, CLAIMS, WAITS
from storage.outbox.owed import ADD, LOCK, REFRESH, REFRESHED, once_each
from storage.outbox.payloads import from_json, to_json
from storage.outbox.tasks import ANSWERS, BELLS, NEW, NOTES, NOTES_OF, QUEUE_KEYS, REMINDERS, WORKERS
from storage.rows import THE_SUBJECT, message_link, of_subject
from storage.schema.outbox import messages, outbox

NOTHING = Nothing()
_MESSAGE: Final = select(messages).where(THE_SUBJECT)
_DONE: Final = delete(outbox).where(outbox.c.id == bindparam("item"), outbox.c.attempts == bindparam("tries"))


class StoredOutbox:
    """What the change of this transaction owes the world."""

    def __init__(self, connection: Connection, now: datetime, work: set[Bell]) -> None:
        self._db = connection
        self._now = now
        self._work = work
        self._owed: list[dict[str, Any]] = []

    def owe(self, task: Task, subject_id: int, payload: Payload = NOTHING, after: timedelta = timedelta()) -> None:
        """Owe a task, in the order of its queue; a SHOW task that already waits for the same subject is not doubled.

        `after` a while, for what changes all the time; of two, the sooner counts.
        """
        row = {"to_queue": QUEUE_KEYS.get(task, f"{task}-{subject_id}"), "to_task": task, "to_subject": subject_id}
        when = {"to_due": self._now + after, "to_owed": self._now}
        above = NOTES_OF.get(task, task)
        about = {"to_above": above, "to_answer": ANSWERS.get(task, above), "to_pass": task in REMINDERS}
        self._owed.append({**row, **when, **about, "to_carry": to_json(payload), "to_say": task in NOTES})

    def write(self) -> None:
        """Write down what this transaction owes, as the last thing it does.

        An id is given before its row can be seen: a later row of the same queue could be taken while an earlier one is
        not committed yet. So on PostgreSQL each queue is locked until the commit, all in one order and after every
        other lock, for no two transactions to wait for each other. SQLite has one writer anyway.
        """
        if not self._owed:
            return
        self._work |= {BELLS[WORKERS.get(one["to_task"], Worker.CHAT)] for one in self._owed}
        if self._db.dialect.name == "postgresql":
            self._db.execute(LOCK, {"queues": sorted({crc32(one["to_queue"].encode()) for one in self._owed})})
        rows = once_each(self._owed)
        if shown := [{name: row[name] for name in REFRESHED} for row in rows if not row["to_say"]]:
            self._db.execute(REFRESH, shown)
        self._db.execute(ADD, rows)
        self._owed.clear()

    def claim(
        self, at: datetime, lease_until: datetime, worker: Worker | None = None, *, oldest: bool = False
    ) -> OutboxItem | None:
        """The head of a lane that is due and that nobody works on; of this worker's, or of any.

        What passes comes first, unless the `oldest` is asked for.
        """
        row = self._db.execute(CLAIMS[worker, oldest], {"at": at, "until": lease_until}).one_or_none()
        return _claimed(row) if row else None

    def claim_again(self, item: OutboxItem, lease_until: datetime) -> bool:
        """A claim that was rolled back; False where somebody has it by now."""
        claimed = {"item": item.id, "tries": item.attempts - 1, "until": lease_until}
        return self._db.execute(CLAIM_AGAIN, claimed).one_or_none() is not None

    def extend_lease(self, item: OutboxItem, lease_until: datetime) -> bool:
        """False where another worker has it, or it is settled."""
        mine = update(outbox).where(_held(item), outbox.c.claimed_until.is_not(None))
        return self._db.execute(mine.values(claimed_until=lease_until)).rowcount == 1

    def doubt_all(self) -> int:
        """Whatever is owed may be done already: it is looked for before it is done; how much."""
        doubted = update(outbox).where(WAITS).values(uncertain=True, claimed_until=None)
        return self._db.execute(doubted).rowcount

    def done(self, item: OutboxItem) -> None:
        self._db.execute(_DONE, {"item": item.id, "tries": item.attempts})

    def retry(self, item: OutboxItem, at: datetime, reason: str, *, uncertain: bool) -> None:
        """Try again from `at` on."""
        values = {"due_at": at, "claimed_until": None, "reason": reason[:500], "uncertain": uncertain}
        self._db.execute(update(outbox).where(_held(item)).values(**values))

    def refused(self, item: OutboxItem, at: datetime, reason: str, *, uncertain: bool, counted: bool) -> int:
        """The chat refuses this one alone: it is tried again from `at` on, out of line; how often it was by now.

        Not `counted`: it waits for another one that is refused.
        """
        refusals = outbox.c.refusals + 1 if counted else case((outbox.c.refusals == 0, 1), else_=outbox.c.refusals)
        values = {"due_at": at, "claimed_until": None, "reason": reason[:500], "uncertain": uncertain}
        moved = update(outbox).where(_held(item)).values(**values, refusals=refusals)
        return self._db.execute(moved.returning(outbox.c.refusals)).scalar_one_or_none() or 0

    def ask_again(self, item: OutboxItem) -> None:
        """What was decided about it is overtaken: it is refused as often again."""
        self._db.execute(update(outbox).where(outbox.c.id == item.id).values(decision=None, decided_by_name=None))

    def decide(self, item_id: int, decision: Decision, by_name: str, asked_after: int) -> str | None:
        """A superuser's decision on what is refused (so often that it is asked); its task, None where it was taken."""
        asked = or_(outbox.c.refusals >= asked_after, outbox.c.dead_at.is_not(None))
        open_ = and_(outbox.c.id == item_id, asked, outbox.c.decision.is_(None), outbox.c.claimed_until.is_(None))
        again = {"dead_at": None, "due_at": self._now, "refusals": 1}
        values = again if decision is Decision.AGAIN else {"dead_at": self._now}
        decided = update(outbox).where(open_).values(decision=decision, decided_by_name=by_name, **values)
        return self._db.execute(decided.returning(outbox.c.task)).scalar_one_or_none()

    def is_owed(self, task: Task, subject_id: int) -> bool:
        """Whether this one waits."""
        waits = and_(outbox.c.task == task, outbox.c.subject_id == subject_id, WAITS)
        return self._db.execute(select(outbox.c.id).where(waits).limit(1)).first() is not None

    def is_told(self, queue_key: str, reason: str) -> bool:
        """Whether the superusers know already that this keeps a queue: each of its lanes comes upon it."""
        kept = and_(outbox.c.queue_key == queue_key, outbox.c.reason == reason[:500], WAITS)
        shown, owed = messages.alias("told"), outbox.alias("to_tell")
        told = select(shown.c.subject_id).where(shown.c.task == Task.SHOW_STUCK, shown.c.subject_id == outbox.c.id)
        to_tell = select(owed.c.id).where(owed.c.task == Task.SHOW_STUCK, owed.c.subject_id == outbox.c.id)
        known = select(outbox.c.id).where(kept, or_(told.exists(), to_tell.exists())).limit(1)
        return self._db.execute(known).first() is not None

    def dead_letter(self, item: OutboxItem, reason: str) -> None:
        """Give up, visibly: the queue goes on without it."""
        values = {"dead_at": self._now, "claimed_until": None, "reason": reason[:500]}
        gone = update(outbox).where(_held(item))
        self._db.execute(gone.values(**values, decision=None, decided_by_name=None))

    def oldest_given_up(self) -> StuckCard | None:
        """Of what nobody decided about yet."""
        undecided = and_(outbox.c.dead_at.is_not(None), outbox.c.decision.is_(None))
        found = select(outbox.c.id).where(undecided).order_by(outbox.c.dead_at, outbox.c.id).limit(1)
        item_id = self._db.execute(found).scalar_one_or_none()
        return self.stuck(item_id) if item_id else None

    def dead_letters(self) -> list[OutboxItem]:
        """What was given up."""
        return [_item(row) for row in self._db.execute(select(outbox).where(~WAITS))]

    def stuck(self, item_id: int) -> StuckCard | None:
        """Something that waits and why, or was set aside; None where it no longer does."""
        row = self._db.execute(select(outbox).where(outbox.c.id == item_id)).one_or_none()
        if row is None:
            return None
        refused = self._refused(row) if row.refusals or row.dead_at else None
        return StuckCard(row.queue_key, row.owed_at, row.reason, refused)

    def _refused(self, row: Row[Any]) -> RefusedItem:
        known = Task(row.task) if row.task in set(Task) else Task.UNKNOWN
        link = message_link(self._db, NOTES_OF.get(known, known), row.subject_id)
        decision = Decision(row.decision) if row.decision else None
        told = (row.dead_at is not None, decision, row.decided_by_name or "")
        return RefusedItem(row.id, row.task, row.subject_id, link, *told)

    def oldest(self) -> Mapping[str, datetime]:
        """Since when what waits longest in each queue should have been out; what was put off waits from then on.

        What the chat refuses alone is put before the superusers, and is no trouble of its queue.
        """
        since = func.min(case((outbox.c.attempts == 0, outbox.c.due_at), else_=outbox.c.owed_at))
        due = and_(WAITS, outbox.c.refusals == 0, or_(outbox.c.attempts > 0, outbox.c.due_at <= self._now))
        found = select(outbox.c.queue_key, since.label("since")).where(due).group_by(outbox.c.queue_key)
        return {row.queue_key: row.since for row in self._db.execute(found.order_by(outbox.c.queue_key))}

    def message(self, task: Task, subject_id: int) -> MessageRef | None:
        """The message that stands for a subject."""
        return self.stands(task, subject_id)[0]

    def stands(self, task: Task, subject_id: int) -> tuple[MessageRef | None, str]:
        """The same with its permanent link, empty where that is not known (yet)."""
        row = self._db.execute(_MESSAGE, {"task": task, "subject_id": subject_id}).one_or_none()
        return (MessageRef(row.channel_id, row.ts), row.link) if row else (None, "")

    def subject_at(self, task: Task, ref: MessageRef) -> int | None:
        """Whose message stands there; None where it is no message of this task."""
        here = and_(messages.c.task == task, messages.c.channel_id == ref.channel_id, messages.c.ts == ref.ts)
        return self._db.execute(select(messages.c.subject_id).where(here)).scalar_one_or_none()

    def subject_of(self, ref: MessageRef) -> tuple[Task, int] | None:
        """What stands there."""
        here = and_(messages.c.channel_id == ref.channel_id, messages.c.ts == ref.ts)
        row = self._db.execute(select(messages.c.task, messages.c.subject_id).where(here).limit(1)).first()
        return (Task(row.task), row.subject_id) if row else None

    def forget(self, task: Task, subject_id: int, ref: MessageRef) -> bool:
        """It is gone from there; False where it stands elsewhere by now."""
        here = and_(of_subject(task, subject_id), messages.c.channel_id == ref.channel_id, messages.c.ts == ref.ts)
        return self._db.execute(delete(messages).where(here)).rowcount == 1

    def remember(self, task: Task, subject_id: int, ref: MessageRef, link: str) -> None:
        """Keep where a subject's message stands, and its permanent link (empty where that follows later)."""
        row = {"task": task, "subject_id": subject_id, "channel_id": ref.channel_id, "ts": ref.ts, "link": link}
        put(self._db, messages, row)

    def link(self, task: Task, subject_id: int) -> str:
        """The permanent link of a subject's message, empty before it stands."""
        return message_link(self._db, task, subject_id)


def _held(item: OutboxItem) -> ColumnElement[bool]:
    """The fence: whoever claimed it since counts one try more, and what came late changes nothing."""
    return and_(outbox.c.id == item.id, outbox.c.attempts == item.attempts)


def _item(row: Row[Any]) -> OutboxItem:
    task = Task(row.task) if row.task in set(Task) else Task.UNKNOWN
    payload, tried = from_json(row.task, row.payload), (row.attempts, row.uncertain, row.refusals)
    return OutboxItem(row.id, row.queue_key, task, row.subject_id, payload, row.owed_at, *tried)


def _claimed(row: Row[Any]) -> OutboxItem:
    stands = MessageRef(row.channel_id, row.ts) if row.ts else None
    return replace(_item(row), stands=stands, link=row.link or "", passed=row.lane < NEW)

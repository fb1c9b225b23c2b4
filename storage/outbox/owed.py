"""Writing down what a transaction owes: however much it is, in two statements, made once."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    FromClause,
    and_,
    bindparam,
    case,
    false,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    update,
)

from bot.records.outbox import Task
from storage.outbox.tasks import FIRST, NEW, THREAD, UPDATE
from storage.schema.outbox import messages, outbox
from storage.schema.replies import replies

LOCK: Final = select(func.pg_advisory_xact_lock(literal_column("queue"))).select_from(
    func.unnest(bindparam("queues", type_=ARRAY(BigInteger))).alias("queue")
)
"""One after the other, in the order in which they are given."""
_WHAT: Final = {"queue_key": "to_queue", "task": "to_task", "subject_id": "to_subject", "payload": "to_carry"}
_WHEN: Final = {"due_at": "to_due", "owed_at": "to_owed"}
REFRESHED: Final = ("to_task", "to_subject", "to_due", "to_above", "to_answer", "to_pass", "to_say")


def _given(column: str) -> ColumnElement[Any]:
    return bindparam({**_WHAT, **_WHEN}[column], type_=outbox.c[column].type)


def _waiting() -> ColumnElement[bool]:
    """What shows the same and waits unclaimed; what was refused for good may be taken as it is now."""
    same = and_(outbox.c.task == _given("task"), outbox.c.subject_id == _given("subject_id"))
    undecided = or_(outbox.c.dead_at.is_(None), outbox.c.decision.is_(None))
    return and_(same, outbox.c.claimed_until.is_(None), undecided)


def _lane() -> ColumnElement[int]:
    """Where it stands itself, an update; the first where what it is about does, be it an answer, and for what passes.

    What a citizen wrote on stands in the thread of what they wrote before. Nothing passes what waits for the same
    thread: an answer would stand above what it answers.
    """
    subject, in_thread = _given("subject_id"), _in_thread(_given("task"))
    shown = messages.c.task.in_([bindparam(name, type_=messages.c.task.type) for name in ("to_above", "to_answer")])
    root = select(_thread_of(replies)).where(replies.c.id == subject).scalar_subquery()
    follows = and_(
        _given("task") == Task.SHOW_FOLLOW_UP, messages.c.task == Task.SHOW_REPLY, messages.c.subject_id == root
    )
    stands = select(messages.c.task).where(or_(and_(shown, messages.c.subject_id == subject), follows)).exists()
    other, its = outbox.alias("waits"), replies.alias("its_reply")
    waits = and_(other.c.lane == NEW, _in_thread(other.c.task), other.c.dead_at.is_(None), _thread_of(its) == root)
    behind = select(other.c.id).join(its, its.c.id == other.c.subject_id).where(in_thread, waits).exists()
    passes, says = (bindparam(name, type_=outbox.c.uncertain.type) for name in ("to_pass", "to_say"))
    itself = and_(messages.c.task == _given("task"), messages.c.subject_id == subject)
    update = and_(~says, select(messages.c.task).where(itself).exists())
    return case((update, UPDATE), (or_(passes, and_(stands, ~behind)), FIRST), else_=NEW)


def _in_thread(task: ColumnElement[Any]) -> ColumnElement[bool]:
    """Written out: of many rows at once SQLAlchemy takes no list."""
    return or_(*(task == one for one in sorted(THREAD)))


def _thread_of(one: FromClause) -> ColumnElement[int]:
    """The reply in whose thread a reply stands."""
    return func.coalesce(one.c.follow_up_of, one.c.id)


def _refresh() -> Any:
    """It locks the row, so that its worker reads what we will commit.

    A task that failed keeps its pause: the chat may have said when to come back.
    """
    sooner = and_(outbox.c.attempts == 0, outbox.c.due_at > _given("due_at"))
    due = case((sooner, _given("due_at")), else_=outbox.c.due_at)
    return update(outbox).where(_waiting()).values(due_at=due, dead_at=None, lane=_lane())


def _add() -> Any:
    given = {column: _given(column) for column in (*_WHAT, *_WHEN)}
    begins = {"attempts": literal(0), "uncertain": false(), "reason": literal(""), "lane": _lane()}
    lacks = or_(bindparam("to_say", type_=outbox.c.uncertain.type), ~select(outbox.c.id).where(_waiting()).exists())
    return insert(outbox).from_select([*given, *begins], select(*given.values(), *begins.values()).where(lacks))


REFRESH: Final = _refresh()
ADD: Final = _add()
"""What is said is said each time; what is shown only where it does not wait already."""


def once_each(owed: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """As `ADD` takes them: of two that show the same the first, as soon as the sooner of them."""
    rows: list[dict[str, Any]] = []
    shown: dict[tuple[str, int], dict[str, Any]] = {}
    for one in owed:
        key = one["to_task"], one["to_subject"]
        if not one["to_say"] and key in shown:
            shown[key]["to_due"] = min(shown[key]["to_due"], one["to_due"])
            continue
        rows.append(one)
        shown[key] = one
    return rows

"""The heads of the queues: what may be delivered now, and taking it."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    Label,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.sql.dml import ReturningUpdate

from bot.records.outbox import Task, Worker
from storage.outbox.tasks import NOTES_OF, WORKERS
from storage.schema.outbox import messages, outbox
from storage.schema.replies import replies

WAITS = outbox.c.dead_at.is_(None)


def _head(worker: Worker | None, *, oldest: bool) -> Select[Any]:
    """The first that is due `at` a moment and that nobody works on: of what passes before what is new, or of all."""
    at, one, before = bindparam("at", type_=outbox.c.due_at.type), outbox.alias("head"), outbox.alias("before")
    # What was put off for a moment holds up nothing; what failed or is under way does.
    holds = and_(before.c.id < one.c.id, before.c.dead_at.is_(None), or_(before.c.attempts > 0, before.c.due_at <= at))
    # What the chat refuses alone holds up what belongs to it, nothing else.
    same_lane = and_(before.c.queue_key == one.c.queue_key, before.c.lane == one.c.lane, before.c.refusals == 0)
    heads = (~select(before.c.id).where(holds, which).exists() for which in (same_lane, _belongs(before, one)))
    free = or_(one.c.claimed_until.is_(None), one.c.claimed_until < at)
    due = select(one.c.id).where(one.c.dead_at.is_(None), one.c.due_at <= at, free, *heads, _work_of(worker, one))
    ordered = due.order_by(*([] if oldest else [one.c.lane]), one.c.id)
    return ordered.limit(1).with_for_update(skip_locked=True, of=one)


def _work_of(worker: Worker | None, one: FromClause) -> ColumnElement[bool]:
    if worker is None:
        return true()
    if worker is Worker.CHAT:
        return one.c.task.not_in(WORKERS)
    return one.c.task.in_([task for task, whose in WORKERS.items() if whose is worker])


def _belongs(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """A line waits for the lines before it in its thread, and taking those away for all of them.

    An update shows how it is by then, and need not wait for a line.
    """
    cleared = case((other.c.task == Task.CLEAR_THREAD, Task.REPLY_NOTE), else_=other.c.task)
    return and_(one.c.subject_id == other.c.subject_id, one.c.task.in_([other.c.task, cleared]))


def _claim(which: ColumnElement[bool]) -> ReturningUpdate[Any]:
    """A claim that ran out means that its worker died in the middle: whether it posted is uncertain."""
    claimed = {
        "claimed_until": bindparam("until", type_=outbox.c.claimed_until.type),
        "attempts": outbox.c.attempts + 1,
        "uncertain": or_(outbox.c.uncertain, outbox.c.claimed_until.is_not(None)),
    }
    return (
        update(outbox).where(which).values(**claimed).returning(outbox, *map(_standing, ("channel_id", "ts", "link")))
    )


def _standing(column: str) -> Label[Any]:
    """Of the message that stands for it, or that it is said under; what a citizen wrote on has that of their reply."""
    its_task, subject = _named(outbox.c.task), _named(outbox.c.subject_id)
    task = case(NOTES_OF, value=its_task, else_=its_task)
    root = select(func.coalesce(_named(replies.c.follow_up_of), subject)).select_from(replies)
    in_thread = its_task.in_([note for note, shown in NOTES_OF.items() if shown is Task.SHOW_REPLY])
    under = case((in_thread, root.where(_named(replies.c.id) == subject).scalar_subquery()), else_=subject)
    its = and_(_named(messages.c.task) == task, _named(messages.c.subject_id) == under)
    return select(_named(messages.c[column])).select_from(messages).where(its).scalar_subquery().label(column)


def _named(column: Column[Any]) -> ColumnElement[Any]:
    """With its table: SQLAlchemy leaves that out of what SQLite is to return."""
    return literal_column(f"{column.table.name}.{column.name}", column.type)


CLAIMS: Final[Mapping[tuple[Worker | None, bool], ReturningUpdate[Any]]] = {
    (worker, oldest): _claim(outbox.c.id == _head(worker, oldest=oldest).scalar_subquery())
    for worker in (None, *Worker)
    for oldest in (False, True)
}
"""Of each worker's tasks, and of all; whether the oldest comes first. Made once: a head is asked for before each
delivery and every second, and the question takes longer to make than to answer."""
CLAIM_AGAIN: Final = _claim(and_(outbox.c.id == bindparam("item"), outbox.c.attempts == bindparam("tries")))

"""Writing down what a transaction owes: however much it is, in two statements, made once."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
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

from storage.outbox.tasks import FIRST, NEW
from storage.schema.outbox import messages, outbox

LOCK: Final = select(func.pg_advisory_xact_lock(literal_column("queue"))).select_from(
    func.unnest(bindparam("queues", type_=ARRAY(BigInteger))).alias("queue")
)
"""One after the other, in the order in which they are given."""
_WHAT: Final = {"queue_key": "to_queue", "task": "to_task", "subject_id": "to_subject", "payload": "to_carry"}
_WHEN: Final = {"due_at": "to_due", "owed_at": "to_owed"}
REFRESHED: Final = ("to_task", "to_subject", "to_due", "to_above", "to_answer", "to_pass")


def _given(column: str) -> ColumnElement[Any]:
    return bindparam({**_WHAT, **_WHEN}[column], type_=outbox.c[column].type)


def _waiting() -> ColumnElement[bool]:
    """What shows the same and waits unclaimed; what was refused for good may be taken as it is now."""
    same = and_(outbox.c.task == _given("task"), outbox.c.subject_id == _given("subject_id"))
    undecided = or_(outbox.c.dead_at.is_(None), outbox.c.decision.is_(None))
    return and_(same, outbox.c.claimed_until.is_(None), undecided)


def _lane() -> ColumnElement[int]:
    """The first where what it is about stands, be it an answer in a thread; and for what passes anyway."""
    shown = messages.c.task.in_([bindparam(name, type_=messages.c.task.type) for name in ("to_above", "to_answer")])
    stands = select(messages.c.task).where(shown, messages.c.subject_id == _given("subject_id")).exists()
    return case((or_(bindparam("to_pass", type_=outbox.c.uncertain.type), stands), FIRST), else_=NEW)


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

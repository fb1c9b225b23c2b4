"""What of all that waits is late: for reminders, for the Home, for who asks how it stands."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    func,
    literal,
    select,
    union_all,
)

from bot.domain.alerts.alerts import AlertKind
from bot.domain.desk.deadlines import ReminderStep, WaitKind
from bot.records.desk import BoardLine, BoardList, Cutoffs, OverdueCard, Standing
from bot.records.mailings import Waiting
from bot.records.outbox import Task
from bot.records.pages import Turn
from storage.desk.boards import PAGE, numbers
from storage.desk.waits import WAITS
from storage.paging import PLACE, page_of, turned
from storage.schema.desk import reminders
from storage.schema.outbox import messages

MOST_LINES = 10
ORDER = ("rank", "calm", "since", "id")
_OLDEST_FIRST = ("since", "kind", "id")
AT_ONCE = 500  # subjects in one query: databases take some ten thousand values at most


_FOUND: Final = {kind: found.subquery() for kind, found in WAITS.items()}
_LATE: Final = union_all(
    *(select(found).where(found.c.since < bindparam(f"before_{kind.name}")) for kind, found in _FOUND.items())
).subquery()
"""All that is late. Made once: it is looked for every minute, and takes longer to make than to run."""


class StoredLateness:
    """All that waits for somebody, by kind of wait."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def waiting(self, before: Cutoffs) -> list[Waiting]:
        """What is late, by kind and oldest first, with the reminders there were."""
        rows = self._db.execute(_WAITING, _late(before)).all()
        waiting = [_waiting(row) for row in rows]
        reminded = self._reminded([one.subject for one in waiting])
        return [_waiting(row, reminded[one.subject]) for row, one in zip(rows, waiting, strict=True)]

    def _reminded(self, subjects: Sequence[str]) -> Mapping[str, dict[ReminderStep, datetime]]:
        reminded: defaultdict[str, dict[ReminderStep, datetime]] = defaultdict(dict)
        for start in range(0, len(subjects), AT_ONCE):
            these = reminders.c.subject.in_(subjects[start : start + AT_ONCE])
            for row in self._db.execute(select(reminders).where(these)):
                reminded[row.subject][ReminderStep(row.step)] = row.at
        return reminded

    def overdue(self, kind: WaitKind, ids: Sequence[int]) -> OverdueCard | None:
        """Those of them that still wait; None where none does."""
        found = _FOUND[kind]
        still = _shown(found).where(found.c.id.in_(ids)).order_by(found.c.since, found.c.id)
        rows = self._db.execute(still).all()
        if not rows:
            return None
        return OverdueCard(kind, tuple(map(_line, rows[:MOST_LINES])), len(rows), rows[0].since)

    def listed(self, before: Cutoffs, page: int, pressing: Collection[int] = ()) -> BoardList:
        """A page of what is late, the `pressing` replies first, then oldest first, pages counted from 0; one that is
        no longer there is the last.
        """
        late = _late(before)
        total = self._db.execute(select(func.count()).select_from(_LATE), late).scalar_one()
        pages = -(-total // PAGE)
        page = max(0, min(page, pages - 1))
        found = select(_LATE, _calm(_LATE, pressing)).order_by("calm", *(_LATE.c[name] for name in _OLDEST_FIRST))
        part = found.offset(page * PAGE).limit(PAGE).subquery()
        shown = _shown(part).order_by(part.c.calm, *(part.c[name] for name in _OLDEST_FIRST))
        return BoardList(tuple(map(_line, self._db.execute(shown, late))), page, pages, total)

    def late(self, before: Cutoffs) -> Mapping[WaitKind, int]:
        """How much of each kind is late; a kind without any is left out."""
        return self._counts(before)[0]

    def in_time(self, before: Cutoffs) -> Mapping[WaitKind, int]:
        """How much of each kind waits, and is not late."""
        return self._counts(before)[1]

    def standing(self, before: Cutoffs, turn: Turn, pressing: Collection[int] = ()) -> Standing:
        """What is late and what is not; its list by kind, of each the `pressing` ones first."""
        late, in_time = self._counts(before)
        page = turned(select(_LATE, _rank(_LATE), _calm(_LATE, pressing)), ORDER, turn)
        rows = self._db.execute(_shown(page).order_by(page.c[PLACE]), _late(before)).all()
        return Standing(late, in_time, page_of(rows, ORDER, _line))

    def _counts(self, before: Cutoffs) -> tuple[dict[WaitKind, int], dict[WaitKind, int]]:
        counted = (_counted(kind, before[kind]) for kind in WaitKind)
        rows = self._db.execute(union_all(*counted)).all()
        late = {WaitKind(kind): late for kind, _total, late in rows if late}
        return late, {WaitKind(kind): total - late for kind, total, late in rows if total > late}


def _late(before: Cutoffs) -> dict[str, datetime]:
    """From when on what is late, as the query has it."""
    return {f"before_{kind.name}": before[kind] for kind in _FOUND}


def _counted(kind: WaitKind, before: datetime) -> Select[Any]:
    found = _FOUND[kind]
    late = func.coalesce(func.sum(case((found.c.since < before, 1), else_=0)), 0)
    return select(literal(kind.value), func.count(), late).select_from(found)


def _linked(found: Subquery) -> Select[Any]:
    """With a link to its message."""
    its = and_(messages.c.task == found.c.task, messages.c.subject_id == found.c.message)
    return select(found, messages.c.link).select_from(found.outerjoin(messages, its))


def _shown(found: Subquery) -> Select[Any]:
    """With which reply or lead it is, too."""
    at_reply, at_lead = found.c.task == Task.SHOW_REPLY.value, found.c.task == Task.SHOW_LEAD.value
    reply, lead = case((at_reply, found.c.message)), case((at_lead, found.c.message))
    return _linked(found).add_columns(*numbers(reply, lead))


def _calm(found: Subquery, pressing: Collection[int]) -> ColumnElement[Any]:
    """0 for a reply that seems to happen now."""
    now = and_(found.c.task == Task.SHOW_REPLY.value, found.c.message.in_(pressing))
    return case((now, 0), else_=1).label("calm")


def _rank(found: Subquery) -> ColumnElement[Any]:
    """The place of its kind in the order of the work."""
    return case({kind.value: rank for rank, kind in enumerate(WaitKind)}, value=found.c.kind).label("rank")


_WAITING: Final = _linked(_LATE).order_by(_rank(_LATE), _LATE.c.since, _LATE.c.id)


def _waiting(row: Any, reminded: Mapping[ReminderStep, datetime] | None = None) -> Waiting:
    return Waiting(
        WaitKind(row.kind), row.id, row.thread, row.reference, row.since, row.turn_id, row.link or "", reminded or {}
    )


def _line(row: Any) -> BoardLine:
    kind = AlertKind(row.mail)
    link, its_id = row.link or "", row.thread if row.kind == WaitKind.CALL else row.id  # a call is done on its reply
    what, whose = (row.reference, row.street, row.kind, row.since, link, kind), (row.turn_id, row.turn_name)
    pressing = not getattr(row, "calm", 1)
    return BoardLine(*what, *whose, its_id, pressing=pressing, reply=row.reply, lead=row.lead, words=row.words)

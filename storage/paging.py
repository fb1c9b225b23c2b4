"""A page of what a query finds, and how much that is in all, in one query."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Row,
    Select,
    Subquery,
    case,
    func,
    literal,
    select,
    tuple_,
)
from sqlalchemy.types import TypeEngine

from bot.records.pages import A_PAGE, Line, Page, Turn
from storage.schema.columns import Moment

PLACE, TOTAL = "place", "total"


def turned(
    found: Select[Any] | CompoundSelect[Any],
    order: Sequence[str],
    turn: Turn,
    *,
    size: int = A_PAGE,
    newest_first: bool = False,
) -> Subquery:
    """The page asked for, to join with what its lines tell besides; a page that is no longer there is the last one.

    `order` names columns of `found` by which no two rows are equal: their values are a row's mark.
    """
    listed = found.subquery()
    columns = [listed.c[name] for name in order]
    by = [column.desc() for column in columns] if newest_first else columns
    place, total = func.row_number().over(order_by=by).label(PLACE), func.count().over().label(TOTAL)
    passed = _passed(columns, turn, newest_first=newest_first).label("passed")
    numbered = select(listed, place, total, passed).subquery()
    start = _start(numbered, turn, size)
    return select(numbered).where(numbered.c.place > start, numbered.c.place <= start + size).subquery()


def _passed(columns: Sequence[ColumnElement[Any]], turn: Turn, *, newest_first: bool) -> ColumnElement[Any]:
    """How many rows stand before the page: up to the one of the mark, without it where the pages turn back."""
    if not turn.mark:
        return literal(0)
    mark = tuple_(*_values(columns, turn.mark))
    key = tuple_(*columns)
    if newest_first:
        stands_before = key > mark if turn.back else key >= mark
    else:
        stands_before = key < mark if turn.back else key <= mark
    return func.sum(case((stands_before, 1), else_=0)).over()


def _values(columns: Sequence[ColumnElement[Any]], mark: str) -> Iterator[ColumnElement[Any]]:
    for column, text in zip(columns, mark.split(" "), strict=True):
        yield literal(_value(column.type, text), type_=column.type)


def _value(kind: TypeEngine[Any], text: str) -> object:
    if isinstance(kind, Moment):
        return datetime.fromisoformat(text)
    return int(text) if isinstance(kind, Integer) else text


def _start(numbered: Subquery, turn: Turn, size: int) -> ColumnElement[Any]:
    passed, total = numbered.c.passed, numbered.c.total
    wanted = passed - size if turn.back else case((passed >= total, total - size), else_=passed)
    return case((wanted < 0, 0), else_=wanted)


def page_of(rows: Sequence[Row[Any]], order: Sequence[str], read: Callable[[Row[Any]], Line]) -> Page[Line]:
    """The rows of a page that was `turned`, by their place."""
    if not rows:
        return Page((), 1, 0, ("", ""))
    marks = _mark(rows[0], order), _mark(rows[-1], order)
    first: int = rows[0].place
    return Page(tuple(map(read, rows)), first, rows[0].total, marks)


def _mark(row: Row[Any], order: Sequence[str]) -> str:
    values = (getattr(row, name) for name in order)
    return " ".join(value.isoformat() if isinstance(value, datetime) else str(value) for value in values)

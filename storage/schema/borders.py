"""Between teams: a statement sees the rows of its connection's team alone.

The border is where a statement becomes SQL, so that no question can forget it: each table with a `team_id` that a
SELECT, UPDATE or DELETE names, at whatever depth, is asked for the rows of one team.
"""

from collections.abc import Iterable, Iterator, Sequence
from threading import local
from typing import Any, Final, TypeVar

from sqlalchemy import (
    Alias,
    Boolean,
    ColumnElement,
    Connection,
    Delete,
    Engine,
    Executable,
    FromClause,
    Integer,
    Join,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    event,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.selectable import FromGrouping

from storage.schema.teams import FIRST, TEAM

COLUMN: Final = "team_id"
EVERY_TEAM: Final = {"schema_translate_map": {"of": "every team"}}
"""As options of a statement or of a connection. No table has such a schema: it is by this option that SQLAlchemy keeps
what it compiled with it apart from what it compiled without."""
Question = TypeVar("Question", bound=Executable)


class _Executing(local):
    """In each thread, for which team a statement is being executed."""

    team = FIRST


_executing: Final = _Executing()
THE_TEAM: Final = bindparam("the_team", callable_=lambda: _executing.team, type_=Integer)


def keep_apart(engine: Engine) -> None:
    """Have its connections tell for which team they work."""
    event.listen(engine, "before_execute", _tell)


def _tell(connection: Connection, *_asked: Any) -> None:
    _executing.team = connection.get_execution_options().get(TEAM, FIRST)


def of_all(statement: Question) -> Question:
    """The same for the rows of all teams: what the program does for all of them at once."""
    return statement.execution_options(**EVERY_TEAM)


class _Own(FunctionElement[bool]):
    """Whether a row is the team's."""

    type = Boolean()
    name = "own"
    inherit_cache = True

    def __init__(self, column: ColumnElement[int]) -> None:
        super().__init__(column, THE_TEAM)

    def self_group(self, against: Any = None) -> "_Own":  # noqa: ARG002 - as its base names it
        """As it stands: compared with 1 it would tell the database nothing."""
        return self


@compiles(_Own)
def _own_of_postgresql(element: _Own, compiler: Any, **how: Any) -> str:
    column, team = (compiler.process(part, **how) for part in element.clauses)
    return f"{column} = {team}"


@compiles(_Own, "sqlite")
def _own_of_sqlite(element: _Own, compiler: Any, **how: Any) -> str:
    """Else it takes this for a rule that few rows meet: it reads all deliveries, or makes an index of them for it."""
    return f"likely(+{_own_of_postgresql(element, compiler, **how)})"


@compiles(Select)
def _select(element: Select[Any], compiler: Any, **how: Any) -> Any:
    if not compiler.schema_translate_map:
        element = element.where(*_own(map(_first, _froms(element, compiler))))
    return compiler.visit_select(element, **how)


@compiles(Join)
def _join(element: Join, compiler: Any, **how: Any) -> Any:
    """Beside what joins it: of an outer join the row stays that finds nothing."""
    if not compiler.schema_translate_map and (own := [*_own([_first(element.right)])]):
        assert element.onclause is not None  # SQLAlchemy has found it by now
        on = and_(element.onclause, *own)
        element = Join(element.left, element.right, on, element.isouter, element.full)
    return compiler.visit_join(element, **how)


@compiles(Update)
def _update(element: Update, compiler: Any, **how: Any) -> Any:
    if not compiler.schema_translate_map:
        element = element.where(*_own([element.table]))
    return compiler.visit_update(element, **how)


@compiles(Delete)
def _delete(element: Delete, compiler: Any, **how: Any) -> Any:
    if not compiler.schema_translate_map:
        element = element.where(*_own([element.table]))
    return compiler.visit_delete(element, **how)


def _froms(element: Select[Any], compiler: Any) -> Sequence[FromClause]:
    """As `get_final_froms` tells them, which makes the whole statement first to know them."""
    return element._compile_state_factory(element, compiler)._get_display_froms()


def _first(one: FromClause) -> FromClause:
    """What others are joined to: those have their own condition beside what joins them."""
    while isinstance(one, (Join, FromGrouping)):
        one = one.left if isinstance(one, Join) else one.element
    return one


def _own(tables: Iterable[FromClause]) -> Iterator[ColumnElement[bool]]:
    for one in tables:
        table = one.element if isinstance(one, Alias) else one
        if isinstance(table, Table) and COLUMN in table.c:
            yield _Own(one.c[COLUMN])

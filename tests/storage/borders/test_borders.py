"""No team sees, counts or changes what another has: each method of each repository, as it is and as it will be.

Two teams have the same colleagues, citizens, streets and numbers. What a method answers one of them is the same whether
the other is there or not; nothing that it answers holds the other's canary; nothing of the other's changes. The methods
are those that the classes have, the arguments what their types say: a new one is in by itself.
"""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import Any, Final

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, NoResultFound

from storage.schema.columns import metadata
from storage.schema.teams import FIRST
from storage.unit_of_work import UnitOfWork, Work, unit_of_work
from tests.storage.borders.filling import Noon, Things, fill
from tests.storage.borders.values import value

OTHER: Final = FIRST
ASKS: Final = 2
OF_ALL: Final[Mapping[str, str]] = {
    "audit.lines": "the trail is one, and verified as one",
    "audit.unsealed": "its seals are one chain",
    "audit.sealed": "the same",
    "audit.add_seal": "the same",
    "offences.next_number": "an offence has a number of its own, whoever added it",
}
"""What works for all teams at once, and why."""
REFUSED: Final = "refused"
OWNED: Final = sorted(name for name, table in metadata.tables.items() if "team_id" in table.c)
Answers = dict[str, str]
_GIVEN: Final = (
    *(inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD),
    inspect.Parameter.KEYWORD_ONLY,
)


class _Undone(Exception):
    """Nothing of a call stays."""


@pytest.fixture
def teams(engine: Engine) -> tuple[Things, Things]:
    """The other one, and the one that asks."""
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO teams (prefix) VALUES ('LD')"))
    other, asks = (fill(unit_of_work(engine, Noon(), team=team), team) for team in (OTHER, ASKS))
    return other, asks


def methods() -> Iterator[tuple[str, str, Mapping[str, inspect.Parameter]]]:
    """Repository, method, its arguments."""
    for repository, made in vars(UnitOfWork).items():
        if not isinstance(made, cached_property):
            continue
        kind = _kind(repository)
        for name, method in inspect.getmembers(kind, inspect.isfunction):
            if not name.startswith("_"):
                given = inspect.signature(method).parameters.values()
                yield repository, name, {one.name: one for one in given if one.name != "self" and one.kind in _GIVEN}


def _kind(repository: str) -> type:
    uow = UnitOfWork(None, Noon())  # type: ignore[arg-type]  # nothing is asked of it
    return type(getattr(uow, repository))


def calls(arguments: Mapping[str, inspect.Parameter], method: str, teams: tuple[Things, Things]) -> Iterator[Any]:
    """With its own things, with the other's, and with one of the other's among its own."""
    other, own = ({name: value(name, one.annotation, its, method) for name, one in arguments.items()} for its in teams)
    differ = [name for name in own if other[name] != own[name]]
    yield "own", own
    if differ:
        yield "the other's", other
    if len(differ) > 1:
        for name in differ:
            yield f"the other's {name}", {**own, name: other[name]}


def answers(work: Work, teams: tuple[Things, Things]) -> Answers:
    """What each call answers, and what it changed of the other team's."""
    found: Answers = {}
    for repository, name, arguments in methods():
        if f"{repository}.{name}" in OF_ALL:
            continue
        for how, given in calls(arguments, f"{repository}.{name}", teams):
            found[f"{repository}.{name} with {how}"] = _answer(work, repository, name, arguments, given)
    return found


def _answer(
    work: Work, repository: str, name: str, arguments: Mapping[str, inspect.Parameter], given: Mapping[str, Any]
) -> str:
    by_place = [given[one.name] for one in arguments.values() if one.kind is one.POSITIONAL_ONLY]
    by_name = {
        name: one for name, one in given.items() if arguments[name].kind is not inspect.Parameter.POSITIONAL_ONLY
    }
    told = ""
    try:
        with work() as uow:
            before = rows_of(uow._connection, OTHER)
            told = _told(getattr(getattr(uow, repository), name)(*by_place, **by_name))
            uow.outbox.write()
            if rows_of(uow._connection, OTHER) != before:
                told += " and changed what is another's"
            raise _Undone
    except _Undone:
        return told
    except (NoResultFound, DBAPIError, LookupError):
        return REFUSED


def rows_of(connection: Connection, team: int) -> list[Any]:
    """All that a team has, past all borders."""
    asked = (f"SELECT * FROM {table} WHERE team_id = {team}" for table in OWNED)
    return [sorted(map(repr, connection.exec_driver_sql(one))) for one in asked]


def _told(answer: Any) -> str:
    """In one order, whatever it is made of."""
    if is_dataclass(answer) and not isinstance(answer, type):
        return f"{type(answer).__name__}({', '.join(_told(getattr(answer, one.name)) for one in fields(answer))})"
    if isinstance(answer, Mapping):
        return f"{{{', '.join(sorted(f'{_told(key)}: {_told(one)}' for key, one in answer.items()))}}}"
    if isinstance(answer, (set, frozenset)):
        return f"{{{', '.join(sorted(map(_told, answer)))}}}"
    if isinstance(answer, (list, tuple)):
        return f"[{', '.join(map(_told, answer))}]"
    return repr(answer)


def take_away(engine: Engine, team: int) -> None:
    """A team was never there; numbers go on where they are."""
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            for name in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        for table in OWNED:
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE team_id = {team}")


def numbers(engine: Engine) -> dict[str, int]:
    """The next ones."""
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            return {}
        asked = "SELECT sequencename, COALESCE(last_value + 1, 1) FROM pg_sequences"
        return {row[0]: row[1] for row in connection.exec_driver_sql(asked)}


def number_from(engine: Engine, following: Mapping[str, int]) -> None:
    """A number that was given to what was undone stays given on PostgreSQL: both rounds begin with the same ones."""
    with engine.begin() as connection:
        for name, number in following.items():
            connection.exec_driver_sql(f"SELECT setval('{name}', {number}, false)")


def test_every_kind_of_row_is_there_twice(engine: Engine, teams: tuple[Things, Things]) -> None:
    with engine.begin() as connection:
        here = [[len(rows) for rows in rows_of(connection, its.team)] for its in teams]
    assert here[0] == here[1]
    assert all(here[0]), [table for table, many in zip(OWNED, here[0], strict=True) if not many]


def test_no_method_knows_of_another_team(engine: Engine, teams: tuple[Things, Things]) -> None:
    work, following = unit_of_work(engine, Noon(), team=ASKS), numbers(engine)
    together = answers(work, teams)
    take_away(engine, OTHER)
    number_from(engine, following)
    alone = answers(work, teams)
    assert {call: (together[call], alone[call]) for call in together if together[call] != alone[call]} == {}
    assert [call for call, told in together.items() if "another's" in told] == []
    named = {call: told for call, told in together.items() if teams[0].canary in told}
    assert [call for call in named if " with own" in call] == []
    assert [call for call in together if call.endswith("with own") and together[call] == REFUSED] == []

"""Where SQLite and PostgreSQL differ."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Connection, Dialect, Integer, Table, Text, TypeDecorator, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import Boolean, TypeEngine

from bot.domain.folding import ARE_ONE, NOTHING, SIGNS, folded
from storage.schema.borders import COLUMN, THE_TEAM


class Folded(FunctionElement[str]):
    """A text in small letters without accents."""

    type = Text()
    name = "folded"
    inherit_cache = True


_APOSTROPHE = "''''"  # as SQL writes it


@compiles(Folded, "sqlite")
def _of_sqlite(element: Folded, compiler: Any, **how: Any) -> str:
    return f"folded({compiler.process(element.clauses, **how)})"


@compiles(Folded, "postgresql")
def _of_postgresql(element: Folded, compiler: Any, **how: Any) -> str:
    text = compiler.process(element.clauses, **how)
    signs = f"translate({text}, {_quoted(SIGNS)}, {_quoted(ARE_ONE)})"
    bare = f"regexp_replace(normalize({signs}, NFKD), {_quoted(NOTHING)}, '', 'g')"
    plain = f"replace({text}, '`', {_APOSTROPHE})"
    return f"lower(CASE WHEN octet_length({text}) = char_length({text}) THEN {plain} ELSE {bare} END)"


def _quoted(signs: str) -> str:
    return "'{}'".format(signs.replace("'", "''"))


def has(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """Whether a column holds this folded text; no mark of it is a wildcard."""
    return Folded(column).contains(text, autoescape=True)


class _Numbers(TypeDecorator[Sequence[int]]):
    """Many numbers as one value: an array, or JSON where the database knows none."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(Integer) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Sequence[int] | None, dialect: Dialect) -> Any:
        return value if dialect.name == "postgresql" else json.dumps(value)


class OneOf(FunctionElement[bool]):
    """Whether a column is one of many numbers: the same statement for however many, so that it is made once."""

    type = Boolean()
    name = "one_of"
    inherit_cache = True

    def __init__(self, column: ColumnElement[int], numbers: Iterable[int] | str) -> None:
        """`numbers`: them, or the name by which a statement that is made once gets them."""
        if isinstance(numbers, str):
            super().__init__(column, bindparam(numbers, type_=_Numbers))
        else:
            super().__init__(column, bindparam(None, [*numbers], _Numbers))

    def self_group(self, against: Any = None) -> "OneOf":  # noqa: ARG002 - as its base names it
        """As it stands: compared with 1, as SQLite takes other functions for a condition, no index would serve it."""
        return self


@compiles(OneOf, "sqlite")
def _one_of_json(element: OneOf, compiler: Any, **how: Any) -> str:
    column, numbers = (compiler.process(part, **how) for part in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({numbers}))"  # noqa: S608 - compiled SQL with places for values


@compiles(OneOf, "postgresql")
def _one_of_array(element: OneOf, compiler: Any, **how: Any) -> str:
    column, numbers = (compiler.process(part, **how) for part in element.clauses)
    return f"{column} = ANY({numbers})"


def teach_sqlite(connection: Any) -> None:
    """Each connection learns the function anew."""
    connection.create_function("folded", 1, lambda text: None if text is None else folded(text), deterministic=True)


def insert_into(connection: Connection, table: Table) -> Any:
    """An insert with ON CONFLICT: both databases write it alike, SQLAlchemy has it for each apart."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table)


def add_once(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Add a row; False where one with the same key stands there. Any other rule of the table still raises."""
    return connection.execute(_once(connection.dialect.name, table, *row), row).first() is not None


@lru_cache(maxsize=256)
def _once(dialect: str, table: Table, *columns: str) -> Any:
    """Made once: building it costs more than running it. What it returns tells: psycopg counts no rows of an insert."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    values = {name: bindparam(name, type_=table.c[name].type) for name in columns}
    return insert(table).values(values).on_conflict_do_nothing().returning(*table.primary_key.columns)


def put(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Add a row, or change the one that has its primary key; one of another team stays as it is."""
    keys = [column.name for column in table.primary_key.columns]
    change = {name: value for name, value in row.items() if name not in keys}
    added = insert_into(connection, table).values(**row)
    its = table.c[COLUMN] == THE_TEAM if COLUMN in table.c and COLUMN not in keys else None
    connection.execute(added.on_conflict_do_update(index_elements=keys, set_=change, where=its))

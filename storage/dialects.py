"""Where SQLite and PostgreSQL differ."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, Text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from bot.domain.folding import folded


class Folded(FunctionElement[str]):
    """A text in small letters without accents."""

    type = Text()
    name = "folded"
    inherit_cache = True


@compiles(Folded, "sqlite")
def _of_sqlite(element: Folded, compiler: Any, **how: Any) -> str:
    return f"folded({compiler.process(element.clauses, **how)})"


@compiles(Folded, "postgresql")
def _of_postgresql(element: Folded, compiler: Any, **how: Any) -> str:
    text = compiler.process(element.clauses, **how)
    bare = f"regexp_replace(normalize({text}, NFKD), E'[\\u0300-\\u036f]', '', 'g')"
    return f"lower(CASE WHEN octet_length({text}) = char_length({text}) THEN {text} ELSE {bare} END)"


def has(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """Whether a column holds this folded text; no mark of it is a wildcard."""
    return Folded(column).contains(text, autoescape=True)


def teach_sqlite(connection: Any) -> None:
    """Each connection learns the function anew."""
    connection.create_function("folded", 1, lambda text: None if text is None else folded(text), deterministic=True)


def insert_into(connection: Connection, table: Table) -> Any:
    """An insert with ON CONFLICT: both databases write it alike, SQLAlchemy has it for each apart."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table)

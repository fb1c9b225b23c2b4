"""Migrations run on a filled database: nothing that stood there is lost, from the first schema on."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from alembic import command
from sqlalchemy import JSON, Boolean, Column, DateTime, Float, Integer, LargeBinary, MetaData, Table, insert, select

from storage.engine import alembic_config, is_migrated, make_engine, migrate
from tests.databases import empty_postgres, empty_sqlite

SAMPLES: tuple[tuple[type, Any], ...] = (
    *((Boolean, False), (Integer, 1), (Float, 1.5), (LargeBinary, b"raw"), (JSON, {"a": 1})),
    (DateTime, datetime(2026, 1, 14, 12, tzinfo=UTC)),
)


def sample(column: Column[Any]) -> Any:
    """A value of the column's kind; two different people where four eyes look."""
    return next((value for kind, value in SAMPLES if isinstance(column.type, kind)), column.name[:7])


@pytest.mark.parametrize("empty", [empty_sqlite, empty_postgres])
def test_a_filled_database_of_the_first_schema(empty: Callable[[], str]) -> None:
    url = empty()
    engine = make_engine(url)
    command.upgrade(alembic_config(engine), "0001")
    tables = MetaData()
    tables.reflect(engine)
    ours = [table for table in tables.sorted_tables if table.name != "alembic_version"]
    with engine.begin() as connection:
        for table in ours:
            connection.execute(insert(table).values({column.name: sample(column) for column in table.columns}))

    migrate(url)
    assert is_migrated(engine)
    with engine.connect() as connection:
        assert [table.name for table in ours if len(connection.execute(select(table)).all()) != 1] == []
    engine.dispose()


@pytest.mark.parametrize("empty", [empty_sqlite, empty_postgres])
def test_phone_numbers_that_were_typed_before_are_compared_like_new_ones(empty: Callable[[], str]) -> None:
    url = empty()
    engine = make_engine(url)
    command.upgrade(alembic_config(engine), "0010")
    tables = MetaData()
    tables.reflect(engine, only=["inbound", "replies"])
    typed = {"06-1234 5678": "+31612345678", "0032 475 12 34 56": "+32475123456", "12": "", "": ""}
    with engine.begin() as connection:
        for number, phone in enumerate(typed, 1):
            for name, own in (
                ("inbound", {"digest": f"{number}"}),
                ("replies", {"inbound_id": number, "phone": phone}),
            ):
                columns = [column for column in tables.tables[name].columns if not column.nullable]
                row = {column.name: sample(column) for column in columns} | {"id": number} | own
                connection.execute(insert(tables.tables[name]).values(row))
    migrate(url)
    replies = Table("replies", MetaData(), autoload_with=engine)
    with engine.connect() as connection:
        found = connection.execute(select(replies.c.phone, replies.c.phone_number)).all()
    assert {row.phone: row.phone_number for row in found} == typed
    engine.dispose()

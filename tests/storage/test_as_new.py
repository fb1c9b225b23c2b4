"""A PostgreSQL database goes from one test to the next only if it is as new."""

import pytest
from sqlalchemy import Engine, text

from tests.domain.samples import NOON
from tests.postgres import lent
from tests.storage.things import NOOR, Work

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


def do(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_rows_and_numbers_are_as_in_a_new_one(database_url: str, engine: Engine, work: Work) -> None:
    with work() as uow:
        uow.people.enrol([NOOR])
        uow.audit.record("U1", "tried", "1", NOON)  # a trigger keeps it from all others
    with engine.connect() as connection:
        assert connection.execute(text("SELECT last_value FROM audit_id_seq")).scalar() == 1
    engine.dispose()
    assert lent[database_url].empty()
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM participants")).scalar() == 0
        assert connection.execute(text("SELECT count(*) FROM audit")).scalar() == 0
        assert connection.execute(text("SELECT nextval('audit_id_seq')")).scalar() == 1


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE another (id integer)",
        "ALTER TABLE participants ADD COLUMN another integer",
        "ALTER TABLE participants ALTER COLUMN name SET DEFAULT 'x'",
        "CREATE INDEX another ON participants (name)",
        "ALTER TABLE audit DISABLE TRIGGER ALL",
        "CREATE FUNCTION another() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE SCHEMA another",
        "UPDATE alembic_version SET version_num = '0001'",
        "ANALYZE participants",
    ],
)
def test_what_a_test_changed_beside_rows_is_seen(database_url: str, engine: Engine, work: Work, change: str) -> None:
    with work() as uow:
        uow.people.enrol([NOOR])
    do(engine, change)
    engine.dispose()
    assert not lent[database_url].empty()


def test_who_is_still_in_it_is_seen(database_url: str, engine: Engine) -> None:
    with engine.connect():
        assert not lent[database_url].empty()
    engine.dispose()
    assert lent[database_url].empty()


def test_what_was_filled_is_not_used_again(database_url: str, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.postgres.GROWN", -1)
    engine.dispose()
    assert not lent[database_url].empty()

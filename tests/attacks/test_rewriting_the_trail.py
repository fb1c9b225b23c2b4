"""Somebody who may write in the database, with its locks on: nothing of the trail is changed, replaced or cut."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import StatementError

from tests.domain.samples import NOON
from tests.storage.things import Work

LINE = "INTO audit (id, at, who, what, subject, details) VALUES (1, '2026-01-14', 'me', 'x', 'y', '{}')"
SEAL = "INTO audit_seals (number, audit_id, hash, key) VALUES"
ANYWHERE = (
    "UPDATE audit SET who = 'me'",
    "DELETE FROM audit",
    "UPDATE audit_seals SET hash = 'x'",
    "DELETE FROM audit_seals",
    f"INSERT {LINE}",
    f"INSERT {LINE} ON CONFLICT (id) DO UPDATE SET who = 'me'",
    f"INSERT {SEAL} (1, 2, 'x', '') ON CONFLICT (number) DO UPDATE SET hash = 'x'",
)
OF_SQLITE = (
    f"INSERT OR REPLACE {LINE}",
    f"REPLACE {LINE}",
    "UPDATE OR REPLACE audit SET id = 1 WHERE id = 2",
    f"INSERT OR REPLACE {SEAL} (1, 2, 'x', '')",
    f"INSERT OR REPLACE {SEAL} (9, 1, 'x', '')",
)


@pytest.fixture
def sealed_lines(work: Work) -> None:
    with work() as uow:
        for who in ("U1", "U2"):
            uow.audit.record(who, "approved", "BM-2026-0001", NOON)
        uow.audit.add_seal(1, 1, "0" * 64, "")


def attacks(engine: Engine) -> tuple[str, ...]:
    more = OF_SQLITE if engine.dialect.name == "sqlite" else ("TRUNCATE audit CASCADE", "TRUNCATE audit_seals")
    return ANYWHERE + more


def tries(engine: Engine, pragma: str, attack: str) -> None:
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA recursive_triggers={pragma}")
        connection.execute(text(attack))


@pytest.mark.usefixtures("sealed_lines")
@pytest.mark.parametrize("pragma", ["ON", "OFF"])  # whoever opens the file themselves leaves it off
def test_nothing_takes_the_place_of_a_line(engine: Engine, pragma: str) -> None:
    for attack in attacks(engine):
        with pytest.raises(StatementError):
            tries(engine, pragma, attack)
    with engine.connect() as connection:
        assert list(connection.execute(text("SELECT id, who FROM audit ORDER BY id"))) == [(1, "U1"), (2, "U2")]
        assert list(connection.execute(text("SELECT number, audit_id FROM audit_seals"))) == [(1, 1)]

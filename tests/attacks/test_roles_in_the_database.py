"""Whoever has the bot's own password for PostgreSQL adds to the trail, and can't take its locks off."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from bot.cli.check_inside import check_trail
from bot.clock import Clock
from bot.settings import Settings, load_settings
from storage.engine import make_engine
from storage.privacy.grants import let_in, may_change_the_trail
from storage.unit_of_work import unit_of_work
from tests import postgres
from tests.cli.commands import run
from tests.domain.samples import NOON
from tests.environment import RIGHT
from tests.storage.things import approved, replied

REFUSED = r"permission denied|must be owner"
BOT = "burgernetmail_bot"
ATTACKS = (
    "ALTER TABLE audit DISABLE TRIGGER ALL",
    "DROP TRIGGER audit_no_change ON audit",
    "DROP TABLE audit_seals",
    "CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "SET session_replication_role = replica",
    "CREATE TABLE mine (x int)",
    "UPDATE audit SET who = 'me'",
    "DELETE FROM audit_seals",
    "TRUNCATE audit CASCADE",
    "UPDATE alembic_version SET version_num = '0001'",
)


@pytest.fixture(params=["postgresql"])
def database_url() -> Iterator[str]:
    url = postgres.fresh_postgres()
    yield url
    postgres.give_back(url)


@pytest.fixture
def bots_url(database_url: str) -> str:
    owner = database_url
    engine = make_engine(owner)
    with engine.begin() as connection:
        if not connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :bot"), {"bot": BOT}).first():
            connection.exec_driver_sql(f'CREATE ROLE "{BOT}" LOGIN')
    engine.dispose()
    let_in(owner, BOT)
    let_in(owner, BOT)  # after each migration
    assert may_change_the_trail(owner)
    return make_url(owner).set(username=BOT).render_as_string(hide_password=False)


def settings(url: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name, value in {**RIGHT, "DATABASE_URL": url}.items():
        monkeypatch.setenv(name, value)
    return load_settings()


def test_the_bots_role_works_and_only_adds(bots_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = make_engine(bots_url)
    work = unit_of_work(engine, Clock())
    reply_id = replied(work, approved(work).id, 1).id
    with work() as uow:
        uow.audit.record("U1", "saw_original", f"reply {reply_id}", NOON, {"words": "omdat"}, reason="other")
        [line] = uow.audit.unsealed(1)
        uow.audit.add_seal(1, line.id, "0" * 64, "")
        uow.erasures.erase_reply(reply_id, NOON)
        assert uow.audit.words([line.id]) == {}
    for attack in ATTACKS:
        with pytest.raises(DBAPIError, match=REFUSED), engine.begin() as connection:
            connection.exec_driver_sql(attack)
    assert not may_change_the_trail(bots_url)
    assert [(finding.ok, finding.what) for finding in check_trail(settings(bots_url, monkeypatch))] == [
        (True, "audit trail"),
        (True, "role in the database: the bot only adds to it"),
    ]
    engine.dispose()


def test_check_tells_of_one_that_may_more_and_of_a_trail_without_a_key(
    bots_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    owners = make_url(bots_url).set(username="postgres").render_as_string(hide_password=False)
    monkeypatch.delenv("AUDIT_KEY", raising=False)
    chosen = settings(owners, monkeypatch).model_copy(update={"audit_key": None})
    told = [finding.what for finding in check_trail(chosen) if not finding.ok]
    assert [what.partition(":")[0] for what in told] == ["audit trail", "role in the database"]


def test_it_may_migrate_what_is_of_this_version_and_is_told_who_migrates_the_rest(
    bots_url: str, database_url: str
) -> None:
    """The service migrates before it starts, as the bot's own role."""
    assert run("migrate", DATABASE_URL=bots_url).stdout == "The database is up to date.\n"
    engine = make_engine(database_url)
    with engine.begin() as connection:
        [newest] = connection.execute(text("SELECT version_num FROM alembic_version")).one()
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    told = run("migrate", DATABASE_URL=bots_url)
    assert (told.exit_code, told.stdout) == (1, "")
    assert "Migrate once as their owner" in told.stderr
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :newest"), {"newest": newest})
    engine.dispose()


def test_sqlite_has_no_roles() -> None:
    assert "only PostgreSQL knows roles" in run("migrate", "--bot-role", "x").stderr

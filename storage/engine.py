"""Connections: SQLite (WAL) or PostgreSQL, and the migrations."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from storage.dialects import teach_sqlite

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS: Final = Path(__file__).parent / "migrations"
BUSY_TIMEOUT_S = 10
IDLE_TIMEOUT_S = 15
"""So long a copy that stands still in the middle of a transaction may hold what it locked; PostgreSQL then lets go."""


def make_engine(database_url: str) -> Engine:
    """An engine on which each transaction takes SQLite's one write lock at its start.

    A transaction that reads first and writes later would otherwise fail at once when another wrote in between.
    Parameters are hidden in errors: they are citizens' words and addresses.
    """
    url = make_url(database_url)
    if url.get_backend_name() == "postgresql":
        server = url.set(drivername="postgresql+psycopg")
        connecting = {"connect_timeout": 5, "options": f"-c idle_in_transaction_session_timeout={IDLE_TIMEOUT_S}s"}
        return create_engine(server, pool_pre_ping=True, hide_parameters=True, connect_args=connecting)
    connecting = {"timeout": BUSY_TIMEOUT_S, "check_same_thread": False}
    engine = create_engine(url, hide_parameters=True, connect_args=connecting)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself: _begin_immediate does
    teach_sqlite(connection)
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def alembic_config(engine: Engine) -> "Config":
    """The migrations, to be run on this engine."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    return config


def migrate(database_url: str) -> None:
    """Bring the database to the newest schema; does nothing where it is there already."""
    from alembic import command

    engine = make_engine(database_url)
    try:
        with _alone_in(database_folder(database_url)):
            command.upgrade(alembic_config(engine), "head")
    finally:
        engine.dispose()


@contextmanager
def _alone_in(folder: Path | None) -> Iterator[None]:
    """SQLite commits between two steps of a migration: a second copy waits; PostgreSQL has a lock of its own for it."""
    if folder is None or not folder.is_dir():
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def freshen(database_url: str) -> None:
    """Let PostgreSQL see what an import made of the participants: choosing recipients reads their index alone then."""
    engine = make_engine(database_url)
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM (ANALYZE) participants")
    engine.dispose()


def is_migrated(engine: Engine) -> bool:
    """Whether the database has the schema that this program expects; looking makes no SQLite file."""
    file = Path(engine.url.database or "")
    if engine.dialect.name == "sqlite" and file.parent.is_dir() and not file.exists():
        return False
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        return version == newest_migration()


def newest_migration() -> str:
    """Its number, which its file begins with: migrations only move forward."""
    return max(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").glob("0*_*.py"))


def database_trouble(database_url: str) -> str:
    """Empty where the database can be reached and has the newest schema, else what is wrong."""
    engine = make_engine(database_url)
    try:
        return "" if is_migrated(engine) else "not migrated"
    except SQLAlchemyError as error:
        return type(error).__name__
    finally:
        engine.dispose()


def database_folder(database_url: str) -> Path | None:
    """Where SQLite's file is; None where a server keeps the data."""
    url = make_url(database_url)
    return Path(url.database or "").absolute().parent if url.get_backend_name() == "sqlite" else None

"""Connections: SQLite (WAL) or PostgreSQL, and the migrations."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import structlog
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError, ProgrammingError, SQLAlchemyError

from storage.dialects import teach_sqlite
from storage.postgres.patience import Patience
from storage.schema.borders import keep_apart

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS: Final = Path(__file__).parent / "migrations"
log = structlog.get_logger()
BUSY_TIMEOUT_S = 10
KEPT: Final = 10
"""Connections that stay open when nobody needs them."""

OF_A_PRESS: Final = Patience(20, 10)
OF_A_COMMAND: Final = Patience(600, 60)
OF_A_MIGRATION: Final = Patience(0, 0)


def make_engine(database_url: str, patience: Patience = OF_A_PRESS) -> Engine:
    """An engine on which each transaction takes SQLite's one write lock at its start.

    A transaction that reads first and writes later would otherwise fail at once when another wrote in between.
    Parameters are hidden in errors: they are citizens' words and addresses. A thread holds one connection at most, so
    PostgreSQL's connections follow the threads.
    """
    url = make_url(database_url)
    if url.get_backend_name() == "postgresql":
        from storage.postgres.connecting import be_patient, connect

        server, kept = url.set(drivername="postgresql+psycopg"), {"pool_size": KEPT, "max_overflow": -1}
        engine = create_engine(server, pool_pre_ping=True, hide_parameters=True, **kept)
        event.listen(engine, "do_connect", partial(connect, patience))
        event.listen(engine, "checkin", partial(be_patient, patience=patience))
        keep_apart(engine)
        return engine
    connecting = {"timeout": BUSY_TIMEOUT_S, "check_same_thread": False}
    engine = create_engine(url, hide_parameters=True, connect_args=connecting)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    keep_apart(engine)
    return engine


SQLITE: Final = (
    *("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL"),
    "recursive_triggers=ON",  # a row that another takes the place of is deleted, which a trigger may refuse
    "secure_delete=ON",  # what is erased is overwritten, not only let go
)


def take_time(connection: Connection) -> None:
    """The rest of this transaction has the patience of a command."""
    if connection.dialect.name == "postgresql":
        from storage.postgres.connecting import PatientConnection

        connection.exec_driver_sql(f"SET LOCAL statement_timeout = '{OF_A_COMMAND.statement_s}s'")
        made = connection.connection.driver_connection
        if isinstance(made, PatientConnection):
            made.answer_s = OF_A_COMMAND.answer_s


def is_away(error: Exception) -> bool:
    """Whether the database could not be reached, or did not take it now: the same may go well in a moment."""
    return isinstance(error, OperationalError)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself: _begin_immediate does
    teach_sqlite(connection)
    for pragma in SQLITE:
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN" if only_reads(connection) else "BEGIN IMMEDIATE")


def for_reading(engine: Engine) -> Engine:
    """The same database for who changes nothing: they wait for no writer.

    SQLite's write lock is left alone. On PostgreSQL each statement sees what is committed, as in a transaction there;
    so it goes without one, which would cost two more journeys to the server.
    """
    free: dict[str, Any] = {} if engine.dialect.name == "sqlite" else {"isolation_level": "AUTOCOMMIT"}
    reading = engine.execution_options(only_reads=True, **free)
    event.listen(reading, "before_cursor_execute", _change_nothing)
    return reading


def only_reads(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("only_reads"))


def _change_nothing(*asked: Any) -> None:
    context = asked[4]
    if context and (context.isinsert or context.isupdate or context.isdelete):
        raise RuntimeError("what only reads changes nothing")


def alembic_config(engine: Engine) -> "Config":
    """The migrations, to be run on this engine."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    return config


NOT_ALLOWED: Final = "42501"
"""PostgreSQL's code for a role that lacks a privilege."""


class MigrationError(Exception):
    """The database stays as it is; the message says why, and what to do."""


def migrate(database_url: str) -> None:
    """Bring the database to the newest schema; MigrationError where that can't be."""
    engine = make_engine(database_url, OF_A_MIGRATION)
    from alembic import command
    from alembic.util import CommandError

    try:
        with _alone_in(database_folder(database_url)):
            command.upgrade(alembic_config(engine), "head")
    except CommandError as error:
        raise MigrationError(
            "The database is of a newer version than this program. "
            "Put the newer program back, or the back-up of before it."
        ) from error
    except ProgrammingError as error:
        if getattr(error.orig, "sqlstate", None) != NOT_ALLOWED:
            raise
        raise MigrationError(
            "The role in DATABASE_URL may not change the tables. Migrate once as their owner, with DATABASE_URL set "
            "before the command: burgernetmail migrate --bot-role ROLE (docs/install.md)"
        ) from error
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
    engine = make_engine(database_url, OF_A_MIGRATION)
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM (ANALYZE) participants")
    engine.dispose()


def empty_wal(database_url: str) -> None:
    """What was erased is not left in SQLite's write-ahead log: it is written back, and the file emptied."""
    engine = make_engine(database_url)
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            [busy, _, _] = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                log.warning("write-ahead log not emptied", why="somebody reads; the next night tries again")
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

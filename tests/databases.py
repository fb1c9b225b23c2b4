"""A real SQLite file for each test, a copy of a migrated one."""

import shutil
from functools import cache
from itertools import count
from pathlib import Path

from storage.engine import migrate
from tests.folders import in_memory, scratch

_numbers = count(1)


@cache
def _migrated_sqlite() -> Path:
    file = scratch() / "migrated.db"
    migrate(f"sqlite:///{file}")
    file.chmod(0o600)  # as the bot's own umask makes it
    return file


def fresh_sqlite() -> str:
    """The URL of a migrated, empty SQLite database."""
    url = empty_sqlite()
    shutil.copy(_migrated_sqlite(), _file(url))
    return url


def sqlite_on_disk() -> str:
    """The same where each commit waits for a disk, as it does for an operator."""
    file = scratch() / f"{next(_numbers)}.db"
    shutil.copy(_migrated_sqlite(), file)
    return f"sqlite:///{file}"


def empty_sqlite() -> str:
    """The URL of a SQLite database without a table."""
    return f"sqlite:///{in_memory() / f'{next(_numbers)}.db'}"


def forget(url: str) -> None:
    """A test has ended: memory has room for some hundreds of its files, not for all."""
    for beside in ("", "-wal", "-shm", "-journal"):
        Path(f"{_file(url)}{beside}").unlink(missing_ok=True)


def _file(url: str) -> str:
    return url.removeprefix("sqlite:///")

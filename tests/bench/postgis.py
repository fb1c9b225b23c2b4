"""A PostgreSQL with PostGIS of this machine, in a scratch folder: the bench's peer, and needed by nothing else."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

from storage.engine import migrate

PROGRAMS = Path("/usr/lib/postgresql/15/bin")
EXTENSION = Path("/usr/share/postgresql/15/extension/postgis.control")
TO_INSTALL = "PostGIS is not installed, so it is not measured: apt-get install postgresql-15-postgis-3"
SOMEBODY = "postgres"  # PostgreSQL does not run as root; Debian's package made this user

_numbers = count(1)


class PostGis:
    """A server that runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fresh(self) -> str:
        """The URL of a migrated, empty database."""
        name = f"bench_{next(_numbers)}"
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        migrate(self._url(name))
        return self._url(name)

    def _url(self, name: str) -> str:
        return f"postgresql://bench@/{name}?host={self._folder}"


@contextmanager
def postgis() -> Iterator[PostGis | None]:
    """Start it and end it; None where it is not installed."""
    if not (PROGRAMS.exists() and EXTENSION.exists()):
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="burgernetmail-postgis-"))
    folder.chmod(0o755)
    if os.geteuid() == 0:
        shutil.chown(folder, SOMEBODY)
    try:
        _run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "bench")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder}"
        _run("pg_ctl", "-D", str(folder / "data"), "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield PostGis(folder)
        finally:
            _run("pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *arguments: str) -> None:
    user = SOMEBODY if os.geteuid() == 0 else None
    command = [str(PROGRAMS / program), *arguments]
    subprocess.run(command, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

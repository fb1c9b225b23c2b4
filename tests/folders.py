"""Folders of a test process, gone when it ends."""

import atexit
import shutil
import tempfile
from functools import cache
from itertools import count
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 2_000_000_000

_numbers = count(1)


@cache
def scratch() -> Path:
    """For what is made once a process."""
    return _folder_in(None)


@cache
def in_memory() -> Path:
    """For what is written and thrown away: SQLite waits for the disk with each commit, a story commits a hundred times.

    It does so here too, but there is no disk to wait for.
    """
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    return _folder_in(MEMORY) if roomy else scratch()


def fresh_folder() -> Path:
    """An empty folder."""
    folder = in_memory() / f"files-{next(_numbers)}"
    folder.mkdir(mode=0o700)
    return folder


def _folder_in(place: Path | None) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="burgernetmail-", dir=place))
    folder.chmod(0o755)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder

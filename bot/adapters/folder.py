"""A folder as Blobs, for one copy of the bot (or several on one machine)."""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, flock
from pathlib import Path
from shutil import disk_usage
from typing import IO, Final
from urllib.parse import unquote, urlsplit

from bot.workflow.ports import BlobsDown, Space

KEY: Final = re.compile(r"[0-9a-f]{16,64}")
PIECE: Final = 64 * 1024
COMING: Final = "coming"


class BlobFolder:
    """A file a key, in folders by its first two digits; readable by the bot's own user only."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._folder = Path(unquote(parts.path) if parts.scheme == "file" else url)

    def put(self, key: str, content: bytes) -> None:
        """On the disk when this returns: written beside, synced, then renamed."""
        file = self._file(key)
        beside = file.with_suffix(f".{secrets.token_hex(8)}")
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with _created(beside) as written:
                written.write(content)
                written.flush()
                os.fsync(written.fileno())
            beside.replace(file)
            _sync_folder(file.parent)
        except OSError as error:
            with suppress(OSError):
                beside.unlink()
            raise BlobsDown(_told(error)) from error

    def get(self, key: str) -> bytes:
        try:
            return self._file(key).read_bytes()
        except OSError as error:
            raise BlobsDown(_told(error)) from error

    def pieces(self, key: str, start: int = 0) -> Iterator[bytes]:
        reading = _read(self._file(key), start)
        try:
            next(reading)
        except OSError as error:
            raise BlobsDown(_told(error)) from error
        return reading

    def remove(self, key: str) -> None:
        file = self._file(key)
        try:
            file.unlink(missing_ok=True)
            if file.parent.exists():
                _sync_folder(file.parent)
        except OSError as error:
            raise BlobsDown(_told(error)) from error

    def begin(self, key: str) -> str:
        coming = self._coming(key, COMING)
        with _told_as_down():
            coming.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(coming, os.O_WRONLY | os.O_CREAT, 0o600))
            _sync_folder(coming.parent)
        return COMING

    def add(self, key: str, store: str, at: int, piece: bytes) -> None:
        """In its place, whatever stands there or behind it: of two calls with the same bytes neither spoils any."""
        with _told_as_down(), _held(self._coming(key, store)) as file:
            if os.fstat(file).st_size < at:
                raise BlobsDown("what came before is not there")
            os.pwrite(file, piece, at)
            os.fsync(file)

    def added(self, key: str, at: int) -> None:
        """It lies where it will stay."""

    def complete(self, key: str, store: str, size: int) -> None:
        """Nobody writes in it any more: who has it open waits, and then finds another name."""
        coming, file = self._coming(key, store), self._file(key)
        with _told_as_down():
            if not coming.exists() and file.exists() and file.stat().st_size == size:
                return
            with _held(coming) as held:
                if os.fstat(held).st_size < size:
                    raise BlobsDown("not all of it is there")
                os.ftruncate(held, size)
                os.fchmod(held, 0o400)
                os.fsync(held)
                coming.replace(file)
            _sync_folder(file.parent)

    def abandon(self, key: str, store: str) -> None:
        with _told_as_down():
            self._coming(key, store).unlink(missing_ok=True)
        self.remove(key)

    def space(self) -> Space:
        with _told_as_down():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            disk = disk_usage(self._folder)
        return Space(disk.total, disk.free)

    def _coming(self, key: str, store: str) -> Path:
        return self._file(key).with_suffix(f".{store}")

    def _file(self, key: str) -> Path:
        """Only keys that we made become a path."""
        if not KEY.fullmatch(key):
            raise ValueError("not a key of ours")
        return self._folder / key[:2] / key


@contextmanager
def _told_as_down() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BlobsDown(_told(error)) from error


@contextmanager
def _held(file: Path) -> Iterator[int]:
    """Open, and nobody else has it; FileNotFoundError where it got another name before it was ours."""
    opened = os.open(file, os.O_RDWR)
    try:
        flock(opened, LOCK_EX)
        if os.fstat(opened).st_ino != file.stat().st_ino:
            raise FileNotFoundError(2, "it has another name")
        yield opened
    finally:
        os.close(opened)


def _created(file: Path) -> IO[bytes]:
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _sync_folder(folder: Path) -> None:
    """The new name is on the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _read(file: Path, start: int) -> Iterator[bytes]:
    """Yields an empty first piece once the file is open: from then on it is closed however the reading ends."""
    with file.open("rb") as opened:
        opened.seek(start)
        yield b""
        while piece := opened.read(PIECE):
            yield piece


def _told(error: OSError) -> str:
    return f"{type(error).__name__}: {error.strerror}"

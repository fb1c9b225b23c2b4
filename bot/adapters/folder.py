"""A folder as Blobs, for one copy of the bot (or several on one machine)."""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Final
from urllib.parse import unquote, urlsplit

from bot.workflow.ports import BlobsDown

KEY: Final = re.compile(r"[0-9a-f]{16,64}")
PIECE: Final = 64 * 1024


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

    def _file(self, key: str) -> Path:
        """Only keys that we made become a path."""
        if not KEY.fullmatch(key):
            raise ValueError("not a key of ours")
        return self._folder / key[:2] / key


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

"""What a film tells of itself, and a still of it; read apart, where the extra `films` is installed.

Its head and its end are enough: there stand what it is, and its first picture. A film of 4 GB is not copied for that.
"""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from tempfile import TemporaryFile
from threading import Lock
from typing import IO, Final

from bot.isolation.child import Bounds, NoTime, ReadingEnded, read_apart
from bot.workflow.ports import Film

BOUNDS: Final = Bounds(seconds=5, patience_s=15, memory=768 * 1024 * 1024)
"""A film of 3840 x 2160 takes half a second and fits."""
READER: Final = "bot.isolation.film"
HEAD: Final = 32_000_000
END: Final = 16_000_000
LONGEST_FACT: Final = 40
FACTS: Final = ("length", "pixels", "taken")
UNREAD: Final = Film({"unread": "yes"})


class ApartFilms:
    """One at a time: each may take as much memory as its bounds let it."""

    def __init__(self) -> None:
        self._one = Lock()

    def look(self, size: int, pieces: Callable[[int], Iterator[bytes]]) -> Film | None:
        """UNREAD is also what takes more work or memory than the bounds let it; where this machine had no time for it,
        nothing is said.
        """
        if not find_spec("av"):
            return None
        with self._one, _ends(size, pieces) as file:
            try:
                [told] = read_apart(READER, file, BOUNDS)
                facts = {name: str(told[name])[:LONGEST_FACT] for name in FACTS if told[name]}
                return Film(facts, base64.b64decode(told["still"]))
            except NoTime:
                return Film({})
            except (ReadingEnded, ValueError, KeyError, TypeError):
                return UNREAD


@contextmanager
def _ends(size: int, pieces: Callable[[int], Iterator[bytes]]) -> Iterator[IO[bytes]]:
    """A file as long as the film, with a hole where nothing is looked at."""
    with TemporaryFile() as file:
        for start, stop in ((0, min(HEAD, size)), (max(HEAD, size - END), size)):
            if start < stop:
                file.seek(start)
                _copy(pieces(start), file, stop)
        file.truncate(size)
        file.seek(0)
        yield file


def _copy(pieces: Iterator[bytes], file: IO[bytes], stop: int) -> None:
    for piece in pieces:
        file.write(piece[: stop - file.tell()])
        if file.tell() >= stop:
            return

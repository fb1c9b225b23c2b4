"""Files are read in the test's own process, by way of the same JSON: starting one costs half a second each time.

That it is a process of its own, with bounds, is seen in tests/attacks.
"""

import json
from collections.abc import Iterator
from typing import IO, Any

from bot.adapters import films, sheets
from bot.isolation import film
from bot.isolation.child import Bounds, ReadingEnded


def read_at_hand() -> None:
    """Once a test process."""
    vars(sheets)["read_apart"] = _read
    vars(films)["read_apart"] = _watch


def _read(_module: str, content: bytes, _bounds: Bounds) -> Iterator[Any]:
    return map(json.loads, map(json.dumps, sheets.told_of(content)))


def _watch(_module: str, file: IO[bytes], _bounds: Bounds) -> Iterator[Any]:
    try:
        yield from map(json.loads, map(json.dumps, film.told_of(file)))
    except Exception as error:  # which ends a process
        raise ReadingEnded from error

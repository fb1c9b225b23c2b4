"""Files that come in pieces: where they stand, and how much one link may bring.

A link can be passed on to anybody. So it brings little until a colleague asks for the images, and then what a recorder
of four cameras makes in a night.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

MB: Final = 1_000_000
UNASKED: Final = 500 * MB
A_FILE: Final = 4_000 * MB
FILES: Final = 25
BEGUN_A_DAY: Final = 100
"""Those that were given up too: each leaves a row."""
A_LINK: Final = 10_000 * MB
ALERT_SHARE: Final = 0.10
"""Of the whole store, for one alert."""
LIVES: Final = timedelta(days=3)
"""Since its last byte."""
WARNED_BEFORE: Final = timedelta(days=1)
FORGOTTEN_AFTER: Final = timedelta(days=30)
"""That there was one: until then its link says that it is gone."""


def came_at(expires_at: datetime) -> datetime:
    """When the last byte of a file came that is whole: each byte moves the end of its life on."""
    return expires_at - LIVES


class UploadState(StrEnum):
    COMING = "coming"
    WHOLE = "whole"  # all of it came
    KEPT = "kept"  # read back from the store: what it is, and its digest
    ENDED = "ended"  # by its sender, or too old: the bytes are still there
    GONE = "gone"


class TooMuch(StrEnum):
    """Why a file is not taken; its value is what the page is told."""

    EMPTY = "empty"
    FILE = "file_too_large"
    ASK = "ask_first"
    """More than a link brings before a colleague asks for it."""
    FILES = "too_many"
    LINK = "link_full"
    STORE = "store_full"


@dataclass(frozen=True)
class Brought:
    """What this link brought or is bringing, and all links of its alert; in bytes. `asked`: by a colleague.

    `begun`: files within a day, whatever became of them. `unasked`: what its owner began within a day over all of
    theirs by which nobody asked.
    """

    files: int
    begun: int
    size: int
    of_alert: int
    unasked: int
    asked: bool


@dataclass(frozen=True)
class Room:
    """The store, in bytes; `free` is what is not promised to another file, `nearly_full` as operators are told."""

    total: int
    free: int
    nearly_full: bool


def most_of_a_file(*, asked: bool) -> int:
    return A_FILE if asked else UNASKED


def too_much(length: int, brought: Brought, room: Room) -> TooMuch | None:
    """Why a file of this length is not taken now; None: it is."""
    size = brought.size + length
    refusals = {
        TooMuch.EMPTY: length == 0,
        TooMuch.FILE: length > A_FILE,
        TooMuch.FILES: brought.files >= FILES or brought.begun >= BEGUN_A_DAY,
        TooMuch.ASK: not brought.asked and max(size, brought.unasked + length) > UNASKED,
        TooMuch.LINK: size > A_LINK,
        TooMuch.STORE: brought.of_alert + length > ALERT_SHARE * room.total or room.nearly_full or length > room.free,
    }
    return next((why for why, refused in refusals.items() if refused), None)

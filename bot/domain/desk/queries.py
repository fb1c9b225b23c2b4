"""What a colleague looks for, read from what they typed."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.folding import folded
from bot.domain.numbering import tidy_reference
from bot.domain.replies.contacts import ContactReader
from bot.domain.replies.hidden.addresses import EMAIL
from bot.domain.replies.plates import plate_of
from bot.entering import as_line

_QUOTED: Final = re.compile(r"(?<!\S)'([^']+)'(?!\S)")
LONGEST: Final = 200
MOST_WORDS: Final = 8
SHORTEST: Final = 3
SHORTEST_NUMBER: Final = 4


class QueryKind(StrEnum):
    """What it looks like; all that is no more than words is WORDS."""

    REFERENCE = "reference"
    PLATE = "plate"
    PHONE = "phone"
    EMAIL = "email"
    WORDS = "words"


@dataclass(frozen=True)
class Query:
    """`value` as it is compared (a plate without dashes); `words` folded, all of which must stand in one text."""

    kind: QueryKind
    value: str
    words: tuple[str, ...]

    @property
    def number(self) -> str:
        """A part of a BVH number or a reference, long enough to mean one; empty where it can be none."""
        text = " ".join(self.words)
        return text if len(text) >= SHORTEST_NUMBER and any(mark.isdigit() for mark in text) else ""


def read_query(typed: str, reader: ContactReader) -> Query | None:
    """None where it is too little to look for."""
    line = as_line(typed[:LONGEST])
    typed = " ".join(_QUOTED.sub(r"\1", line).replace('"', " ").split())  # quotes around a word mean that word
    words = tuple(folded(typed).split()[:MOST_WORDS])
    if reference := tidy_reference(typed):
        return Query(QueryKind.REFERENCE, reference, words)
    if EMAIL.fullmatch(typed):
        return Query(QueryKind.EMAIL, reader.address(typed), words)
    if phone := reader.number_alone(typed):
        return Query(QueryKind.PHONE, phone, words)
    if plate := plate_of(typed):
        return Query(QueryKind.PLATE, plate, words)
    return Query(QueryKind.WORDS, "", words) if any(len(word) >= SHORTEST for word in words) else None

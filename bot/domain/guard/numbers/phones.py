"""Phone numbers, in digits, in words and in both: 06-12345678, nul zes twaalf 34, 06*1234*5678."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.pieces import Piece
from bot.domain.replies.hidden.phones import PHONES
from bot.domain.replies.hidden.spoken import spoken_in

_LOCAL: Final = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|telnr|telefoonnr|mobiel|mob|gsm|belt?|bellen|nummer|appen?|app"
    r"|whatsapp)\b[.:]{0,2}"
    r"(?: (?:is|op|naar|met|hem|haar|u|ons|nr|nummer|gerust|even|dan|het))?(?: (?:op|is|naar))?[.:]? ?"
    r"(?P<number>(?!0[89]00)(?!112\b)(?!14 ?0)(?!20\d\d-)\d(?:[ .-]?\d){5,11})(?![\d-])",
    re.IGNORECASE,
)


def phones_in(text: str) -> Iterator[Piece]:
    """The numbers as they are usually written, and then those that are hidden."""
    for pattern in PHONES:
        yield from (Piece(*match.span(), FindingKind.PHONE_NUMBER) for match in pattern.finditer(text))


def other_phones_in(text: str) -> Iterator[Piece]:
    """Numbers in words, between odd marks, or behind "bel"."""
    yield from (Piece(*span, FindingKind.PHONE_NUMBER) for span in spoken_in(text))
    for match in _LOCAL.finditer(text):
        yield Piece(*match.span("number"), FindingKind.PHONE_NUMBER)

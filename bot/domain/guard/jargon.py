"""Police jargon and the plain word for it; only offered."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.findings import FindingKind
from bot.domain.guard.jargon_words import JARGON
from bot.domain.guard.pieces import Piece

_WORDS: Final = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, JARGON), key=len, reverse=True))})\b", re.IGNORECASE)


def jargon_in(text: str) -> Iterator[Piece]:
    """Each word that only the police use, and what it becomes."""
    return (Piece(*match.span(), FindingKind.JARGON, JARGON[match[0].lower()]) for match in _WORDS.finditer(text))

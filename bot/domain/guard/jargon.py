"""Police jargon and the plain word for it; only offered."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.jargon_words import JARGON
from bot.domain.guard.pieces import Piece

_WORDS: Final = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, JARGON), key=len, reverse=True))})\b", re.IGNORECASE)
_SOMEBODY: Final = frozenset({"bewoner", "bewoners", "bewoonster", "agent", "agenten"})


def jargon_in(text: str) -> Iterator[Piece]:
    """Each word that only the police use, and what it becomes."""
    return (Piece(*match.span(), FindingKind.JARGON, _plain(text, match)) for match in _WORDS.finditer(text))


def _plain(text: str, match: re.Match[str]) -> str:
    """Benadeelde was weg: who begins a police sentence has no article, and gets one."""
    plain = JARGON[match[0].lower()]
    begins = text[max(0, match.start() - 5) : match.start()].rstrip(" ")[-1:] in {"", ".", "!", "?", "\n"}
    return f"de {plain}" if begins and plain in _SOMEBODY else plain

"""Names as they are compared: Çelik and celik, Łukasz and lukasz, IJsbrand and ĳsbrand are one."""

from typing import Final

from bot.domain.folding import folded

_LETTERS: Final = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "’": "'"})


def name_folded(text: str) -> str:
    """Small letters without accents or letters of other tongues."""
    return folded(text).translate(_LETTERS)

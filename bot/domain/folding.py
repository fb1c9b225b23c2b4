"""Text as it is compared and searched: café, Café and CAFE are one, foto’s and foto's too."""

import re
import unicodedata
from typing import Final

from bot.entering import DASHES, DOUBLE_QUOTES, NOT_SEEN, SINGLE_QUOTES

NOTHING: Final = f"[\u0300-\u036f{NOT_SEEN}]"
"""Accents and what nobody sees, once the letters stand apart from them."""
SIGNS: Final = f"{SINGLE_QUOTES}{DOUBLE_QUOTES}{DASHES}"
ARE_ONE: Final = "'" * len(SINGLE_QUOTES) + '"' * len(DOUBLE_QUOTES) + "-" * len(DASHES)
SOFT_WRAP: Final = re.compile(r"(?<=[^\n]{50}[^.!?:;\s>])[ \t]{0,2}\r?\n(?=[^\W\d_A-Z]|\d{1,4}[^\d.)])")
"""Where a mail program broke a long line: nothing ends before it, and what follows begins with no capital."""
_NOTHING: Final = re.compile(NOTHING)
_SIGNS: Final = str.maketrans(SIGNS, ARE_ONE)


def folded(text: str) -> str:
    """Small letters without accents. The database does the same to what it stores (storage/dialects.py)."""
    if text.isascii():
        return text.replace("`", "'").lower()
    return _NOTHING.sub("", unicodedata.normalize("NFKD", text.translate(_SIGNS))).lower()


def unwrapped(text: str) -> str:
    """With whole sentences, as they were typed."""
    return SOFT_WRAP.sub(" ", text)

"""Text as it is compared and searched: café, Café and CAFE are one, foto’s and foto's too."""

import re
import unicodedata
from typing import Final

from bot.entering import DASHES, DOUBLE_QUOTES, NOT_SEEN, SINGLE_QUOTES

NOTHING: Final = f"[\u0300-\u036f{NOT_SEEN}]"
"""Accents and what nobody sees, once the letters stand apart from them."""
SIGNS: Final = f"{SINGLE_QUOTES}{DOUBLE_QUOTES}{DASHES}"
ARE_ONE: Final = "'" * len(SINGLE_QUOTES) + '"' * len(DOUBLE_QUOTES) + "-" * len(DASHES)
_NOTHING: Final = re.compile(NOTHING)
_SIGNS: Final = str.maketrans(SIGNS, ARE_ONE)


def folded(text: str) -> str:
    """Small letters without accents. The database does the same to what it stores (storage/dialects.py)."""
    if text.isascii():
        return text.replace("`", "'").lower()
    return _NOTHING.sub("", unicodedata.normalize("NFKD", text.translate(_SIGNS))).lower()

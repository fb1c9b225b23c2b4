"""Text as it is compared and searched: café, Café and CAFE are one."""

import re
import unicodedata
from typing import Final

_MARKS: Final = re.compile("[\u0300-\u036f]")


def folded(text: str) -> str:
    """Small letters without accents. The database does the same to what it stores (storage/dialects.py)."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()

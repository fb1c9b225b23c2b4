"""Words of peoples in all their forms: poolse, Chinese, Marokkaans-Nederlandse."""

import re
from functools import lru_cache
from typing import Final

from bot.domain.guard.traits.trait_words import PEOPLES

SHORTEST_SQUEEZED: Final = 7
_SAID_OF: Final = re.compile(r"(?<=\w{4})(?:achtig|-?talig|-?sprekend|-)?e?$")
"""Poolsachtige, Spaanstalig, Engelssprekende."""
_TWICE: Final = re.compile(r"([a-z])\1")


def squeezed(word: str) -> str:
    """A word as it is compared where its double letters are misspelled: antilianen, marrokkaans."""
    return _TWICE.sub(r"\1", word)


_PEOPLES_SQUEEZED: Final = {squeezed(people): people for people in sorted(PEOPLES, reverse=True)}


@lru_cache(4096)
def stem_of(word: str) -> str:
    """A people's word as it stands behind "het is": poolse, pools; empty where it is none."""
    parts = word.split("-")
    if len(parts) == 2 and all(_plain(part) in PEOPLES for part in parts):
        return _plain(parts[1])
    plain = _plain(_SAID_OF.sub("", word))
    if plain in PEOPLES:
        return plain
    return _PEOPLES_SQUEEZED.get(squeezed(plain), "") if len(plain) >= SHORTEST_SQUEEZED else ""


def _plain(word: str) -> str:
    forms = (word, word.removesuffix("e"), re.sub(r"ese?$", "ees", word), re.sub(r"tone?$", "toon", word))
    return next((form for form in forms if form in PEOPLES), word)

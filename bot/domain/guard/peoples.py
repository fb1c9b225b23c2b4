"""Words of peoples in all their forms: poolse, Chinese, Marokkaans-Nederlandse."""

import re
from functools import lru_cache

from bot.domain.guard.trait_words import PEOPLES


@lru_cache(4096)
def stem_of(word: str) -> str:
    """A people's word as it stands behind "het is": poolse, pools; empty where it is none."""
    parts = word.split("-")
    if len(parts) == 2 and all(_plain(part) in PEOPLES for part in parts):
        return _plain(parts[1])
    plain = _plain(word.removesuffix("e").removesuffix("achtig").removesuffix("-"))
    return plain if plain in PEOPLES else ""


def _plain(word: str) -> str:
    forms = (word, word.removesuffix("e"), re.sub(r"ese?$", "ees", word), re.sub(r"tone?$", "toon", word))
    return next((form for form in forms if form in PEOPLES), word)

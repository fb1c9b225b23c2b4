"""Words in small letters that no dictionary and no list has: where somebody stands they are a name."""

import re
from functools import lru_cache
from typing import Final

from bot.domain.guard.names.brands import MAKES
from bot.domain.guard.names.dictionary import is_dutch
from bot.domain.guard.names.name_list import flags_of
from bot.domain.guard.names.nobody import AREA_WORDS, NOBODY
from bot.domain.guard.traits.peoples import stem_of

_SHORTEST: Final = 4
_ENDINGS: Final = ("ties", "ingen", "eren", "lijk", "lijke")
PARTICIPLE: Final = re.compile(r"(?:ge|be|ver|ont|her|\w{2,4}ge)\w{2,}(?:d|t|en)")


@lru_cache(4096)
def is_strange(word: str) -> bool:
    """Xhevdet, oluwaseun; what ends as a participle does is a word that the dictionary lacks."""
    if len(word) < _SHORTEST or not word.isalpha() or word.endswith(_ENDINGS) or PARTICIPLE.fullmatch(word):
        return False
    known = word in NOBODY or word in MAKES or word in AREA_WORDS or bool(stem_of(word)) or flags_of(word) is not None
    return not known and not is_dutch(word)

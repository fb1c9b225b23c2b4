"""Prinses Laura van de balletschool, Koning Arthur uit de flat: who is called so, unlike a street or who reigns."""

from typing import Final

from bot.domain.guard.names.name_list import flags_of
from bot.domain.guard.names.name_words import (
    DETERMINERS,
    OF_PLACES,
    PERSON_VERBS,
    PLACE_ENDINGS,
    PLACE_HEADS,
    ROYAL_TITLES,
)
from bot.domain.guard.tokens import Words
from bot.domain.guard.words import words_of

_REIGNING: Final = words_of("""
willem willem-alexander maxima amalia catharina-amalia alexia ariane beatrix juliana bernhard wilhelmina claus hendrik
constantijn laurentien margriet irene christina emma friso maurits filip mathilde charles william harry
""")
"""Whom streets, schools and days are called after too."""
_NEARBY: Final = words_of("""
woont woonde hier hiernaast thuis bestolen beroofd aangifte buurman buurvrouw buren verdachte dader getuige slachtoffer
overkant flat
""")
"""Of who reigns no report says these."""
_OF_PLACE: Final = DETERMINERS | OF_PLACES | {"bij", "naast", "achter", "voor", "tegenover", "tussen"}


def is_called_royal(words: Words, i: int) -> bool:
    """Whether the title there is somebody's name in the neighbourhood: a first name follows, and no place does."""
    if words.folded(i) not in ROYAL_TITLES or words.folded(i - 1) in _OF_PLACE:
        return False
    name, end = words.folded(i + 1), i + 2
    first = "f" in (flags_of(name) or "") and words.is_capital(i + 1) and not words.starts(i + 1)
    if not first or _is_place(words, end):
        return False
    if name not in _REIGNING:
        return True
    first_word, last = words.sentence(i)
    near = {words.folded(n) for n in range(max(first_word, i), last)}
    return words.folded(end) in PERSON_VERBS | {"van", "uit"} and not near.isdisjoint(_NEARBY)


def _is_place(words: Words, i: int) -> bool:
    """Prins Hendrik Kade, Prinses Irene school."""
    behind = words.folded(i)
    return words.is_capital(i) or behind in PLACE_ENDINGS or behind in PLACE_HEADS

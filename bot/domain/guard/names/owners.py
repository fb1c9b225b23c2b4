"""Whose something is, written without an apostrophe: Ahmeds broer, Jans fiets."""

from typing import Final

from bot.domain.guard.names.brands import MAKES
from bot.domain.guard.names.dictionary import is_dutch
from bot.domain.guard.names.name_list import flags_of
from bot.domain.guard.names.name_words import ADVERBS, DWELLINGS, KIN, NOT_CALLED, OF_PERSONS, OF_PLACES, PERSON_VERBS
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits.peoples import stem_of

_GOES_ON: Final = NOT_CALLED | PERSON_VERBS | OF_PERSONS | OF_PLACES | ADVERBS
_SHORTEST: Final = 4


def is_genitive(words: Words, i: int) -> bool:
    """A first name with an s and its capital, before what is somebody's."""
    word, owned = words.folded(i), words.at(i + 1)
    if owned is None or not owned.is_word or owned.is_capital or owned.folded in _GOES_ON or not is_dutch(owned.folded):
        return False
    name = word.removesuffix("s")
    if name == word or len(word) < _SHORTEST or not words.is_capital(i) or not {word, name}.isdisjoint(NOBODY | MAKES):
        return False
    flags = flags_of(name) or ""
    if "p" in flags or stem_of(word):
        return False
    if "f" not in flags:
        return flags_of(name) is not None and owned.folded in KIN | DWELLINGS  # Bakkers tuin
    if "w" not in flags:
        return "n" in flags or not is_dutch(word)
    return "n" in flags and not words.starts(i) and owned.folded in KIN | DWELLINGS

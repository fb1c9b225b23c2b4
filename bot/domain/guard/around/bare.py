"""A noun that is counted has its article: bare, before what one person does, it is a last name: Bakker werd wakker."""

import re
from typing import Final

from bot.domain.guard.around.bare_words import BARE, DOING
from bot.domain.guard.names.dictionary import is_dutch
from bot.domain.guard.names.name_words import (
    ADVERBS,
    DETERMINERS,
    NOT_CALLED,
    OF_PERSONS,
    OPENERS,
    PERSON_VERBS,
    PLACE_HEADS,
    PRONOUNS,
    SAYING_VERBS,
    TITLES,
)
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.runs import Runs, is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.words import words_of

_NO_NAMES: Final = (
    NOBODY | ADVERBS | OPENERS | PRONOUNS | TITLES | DETERMINERS | OF_PERSONS | NOT_CALLED - words_of("man")
)
_PAST: Final = re.compile(r"(?!ge)[a-z]{3,}(?:[bdfghjlmnrvwz]de|[fhkpst]te)")
"""Betaalde, klopte: of what bends so."""


def is_bare_name(words: Words, runs: Runs, i: int) -> bool:
    """Kok zag een man; telegrams leave the article of a thing out too: "Bus reed weg", and "Portier zag een man"."""
    word, flags = words.folded(i), runs.flags(i) or ""
    if not words.starts(i) or not words.is_capital(i) or runs.masked[i] or not {"w", "c"} <= set(flags):
        return False
    if word in _NO_NAMES or is_role(word):
        return False
    verb = words.folded(i + 1)
    if words.is_capital(i + 1) or "\n" in words.tokens[i + 1].before if i + 1 < len(words) else True:
        return False
    if word in BARE or word in PLACE_HEADS:
        return False
    return verb in PERSON_VERBS | SAYING_VERBS | DOING or _is_past(verb)


def _is_past(word: str) -> bool:
    return _PAST.fullmatch(word) is not None and is_dutch(word)

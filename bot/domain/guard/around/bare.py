"""A noun that is counted has its article: bare, before what one person does, it is a last name: Bakker werd wakker."""

import re
from typing import Final

from bot.domain.guard.around.bare_words import BARE, DOING, GROUPS, TELLING_ENGLISH, WANTING
from bot.domain.guard.names.dictionary import is_dutch, is_present
from bot.domain.guard.names.name_list import flags_of
from bot.domain.guard.names.name_words import (
    ADVERBS,
    COLOURS,
    DETERMINERS,
    JOBS,
    LAST_NAMES_TOO,
    NOBLES,
    NOT_CALLED,
    OF_PERSONS,
    OPENERS,
    PERSON_VERBS,
    PLACE_HEADS,
    PRONOUNS,
    SAYING_VERBS,
    TITLES,
)
from bot.domain.guard.names.nobody import NOBODY, TIMES
from bot.domain.guard.runs import Runs, is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.words import words_of

_NO_NAMES: Final = NOBODY | ADVERBS | OPENERS | PRONOUNS | TITLES | DETERMINERS | OF_PERSONS | NOT_CALLED
_PAST: Final = re.compile(r"(?!ge)[a-z]{3,}(?:[bdfghjlmnrvwz]de|[fhkpst]te)")
"""Betaalde, klopte: of what bends so."""
_TO_DO: Final = words_of("bellen mailen appen terugbellen")
_LAND: Final = (LAST_NAMES_TOO | BARE) - GROUPS
_OWN: Final = words_of("z'n zijn haar d'r hun")
_APPOSED: Final = words_of("van uit die zelf")
_BEING: Final = words_of("is was bleek blijkt")
_BECOMING: Final = words_of("werd wordt bleef kan kon speelt speelde werkt")
_WITH_WHOM: Final = words_of("bij van door volgens namens tegen aan")
_GOES_ON: Final = OPENERS | NOT_CALLED | words_of(". , : ! ? thuis iets niets gezien gebeld gehoord")


def is_bare_name(words: Words, runs: Runs, i: int) -> bool:
    """Kok zag een man; telegrams leave the article of a thing out too: "Bus reed weg", and "Portier zag een man"."""
    if not words.starts(i) or not _may_be(words, runs, i):
        return False
    if words.is_capital(i) and words.folded(i + 1) in TELLING_ENGLISH:
        return True  # Kuiper told us
    if words.is_capital(i) and words.folded(i) in _LAND and words.folded(i + 1) in SAYING_VERBS | WANTING:
        return True  # Bos hoorde iemand
    if not _is_counted(words, runs, i):
        return False
    if words.is_capital(i) and _is_what_one_is(words, i + 1):
        return True
    return words.folded(i) not in BARE | PLACE_HEADS - NOBLES and _goes_on(words, runs, i)


def _is_counted(words: Words, runs: Runs, i: int) -> bool:
    """A bakker; bakkers too, where one does something, and schouten where it is what only somebody does."""
    word, flags = words.folded(i), set(runs.flags(i) or "")
    if "w" not in flags or "c" in flags:
        return {"w", "c"} <= flags
    if word.endswith("en"):
        return words.folded(i + 1) in (SAYING_VERBS | DOING) and words.is_capital(i)
    return word.endswith("s") and flags_of(word[:-1]) is not None and words.folded(i + 1) not in _OWN


def is_bare_inside(words: Words, runs: Runs, i: int) -> bool:
    """Gisteren zag bakker een man, aangebeld bij kok, de ladder van visser; hij is kok, bij bakker op de hoek."""
    word, before, behind = words.folded(i), words.folded(i - 1), words.folded(i + 1)
    if words.starts(i) or not {"w", "c"} <= set(runs.flags(i) or "") or word in _NO_NAMES | BARE | PLACE_HEADS:
        return False
    if is_role(word) or runs.masked[i] or (before == "bij" and word in JOBS):
        return False
    done_by = before in (PERSON_VERBS | SAYING_VERBS | DOING) - _BEING - _BECOMING
    named = done_by and behind in DETERMINERS | _GOES_ON
    return named or (before in _WITH_WHOM and behind in _GOES_ON | PERSON_VERBS)


def _may_be(words: Words, runs: Runs, i: int) -> bool:
    word, behind = words.folded(i), words.at(i + 1)
    listed = runs.flags(i) is not None and not runs.masked[i] and not words.tokens[i].is_caps
    if word in TIMES and words.folded(i + 1) in WANTING:
        return listed and words.is_capital(i)  # Winter weet wie het was
    return listed and behind is not None and "\n" not in behind.before and word not in _NO_NAMES and not is_role(word)


def _goes_on(words: Words, runs: Runs, i: int) -> bool:
    """What one does, has or is called beside: Bakker z'n auto; Kuiper, van het hoekhuis; Bakker en Kok."""
    verb = words.folded(i + 1)
    if words.is_capital(i + 1):
        return False
    if verb in PERSON_VERBS | SAYING_VERBS | DOING | WANTING | _OWN | _TO_DO or _is_past(verb):
        return True
    if verb == ",":
        return words.is_capital(i) and words.folded(i + 2) in _APPOSED
    other = words.folded(i + 2)
    beside = words.is_capital(i + 2) and runs.flags(i + 2) is not None and not runs.masked[i + 2]
    return verb == "en" and beside and other not in NOBODY | BARE | PLACE_HEADS and words.is_capital(i)


def _is_past(word: str) -> bool:
    return (_PAST.fullmatch(word) is not None and is_dutch(word)) or is_present(word)


def _is_what_one_is(words: Words, i: int) -> bool:
    """Slot is een aardige man, was de dader."""
    if words.folded(i) not in _BEING or words.folded(i + 1) not in DETERMINERS:
        return False
    at = i + 2
    while (
        at < i + 4 and (words.folded(at) in COLOURS or words.folded(at).endswith("e")) and not is_role(words.folded(at))
    ):
        at += 1
    return is_role(words.folded(at))

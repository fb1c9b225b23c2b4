"""What a sentence tells of its first word that nothing but somebody is or does: was niet thuis, deed aangifte."""

from typing import Final

from bot.domain.guard.names.name_words import (
    ADVERBS,
    DETERMINERS,
    DWELLINGS,
    INTERFIXES,
    JOBS,
    NOT_CALLED,
    OF_PERSONS,
    OPENERS,
    PRONOUNS,
    SAYING_VERBS,
    TITLES,
)
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.runs import is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits.peoples import stem_of
from bot.domain.guard.words import words_of

_SKIPPED: Final = words_of("net nog niet al weer even ook zelf alleen toen gisteren vandaag die dag zojuist pas gewoon")
_BEING: Final = frozenset({"is", "was", "bleef", "blijft"})
_STATES: Final = words_of("""
thuis wakker aanwezig bang boos geschrokken gewond overleden jarig ziek aangehouden opgepakt gearresteerd verhoord
beroofd mishandeld
""")
_AWAY: Final = words_of("vakantie reis")
_ON_WAY: Final = frozenset({"op", "met"})
_COMING: Final = frozenset({"komt", "kwam"})
_OWN: Final = frozenset({"zijn", "haar"})
_US: Final = frozenset({"ons", "mij", "112"})
_THINGS: Final = DWELLINGS | words_of("tas telefoon portemonnee hond kat jas sleutels laptop scooter bakfiets")
_OTHERS: Final = words_of("""
niemand iedereen er dat dit het alles niets wie men gelukkig buurt publiek personeel jeugd bezoek visite ons school werk
""")
_NO_NAMES: Final = NOT_CALLED | ADVERBS | OPENERS | PRONOUNS | TITLES | DETERMINERS | OF_PERSONS | JOBS | _OTHERS
_SHORTEST: Final = 3
_FARTHEST: Final = 4


def subject_end(words: Words, i: int) -> int:
    """Behind the name that a sentence begins with, a place's too: Oosterhof was niet thuis; `i` where none does."""
    if not words.starts(i) or not words.is_capital(i):
        return i
    head = i
    while words.folded(head) in INTERFIXES and head < i + 3:
        head += 1
    word = words.folded(head)
    if len(word) < _SHORTEST or not words.is_capital(head) or word in _NO_NAMES | NOBODY or is_role(word):
        return i
    if stem_of(word) or (head > i and words.folded(i) in {"de", "het"}):
        return i
    return head + 1 if _is_persons(words, head + 1) else i


def _is_persons(words: Words, i: int) -> bool:
    verb, at = words.folded(i), i + 1
    while words.folded(at) in _SKIPPED and at < i + _FARTHEST:
        at += 1
    said, next_said = words.folded(at), words.folded(at + 1)
    return (
        (verb in _BEING and (said in _STATES or (said in _ON_WAY and next_said in _AWAY)))
        or (verb in {"werd", "is"} and said in _STATES - {"thuis", "aanwezig"})
        or (verb in {"deed", "doet"} and said == "aangifte")
        or (verb in {"mist", "miste"} and said in _OWN)
        or (verb in _COMING and said == "thuis")
        or (verb in SAYING_VERBS and said in _US)
        or (verb in _OWN and words.folded(i + 1) in _THINGS and words.folded(i + 2) in {"is", "was"})
    )


def burgled_end(words: Words, i: int) -> int:
    """Bij bos is ingebroken, bij van dijk: behind "bij" a small word without an article; `i` where none stands."""
    if words.folded(i - 1) != "bij" or words.is_capital(i):
        return i
    head = i
    while words.folded(head) in INTERFIXES - {"de", "het"} and head < i + 2:
        head += 1
    head += head > i and words.folded(head) in {"de", "den", "der"}
    word = words.folded(head)
    usual = len(word) >= _SHORTEST and word.isalpha() and word not in _NO_NAMES | NOBODY and not is_role(word)
    if not usual or (head == i and word.endswith("en")) or words.is_capital(head):
        return i
    behind = {words.folded(n) for n in range(head + 2, head + 2 + _FARTHEST)}
    told = words.folded(head + 1) in {"is", "was", "werd"} and "ingebroken" in behind
    return head + 1 if told or (head > i and words.folded(i) == "van") else i

"""What a sentence tells of its first word that nothing but somebody is or does: was niet thuis, deed aangifte."""

from typing import Final

from bot.domain.guard.names.dictionary import is_compound, is_dutch
from bot.domain.guard.names.name_list import flags_of
from bot.domain.guard.names.name_words import (
    ADVERBS,
    COLOURS,
    DETERMINERS,
    DWELLINGS,
    GREETINGS,
    INTERFIXES,
    JOBS,
    NOT_CALLED,
    OF_PERSONS,
    OPENERS,
    PLACE_HEADS,
    PRONOUNS,
    SAYING_VERBS,
    TITLES,
    UNBENT,
)
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.runs import Runs, is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits.peoples import stem_of
from bot.domain.guard.words import words_of

_WORKING: Final = ("er", "eur", "ist", "ster", "aar", "ier", "man", "vrouw", "eel")
"""So end words for somebody who does something: boer, monteur, personeel."""
_GROUPS: Final = ("ing", "ling", "schap", "iere", "ent")
"""Beveiliging was erbij, leerling is gewond."""
_BUSY: Final = frozenset({"lag", "zat", "stond", "ligt", "zit", "staat", "liep"})
_MANY: Final = ("en", "s")
HUES: Final = UNBENT - {"oud", "nieuw", "licht", "donker"}
"""These colours are last names; the others begin the names of feasts and of times of day."""
_SKIPPED: Final = words_of("net nog niet al weer even ook zelf alleen toen gisteren vandaag die dag zojuist pas gewoon")
_BEING: Final = frozenset({"is", "was", "bleef", "blijft"})
_STATES: Final = words_of("""
thuis erbij wakker aanwezig bang boos geschrokken gewond overleden jarig ziek aangehouden opgepakt gearresteerd verhoord
beroofd mishandeld bestolen
""")
_AWAY: Final = words_of("vakantie reis")
_ON_WAY: Final = frozenset({"op", "met"})
_COMING: Final = frozenset({"komt", "kwam"})
_OWN: Final = frozenset({"zijn", "haar"})
_HANDLING: Final = words_of("""
mist miste gaf geeft pakte pakt zocht zoekt parkeerde parkeert verkocht verkoopt bracht haalde haalt liet laat zette
""")
_US: Final = frozenset({"ons", "mij", "112"})
_THINGS: Final = DWELLINGS | words_of("tas telefoon portemonnee hond kat jas sleutels laptop scooter bakfiets")
_OTHERS: Final = words_of("""
niemand iedereen er dat dit het alles niets wie men gelukkig buurt publiek personeel jeugd bezoek visite ons school werk
bank kantoor balie club bond
""")
_NO_NAMES: Final = NOT_CALLED | ADVERBS | OPENERS | PRONOUNS | TITLES | DETERMINERS | OF_PERSONS | JOBS | _OTHERS
_NO_SUBJECTS: Final = _NO_NAMES | COLOURS | PLACE_HEADS | GREETINGS
_WITH_WHOM: Final = frozenset({"bij", "door", "met", "namens", "volgens", "tegen", "aan"})
_SHORTEST: Final = 3
_FARTHEST: Final = 4


def is_subject(words: Words, runs: Runs, i: int, *, small: bool) -> bool:
    """Slot hoorde glas; "Vannacht hoorde een buurman glas" tells when."""
    verb = i + 1
    word = words.folded(i)
    busy = words.folded(verb) in _BUSY and words.folded(verb + 1) == "te"
    if not words.starts(i) or not (words.is_capital(i) or small) or not (busy or words.folded(verb) in SAYING_VERBS):
        return False
    if runs.flags(i) is None and (is_compound(word) or word.endswith(_WORKING)):
        return False
    if (
        word in ((_NO_SUBJECTS | NOBODY) - HUES) | OF_PERSONS | JOBS
        or is_role(word)
        or (word.endswith(_MANY) and word not in HUES)
        or len(word) < _SHORTEST
    ):
        return False
    behind = words.at(verb + 1)
    if behind is None or not behind.is_word:
        return runs.flags(i) is not None or word in HUES
    if behind.is_capital or behind.folded in PRONOUNS:
        return False
    noun = verb + 2 if behind.folded in DETERMINERS else verb + 1
    return not any(is_role(words.folded(n)) for n in (noun, noun + 1))


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
    if flags_of(word) is None and is_dutch(word) and word.endswith((*_WORKING, *_GROUPS)):
        return i
    if stem_of(word) or (head > i and words.folded(i) in {"de", "het"}):
        return i
    return head + 1 if is_persons(words, head + 1) else i


def is_persons(words: Words, i: int) -> bool:
    """Whether the verb there says what only somebody is or does."""
    verb, at = words.folded(i), i + 1
    while words.folded(at) in _SKIPPED and at < i + _FARTHEST:
        at += 1
    said, next_said = words.folded(at), words.folded(at + 1)
    return (
        (verb in _BEING and (said in _STATES or (said in _ON_WAY and next_said in _AWAY)))
        or (verb in {"werd", "is"} and said in _STATES - {"thuis", "aanwezig"})
        or (verb in {"deed", "doet"} and said == "aangifte")
        or (verb in _HANDLING and said in _OWN)
        or (verb in _COMING and "thuis" in {words.folded(n) for n in range(i + 1, i + 2 + _FARTHEST)})
        or (verb in SAYING_VERBS and said in _US)
        or (verb in _OWN and words.folded(i + 1) in _THINGS and words.folded(i + 2) in {"is", "was"})
    )


def burgled_end(words: Words, i: int) -> int:
    """Bij bos is ingebroken, bij van dijk, door van dam: a small word without an article; `i` where none stands."""
    lead = words.folded(i - 1)
    if lead not in _WITH_WHOM or words.is_capital(i):
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
    named = head > i and words.folded(i) == "van" and (lead == "bij" or flags_of(word) is not None)
    return head + 1 if (told and lead == "bij") or named else i

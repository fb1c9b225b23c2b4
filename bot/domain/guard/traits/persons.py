"""Whether a word tells of a person: what stands before and behind it."""

import re
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.names.name_words import DETERMINERS
from bot.domain.guard.pieces import Piece
from bot.domain.guard.removing import removal, sentence_around
from bot.domain.guard.runs import is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits import trait_words as known
from bot.domain.guard.traits.peoples import stem_of

_WINDOW: Final = 5
_NEAR: Final = 8
_PERSON_ENDING: Final = re.compile(
    r"\w{3,}(?:vrouw|vrouwen|jongen|jongens|meisje|meisjes|persoon|personen|dader|daders|dief|dieven|bende|jarige|jarigen"
    r"|lieden|lui|werkers?|werksters?|arbeiders?|bouwers?|rijders?|verkopers?|plukkers?|makers?|mensen|meiden|studente?n?)$"
)
_BETWEEN: Final = frozenset({",", "en", "of", "/", "-", "tot", "meer", "vrij"})
_MARKS_BEFORE: Final = frozenset({"", ",", "(", ":", "/", ";", "-", "."})
_MARKS_BEHIND: Final = frozenset({"", ",", ")", ".", "/", ";", "-"})
_ONE: Final = frozenset({"een", "1"})
_OPEN: Final = known.LOOKING | frozenset({"en", "of", "maar", "met", "van", "uit", "die", "dat", "tot", "thuis", "op"})


def is_person(word: str) -> bool:
    return word in known.PERSONS or is_role(word) or _PERSON_ENDING.match(word) is not None


def person_behind(words: Words, i: int) -> int | None:
    """Where somebody stands behind an adjective, with at most adjectives between; None where something else does."""
    for n in range(i + 1, min(i + 1 + _WINDOW, len(words))):
        word = words.folded(n)
        if "\n" in words.tokens[n].before or word in known.NO_SKIN:
            return None
        if is_person(word):
            return n
        if not _is_between(word):
            return None
    return None


def _is_between(word: str) -> bool:
    if word in known.LOOKING or word in _BETWEEN or word.isdigit() or stem_of(word):
        return True
    return word.endswith("e") and word not in DETERMINERS and word not in known.THINGS_OF_ORIGIN


def attribute_behind(words: Words, i: int) -> int | None:
    """Where "uiterlijk", "afkomst", "accent" stand behind an adjective."""
    for n in range(i + 1, min(i + 4, len(words))):
        word = words.folded(n)
        if word in known.ATTRIBUTES:
            return n
        if not (word in known.LOOKING or stem_of(word) or word in _BETWEEN or word.endswith("e") or "klinkend" in word):
            return None
    return None


def hedged_from(words: Words, i: int) -> int:
    """Where "waarschijnlijk", "een beetje" and their like before it begin."""
    start = i
    while start > max(0, i - 6) and words.folded(start - 1) in known.HEDGES:
        start -= 1
    return start


def is_predicate(words: Words, i: int) -> bool:
    """Behind "is", "leek", "waarschijnlijk", and no noun behind it."""
    start, behind = hedged_from(words, i), words.at(i + 1)
    is_open = behind is None or not behind.is_word or behind.folded in _OPEN
    first, _ = sentence_around(words, i)
    subject = {words.folded(n) for n in range(max(first, start - _NEAR), start)}
    return is_open and words.folded(start - 1) in known.COPULAS and not subject & known.THINGS_OF_ORIGIN


def is_listed(words: Words, i: int) -> bool:
    """Alone between commas: man, getint, 20 jaar."""
    start = hedged_from(words, i)
    first, last = sentence_around(words, i)
    around = {words.folded(n) for n in range(max(first, i - _NEAR), min(last, i + _NEAR))}
    numbered = words.folded(start - 1).isdigit() and (
        words.folded(start - 2) == "nn" or is_person(words.folded(start - 2))
    )
    alone = (numbered or words.folded(start - 1) in _MARKS_BEFORE) and words.folded(i + 1) in _MARKS_BEHIND
    return alone and not around & known.THINGS_OF_ORIGIN


def is_said_of_somebody(words: Words, i: int) -> bool:
    """Behind "is" or between commas."""
    return is_predicate(words, i) or is_listed(words, i)


def is_counted(words: Words, i: int) -> bool:
    """Behind an article or a number, so a noun."""
    before = words.folded(i - 1)
    return before in DETERMINERS or before in known.COUNTS or before.isdigit()


def is_before_thing(words: Words, i: int) -> bool:
    """The katholieke kerk, the joodse begraafplaats: no person."""
    behind = words.at(i + 1)
    return behind is not None and behind.is_word and behind.folded not in known.GOES_ON and not is_person(behind.folded)


def alone(words: Words, i: int, kind: FindingKind, becomes: str = "") -> Piece:
    return Piece(words.tokens[i].start, words.tokens[i].end, kind, becomes)


def adjective(words: Words, i: int, kind: FindingKind) -> Piece | None:
    """Before somebody: it goes, with how much of it they are (licht getinte); None where nobody stands behind it."""
    person = person_behind(words, i)
    if person is None:
        return None
    start, end = i, i + 1
    while words.folded(end) in known.LOOKING:
        end += 1
    while words.folded(end) in {"en", "of", "/"} and stem_of(words.folded(end + 1)) and end + 1 < person:
        end += 2
    while start > 0 and words.folded(start - 1) in known.DEGREES:
        start -= 1
    end += words.folded(end) == "," and end < person
    return Piece(words.tokens[start].start, words.tokens[end - 1].end, kind)


def removed(words: Words, i: int, end: int, kind: FindingKind) -> Piece:
    """What tells of somebody behind who it is, with what goes along."""
    return Piece(*removal(words, i, end), kind)


def noun_or_removed(words: Words, i: int, kind: FindingKind, *, noun: bool) -> Piece:
    """Before somebody it goes; "een junk" becomes a person; else it goes with what belongs to it."""
    if piece := adjective(words, i, kind):
        return piece
    if noun and is_counted(words, i):
        return alone(
            words,
            i,
            kind,
            "personen" if words.folded(i).endswith(("s", "en")) and words.folded(i - 1) not in _ONE else "persoon",
        )
    return removed(words, i, i + 1, kind)

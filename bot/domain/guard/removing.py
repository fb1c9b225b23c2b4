"""How much goes with a trait, so that what is left reads as a sentence."""

from typing import Final

from bot.domain.guard.tokens import Words
from bot.domain.guard.words import words_of

_VERBS: Final = words_of("""
is was zijn waren leek leken lijkt lijken oogde oogden oogt had hadden heeft hebben sprak spraken spreekt spreken
praat praatte praatten praten komt kwam komen kwamen zit zat zitten zaten heet gebruikt betreft betrof schijnt bleek
blijkt klonk lag ligt liggen kreeg krijgt loopt liep droeg droegen draagt dragen woont wonen woonde staat stond
wordt werd werden ging gingen rende renden reed reden vluchtte vluchtten zag zagen hoorde riep riepen schreeuwde
verbleef verblijft gaat gaan leed lijdt kan kon wil wilde fietste
""")
_DESCRIBING: Final = words_of("""
een de het zijn haar hun iets wat zeer heel erg nogal licht lichte donker donkere zwaar zware mogelijk vermoedelijk
waarschijnlijk misschien duidelijk duidelijke sterk sterke ernstig ernstige streng volgens getuigen van om met in
vrij half niet geen onbekende slecht vloeiend gebroken perfect goed beetje beide allemaal ook wel 'n onze een-beetje
wellicht naar alle schijn plat platte onmiskenbaar typisch licht- gelovig grote kleine oude jonge echte chronisch
chronische vorm vormen zelf volledig
""")
_LEADS: Final = frozenset({"met", "van", "zonder"})
_SPOKE: Final = frozenset({"sprak", "spraken", "spreekt", "spreken", "praat", "praatte", "praatten"})
_LONGEST: Final = 14
_FARTHEST: Final = 8
_FAR: Final = 40
"""Tokens: a longer sentence is never taken out whole."""


def removal(words: Words, first: int, end: int) -> tuple[int, int]:
    """Where what goes begins and ends in the text, for a trait behind who it is of, from `first` to `end`."""
    start = _described_from(words, first)
    if words.folded(start) in _LEADS and start < first:
        start += 1
    before = words.folded(start - 1)
    if before in _LEADS:
        return _led(words, start - 1, end)
    if before in {",", "(", ":"} or words.starts(start):
        return _listed(words, start, end)
    if before in _VERBS:
        return _predicate(words, start - 1, start, end)
    return _span(words, start - (before == "en"), end)


def _led(words: Words, lead: int, end: int) -> tuple[int, int]:
    """Met een getinte huid, van Turkse afkomst: with what leads to it, unless more is led to."""
    if words.folded(lead) == "met" and words.folded(end) == "en":
        return _span(words, lead + 1, end + 1)
    if words.folded(lead - 1) in _SPOKE:
        return _predicate(words, lead - 1, lead, end)
    return _span(words, lead - (words.folded(lead - 1) == "afkomstig"), end)


def sentence_around(words: Words, i: int) -> tuple[int, int]:
    """The tokens of the sentence that holds that one, its full stop among them."""
    first, last = words.sentence(i)
    return max(first, i - _FAR), min(last, i + _FAR)


def _described_from(words: Words, first: int) -> int:
    start = first
    while start > max(0, first - _FARTHEST) and words.folded(start - 1) in _DESCRIBING:
        start -= 1
        if words.folded(start) in _LEADS:
            break
    return start


def _predicate(words: Words, verb: int, start: int, end: int) -> tuple[int, int]:
    """Behind a verb: up to the next verb, or from what stands before, or the whole sentence where it says no more."""
    if words.folded(end) == "en":
        return _span(words, verb if words.folded(end + 1) in _VERBS else start, end + 1)
    if words.folded(verb - 1) == "en":
        return _span(words, verb - 1, end)
    if words.folded(verb - 1) in {"die", "dat"}:
        return _span(words, verb - 1 - (words.folded(verb - 2) == ","), end)
    first, last = sentence_around(words, verb)
    if last - first <= _LONGEST and end >= last - 3:
        return _span(words, first, last)
    return _span(words, start, end)


def _listed(words: Words, start: int, end: int) -> tuple[int, int]:
    """In a list with commas one of them goes along."""
    if words.folded(start - 1) == "," and words.folded(end) in {",", ".", ""}:
        return _span(words, start - 1, end)
    if words.folded(start - 1) == "(" and words.folded(end) == ")":
        return _span(words, start - 1, end + 1)
    return _span(words, start, end + 1 if words.folded(end) == "," else end)


def _span(words: Words, first: int, end: int) -> tuple[int, int]:
    last = min(end, len(words)) - 1
    return words.tokens[max(first, 0)].start, words.tokens[last].end

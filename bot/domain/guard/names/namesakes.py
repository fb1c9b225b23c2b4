"""What is written like a first name and is none: Jan 2025, Max 3 minuten, Floor plan, the shop Dirk."""

from collections.abc import Sequence
from typing import Final

from bot.domain.guard.names.brands import GOODS, HUES, MAKES, OF_FIRMS, OF_TRADES
from bot.domain.guard.names.name_list import flags_of
from bot.domain.guard.names.name_words import (
    DETERMINERS,
    DWELLINGS,
    ENGLISH_BEHIND,
    KIN,
    LAST_NAMES_TOO,
    MEASURES,
    NAMING,
    OF_SHOPS,
    OPENERS,
    PERSON_VERBS,
    PRONOUNS,
    ROLES,
    SHOP_IS,
    SHOPS_TOO,
)
from bot.domain.guard.names.nobody import MAKERS, PRODUCTS, SOLD
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits.peoples import stem_of
from bot.domain.guard.words import words_of

_OF_THINGS: Final = MAKERS | MAKES
_DIGITS_OF_YEAR: Final = 4
_ENGLISH: Final = words_of("the this whether they their our have with you your his she were my spoke told saw heard")
_OF_ENGLISH: Final = words_of("to of with by from told asked and at for")
"""Words that no Dutch sentence has."""
_NEAR: Final = 10
CLEAR_FIRST: Final = frozenset("fnd")
"""All that the list may say of a first name that is no word and no place."""
_OWNED: Final = frozenset({"de", "het", "die", "deze", "dat", "dit", "zijn", "haar", "hun"})


def is_measure(words: Words, i: int) -> bool:
    """Jan 2025, Max. 3 minuten; "Max, 17 jaar" is somebody."""
    at = i + 1 + (words.folded(i + 1) == ".")
    glued = at == i + 1 and at < len(words) and not words.tokens[at].before
    if (
        glued
        or words.folded(i) not in MEASURES
        or not words.folded(at).isdigit()
        or words.folded(at + 1) in {"jaar", "jr"}
    ):
        return False
    return at == i + 1 or words.starts(i) or len(words.folded(at)) == _DIGITS_OF_YEAR


def is_english(words: Words, i: int) -> bool:
    """Floor plan, Rose gold; Will iemand."""
    behind = words.at(i + 1)
    if not words.starts(i) or behind is None or behind.is_capital:
        return False
    if words.folded(i) == "will" and behind.folded in PRONOUNS:
        return True
    return words.folded(i + 1 + (behind.folded == "of")) in ENGLISH_BEHIND


def is_in_english(words: Words, i: int) -> bool:
    """Whether this person is guilty: no Dutch dictionary has the words of such a sentence."""
    first, end = words.sentence(i)
    return any(words.folded(n) in _ENGLISH for n in range(first, end))


def is_met_in_english(words: Words, i: int) -> bool:
    """We spoke to Baker: a name of the list behind what takes an article before anything else."""
    listed = flags_of(words.folded(i)) is not None and words.folded(i) not in SOLD | MAKES
    return listed and words.folded(i - 1) in _OF_ENGLISH and not words.starts(i) and is_in_english(words, i)


def is_shop(words: Words, masked: Sequence[bool], i: int) -> bool:
    """Dirk was al gesloten; bij Dirk op het Eemplein."""
    if words.folded(i) not in SHOPS_TOO:
        return False
    first, last = words.sentence(i)
    near = {words.folded(n) for n in range(max(first, i - _NEAR), min(last, i + _NEAR))}
    stands = words.folded(i + 1) in {"op", "aan", "in"} and words.folded(i + 2) in {"de", "het"}
    at = words.folded(i - 1) in {"bij", "naast", "tegenover", "achter"} and stands
    placed = i + 3 < len(words) and masked[i + 3]
    closed = any(words.folded(n) in SHOP_IS for n in range(i + 2, i + 5))
    return bool(near & OF_SHOPS) or (at and placed) or (closed and words.folded(i + 1) in {"was", "is"})


def is_beside_make(words: Words, i: int) -> bool:
    """DPD of Trunkrs, Coolblue of Bol: what stands beside a make or a shop is one."""
    beside = words.folded(i - 2)
    make = beside in SOLD | MAKES and beside not in LAST_NAMES_TOO and words.is_capital(i - 2)
    return words.folded(i - 1) in {"en", "of"} and make and words.is_capital(i)


def is_made(words: Words, i: int) -> bool:
    """Een helm van Nolan, het logo van Heijmans; "de helm van Nolan" may be of somebody, and Kevin makes none."""
    thing = words.folded(i - 2)
    known, made = flags_of(words.folded(i)), words.folded(i) in _OF_THINGS
    if thing in OF_TRADES and known is not None and "w" not in known and not made:
        return False
    firm, good = thing in OF_FIRMS, thing in GOODS or thing.endswith(PRODUCTS)
    if words.folded(i - 1) != "van" or not (firm or good or (made and thing not in DWELLINGS | KIN | NAMING)):
        return False
    if made:
        return True
    if firm and words.folded(i - 2) in ROLES:
        return False
    owned = not _OWNED.isdisjoint(words.folded(n) for n in range(i - 5, i - 2))
    return (firm or not owned) and "f" not in (known or "")


def is_thing(words: Words, i: int, end: int) -> bool:
    """Een rode Stella, een Nolan helm, een Friese klok."""
    behind = words.at(end)
    small = behind is not None and behind.is_word and not behind.is_capital
    before, lead = words.folded(i - 1), words.folded(i - 2)
    hued = before in HUES and not words.is_capital(i - 1) and (lead in DETERMINERS or lead.isdigit() or i == 1)
    of_people = end == i + 1 and small and bool(stem_of(words.folded(i))) and words.folded(i).endswith("e")
    goods = small and behind is not None and behind.folded in GOODS
    return hued or of_people or (goods and not _brings(words, i))


def _brings(words: Words, i: int) -> bool:
    """Daar zat Karin koffie te drinken, toen Karin koffie haalde: she makes none."""
    flags, before = flags_of(words.folded(i)), words.folded(i - 1)
    if flags is None or "p" in flags or words.folded(i) in _OF_THINGS:
        return False
    usual = "n" in flags and "w" not in flags and before not in DETERMINERS | HUES | {"merk"}
    return usual or before in OPENERS | PERSON_VERBS

"""What is written like a first name and is none: Jan 2025, Max 3 minuten, Floor plan, the shop Dirk."""

from collections.abc import Sequence
from typing import Final

from bot.domain.guard.names.name_words import ENGLISH_BEHIND, MEASURES, OF_SHOPS, PRONOUNS, SHOP_IS, SHOPS_TOO
from bot.domain.guard.tokens import Words

_DIGITS_OF_YEAR: Final = 4
_NEAR: Final = 10


def is_measure(words: Words, i: int) -> bool:
    """Jan 2025, Max. 3 minuten; "Max, 17 jaar" is somebody."""
    at = i + 1 + (words.folded(i + 1) == ".")
    if words.folded(i) not in MEASURES or not words.folded(at).isdigit() or words.folded(at + 1) in {"jaar", "jr"}:
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

"""What readers are told to do: a closed set of what keeps them safe; any other order waits for a colleague.

*Volg hem*, *doe open voor vreemden* and *bel 1850* hold no word that a description may not have.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.domain.alerts.adding import NEGATIONS
from bot.domain.alerts.other_values import CLASSES
from bot.domain.folding import folded

_NEVER: Final = frozenset({"ga", "spreek", "raak", "benader", "volg", "kom", "confronteer", "achterna", "tegemoet"})
"""Advice only where it says not to."""
_TELL_US: Final = frozenset({"mail", "meld", "film", "stuur", "open"})
"""Orders where they begin a sentence or go on with one; anywhere else they are a thing or a state."""
_LOOK: Final = frozenset({"kijk", "bekijk", "let", "bewaar"})
_ORDERS: Final = _NEVER | _LOOK | {"bel", "doe", "houd", "laat"}
_JOINS: Final = frozenset({"", "en", "of"})
_NUMBERS: Final = (("112",), ("0900", "8844"), ("0800", "7000"))
_MEDIA: Final = frozenset(
    {"beeld", "beelden", "camera", "camera's", "camerabeelden", "dashcam", "deurbel", "deurbelcamera"}
    | {"foto", "foto's", "film", "filmpje", "opname", "opnames", "video"}
)
_WHOM: Final = frozenset({"hij", "hem", "zij", "ze", "hen", "iedereen", "dader", "daders"}) | CLASSES["people"].keys()
_READERS: Final = frozenset({"u", "uw", "ons", "onze", "wij", "wie"})


def is_safe(words: Sequence[str]) -> bool:
    """Whether a sentence gives orders, and each of them keeps who follows it safe."""
    given = _orders([folded(word) for word in words])
    return bool(given) and all(map(_is_safe, given))


def leads_astray(words: Sequence[str], *, asks: bool) -> bool:
    """Whether it gives another order, or says something of its readers: a description does neither."""
    told = [folded(word) for word in words]
    given = _orders(told)
    if given:
        return not all(map(_is_safe, given))
    return not asks and not _READERS.isdisjoint(told)


def _orders(told: Sequence[str]) -> list[Sequence[str]]:
    """Each order with what belongs to it, up to the next."""
    leads = ["", *told]
    starts = [n for n, word in enumerate(told) if word in _ORDERS or (word in _TELL_US and leads[n] in _JOINS)]
    return [told[start:end] for start, end in pairwise([*starts, len(told)])]


def _is_safe(order: Sequence[str]) -> bool:
    verb, rest = order[0], frozenset(order[1:])
    denies, opens = not rest.isdisjoint(NEGATIONS), "open" in rest
    closes = not rest.isdisjoint({"dicht", "slot"})
    if verb in _NEVER:
        return denies and not closes and "afstand" not in rest
    if verb in {"laat", "doe"}:
        return (denies and not closes and (opens or "binnen" in rest)) or (closes and not denies)
    if verb == "houd":
        return not denies and not opens and (closes or "afstand" in rest)
    if verb == "bel":
        return not denies and tuple(word for word in order if word.isdigit()) in _NUMBERS
    if not rest.isdisjoint(_WHOM) and rest.isdisjoint(_MEDIA) is (verb in _LOOK):
        return False  # one looks for somebody on one's own pictures, and makes none of them
    return not denies and (verb in _LOOK or "ons" in rest)

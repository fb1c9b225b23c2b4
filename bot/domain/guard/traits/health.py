"""Health of a person, body and mind."""

import re
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.names.persons import adjective, is_said_of_somebody, noun_or_removed, removed
from bot.domain.guard.pieces import Piece
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits import health_words

_BEGINNING: Final = re.compile(
    r"(?:alcohol(?:ist|isch|verslaa|prob|misbruik)|dement|psychi|psychot|psychose|schizo|autis|verslaaf|verslaving|epilep"
    r"|diabet|kankerp|alzheimer|parkinson|rolstoel(?=\w)|gehandicapt|depress|hersen(?:bloed|inf|tum|lets|schu)|allerg|burn-?out"
    r"|borderline|traumatis|zwanger|verstandelijk|adhd|astma|reuma|drugsverslaa|drugsgebruik)"
    r"(?!\w*(?:bus\b|busje|taxi|vervoer|pad\b|lift|oprit|parkeer|toilet|kaart|plaats|plek|kliniek|winkel|school|instelling))\w*$"
)
_ENDING: Final = re.compile(
    r"\w{3,}(?:patient|patiente|patienten|ziekte|klachten|kanker|stoornis|verslaafd|verslaafde|verslaving|syndroom"
    r"|blind|blinde|horend|horende|handicap|beperking|operatie|kwaal|infarct|therapie|dementie|prothese|transplantatie)$"
)
_STATES: Final = frozenset({"positief", "positieve", "besmet", "besmette", "lijder", "geinfecteerd", "geinfecteerde"})
"""Hiv-positief."""
_NOUNS: Final = ("junk", "patient", "alcoholist", "autist")


def health(words: Words, i: int) -> Piece | None:
    """Dement, in een rolstoel, lag in het ziekenhuis; no blind wall."""
    word = words.folded(i)
    if word in health_words.HEALTH and words.folded(i + 1).isdigit():
        return None  # Stihl MS 261
    joined = "-" in word and not health_words.HEALTH.isdisjoint(word.split("-")) and word.split("-")[-1] in _STATES
    if joined or word in health_words.HEALTH or _ENDING.match(word) or _BEGINNING.match(word):
        return noun_or_removed(words, i, FindingKind.HEALTH, noun=word.startswith(_NOUNS))
    behind = health_words.HEALTH_BEHIND.get(word)
    if behind and behind & {words.folded(n) for n in range(max(0, i - 8), i)}:
        return removed(words, i, i + 1, FindingKind.HEALTH)
    return _of_somebody(words, i)


def _of_somebody(words: Words, i: int) -> Piece | None:
    word = words.folded(i)
    plain = "doof" if word == "dove" else word if word in health_words.HEALTH_OF_PERSONS else word.removesuffix("e")
    if plain not in health_words.HEALTH_OF_PERSONS:
        return None
    if plain not in {"geestelijk", "beperkt"} and (piece := adjective(words, i, FindingKind.HEALTH)):
        return piece
    if is_said_of_somebody(words, i) or words.folded(i - 1) in {"loopt", "liep", "oog", "oor"}:
        return removed(words, i, i + 1, FindingKind.HEALTH)
    return None

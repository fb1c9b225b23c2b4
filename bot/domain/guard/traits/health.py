"""Health of a person, body and mind."""

import re
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.pieces import Piece
from bot.domain.guard.removing import sentence_around
from bot.domain.guard.tokens import Words, by_first_word
from bot.domain.guard.traits import ailments, health_words
from bot.domain.guard.traits.misspelt import shortened
from bot.domain.guard.traits.persons import adjective, is_said_of_somebody, noun_or_removed, removed

_BEGINNING: Final = re.compile(
    r"(?:alcohol(?:ist|isch|verslaa|prob|misbruik)|dement|psychi|psychot|psychose|schizo|autis|verslaaf|verslaving|epilep"
    r"|diabet|kankerp|alzheimer|parkinson|rolstoel(?=\w)|gehandicapt|depress|hersen(?:bloed|inf|tum|lets|schu)|allerg|burn-?out"
    r"|borderline|sui[cs]id|zelfverwond|zelfbeschad|donor(?:hart|nier|lever|long|orga)|zelfmoord|traumatis|zwanger|verstandelijk|adhd|astma|reuma|drugsverslaa|drugsgebruik)"
    r"(?!\w*(?:bus\b|busje|taxi|vervoer|pad\b|lift|oprit|parkeer|toilet|kaart|plaats|plek|kliniek|winkel|school|instelling))\w*$"
)
_ENDING: Final = re.compile(
    r"\w{3,}(?:patient|patiente|patienten|ziekte|klachten|kanker|stoornis|verslaafd|verslaafde|verslaving|syndroom"
    r"|blind|blinde|horend|horende|handicap|beperking|operatie|kwaal|infarct|therapie|dementie|prothese|transplantatie|keizersnede|bevalling|wervelbreuk)$"
)
_BONES: Final = ("wervel", "wervels", "pols", "enkel", "heup", "rib", "ribben", "kaak", "vinger", "duim", "knie")
_OF_CARE: Final = frozenset({"helikopter", "heli", "team", "centrum", "bus", "poli", "agent", "kliniek", "winkel"})
"""Hiv-positief, hiv-virus; no trauma-helikopter."""
_HEALTH: Final = health_words.HEALTH | ailments.LISTED
_KNOWN: Final = _HEALTH | shortened(_HEALTH)
_PHRASES: Final = by_first_word(ailments.PHRASES)
_NOUNS: Final = ("junk", "patient", "alcoholist", "autist")


def health(words: Words, i: int) -> Piece | None:
    """Dement, in een rolstoel, lag in het ziekenhuis; no blind wall."""
    word = words.folded(i)
    if word in _HEALTH and words.folded(i + 1).isdigit():
        return None  # Stihl MS 261
    joined = "-" in word and not _HEALTH.isdisjoint(word.split("-")) and word.split("-")[-1] not in _OF_CARE
    if joined or word in _KNOWN or _ENDING.match(word) or _BEGINNING.match(word):
        return noun_or_removed(words, i, FindingKind.HEALTH, noun=word.startswith(_NOUNS))
    behind = health_words.HEALTH_BEHIND.get(word)
    if behind and behind & {words.folded(n) for n in range(max(0, i - 8), i)}:
        return removed(words, i, i + 1, FindingKind.HEALTH)
    return _of_somebody(words, i) or _injured(words, i) or _using(words, i) or _lying(words, i) or _said(words, i)


def _of_somebody(words: Words, i: int) -> Piece | None:
    word = words.folded(i)
    if word in {"ziek", "doof"} and ailments.ANIMALS.isdisjoint(
        words.folded(n) for n in range(*sentence_around(words, i))
    ):
        return removed(words, i, i + 1, FindingKind.HEALTH)
    plain = "doof" if word == "dove" else word if word in health_words.HEALTH_OF_PERSONS else word.removesuffix("e")
    if plain not in health_words.HEALTH_OF_PERSONS:
        return None
    if plain not in {"geestelijk", "beperkt"} and (piece := adjective(words, i, FindingKind.HEALTH)):
        return piece
    if is_said_of_somebody(words, i) or words.folded(i - 1) in {"loopt", "liep", "oog", "oor"}:
        return removed(words, i, i + 1, FindingKind.HEALTH)
    return None


def _injured(words: Words, i: int) -> Piece | None:
    """Een gebroken heup, haar pols gebroken, brak haar enkel; a broken window is nobody's."""
    if words.folded(i) not in ailments.PARTS and not words.folded(i).endswith(_BONES):
        return None
    before = [words.folded(n) for n in range(max(0, i - 3), i)]
    broken = not ailments.BROKEN.isdisjoint(before[-2:]) or not ailments.BROKEN.isdisjoint(
        (words.folded(i + 1), words.folded(i + 2))
    )
    broke = not ailments.BREAKS.isdisjoint(before) and before[-1] in ailments.OWNERS
    lacks = "mist" in before and words.folded(i) not in {"rug", "nek"}
    drags = not {"trekt", "trok", "sleept", "sleepte"}.isdisjoint(before) and "met" in before
    return removed(words, i, i + 1, FindingKind.HEALTH) if broken or broke or lacks or drags else None


def _using(words: Words, i: int) -> Piece | None:
    """Zwaar aan de drugs, gebruikt coke; what was found is a thing."""
    if words.folded(i) not in ailments.SUBSTANCES:
        return None
    hooked = words.folded(i - 2) == "aan" and words.folded(i - 1) in {"de", "het"}
    uses = not ailments.USES.isdisjoint(words.folded(n) for n in range(max(0, i - 4), i))
    return removed(words, i, i + 1, FindingKind.HEALTH) if hooked or uses else None


def _lying(words: Words, i: int) -> Piece | None:
    """Ligt in het Meander, opgenomen bij Altrecht; a laptop lies there too."""
    if words.folded(i) not in ailments.WARDS:
        return None
    first, _ = sentence_around(words, i)
    before = {words.folded(n) for n in range(max(first, i - 8), i)}
    lies = before & ailments.LIES or words.folded(i + 1) in ailments.LIES - {"zit", "zat"}
    led = not {"in", "op", "bij", "uit"}.isdisjoint(words.folded(n) for n in range(max(first, i - 3), i))
    if not (lies and led) or before & ailments.NO_PATIENT:
        return None
    return removed(words, i, i + 1, FindingKind.HEALTH)


def _said(words: Words, i: int) -> Piece | None:
    said = words.says(i, _PHRASES)
    return removed(words, i, i + said, FindingKind.HEALTH) if said else None

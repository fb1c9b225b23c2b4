"""House numbers in a text: Dorpsstraat 12, op nummer veertien, het hoekhuis op 14a."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.folding import folded
from bot.domain.guard.findings import FindingKind
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.numbers.number_patterns import NR, NUMBER, NUMBERED, PATTERNS, PLAIN_PREPOSITIONS
from bot.domain.guard.pieces import Piece
from bot.domain.guard.words import words_of

_NO_STREET: Final = words_of("""
perron spoor lijn bus tram afrit camera station snelweg rijksweg plein verdachte dader getuige groep klas windows
level maat zone route knooppunt gate hal terminal blok januari februari maart april mei juni juli augustus september
oktober november december persoon personen stap vraag foto deel model beeld slachtoffer bijlage versie artikel
zaaknummer ongeveer omstreeks circa vanaf binnen ruim minimaal maximaal totaal schoenmaat lengte leeftijd signalement
""")
_PLAIN: Final = re.compile(PLAIN_PREPOSITIONS)
_MARKS: Final = " ,:=#/-\n\t"
_TOLD_BY_PLACE: Final = re.compile(
    r"\b(?:per [a-z]+|meldingen|[a-z]*inbraken|aantal|aantallen|cijfers|diefstallen|pogingen|week|maand|stand"
    r"|telling)\b"
    r"[^.!?\n:]{0,25}:[^.!?\n]*$",
    re.IGNORECASE,
)
_SURE: Final = ("straat", "laan", "weg", "plein", "gracht", "kade", "singel", "steeg", "dreef", "plantsoen")
_FEW: Final = re.compile(r"(?:[2-9]|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)")
_COUNTED_NOUN: Final = re.compile(
    r" (?:[A-Za-z][a-z]{2,}e )?(?!(?:hebben|zijn|waren|hadden|stonden|zaten|lagen|wonen|woonden|werden|kunnen|zullen"
    r"|moeten|konden|gingen|kwamen|zagen|hoorden|tussen|binnen|buiten|boven|beneden|tegen|samen|thuis|sinds|alles|ons|tijdens"
    r"|volgens|vervolgens"
    r"|omstreeks|langs|ondertussen|soms|anders|even|wezen|horen|zien|slapen|\w*ge\w+|ver\w+|ont\w+|be\w+|open\w*)\b)"
    r"[a-z][a-z-]{2,}(?:s|en)\b"
)
"""Op het plein twee telefoons, aan de weg 3 scooters; een schildpad, twee Perzische tapijten."""
_KIND: Final = FindingKind.HOUSE_NUMBER


def house_numbers_in(text: str, street: str = "", house_number: str = "") -> Iterator[Piece]:
    """The house numbers; the case's own street is known, whatever it is called."""
    own = ((_own_street(street, house_number), "street"),) if street else ()
    for pattern, how in (*own, *PATTERNS):
        for match in pattern.finditer(text):
            if not _is_other(text, match, how):
                yield _piece(text, match, how)


def _is_other(text: str, match: re.Match[str], how: str) -> bool:
    if how == "before":
        lead = text[max(0, match.start() - 120) : match.start()]
        return NUMBERED.search(lead[-40:]) is not None or _TOLD_BY_PLACE.search(lead) is not None
    if how == "proper":
        told = _TOLD_BY_PLACE.search(text[max(0, match.start() - 120) : match.start()])
        return told is not None or any(word in NOBODY or word in _NO_STREET for word in folded(match["proper"]).split())
    if how == "street" and _is_count(text, match):
        return True
    before = text[max(0, match.start("number") - 40) : match.start("number")]
    return how == "named" and NUMBERED.search(before) is not None


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Op het Eemplein twee telefoons; per wijk: Schothorst 3, Liendert 6."""
    number = match["number"]
    things = _FEW.fullmatch(number) and _COUNTED_NOUN.match(text[match.end() : match.end() + 40])
    told = _TOLD_BY_PLACE.search(text[max(0, match.start() - 120) : match.start()])
    sure = (match.groupdict().get("lead") or "").lower().rstrip(_MARKS).endswith(_SURE)
    return bool(things or (told and not sure))


def _piece(text: str, match: re.Match[str], how: str) -> Piece:
    start, end = match.span("number")
    if how == "street":
        return Piece(match.start(), end, _KIND, match["lead"].strip(_MARKS))
    if how == "before":
        return Piece(start, end, _KIND)
    lead = match.groupdict().get("lead")
    if lead and match["number"][0].isdigit():
        return Piece(match.start(), end, _KIND, lead.strip(_MARKS))
    if how in {"behind", "proper"}:
        return Piece(start + len(match["number"]) - len(match["number"].lstrip(" ,-")), end, _KIND)
    return _behind_preposition(text, match["prep"] or "", match.start("prep"), start, end)


def _behind_preposition(text: str, preposition: str, at: int, start: int, end: int) -> Piece:
    """Op nummer 14a goes; naast nummer 14a becomes naast een huis."""
    if not preposition:
        return Piece(start, end, _KIND, "een huis")
    begins = text[max(0, at - 5) : at].rstrip(" ")[-1:] in {"", ".", "!", "?", "\n"}
    if begins and preposition.lower() == "op":
        return Piece(at, end, _KIND, "in een huis")
    if _PLAIN.fullmatch(preposition.lower()) and not begins:
        return Piece(at, end, _KIND)
    return Piece(at, end, _KIND, f"{preposition} een huis")


def _own_street(street: str, house_number: str) -> re.Pattern[str]:
    """The street of the case, whatever it is called, with its own or any other house number behind it."""
    number = rf"(?:{re.escape(house_number)}\b|{NUMBER})" if house_number else NUMBER
    return re.compile(rf"\b(?P<lead>{re.escape(street)},? +)(?P<number>(?:{NR} ?)?{number})", re.IGNORECASE)

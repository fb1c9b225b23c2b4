"""What looks like personal data in the text of an alert (domain.md: no names, house numbers, number plates ...).

Better one warning too many than too few: a warning only asks for a reason. But what stands in nearly every report
(times, dates, amounts, roads, suspects by number) must stay free of them, or nobody reads them any more.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.alerts import AlertContent


class PersonalData(StrEnum):
    """The kinds that the form warns about."""

    HOUSE_NUMBER = "house_number"
    NUMBER_PLATE = "number_plate"
    PHONE_NUMBER = "phone_number"
    EMAIL_ADDRESS = "email_address"
    NAME = "name"


@dataclass(frozen=True)
class Finding:
    """A piece of text and what it looks like."""

    kind: PersonalData
    text: str


_SIDECODES: Final = (
    *("LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9", "9-LLL-99"),
    *("LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9"),
)
"""The shapes of Dutch plates (RDW sidecodes 1 to 14), L a letter and 9 a digit."""
_OLDEST: Final = 2  # run together the first two shapes are a postcode (3823AB) or a year (VW2020)
_MONTHS: Final = "jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec"


def _shapes(sidecodes: tuple[str, ...], between: str, letter: str) -> str:
    return "|".join(code.replace("-", between).replace("L", letter).replace("9", r"\d") for code in sidecodes)


_PLATES: Final = (
    # With dashes it can hardly be anything else, but for a day of a month (1-mei-26).
    re.compile(
        rf"(?<![\w-])(?!\d\d?-(?:{_MONTHS})-)(?:{_shapes(_SIDECODES, '[-–]', '[A-Z]')})(?![\w-])", re.IGNORECASE
    ),
    # Run together or with spaces, without vowels where it could be a word: plates have none since 1978.
    re.compile(rf"(?<![\w-])(?:{_shapes(_SIDECODES[_OLDEST:], '', '[A-Zb-df-hj-np-tv-xz]')})(?![\w-])"),
    re.compile(rf"(?<![\w-])(?:{_shapes(_SIDECODES, ' ', '[B-DF-HJ-NP-TV-XZ]')})(?![\w-])"),
)

_PHONES: Final = (
    # Ten digits from 0; not the police's and other service numbers, and not a date with a time behind it.
    re.compile(r"(?<![\w+-])\(?0(?!800|900|906|909)(?!\d?[-/]\d\d?[-/](?:19|20)\d\d\b)[1-9](?:[ )/-]{0,3}\d){8}(?!\d)"),
    re.compile(r"(?<![\w.])0\d(?:\.\d\d){4}(?!\.?\d)"),
    re.compile(r"(?:\+|(?<![\w-])00)[1-9]\d{1,2}[ -]?(?:\(0\))?(?:[ -]?\d){7,11}(?!\d)"),
)

_EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")

_BEFORE_NAME: Final = r"(?:(?:van|de|der|den|ten|ter|te|el|al|bin|le|la|'t) +){0,3}"
_CAPITAL: Final = rf"(?:[A-Z]\. ?){{0,4}}(?i:{_BEFORE_NAME})[^\W\d_a-z][\w'’-]+"
_NO_NAME: Final = r"(?:die|zag|is|had|heeft|was|werd|liep|en|in|op|uit|met|om|aan|van \d+)\b"
_NAMES: Final = (
    re.compile(rf"\b(?i:dhr|mevr|mw|mej|fam|de heer|mevrouw|meneer|familie)\b\.? +{_CAPITAL}(?: +{_CAPITAL})?"),
    # Behind an abbreviation a name may be typed without capitals.
    re.compile(
        rf"\b(?:dhr|mevr|mw)\b\.? +(?!{_NO_NAME})(?:[a-z]\. ?){{0,4}}{_BEFORE_NAME}[^\W\d_][\w'’-]+", re.IGNORECASE
    ),
)

_COUNTED: Final = (
    r"(?!\d)(?!\s?(?:uur|u\b|:\d|[.,]\d|m\b|meter|km\b|kilometer|cm\b|kg\b|euro|€|%|karaat|jaar|dagen|weken|min|sec|keer"
    r"|persone|man\b|mannen|vrouw|jonge|meisje|mense|kinder|verdachte|dader|getuige|agent|auto|fiets|scooter|bus|laptop))"
)
_NUMBER: Final = rf"(?!(?:19|20)\d\d\b)[1-9]\d{{0,3}}{_COUNTED}(?:[ -]?[a-zA-Z]| ?bis|-\d{{1,3}})?(?![\w-])"
_ALWAYS_STREET: Final = r"(?:straat|laan|plein|gracht|kade|dreef|singel|steeg|plantsoen)"
_STREET: Final = (
    # Dorpsstraat, also without its capital; Zandweg and Parkhof only with one (a trouwring or a snelweg is no street);
    # Plein alone; Lange Weg.
    rf"(?:\b(?i:\w{{2,}}{_ALWAYS_STREET})"
    r"|\b[A-Z][\w'’-]+(?:weg|dijk|baan|ring|pad|hof|park|hoek|berg|veld|akker|kamp)"
    r"|\b(?:Plein|Hof|Singel|Gracht|Kade|Dijk|Laan)"
    r"|\b[A-Z][\w'’-]+ (?i:straat|weg|dijk|pad|park))"
)
_HOUSE_NUMBERS: Final = (
    re.compile(rf"{_STREET} +(?:(?:19|20)\d\d +)?{_NUMBER}"),
    re.compile(rf"\b(?:huis)?(?:nummers?|nrs?)\b\.?:? *(?!112\b){_NUMBER}", re.IGNORECASE),
)
_NUMBERED: Final = re.compile(
    r"\b(?:verdachte|dader|persoon|man|vrouw|getuige|lijn|buslijn|bus|tram|trein|afrit|zaak|melding|rug|bel|belt) +$",
    re.IGNORECASE,
)
"""What else has a number: "verdachte nummer 2" is no house."""


def find_personal_data(content: AlertContent) -> list[Finding]:
    """What in the texts that will be mailed looks like personal data, each once."""
    text = "\n".join((content.what_happened, content.description, content.question, content.street, content.place))
    patterns = {
        PersonalData.EMAIL_ADDRESS: (_EMAIL,),
        PersonalData.NUMBER_PLATE: _PLATES,
        PersonalData.PHONE_NUMBER: _PHONES,
        PersonalData.NAME: _NAMES,
        PersonalData.HOUSE_NUMBER: (*_HOUSE_NUMBERS, _own_street(content)),
    }
    return [Finding(kind, words) for kind, some in patterns.items() for words in _found(kind, some, text)]


def _own_street(content: AlertContent) -> re.Pattern[str]:
    """The street of the case, whatever it is called, with its own or any other house number behind it."""
    number = rf"(?:{re.escape(content.house_number)}\b|{_NUMBER})" if content.house_number else _NUMBER
    return re.compile(rf"\b{re.escape(content.street)} +{number}", re.IGNORECASE)


def _found(kind: PersonalData, patterns: tuple[re.Pattern[str], ...], text: str) -> list[str]:
    """What the patterns find, a part of something found before left out."""
    found: list[str] = []
    for match in (match for pattern in patterns for match in pattern.finditer(text)):
        counted = kind is PersonalData.HOUSE_NUMBER and _NUMBERED.search(text[: match.start()])
        if not counted and not any(match[0] in longer for longer in found):
            found.append(match[0])
    return found

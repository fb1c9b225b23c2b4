"""What looks like personal data in the text of an alert (domain.md: no names, house numbers, number plates ...).

Better one warning too many than too few: a warning only asks for a reason. But what stands in nearly every report
(times, dates, amounts, roads, suspects by number) must stay free of them, or nobody reads them any more.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.alerts import AlertContent
from bot.domain.contacts import EMAIL, PHONES
from bot.domain.plates import plates_in


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


_BEFORE_NAME: Final = r"(?:(?:van|de|der|den|ten|ter|te|el|al|bin|le|la|'t) +){0,3}"
_CAPITAL: Final = rf"(?:[A-Z]\. ?){{0,4}}(?i:{_BEFORE_NAME})[^\W\d_a-z][\w'’-]+"
_NO_NAME: Final = r"(?:die|zag|is|had|heeft|was|werd|liep|en|in|op|uit|met|om|aan|van \d+)\b"
_FIRST: Final = r"[A-ZÀ-Þ][^\W\d_A-Z]+"
_SOMEBODY: Final = "verdachte|dader|getuige|slachtoffer|bewoner|bewoonster|buurman|buurvrouw|eigenaar|eigenares"
_NAMES: Final = (
    re.compile(rf"\b(?i:dhr|mevr|mw|mej|fam|de heer|mevrouw|meneer|familie)\b\.? +{_CAPITAL}(?: +{_CAPITAL})?"),
    # Behind an abbreviation a name may be typed without capitals.
    re.compile(
        rf"\b(?:dhr|mevr|mw)\b\.? +(?!{_NO_NAME})(?:[a-z]\. ?){{0,4}}{_BEFORE_NAME}[^\W\d_][\w'’-]+", re.IGNORECASE
    ),
    # Behind who somebody is only a first and a last name: "verdachte Zwarte" may be the beginning of a coat.
    re.compile(rf"\b(?i:{_SOMEBODY})\b +{_FIRST} +{_CAPITAL}"),
    re.compile(rf"\b(?i:genaamd|met de naam|bij naam|naam is|naam:|heet|heette) +{_CAPITAL}(?: +{_CAPITAL})?"),
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
    re.compile(rf"\bhuis +{_NUMBER}", re.IGNORECASE),
)
_NUMBERED: Final = re.compile(
    r"\b(?:verdachte|dader|persoon|man|vrouw|getuige|lijn|buslijn|bus|tram|trein|afrit|zaak|melding|rug|bel|belt) +$",
    re.IGNORECASE,
)
"""What else has a number: "verdachte nummer 2" is no house."""


def find_personal_data(content: AlertContent) -> list[Finding]:
    """What in the texts that will be mailed looks like personal data, each once."""
    text = "\n".join((content.what_happened, content.description, content.question, content.street, content.place))
    plates = list(dict.fromkeys(plate.text for plate in plates_in(text)))
    patterns = {
        PersonalData.EMAIL_ADDRESS: (EMAIL,),
        PersonalData.PHONE_NUMBER: PHONES,
        PersonalData.NAME: _NAMES,
        PersonalData.HOUSE_NUMBER: (*_HOUSE_NUMBERS, _own_street(content)),
    }
    found = [Finding(kind, words) for kind, some in patterns.items() for words in _found(kind, some, text)]
    return [*(Finding(PersonalData.NUMBER_PLATE, plate) for plate in plates), *found]


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

"""What looks like personal data in the text of an alert (domain.md: no names, house numbers, number plates ...)."""

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


_STREET_ENDING = r"(?:straat|laan|weg|plein|hof|pad|gracht|kade|dreef|singel|steeg|park|plantsoen|dijk|baan|ring)"
_PATTERNS: Final[dict[PersonalData, re.Pattern[str]]] = {
    PersonalData.EMAIL_ADDRESS: re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"),
    # Dutch plates, RDW sidecodes 1-14: three groups of 1 to 3 letters or digits, six in all, with dashes
    # (or in capitals run together or with spaces).
    PersonalData.NUMBER_PLATE: re.compile(
        r"\b(?=(?:[A-Z0-9]-?){6}\b)(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)"
        r"(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})\b",
        re.IGNORECASE,
    ),
    PersonalData.PHONE_NUMBER: re.compile(r"(?<![\d-])(?:\+31|0031|0)[\s-]?(?:\(0\))?[1-9](?:[\s-]?\d){8}(?!\d)"),
    PersonalData.NAME: re.compile(
        r"\b(?:dhr|mevr|mw|de heer|mevrouw|meneer)\b\.?\s+"
        r"(?:[A-Z]\.\s*)*(?:(?:van|de|der|den|ten|ter|el|al)\s+){0,3}[^\W\d_][\w'-]+",
        re.IGNORECASE,
    ),
    PersonalData.HOUSE_NUMBER: re.compile(
        rf"\b(?:huisnummer|huisnr|nummer|nr)\b\.?\s*\d{{1,5}}\s?[a-z]?\b|\b\w*{_STREET_ENDING}\s+\d{{1,5}}(?:\s?[a-z])?\b",
        re.IGNORECASE,
    ),
}


def _compact_plate(text: str) -> list[str]:
    return [
        word
        for word in re.findall(r"\b[A-Z0-9]{6}\b", text)
        if re.fullmatch(r"(?:[A-Z]{1,3}\d{1,3}[A-Z]{1,3}|\d{1,3}[A-Z]{2,4}\d{1,2}|[A-Z]{2}\d{4}|\d{4}[A-Z]{2})", word)
    ]


def find_personal_data(content: AlertContent) -> list[Finding]:
    """What in the texts that will be mailed looks like personal data, each once."""
    text = "\n".join((content.what_happened, content.description, content.question, content.street))
    found = [Finding(kind, match[0].strip()) for kind, pattern in _PATTERNS.items() for match in pattern.finditer(text)]
    found += [Finding(PersonalData.NUMBER_PLATE, plate) for plate in _compact_plate(text)]
    found += _own_house_number(content, text)
    return list(dict.fromkeys(found))


def _own_house_number(content: AlertContent, text: str) -> list[Finding]:
    """The very house number of the case, right behind its street's name."""
    if not content.house_number:
        return []
    pattern = rf"{re.escape(content.street)}\s+{re.escape(content.house_number)}\b"
    return [Finding(PersonalData.HOUSE_NUMBER, match[0]) for match in re.finditer(pattern, text, re.IGNORECASE)]

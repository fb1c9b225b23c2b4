"""One guard on every text that colleagues type and citizens read."""

import re
from collections.abc import Mapping
from typing import Final

from bot.domain.alerts import AlertContent
from bot.domain.contacts import EMAIL, PHONES
from bot.domain.findings import Finding, FindingKind
from bot.domain.personal_data import _HOUSE_NUMBERS, _NAMES
from bot.domain.plates import plates_in

GUARDED: Final = ("what_happened", "description", "question")
"""The fields of an alert that are typed; street and place are chosen."""

_RULES: Final = (
    *((FindingKind.NAME, pattern, "") for pattern in _NAMES),
    *((FindingKind.HOUSE_NUMBER, pattern, "") for pattern in _HOUSE_NUMBERS),
    *((FindingKind.PHONE_NUMBER, pattern, "") for pattern in PHONES),
    (FindingKind.EMAIL_ADDRESS, EMAIL, ""),
    (FindingKind.LINK, re.compile(r"https?://\S+|\bwww\.\S+"), ""),
    (FindingKind.ORIGIN, re.compile(r"\bPoolse?\b|\bMarokkaanse?\b"), ""),
    (FindingKind.BELIEF, re.compile(r"\bmoslims?\b"), ""),
    (FindingKind.PHONE_NUMBER, re.compile(r"\b0900-?8844\b"), ""),
    (FindingKind.JARGON, re.compile(r"\bgeforceerd\b"), "opengebroken"),
    (FindingKind.JARGON, re.compile(r"\bbenadeelde\b"), "bewoner"),
)


def find_in(texts: Mapping[str, str], street: str = "", house_number: str = "") -> tuple[Finding, ...]:
    """What is pointed out in texts by field, in order, without overlaps; the case's own street is known."""
    del street, house_number
    found: list[Finding] = []
    for field, text in texts.items():
        here = [
            Finding(field, match.start(), match.end(), kind, match[0], becomes)
            for kind, pattern, becomes in _RULES
            for match in pattern.finditer(text)
        ]
        for plate in plates_in(text):
            at = text.find(plate.text)
            here.append(Finding(field, at, at + len(plate.text), FindingKind.NUMBER_PLATE, plate.text))
        end = 0
        for one in sorted(here, key=lambda one: (one.start, -one.end)):
            if one.start >= end:
                found.append(one)
                end = one.end
    return tuple(found)


def long_sentences(text: str) -> list[str]:
    """The sentences of more than 20 words."""
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if len(sentence.split()) > 20]


def texts_of(content: AlertContent) -> dict[str, str]:
    """The typed texts of an alert by field."""
    return {name: getattr(content, name) for name in GUARDED}

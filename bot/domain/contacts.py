"""Phone numbers and e-mail addresses in running text."""

import re
from dataclasses import dataclass
from typing import Final

PHONES: Final = (
    # Ten digits from 0; not the police's and other service numbers, and not a date with a time behind it.
    re.compile(r"(?<![\w+-])\(?0(?!800|900|906|909)(?!\d?[-/]\d\d?[-/](?:19|20)\d\d\b)[1-9](?:[ )/-]{0,3}\d){8}(?!\d)"),
    re.compile(r"(?<![\w.])0\d(?:\.\d\d){4}(?!\.?\d)"),
    re.compile(r"(?:\+|(?<![\w-])00)[1-9]\d{1,2}\)?[ -]?(?:\(0\))?(?:[ -]?\d){7,11}(?!\d)"),
)
EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")

_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d){10}\b")
_HYPHENS: Final = re.compile(r"[\u2010-\u2015]")
_SERVICE: Final = re.compile(r"\+31(?:[89]00|90[69]|14)|\+31343578844$")
"""Numbers that everybody has: 0800, 0900, 14 033, and the police's from abroad."""


@dataclass(frozen=True)
class FoundPhone:
    """A phone number as it was typed, and as it is compared: +31612345678."""

    text: str
    value: str


def phones_in(text: str) -> list[FoundPhone]:
    """The phone numbers of somebody, in any writing; none of a service that everybody may call."""
    text = _IBAN.sub(lambda iban: "x" * len(iban[0]), _HYPHENS.sub("-", text.replace("\u00a0", " ")))
    found = [FoundPhone(match[0], tidy_number(match[0])) for pattern in PHONES for match in pattern.finditer(text)]
    return [phone for phone in found if not _SERVICE.match(phone.value)]


def phone_of(typed: str) -> str:
    """The phone number that somebody typed and nothing else, as it is compared; empty where it is none."""
    return next((phone.value for phone in phones_in(typed) if len(phone.text) == len(typed)), "")


def addresses_in(text: str) -> list[str]:
    """The e-mail addresses, in small letters."""
    return [address.lower() for address in EMAIL.findall(text)]


def tidy_number(typed: str) -> str:
    """A phone number as it is compared, with its country: +31612345678; 0 and 00 as they are dialled in Holland."""
    digits = re.sub(r"\D", "", typed.replace("(0)", ""))
    if typed.lstrip(" (").startswith("+"):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"+31{digits[1:]}" if digits.startswith("0") else digits


def shown_number(value: str) -> str:
    """A phone number as people in the Netherlands write it: 06 12345678."""
    if not value.startswith("+31"):
        return value
    return f"06 {value[4:]}" if value.startswith("+316") else f"0{value[3:]}"


def without_contacts(text: str) -> str:
    """The text, its phone numbers and e-mail addresses made unreadable."""
    for pattern in (EMAIL, *PHONES):
        text = pattern.sub("•••", text)
    return text

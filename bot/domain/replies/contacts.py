"""Phone numbers and e-mail addresses in running text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

PHONES: Final = (
    # Ten digits from 0; not the police's and other service numbers, and not a date with a time behind it.
    re.compile(r"(?<![\w+-])\(?0(?!800|900|906|909)(?!\d?[-/]\d\d?[-/](?:19|20)\d\d\b)[1-9](?:[ )/-]{0,3}\d){8}(?!\d)"),
    re.compile(r"(?<![\w.])0[1-9](?:\.?\d){8}(?!\.?\d)"),
    re.compile(r"(?:\+|(?<![\w-])00)[1-9]\d{1,2}\)?[ -]?(?:\(0\))?(?:[ -]?\d){7,11}(?!\d)"),
)
EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
"""Only from where a word begins: a long word without an @ is read once."""


@dataclass(frozen=True)
class ContactReader:
    """How numbers and addresses are read, whose rules are libraries of their own.

    `numbers_in` gives the phone numbers of somebody in a text, `number_alone` the one that a text is (empty where it is
    none), both as they are compared: +31612345678; `address` one form for all spellings of an e-mail address.
    """

    numbers_in: Callable[[str], Iterable[str]]
    number_alone: Callable[[str], str]
    address: Callable[[str], str]


def addresses_in(text: str, reader: ContactReader) -> list[str]:
    """The e-mail addresses, as they are compared."""
    return [reader.address(address) for address in EMAIL.findall(text)]


def shown_number(value: str) -> str:
    """A phone number as people in the Netherlands write it: 06 12345678."""
    if not value.startswith("+31"):
        return value
    return f"06 {value[4:]}" if value.startswith("+316") else f"0{value[3:]}"


def contacts_in(text: str) -> tuple[str, ...]:
    """The phone numbers and e-mail addresses as they were written, in their order, each once."""
    found = [match for pattern in (EMAIL, *PHONES) for match in pattern.finditer(text)]
    written = (match[0].strip() for match in sorted(found, key=lambda match: match.start()))
    return tuple(dict.fromkeys(one if ")" in one else one.lstrip("(") for one in written))


def without_contacts(text: str) -> str:
    """The text, its phone numbers and e-mail addresses made unreadable."""
    for pattern in (EMAIL, *PHONES):
        text = pattern.sub("•••", text)
    return text

"""Phone numbers as people type them, Dutch and foreign (by phonenumbers); compared in E.164: +31612345678.

The library is loaded when it is needed: with the numbering plans of the countries it takes a while.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from bot.entering import DASHES, as_line, as_text

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber, PhoneNumberMatch

HERE: Final = "NL"  # where a number without its country is dialled
LONGEST: Final = 250
_HYPHENS: Final = str.maketrans(DASHES, "-" * len(DASHES))
_NO_NUMBERS: Final = (
    re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d){10}\b"),  # an IBAN
    re.compile(r"\b\d\d?([-/. ])\d\d?\1(?:19|20)\d\d\b"),  # a date, which a time may follow
)
_SERVICE: Final = re.compile(r"\+31(?:[89]00|90[69]|14)|\+31343578844$")
"""Numbers that everybody has: 0800, 0900, 14 033, and the police's from abroad."""


def e164(typed: str) -> str:
    """The number that was typed where one is asked, the first of several; empty where that can't be understood."""
    if not typed:
        return ""
    from phonenumbers import NumberParseException, is_valid_number, parse

    try:
        number = parse(as_line(typed[:LONGEST]), HERE)
    except NumberParseException:
        number = None
    if number and is_valid_number(number):
        return _told(number)
    return next(numbers_in(typed), "")  # with words around it


def looks_incomplete(typed: str) -> bool:
    """Whether something was typed as a number which can't be one."""
    return bool(typed.strip()) and not e164(typed)


def numbers_in(text: str) -> Iterator[str]:
    """The numbers of somebody in running text, in any writing; none of a service that everybody may call."""
    for match in _matches(text):
        if not _SERVICE.match(value := _told(match.number)):
            yield value


def number_alone(typed: str) -> str:
    """The number that a text is and nothing else; empty where there is more to it, or none."""
    typed = as_line(typed)
    found = next(_matches(typed), None)
    if found is None or found.start > 0 or found.end < len(typed) or typed[0] not in "0+(":
        return ""
    return next(numbers_in(typed), "")


def _matches(text: str) -> "Iterator[PhoneNumberMatch]":
    from phonenumbers import PhoneNumberMatcher

    text = as_text(text).translate(_HYPHENS)
    for pattern in _NO_NUMBERS:
        text = pattern.sub(lambda other: "x" * len(other[0]), text)
    return iter(PhoneNumberMatcher(text, HERE))


def _told(number: "PhoneNumber") -> str:
    from phonenumbers import PhoneNumberFormat, format_number

    return format_number(number, PhoneNumberFormat.E164)

"""Phone numbers and e-mail addresses in running text."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.replies.hidden.addresses import DISGUISED, EMAIL
from bot.domain.replies.hidden.phones import NO_CALL, PHONES, WITHOUT_ZERO
from bot.domain.replies.hidden.spoken import spoken_in
from bot.entering import NOT_SEEN

_IBAN: Final = re.compile(
    r"\b[A-Za-z]{2}\d\d[ .-]?(?:[A-Za-z]{4}[ .-]?(?:\d[ .-]?){9}\d|(?:\d{4}[ .-]?){3,5}\d{0,4})\b"
)


_UNSEEN: Final = re.compile(f"[{NOT_SEEN}\ufe0f\u20e3]")
"""With what makes a key of a digit."""
_LONGEST: Final = 200
"""Signs of a number in words, which is not cut in two."""
_MORE: Final = " …"


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
    written = (text[start:end].strip() for start, end in _places(text))
    return tuple(dict.fromkeys(one.lstrip("(") if one.count("(") > one.count(")") else one for one in written))


def without_contacts(text: str, most: int = 0) -> str:
    """The text, its phone numbers and e-mail addresses made unreadable; where only its first signs are shown (`most`),
    little more than twice as many are read: a mail may hold a book.
    """
    stop = 2 * most if most and len(text) > 2 * most + _LONGEST else len(text)
    shown, position = "", 0
    for start, end in _places(text[: stop + _LONGEST]):
        if start >= stop:
            break
        shown += f"{text[position:start]}•••"
        position = end
    return shown + text[position:stop] + (_MORE if stop < len(text) else "")


def _places(text: str) -> list[tuple[int, int]]:
    """Where they stand, each sign in one of them at most. The number of an account is nobody's to call."""
    read, where = _as_read(text)
    places: list[tuple[int, int]] = []
    accounts = [match.span() for match in _IBAN.finditer(read)]
    found = (match.span() for pattern in (EMAIL, *DISGUISED, *PHONES) for match in pattern.finditer(read))
    nine = (match.span() for match in WITHOUT_ZERO.finditer(read) if not _is_of_a_thing(read, match.start()))
    for start, end in sorted((*found, *nine, *spoken_in(read))):
        if any(first < start < last for first, last in accounts):
            continue
        if places and start < places[-1][1]:
            places[-1] = (places[-1][0], max(end, places[-1][1]))
        else:
            places.append((start, end))
    return [(where[start], where[end - 1] + 1) for start, end in places]


def _is_of_a_thing(text: str, start: int) -> bool:
    return NO_CALL.search(text[max(0, start - 40) : start]) is not None


def _as_read(text: str) -> tuple[str, Sequence[int]]:
    """The text without signs that nobody sees, in plain digits, and where each sign of it stands."""
    if text.isascii():
        return text, range(len(text))
    where = [at for at, sign in enumerate(text) if not _UNSEEN.match(sign)]
    return "".join(str(unicodedata.digit(text[at])) if text[at].isdigit() else text[at] for at in where), where

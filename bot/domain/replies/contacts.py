"""Phone numbers and e-mail addresses in running text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

_DASHES: Final = "‐‑‒–—―⁃−－﹣-"
_GAP: Final = rf"[\s()/*_{_DASHES}]{{0,3}}"
_START: Final = r"(?:(?<![^\W_])(?<!\d[.+-])|(?<=[a-z]{3}))"
"""Not within another number; right behind a word it may stand: `bel06...`."""
_SERVICES: Final = "(?!800|900|906|909)"
_NO_DATE: Final = r"(?!\d?[-/.]\d\d?[-/.](?:19|20)\d\d\b)"
_NO_MOMENT: Final = r"(?!\d\d[.:][0-5]\d\s+[0-3]?\d[-/ .][01]?\d[-/ .]\d\d)"
"""A time with a day behind it."""
_NO_DAY: Final = r"(?!\d\d[-/.]\d\d?[-/.](?:19|20)\d\d\s+[0-2]?\d(?:[.:][0-5]\d|\s*u))"
"""A day with a time behind it: 06-01-2026 10.30 uur."""
_NUMBER: Final = (
    "(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien"
    r"|twintig|dertig|veertig|tachtig|tig|en|ën)+\b"
)


def _mixed(first: str, more: int) -> str:
    """Whatever stands behind the first digits; then spaces and dashes, or dots."""
    return rf"{first}[\W_]{{1,3}}(?:(?:{_GAP}\d){{{more}}}|(?:\.?\d){{{more}}})"


PHONES: Final = (
    # Ten digits from 0 (or a letter O), one or two too many by a slip; not the police's and other service numbers.
    re.compile(rf"{_START}\(?[0Oo]{_SERVICES}{_NO_DATE}[1-9](?:{_GAP}\d){{8}}\d{{0,2}}(?!\d)"),
    re.compile(r"(?:(?<![^\W_])(?<!\d\.)|(?<=[a-z]{3}))[0Oo][1-9](?:\.?\d){8}\d{0,2}(?!\.?\d)"),
    re.compile(
        rf"{_START}{_NO_MOMENT}{_NO_DAY}\(?(?:{_mixed('[0Oo]6', 8)}"
        rf"|0{_SERVICES}(?:{_mixed('[1-9][0-9]', 7)}|{_mixed('[1-9][0-9]{2}', 6)}))(?!\d)"
    ),
    re.compile(rf"(?:\(?\+\s?|{_START}00\s?)31\)?(?:[.]|{_GAP})(?:\(0\)\s?)?[1-9](?:(?:[.]|{_GAP})\d){{8}}(?!\d)"),
    re.compile(rf"{_START}31[\s-]?6(?:{_GAP}\d){{8}}(?!\d)"),
    re.compile(rf"(?:(?<!\d)(?<!\d )\(?\+\s?|{_START}00\s?)(?!31)[1-9](?:(?:[.]|{_GAP})\d){{8,13}}(?!\d)"),
    # In words, as over a bad line.
    re.compile(
        rf"\bnul[\s-]?zes(?:[\s,.{_DASHES}]{{1,3}}(?:\d{{1,8}}\b|{_NUMBER})){{3,}}"
        rf"|{_START}[0Oo]6(?:[\s,.{_DASHES}]{{1,3}}{_NUMBER}){{3,}}",
        re.IGNORECASE,
    ),
)
EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}")
"""Only from where a word begins: a long word without an @ is read once."""
_LOCAL: Final = r"(?<![\w.+%&'’-])(?:[\w.+&'’-]{1,64}|(?<=\")[^\"\n]{1,64}\")"
_PLACES: Final = "(?:nl|com|eu|org|net|be|de|fr|uk)"
DISGUISED: Final = (
    re.compile(
        rf"{_LOCAL}(?:[@＠﹫]|%40)(?:[\w-]{{1,63}}(?:[.．。][\w-]{{1,63}}){{1,9}}|[\w-]{{3,63}}(?:,{_PLACES}\b)?)"
    ),
    # Without a space behind it is an account: @noor.
    re.compile(rf"{_LOCAL}\s?[@＠﹫]\s[\w-]{{1,63}}(?:[.．。][\w-]{{1,63}}){{1,9}}"),
    re.compile(
        rf"{_LOCAL}\s?(?:[(\[{{<]\s?(?:at|a|apenstaart(?:je)?)\s?[)\]}}>]|\bapenstaart(?:je)?\b)\s?[\w-]{{1,63}}"
        rf"(?:(?:\.|\s?[(\[{{<]?(?:dot|punt)[)\]}}>]?\s?)[\w-]{{1,63}}){{1,9}}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_LOCAL}\sat\s[\w-]{{1,63}}(?:\s(?:dot|punt)\s[\w-]{{1,63}}){{1,9}}", re.IGNORECASE),
)
"""Addresses as every reader understands them, whether a mail server does or not."""
_IBAN: Final = re.compile(
    r"\b[A-Za-z]{2}\d\d[ .-]?(?:[A-Za-z]{4}[ .-]?(?:\d[ .-]?){9}\d|(?:\d{4}[ .-]?){3,5}\d{0,4})\b"
)


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


def without_contacts(text: str) -> str:
    """The text, its phone numbers and e-mail addresses made unreadable."""
    shown, position = "", 0
    for start, end in _places(text):
        shown += f"{text[position:start]}•••"
        position = end
    return shown + text[position:]


def _places(text: str) -> list[tuple[int, int]]:
    """Where they stand, each sign in one of them at most. The number of an account is nobody's to call."""
    places: list[tuple[int, int]] = []
    accounts = [match.span() for match in _IBAN.finditer(text)]
    found = (match.span() for pattern in (EMAIL, *DISGUISED, *PHONES) for match in pattern.finditer(text))
    for start, end in sorted(found):
        if any(first < start < last for first, last in accounts):
            continue
        if places and start < places[-1][1]:
            places[-1] = (places[-1][0], max(end, places[-1][1]))
        else:
            places.append((start, end))
    return places

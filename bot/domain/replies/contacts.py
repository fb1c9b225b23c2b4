"""Phone numbers and e-mail addresses in running text."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

_DASHES: Final = "‐‑‒–—―⁃−－﹣-"
_GAP: Final = rf"[\s()/*_\u200b-\u200d\u2060\ufe0f\u20e3{_DASHES}]{{0,3}}"
_START: Final = r"(?:(?<![^\W_])(?<!\d[.+-])|(?<=[a-z]{2}))"
"""Not within another number; right behind a word it may stand: `bel06...`."""
_SERVICES: Final = "(?!800|900|906|909)"
_NO_DATE: Final = r"(?!\d?[-/.]\d\d?[-/.](?:19|20)\d\d\b)"
_NO_MOMENT: Final = r"(?!\d\d[.:][0-5]\d\s+[0-3]?\d[-/ .][01]?\d[-/ .]\d\d)"
"""A time with a day behind it."""
_NO_DAY: Final = r"(?!\d\d[-/.]\d\d?[-/.](?:19|20)\d\d\s+[0-2]?\d(?:[.:][0-5]\d|\s*u))"
"""A day with a time behind it: 06-01-2026 10.30 uur."""
_DIGIT_WORD: Final = (
    "(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|zero|oh|one|two|three|four|five|six|seven|eight|nine)"
)
_PART: Final = (
    f"(?:{_DIGIT_WORD}|tien|elf|twaalf|dertien|veertien|twintig|dertig|veertig|tachtig|tig"
    "|ten|eleven|twelve|thir|fif|teen|twenty|ty|for|dubbel|double|triple|en|ën)"
)
_NUMBER: Final = rf"{_PART}+(?:-{_PART}+)?\b"
_APART: Final = rf"[\s,.{_DASHES}]{{1,3}}"
_NO_CALL: Final = re.compile(
    r"(?:zaak|kenmerk|bvh|dossier|aangifte|polis|proces-?verbaal|\bpv|melding|incident|order|referentie|\bcase|€)"
    r"[a-z]{0,12}[\s:.#-]{0,3}(?:nummer|nr|no|is)?[\s:.#-]{0,3}\Z",
    re.IGNORECASE,
)
"""Right before nine digits they are the number of something, not of somebody."""


def _mixed(first: str, more: int) -> str:
    """Whatever stands behind the first digits; then spaces and dashes, or dots."""
    return rf"{first}[\W_]{{1,8}}(?:(?:{_GAP}\d){{{more}}}|(?:\.?\d){{{more}}})"


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
    re.compile(rf"{_START}(?:06\d{{8}}){{2,5}}(?!\d)"),
    # Each digit by itself.
    re.compile(rf"(?<![\w.+-])[0Oo](?:[\s.\ufe0f\u20e3{_DASHES}]{{1,3}}\d){{9}}(?![\s.-]?\d)"),
    # In words, as over a bad line: Dutch, English, or digits among them.
    re.compile(
        rf"(?:\b(?:nul|zero|oh)[\s-]?(?:zes|six|6)|(?:{_START}[0Oo]|\b(?:\+\s?|00)?31|\b(?:plus[\s-])?eenendertig)"
        rf"[\s-]?(?:zes|six))(?:{_APART}(?:\d{{1,8}}\b|{_NUMBER})){{3,}}"
        rf"|{_START}[0Oo]6{_APART}(?!en\b){_NUMBER}(?:{_APART}(?:\d{{1,8}}\b|{_NUMBER})){{2,}}"
        rf"|\b(?:zes|six)(?:{_APART}{_DIGIT_WORD}\b){{8}}|\bnulzes{_PART}{{2,}}\b",
        re.IGNORECASE,
    ),
)
WITHOUT_ZERO: Final = re.compile(
    rf"(?<![\w.,+{_DASHES}])6(?:[\s{_DASHES}]?(?:\d{{8}}|(?!19|20)\d{{4}}[\s{_DASHES}]\d{{4}})"
    rf"|[{_DASHES}]\d\d(?:[\s{_DASHES}]\d\d){{3}})(?![\s.,{_DASHES}]?\d|[-/]?[A-Za-z])"
)
"""A mobile number as who lives abroad tells it."""
EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}")
"""Only from where a word begins: a long word without an @ is read once."""
_LOCAL: Final = r"(?<![\w.+%&'’-])(?:[\w.+&'’-]{1,64}|(?<=\")[^\"\n]{1,64}\")"
_PLACES: Final = "(?:nl|com|eu|org|net|be|de|fr|uk)"
_HOUSES: Final = "(?:gmail|hotmail|outlook|ziggo|kpnmail|kpn|icloud|yahoo|protonmail|hetnet|telfort|xs4all|casema|msn)"
_AT: Final = "(?:[@＠﹫]|%40|&#64;|&commat;)"
DISGUISED: Final = (
    re.compile(rf"{_LOCAL}{_AT}(?:[\w-]{{1,63}}(?:[.．。][\w-]{{1,63}}){{1,9}}|[\w-]{{3,63}}(?:,{_PLACES}\b)?)"),
    # Without a space behind it is an account: @noor; but for what ends as the name of a place on the internet does.
    re.compile(rf"{_LOCAL}\s?[@＠﹫]\s?[\w-]{{1,63}}(?:(?:[.．。]|\s[.．。]\s?){_PLACES}\b)+"),
    re.compile(
        rf"{_LOCAL}(?:\s[@＠﹫]\s|\s(?:at|apenstaart(?:je)?)\s){_HOUSES}\b"
        rf"|{_LOCAL}[-_.](?:at|apenstaart(?:je)?)[-_.][\w-]{{1,63}}[-_.](?:dot|punt)[-_.]{_PLACES}\b",
        re.IGNORECASE,
    ),
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
    text = _in_plain_digits(text)
    places: list[tuple[int, int]] = []
    accounts = [match.span() for match in _IBAN.finditer(text)]
    found = (match.span() for pattern in (EMAIL, *DISGUISED, *PHONES) for match in pattern.finditer(text))
    nine = (match.span() for match in WITHOUT_ZERO.finditer(text) if not _is_of_a_thing(text, match.start()))
    for start, end in sorted((*found, *nine)):
        if any(first < start < last for first, last in accounts):
            continue
        if places and start < places[-1][1]:
            places[-1] = (places[-1][0], max(end, places[-1][1]))
        else:
            places.append((start, end))
    return places


def _is_of_a_thing(text: str, start: int) -> bool:
    return _NO_CALL.search(text[max(0, start - 40) : start]) is not None


def _in_plain_digits(text: str) -> str:
    """Sign by sign the same, but for digits as wide as Chinese ones, or Arabic."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in text)

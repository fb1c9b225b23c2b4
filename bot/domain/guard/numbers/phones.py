"""Phone numbers, in digits, in words and in both: 06-12345678, nul zes twaalf 34, 06*1234*5678."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.pieces import Piece
from bot.domain.replies.contacts import PHONES

_LOCAL: Final = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|telnr|telefoonnr|mobiel|mob|gsm|belt?|bellen|nummer|appen?|app"
    r"|whatsapp)\b[.:]{0,2}"
    r"(?: (?:is|op|naar|met|hem|haar|u|ons|nr|nummer|gerust|even|dan|het))?(?: (?:op|is|naar))?[.:]? ?"
    r"(?P<number>(?!0[89]00)(?!112\b)(?!14 ?0)(?!20\d\d-)\d(?:[ .-]?\d){5,11})(?![\d-])",
    re.IGNORECASE,
)
_ONES: Final = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TEENS: Final = [
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
_TENS: Final = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_VALUES: Final = {
    **{word: str(n) for n, word in enumerate((*_ONES, *_TEENS))},
    **{word: str(10 * n) for n, word in enumerate(_TENS, 2)},
    **{
        f"{one}{'ën' if one.endswith('e') else 'en'}{ten}": str(10 * tens + n)
        for tens, ten in enumerate(_TENS, 2)
        for n, one in enumerate(_ONES)
        if n
    },
    "één": "1",
    "o": "0",
}
WORD: Final = "|".join(sorted(map(re.escape, _VALUES.keys() - {"o"}), key=len, reverse=True))
_TOKEN: Final = rf"(?:\+?\d{{1,10}}|(?<![^\W\d_])(?:{WORD})(?![^\W\d_])|\bo(?=[ .*_/-]{{0,3}}(?:6|zes\b)))"
_BETWEEN: Final = r"[ ,./*_|~()–-]{0,3}"
_RUN: Final = re.compile(rf"(?<![\d.,+-]){_TOKEN}(?:{_BETWEEN}{_TOKEN})+(?![\d-])", re.IGNORECASE)
_ONE: Final = re.compile(_TOKEN, re.IGNORECASE)
_WHOLE: Final = re.compile(r"0(?!800|900|906|909)[1-9]\d{8}|0031[1-9]\d{8}|00[1-9]\d{9,12}")
_LONE: Final = 8
"""So many digits in words, one after the other, are a number to dial and no count."""
_DISGUISED: Final = re.compile(r"[^\W\d]|[*_|~]|\d(?: \d){7}|(?:\d \. ?\d.*){2}", re.IGNORECASE)
_LONGEST: Final = 15


def phones_in(text: str) -> Iterator[Piece]:
    """The numbers as they are usually written, and then those that are hidden."""
    for pattern in PHONES:
        yield from (Piece(*match.span(), FindingKind.PHONE_NUMBER) for match in pattern.finditer(text))


def other_phones_in(text: str) -> Iterator[Piece]:
    """Numbers in words, between odd marks, or behind "bel"."""
    for run in _RUN.finditer(text):
        tokens = list(_ONE.finditer(text, *run.span()))
        if span := _spoken(text, tokens) or _counted_out(tokens):
            yield Piece(*span, FindingKind.PHONE_NUMBER)
    for match in _LOCAL.finditer(text):
        yield Piece(*match.span("number"), FindingKind.PHONE_NUMBER)


def _spoken(text: str, tokens: list[re.Match[str]]) -> tuple[int, int] | None:
    """Where a whole number stands that is not just digits."""
    for first, begins in enumerate(tokens):
        digits = ""
        for token in tokens[first:]:
            digits += _digits(token)
            whole = text[begins.start() : token.end()]
            if _WHOLE.fullmatch(digits) and _DISGUISED.search(whole):
                return (begins.start(), token.end())
            if len(digits) > _LONGEST:
                break
    return None


def _counted_out(tokens: list[re.Match[str]]) -> tuple[int, int] | None:
    """Zes een twee drie vier vijf zes zeven: words of one digit each."""
    for first in range(len(tokens)):
        lone = list(takewhile(lambda token: len(_digits(token)) == 1 and token[0].isalpha(), tokens[first:]))
        if len(lone) >= _LONE:
            return (lone[0].start(), lone[-1].end())
    return None


def _digits(token: re.Match[str]) -> str:
    typed = token[0].replace("+", "00")
    return typed if typed.isdigit() else _VALUES[typed.lower()]

"""Phone numbers said aloud, or between odd marks: nul zes twaalf 34, nul33 456 12 34, 06*1234*5678."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

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
        f"{one}{join}{ten}": str(10 * tens + n)
        for tens, ten in enumerate(_TENS, 2)
        for n, one in enumerate(_ONES)
        for join in (("ën", "en") if one.endswith("e") else ("en",))
        if n
    },
    "één": "1",
    "o": "0",
}
WORD: Final = "|".join(sorted(map(re.escape, _VALUES.keys() - {"o"}), key=len, reverse=True))
_TOKEN: Final = rf"(?:\+?\d{{1,10}}|(?<![^\W\d_])(?:{WORD})(?![^\W\d_])|\bo(?=[ .*_/-]{{0,3}}(?:6|zes\b)))"
_BETWEEN: Final = r"[\s,./*_|~()·•–-]{0,3}"
_RUN: Final = re.compile(rf"(?<![\d.,+-]){_TOKEN}(?:{_BETWEEN}{_TOKEN})+(?![\d-])", re.IGNORECASE)
_ONE: Final = re.compile(_TOKEN, re.IGNORECASE)
_WHOLE: Final = re.compile(r"0(?!800|900|906|909)[1-9]\d{8}|0031[1-9]\d{8}|00[1-9]\d{9,12}")
_LONE: Final = 8
"""So many digits in words, one after the other, are a number to dial and no count."""
_DISGUISED: Final = re.compile(r"[^\W\d]|[*_|~·•]|\d(?: \d){7}|(?:\d \. ?\d.*){2}", re.IGNORECASE)
_LONGEST: Final = 15


def spoken_in(text: str) -> Iterator[tuple[int, int]]:
    """Where whole numbers stand that are not just digits."""
    for run in _RUN.finditer(text):
        tokens = list(_ONE.finditer(text, *run.span()))
        first = 0
        while first < len(tokens):
            count = _whole(text, tokens[first : first + _LONGEST]) or _counted_out(tokens[first:])
            if count:
                yield tokens[first].start(), tokens[first + count - 1].end()
            first += count or 1


def _whole(text: str, tokens: list[re.Match[str]]) -> int:
    """How many of them, from the first on, are a whole number that is not just digits."""
    digits = ""
    for count, token in enumerate(tokens, 1):
        digits += _digits(token)
        whole = text[tokens[0].start() : token.end()]
        if _WHOLE.fullmatch(digits) and _DISGUISED.search(whole):
            return count
    return 0


def _counted_out(tokens: list[re.Match[str]]) -> int:
    """Zes een twee drie vier vijf zes zeven: how many words of one digit each, where they are enough."""
    lone = sum(1 for _ in takewhile(lambda token: len(_digits(token)) == 1 and token[0].isalpha(), tokens))
    return lone if lone >= _LONE else 0


def _digits(token: re.Match[str]) -> str:
    typed = token[0].replace("+", "00")
    return typed if typed.isdigit() else _VALUES[typed.lower()]

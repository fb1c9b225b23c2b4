"""What people type or paste, in the signs that the program compares: wherever words come in, they come through here.

Telephones, Word and web pages put signs in a text that nobody sees or tells apart: no-break spaces, soft hyphens,
curly quotes, dashes of many widths, digits as wide as Chinese ones.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

SINGLE_QUOTES: Final = "‘’‚‛′‹›`´ʹʻʼʽˈ＇"
DOUBLE_QUOTES: Final = "“”„‟″«»❝❞〝〞＂"
DASHES: Final = "‐‑‒–—―⁃−－﹣"
NOT_SEEN: Final = "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
"""Format signs, and letters that are blank: the inside of a regular expression's [...]."""
_NOT_MEANT: Final = re.compile(f"(?!(?<=[\u0370-\U0010ffff])[\u200c\u200d])[{NOT_SEEN}\U000e0000-\U000e007f]")
"""All but what joins emoji, or parts the letters of Persian and Hindi, in names of domains too."""
MOST_MARKS: Final = 30
"""On one letter, as Unicode's own safe form of a text has it (UAX 15)."""
_MAY_BE_MARKS: Final = re.compile(f"[\u00ad\u0300-\U0010ffff]{{{MOST_MARKS + 1},}}")
_BOTH: Final = "\uff9e\uff9f"
"""Letters of Japanese that go on a letter; no other letter is a mark."""
_ACCENT: Final = re.compile("[\u0300-\u036f]")
_PLAIN_LINE: Final = re.compile(r"(?:[!-_a-~]+(?: [!-_a-~]+)*)?")
_ODD_IN_TEXT: Final = re.compile("[^\n -~à-ÿ‘’“”€]")
_OTHER: Final = r"[^\S\n\t ]|[^\D0-9]|[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
"""Spaces, digits, and what nobody sees: the only signs that may not be meant as they are written."""
_OTHER_IN_TEXT: Final = re.compile(_OTHER)
_OTHER_IN_LINE: Final = re.compile(rf"{_OTHER}|[^\w\s!-~]|[`\n\t{SINGLE_QUOTES}！-～ﬀ-ﬆⅠ-ⅿ]")
"""And quotes, dashes, wide letters: looking at each sign of a megabyte held everything up for seconds."""


def as_line(typed: str) -> str:
    """A value of one line: one space where several or others stood, straight quotes, hyphens, plain digits."""
    if _PLAIN_LINE.fullmatch(typed):
        return typed
    seen = _composed(_NOT_MEANT.sub("", typed))
    return " ".join(_OTHER_IN_LINE.sub(lambda sign: _in_line(sign[0]), seen).split())


def as_text(typed: str) -> str:
    """Sentences: all that nobody sees goes, quotes and dashes stay as they were written, and so do lines."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n")
    if _ODD_IN_TEXT.search(text):
        text = _OTHER_IN_TEXT.sub(lambda sign: _in_text(sign[0]), _composed(_NOT_MEANT.sub("", text)))
    return text.strip()


def _composed(typed: str) -> str:
    """A letter and its accent as one sign; what has none stays: the sign of a kelvin is no K."""
    typed = without_piles(typed)
    return unicodedata.normalize("NFC", typed) if _ACCENT.search(typed) else typed


def without_piles(text: str) -> str:
    """Of a pile of accents the lowest ones: to put them in their order takes the square of its height, and the whole
    program stands still meanwhile.
    """
    return _MAY_BE_MARKS.sub(lambda signs: _lowered(signs[0]), text)


def _lowered(signs: str) -> str:
    marks = {sign for sign in set(signs) if (sign in _BOTH or not sign.isalnum()) and _is_mark(sign)}
    if not marks:
        return signs
    kept, height = [], 0
    for sign in signs:
        height = height + 1 if sign in marks else 0
        if height <= MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


@lru_cache(4096)
def _is_mark(sign: str) -> bool:
    """Or nothing that is seen, which may be taken out from among marks."""
    marks = unicodedata.category(sign).startswith(("M", "Cf"))
    return marks or unicodedata.combining(unicodedata.normalize("NFKD", sign)[0]) > 0


@lru_cache(4096)
def _in_line(sign: str) -> str:
    if sign in SINGLE_QUOTES:
        return "'"
    if sign in DOUBLE_QUOTES:
        return '"'
    if sign in DASHES or unicodedata.category(sign) == "Pd":
        return "-"
    if sign.isspace():
        return " "
    return unicodedata.normalize("NFKC", sign) if _is_variant(sign) else _in_text(sign)


def _is_variant(sign: str) -> bool:
    """A wide letter, a ligature of a printer, a Roman number in one sign."""
    return "！" <= sign <= "～" or "ﬀ" <= sign <= "ﬆ" or "Ⅰ" <= sign <= "ⅿ"


@lru_cache(4096)
def _in_text(sign: str) -> str:
    if sign in "\n\t":
        return sign
    match unicodedata.category(sign):
        case "Nd":
            return str(unicodedata.digit(sign))
        case "Zs":
            return " "
        case "Zl" | "Zp":
            return "\n"
        case "Cc" | "Cs":
            return ""
        case _:
            return sign

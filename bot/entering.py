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
_ACCENT: Final = re.compile("[\u0300-\u036f]")
_PLAIN_LINE: Final = re.compile(r"(?:[!-_a-~]+(?: [!-_a-~]+)*)?")
_ODD_IN_TEXT: Final = re.compile("[^\n -~à-ÿ‘’“”€]")


def as_line(typed: str) -> str:
    """A value of one line: one space where several or others stood, straight quotes, hyphens, plain digits."""
    if _PLAIN_LINE.fullmatch(typed):
        return typed
    seen = _NOT_MEANT.sub("", _composed(typed))
    return " ".join("".join(map(_in_line, seen)).split())


def as_text(typed: str) -> str:
    """Sentences: all that nobody sees goes, quotes and dashes stay as they were written, and so do lines."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n")
    if _ODD_IN_TEXT.search(text):
        text = "".join(map(_in_text, _NOT_MEANT.sub("", _composed(text))))
    return text.strip()


def _composed(typed: str) -> str:
    """A letter and its accent as one sign; what has none stays: the sign of a kelvin is no K."""
    return unicodedata.normalize("NFC", typed) if _ACCENT.search(typed) else typed


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

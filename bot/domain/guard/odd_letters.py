"""Letters that look like others, and signs that nobody sees: they hide words from people and from the guard."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from bot.domain.guard.findings import FindingKind
from bot.domain.guard.pieces import Piece

_WORD: Final = re.compile(r"\S+")
_PLAIN: Final = frozenset("ªºµ")
_DRAWN: Final = ("SMALL CAPITAL", "SQUARED", "CIRCLED", "PARENTHESIZED", "REGIONAL INDICATOR", "BRAILLE")


def odd_letters_in(text: str) -> Iterator[Piece]:
    """Whole words, each with what it becomes in plain letters; nothing where it has no plain letters."""
    if text.isascii():
        return
    for match in _WORD.finditer(text):
        if not match[0].isascii() and _is_odd(unicodedata.normalize("NFC", match[0])):
            plain = _in_plain_letters(match[0])
            yield Piece(match.start(), match.end(), FindingKind.ODD_LETTERS, "" if _is_odd(plain) else plain)


def as_seen(text: str) -> Iterator[tuple[str, int, int]]:
    """The letters that a reader takes it for, each with where it was written and what nobody sees behind it."""
    at = 0
    while at < len(text):
        sign, end = text[at], at + 1
        while end < len(text) and _is_unseen(text[end]):
            end += 1
        if not _is_unseen(sign):
            yield from ((letter, at, end) for letter in (sign if sign.isascii() else _seen(sign)))
        at = end


@cache
def _is_unseen(sign: str) -> bool:
    return not sign.isascii() and unicodedata.category(sign) in _UNSEEN


@cache
def _seen(sign: str) -> str:
    if sign in _ALIKE:
        return _ALIKE[sign]
    name = unicodedata.name(sign, "")
    if _is_odd_sign(sign) and name[-2:-1] == " " and any(drawn in name for drawn in _DRAWN):
        return name[-1].lower()
    plain = unicodedata.normalize("NFKC", sign)
    return plain if _is_odd_sign(sign) and plain.isascii() and plain.strip() else sign


def _in_plain_letters(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", word) if unicodedata.category(sign) not in _UNSEEN)


_ALIKE: Final = dict(
    zip(
        "аеорсухіјѕԁһԛԝкмтнвпгёїАВЕКМНОРСТХУІЈЅοαρυνικτχεηγωΑΒΕΖΗΙΚΜΝΟΡΤΥΧɑɡıⱼ",
        "aeopcyxijsdhqwkmthbnreiABEKMHOPCTXYIJSoapuviktxenywABEZHIKMNOPTYXagij",
        strict=True,
    )
)
"""Letters of other alphabets that are drawn like ours."""
_UNSEEN: Final = frozenset({"Cf", "Mn", "Me", "Co"})


def _is_odd(word: str) -> bool:
    return any(map(_is_odd_sign, word))


@cache
def _is_odd_sign(sign: str) -> bool:
    if sign.isascii() or sign in _PLAIN:
        return False
    category, name = unicodedata.category(sign), unicodedata.name(sign, "")
    if category in _UNSEEN:
        return True
    if (category.startswith("L") and not name.startswith("LATIN ")) or category == "Nd":
        return True
    if name.startswith("FULLWIDTH ") or (category == "No" and "DIGIT" in name and "SUPERSCRIPT" not in name):
        return True
    return (category.startswith("L") or category == "So") and any(drawn in name for drawn in _DRAWN)

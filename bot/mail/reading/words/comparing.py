"""Our words as other people's programs give them back: accents taken apart, or letters that their charset lacks."""

import re
import unicodedata
from collections.abc import Iterator
from html.entities import codepoint2name
from typing import Final

LETTERS: Final = re.compile(r"[^\W\d_]+")
NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
LOST: Final = ("?", "\ufffd")
MARKED: Final = frozenset("?&")
"""One of them stands in each damaged word that is ASCII."""
TOUCHES: Final = r"\w?\ufffd"


class Damage:
    """What becomes of each word of ours that is not ASCII, to be undone in a line of another mail."""

    def __init__(self, text: str) -> None:
        ours = {word for word in LETTERS.findall(text) if len(word) > 1 and not word.isascii()}
        self._words = {form: word for word in ours for form in _forms(word)}
        longest_first = sorted(self._words, key=len, reverse=True)
        forms = "|".join(re.escape(form) for form in longest_first) or r"(?!)"
        self._pattern = re.compile(rf"(?<![{TOUCHES}])(?:{forms})(?![{TOUCHES}])")

    def undone(self, line: str) -> str:
        """The line with our words in it; for comparing, not for showing."""
        if line.isascii() and MARKED.isdisjoint(line):
            return line
        return self._pattern.sub(lambda form: self._words[form[0]], line)


def without_accents(text: str) -> str:
    """Apple's programs write an accent as a sign of its own; some gateways leave it out."""
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def _forms(word: str) -> Iterator[str]:
    """A sign in place of each letter or of each of its bytes, its bytes read in the wrong charset, as HTML has it."""
    for sign in LOST:
        yield NOT_ASCII.sub(sign, word)
        yield "".join(letter if letter.isascii() else sign * len(letter.encode()) for letter in word)
    for charset in ("cp1252", "latin-1"):
        yield word.encode().decode(charset, "replace")
    yield NOT_ASCII.sub(lambda letter: f"&{codepoint2name.get(ord(letter[0]), '')};", word)
    yield NOT_ASCII.sub(lambda letter: f"&#{ord(letter[0])};", word)

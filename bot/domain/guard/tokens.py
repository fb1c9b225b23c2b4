"""A text in words: where each stands, how it is written, and whether a sentence begins with it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final

from bot.domain.guard.folding import name_folded
from bot.domain.guard.names.brands import GOODS
from bot.domain.guard.words import words_of

_WORD: Final = re.compile(
    r"['’]t\b|['’]s\b|\bv\. ?d\.|\bv/d\b"
    r"|[^\W\d_]+(?:['’\-\u2010-\u2013][^\W\d_]+|['’](?=\s|$))*|\d+|[^\w\s]|_+"
)
_ELIDED: Final = re.compile(r"[dl]['’][^\W\d_a-z]")
_ABBREVIATED: Final = words_of("""
dhr mevr mw mvr mej fam st nr nrs tel dr drs ir ing prof mr ca bijv br kpl evt incl excl vd o.a resp i.v.m sgt insp
hr wijkag get verd aang bew wed gebr gez zr
""")
_ENDS: Final = frozenset(".!?")
_SHOUTED: Final = 3
"""Words in capitals, one behind the other, of which none has chosen them."""
_STARTS: Final = frozenset('.!?:;•*“"„')

Phrases = Mapping[str, Sequence[tuple[str, ...]]]


def by_first_word(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    """To be looked up at each word of a text."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for said in phrases:
        found.setdefault(said[0], []).append(said)
    return found


@dataclass(frozen=True)
class Token:
    """A word, a number or a mark."""

    text: str
    start: int
    end: int
    before: str
    """The white space before it, or the mark that it was parted at."""

    @cached_property
    def folded(self) -> str:
        return name_folded(self.text)

    @cached_property
    def is_word(self) -> bool:
        """Letters, no number or mark."""
        return self.text[0].isalpha() or self.text[0] in "'’"

    @cached_property
    def is_capital(self) -> bool:
        """Written with a capital: Jan, McDonald, El-Khatib, d'Ancona; not iPhone."""
        return self.text[0].isupper() or _ELIDED.match(self.text) is not None

    @cached_property
    def is_caps(self) -> bool:
        """All capitals, more than one."""
        return len(self.text) > 1 and self.text.isupper()


def _parts(text: str, start: int, before: str) -> Iterator[Token]:
    """Albert Heijn-tas: a thing with a make before it is a word of its own, as it is without the mark."""
    make, _, thing = text.rpartition("-")
    if text[0].isupper() and thing in GOODS and make:
        yield Token(make, start, start + len(make), before)
        yield Token(thing, start + len(make) + 1, start + len(text), "-")
    else:
        yield Token(text, start, start + len(text), before)


class Words:
    """The tokens of a text, by their place in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        end = 0
        for match in _WORD.finditer(text):
            self.tokens.extend(_parts(match[0], match.start(), text[end : match.start()]))
            end = match.end()
        self._folded = [token.folded for token in self.tokens]
        self._starts = self._sentence_starts()
        self._sentences = self._spans()
        self._caps = self._all_caps()

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, i: int) -> Token | None:
        """The token there; None outside the text."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def folded(self, i: int) -> str:
        """How the token there is compared; empty outside the text."""
        return self._folded[i] if 0 <= i < len(self._folded) else ""

    def says(self, i: int, phrases: Phrases) -> int:
        """How many words of a phrase stand from there on; 0 where none does."""
        for said in phrases.get(self.folded(i), ()):
            if all(self.folded(i + n) == word for n, word in enumerate(said)):
                return len(said)
        return 0

    def starts(self, i: int) -> bool:
        """Whether a sentence, a line or a quotation begins there: a capital says nothing."""
        return self._starts[i]

    def sentence(self, i: int) -> tuple[int, int]:
        """Where the sentence of the token there begins and ends, its full stop within."""
        return self._sentences[i]

    def is_capital(self, i: int) -> bool:
        """Whether a capital was chosen: where all is in capitals none was."""
        token = self.at(i)
        return token is not None and token.is_capital and not self._caps[i]

    def _sentence_starts(self) -> list[bool]:
        starts: list[bool] = []
        for i, token in enumerate(self.tokens):
            last = self.tokens[i - 1] if i else None
            ended = last is None or "\n" in token.before or (last.text in _STARTS and not self._is_abbreviation(i - 1))
            behind = last is not None and last.text in "-–—•*(\"'„“" and i - 1 < len(starts) and starts[i - 1]
            starts.append(ended or behind)
        return starts

    def _spans(self) -> list[tuple[int, int]]:
        """By token, its sentence; a colon or a quotation mark ends none."""
        spans: list[tuple[int, int]] = []
        first = 0
        for i, token in enumerate(self.tokens):
            behind = self.at(i + 1)
            broken = behind is None or "\n" in behind.before
            if broken or (token.text in _ENDS and self._starts[i + 1]):
                spans += [(first, i + 1)] * (i + 1 - first)
                first = i + 1
        return spans

    def _is_abbreviation(self, i: int) -> bool:
        """Whether the point there ends an abbreviation or an initial."""
        if self.tokens[i].text != "." or not i:
            return False
        word = self.tokens[i - 1]
        return word.folded in _ABBREVIATED or (len(word.text) == 1 and word.is_word)

    def _all_caps(self) -> list[bool]:
        """By token, whether its line is written in capitals."""
        caps: list[bool] = []
        line: list[Token] = []
        for token in [*self.tokens, None]:
            if token is None or (line and "\n" in token.before):
                letters = "".join(word.text for word in line if word.is_word)
                shouted = sum(map(str.isupper, letters)) * 10 > len(letters) * 7
                caps += [shouted and len(letters) > 3] * len(line)
                line = []
            if token is not None:
                line.append(token)
        return [one or run for one, run in zip(caps, self._caps_in_a_row(), strict=True)]

    def _caps_in_a_row(self) -> list[bool]:
        """By token, whether it is one of several words in capitals: Verdachte JAN JANSEN RENDE WEG."""
        shouted = [token.is_caps and token.is_word and len(token.text) > 2 for token in self.tokens]
        rows = (list(row) for _, row in groupby(shouted))
        return [one and len(row) >= _SHOUTED for row in rows for one in row]

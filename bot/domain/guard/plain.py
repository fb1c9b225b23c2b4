"""A text without its disguises: J a n, J4n, JanJansen and jan.jansen are read as what they stand for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from bot.domain.guard.around.bare_words import BARE
from bot.domain.guard.findings import FindingKind
from bot.domain.guard.folding import name_folded
from bot.domain.guard.names.dictionary import is_compound, is_known
from bot.domain.guard.names.name_list import flags_of
from bot.domain.guard.names.name_words import INTERFIXES, PLACE_ENDINGS, ROLES, TITLES
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.odd_letters import as_seen
from bot.domain.guard.pieces import Piece
from bot.domain.guard.traits.conviction_words import BELIEF_NOUNS, ORIENTATION_PLAIN, ORIENTATIONS
from bot.domain.guard.traits.peoples import stem_of
from bot.domain.guard.traits.trait_words import ALSO_PLAIN, INHABITANTS
from bot.domain.guard.words import words_of

_LETTER: Final = r"[^\W\d_]"
_SPACED: Final = re.compile(rf"(?<![\w.'’-])(?:{_LETTER}(?P<by>[ .*_|~·/-])){_LETTER}(?:(?P=by){_LETTER})+(?![\w'’-])")
_DRAWN: Final = re.compile(
    r"(?<![\w@$€./-])(?=[\w@$€§!]*[0-9@$€§!])(?=[^\W\d_@$€§!]|[\d@$€][^\W\d_]{2})[A-Za-z0-9@$€§!]{3,20}(?![\w@.-]\w)"
)
_DRAWN_FROM: Final = tuple(str.maketrans("4@3€150$§7!", f"aaee{one}sosst{one}") for one in "il")
"""1 is an i or an l."""
_ORDINAL: Final = re.compile(r"\d+(?:e|de|ste|en|er|tje)$")
_LONE_SIGNS: Final = re.compile(r"[0-9@$€§!]")
_BROKEN: Final = re.compile(rf"(?<![\w@./*|~^=+#-]){_LETTER}{{1,15}}[*|~^=+#]{_LETTER}{{1,15}}(?![\w@*|~^=+#-])")
"""Ma*rk, Fat|ima."""
_GLUED: Final = re.compile(rf"(?<![\w@./-]){_LETTER}{{5,30}}(?![\w@/-])")
_CHANGES: Final = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_JOINED: Final = re.compile(
    rf"(?<![\w@./-])(?P<first>{_LETTER}{{2,20}})(?P<mark>[.,_])(?P<between>(?:(?:van|de|den|der|el|te)(?P=mark)){{0,2}})"
    rf"(?P<last>{_LETTER}{{2,20}})(?![\w@/-]|\.\w)",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(
    rf"(?<![\w@./*|~-]){_LETTER}{{1,4}}(?P<by>[*|~/.·-]){_LETTER}{{1,4}}(?:(?P=by){_LETTER}{{1,4}}){{1,4}}(?![\w@/-]|\.\w)"
)
"""Sa/mi/ra."""
_WRAPPED: Final = re.compile(
    rf"(?<![\w@./-])(?=[^\W\d_a-z]){_LETTER}{{1,12}}\n(?=[a-zß-ÿ]){_LETTER}{{2,12}}(?![\w@/-])"
)
"""Ger, and rit on the next line."""
_WHOLE: Final = words_of("""
analogie benevens bepaling beplanting janklaassen pieterselie theologie julianadorp renswoude lucebert
""")
"""All words of the dictionary (the one of `make names`) that look like two names and are one."""
_NO_NAMES: Final = NOBODY | _WHOLE
_SHORTEST_FIRST: Final = 3
_SHORTEST_LAST: Final = 5
_SURE_FIRST: Final = 5

Sign = tuple[str, int, int]
"""A letter or mark of the plain text, and from where to where it was written."""


@dataclass(frozen=True)
class Plain:
    """What is read, and where each sign of it was written."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()

    def written(self, piece: Piece) -> Piece:
        """A piece of what is read, where it was written."""
        if not self.spans:
            return piece
        start, end = piece.start, piece.end
        if piece.kind is FindingKind.NAME:
            while self._is_gap(end) or (end > piece.end and end < len(self.text) and self.text[end].isalpha()):
                end += 1
            while self._is_gap(start - 1) or (0 < start < piece.start and self.text[start - 1].isalpha()):
                start -= 1
        return replace(piece, start=self.spans[start][0], end=self.spans[end - 1][1])

    def _is_gap(self, i: int) -> bool:
        """A space that nobody wrote: what stands at both its sides was one word."""
        return 0 <= i < len(self.spans) and self.spans[i][0] == self.spans[i][1]


def seen_of(text: str) -> Plain:
    """With plain letters for those that look like them, and without what nobody sees."""
    if text.isascii():
        return Plain(text)
    signs = list(as_seen(text))
    seen = "".join(sign for sign, _, _ in signs)
    return Plain(text) if seen == text else Plain(seen, tuple((start, end) for _, start, end in signs))


def plain_of(text: str) -> Plain:
    signs: list[Sign] = [(sign, n, n + 1) for n, sign in enumerate(text)]
    for pattern, read in _STEPS:
        signs = _step(signs, pattern, read)
    plain = "".join(sign for sign, _, _ in signs)
    return Plain(text) if plain == text else Plain(plain, tuple((start, end) for _, start, end in signs))


def _step(
    signs: list[Sign], pattern: re.Pattern[str], read: Callable[[re.Match[str], list[Sign]], list[Sign]]
) -> list[Sign]:
    result: list[Sign] = []
    done = 0
    for match in pattern.finditer("".join(sign for sign, _, _ in signs)):
        result += [*signs[done : match.start()], *read(match, signs[match.start() : match.end()])]
        done = match.end()
    return result + signs[done:]


def _together(match: re.Match[str], signs: list[Sign]) -> list[Sign]:
    """J a n J a n s e n; of what has points only a name or a trait: t.h.v. is none, and initials are found anyhow."""
    letters = signs[::2]
    word = "".join(sign for sign, _, _ in letters)
    if match["by"] in "./" and (word.isupper() or not _tells(name_folded(word))):
        return signs
    return list(_with_gaps(letters, {n for n in range(1, len(word)) if word[n].isupper() and word[n - 1].islower()}))


def _unbroken(_match: re.Match[str], signs: list[Sign]) -> list[Sign]:
    """Ma*rk, where without its sign it is a name."""
    whole = [sign for sign in signs if sign[0].isalpha()]
    return whole if _tells(name_folded("".join(sign for sign, _, _ in whole))) else signs


def _on_one_line(_match: re.Match[str], signs: list[Sign]) -> list[Sign]:
    """A name over two lines, where its first half is no word and no name."""
    whole = [sign for sign in signs if sign[0] != "\n"]
    at = next(n for n, sign in enumerate(signs) if sign[0] == "\n")
    first, name = (name_folded("".join(sign for sign, _, _ in some)) for some in (signs[:at], whole))
    flags = flags_of(name)
    listed = flags is not None and ("w" not in flags or is_compound(name))
    broken = not is_known(first) or len(signs) - at > _SHORTEST_FIRST
    return whole if listed and broken and first not in NOBODY else signs


def _with_gaps(signs: list[Sign], gaps: set[int]) -> Iterator[Sign]:
    for n, sign in enumerate(signs):
        if n in gaps:
            yield (" ", sign[1], sign[1])
        yield sign


def _drawn(match: re.Match[str], signs: list[Sign]) -> list[Sign]:
    """J4n, Marokk@an."""
    word = match[0].rstrip("!")
    drawn = len(_LONE_SIGNS.findall(word))
    if not drawn or drawn * 2 > len(word) or _ORDINAL.match(word):
        return signs
    read = (word.translate(table) for table in _DRAWN_FROM)
    known = next((one for one in read if _tells(name_folded(one))), None)
    if known is None:
        return signs
    return [(letter, *sign[1:]) for letter, sign in zip(known, signs, strict=False)] + signs[len(known) :]


@lru_cache(4096)
def _tells(word: str) -> bool:
    """Whether it is a name, or says of somebody what they are."""
    flags = flags_of(word)
    if flags is not None and len(word) >= _SHORTEST_FIRST and ("f" in flags or "w" not in flags):
        return True
    if flags is not None and len(word) >= _SHORTEST_LAST and "c" in flags:
        return word not in BARE and word not in NOBODY  # B4kker
    trait = (INHABITANTS - ALSO_PLAIN) | BELIEF_NOUNS | (ORIENTATIONS - ORIENTATION_PLAIN)
    return word in trait or bool(stem_of(word))


def _apart(match: re.Match[str], signs: list[Sign]) -> list[Sign]:
    """JanJansen, MevrouwDeVries, janjansen."""
    parts = _CHANGES.split(match[0])
    if len(parts) > 1:
        return list(_with_gaps(signs, _gaps(parts))) if _is_person(tuple(map(name_folded, parts))) else signs
    if len(match[0]) < _SHORTEST_FIRST + _SHORTEST_LAST:
        return signs
    at = _seam(name_folded(match[0])) if len(name_folded(match[0])) == len(match[0]) else 0
    return list(_with_gaps(signs, {at})) if at else signs


def _gaps(parts: list[str]) -> set[int]:
    ends, end = set(), 0
    for part in parts[:-1]:
        end += len(part)
        ends.add(end)
    return ends


def _is_person(parts: tuple[str, ...]) -> bool:
    first, *rest = parts
    whole = "".join(parts)
    if whole in NOBODY or flags_of(whole) is not None or not NOBODY.isdisjoint(parts[1:]):
        return False
    leads = first in TITLES or first in ROLES or ("f" in (flags_of(first) or "") and first not in NOBODY)
    return leads and all(part in INTERFIXES or flags_of(part) is not None for part in rest)


def _is_last(word: str) -> bool:
    """Haverkamp, hoogeveen; naplein is of a Julianaplein."""
    return is_compound(word) and (flags_of(word) is not None or not word.endswith(PLACE_ENDINGS))


@lru_cache(4096)
def _seam(word: str) -> int:
    """Where a usual first name or a title ends and a last name that is no word begins; 0 where none does."""
    if word in _NO_NAMES or flags_of(word) is not None or is_known(word):
        return 0
    for at in range(_SHORTEST_FIRST, len(word) - _SHORTEST_LAST + 1):
        first, last = word[:at], word[at:]
        flags = flags_of(first) or ""
        leads = ("n" in flags and "w" not in flags and not stem_of(first)) or (first in TITLES and at > _SHORTEST_LAST)
        if leads and (flags_of(last) == "" or (at >= _SURE_FIRST and _is_last(last))):
            return at
    return 0


def _unjoined(match: re.Match[str], signs: list[Sign]) -> list[Sign]:
    """jan.jansen is two names; a point without a space behind it is just a slip."""
    first, last = flags_of(name_folded(match["first"])), flags_of(name_folded(match["last"]))
    if first is None or last is None or "f" not in first or ("w" in last and not match["between"]):
        return signs
    return [(" ", *sign[1:]) if sign[0] == match["mark"] else sign for sign in signs]


_STEPS: Final = (
    (_WRAPPED, _on_one_line),
    (_BROKEN, _unbroken),
    (_SPLIT, _unbroken),
    (_SPACED, _together),
    (_DRAWN, _drawn),
    (_GLUED, _apart),
    (_JOINED, _unjoined),
)

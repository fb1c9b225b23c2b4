"""How many words a text has more than another, where no word of the other is lost (corrected spelling aside).

They may only stand behind an old sentence: at its end or as new ones, never in front of or inside one, where a few
words turn it round.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from typing import Final

from bot.domain.folding import folded

MOST_ADDED: Final = 30
_LONG = 20  # letters: a word of more counts as several, so that glued words are no way round the limit
_OWN_SENTENCE = 4  # words: a shorter sentence that denies ("Niet waar.") is read with the one before it
_MENDED = 5  # letters: in shorter words a slip makes another word
_MISTYPED = 8  # letters: from here on a wrong letter is a slip too

NEGATIONS: Final = frozenset(
    {
        *("geen", "geeneen", "geenszins", "niet", "niets", "niks", "nooit", "nimmer", "niemand", "nergens", "noch"),
        *("nee", "neen", "zonder", "evenmin", "nauwelijks", "amper", "behalve", "tenzij"),
    },
)
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]{1,2}(?![^\W_]))?")
_SENTENCES: Final = re.compile(r"(?:(?<=[.!?])\s+|\n\s*)(?![a-zà-ÿ])")
_IN_WORD: Final = re.compile(r"(?<=[^\W_])['’](?=[^\W_])|['’](?=s\b)")
_MOCKS: Final = re.compile(r"""["'“”„‘’«»<>~^*_|\\]|\([?!]+\)|[?!][.,;?!]|[:;]-?[)(]|\.{2,}|…""")
_PICTURES: Final = frozenset({"So", "Sk", "Sm", "Cn", "Co"})
_SOUNDS: Final = str.maketrans("dzvyc", "tsfik")

_State = tuple[int, bool, bool, bool]
_States = dict[_State, int]
"""The fewest words added, by how many old words stand already and whether this sentence has one, denies, and goes on
with new words."""


def words_added(before: Mapping[str, str], after: Mapping[str, str]) -> int | None:
    """How many words came to these texts by field; None where a word is lost, or a negation got into an old sentence.

    A mended word counts as one that was added.
    """
    counts = [_added(text, after.get(name, "")) for name, text in before.items()]
    return None if None in counts else sum(count for count in counts if count is not None)


def _added(before: str, after: str) -> int | None:
    old = _words(before)
    ends = set(accumulate(len(words) for words, _ in sentences_of(before))) if old else {0}
    reached = {0: 0}
    for sentence in _SENTENCES.split(_plain(after)):
        reached = _after_sentence(reached, old, ends, _words(sentence))
    return reached.get(len(old))


def _plain(text: str) -> str:
    """Composed letters, and nothing that is not seen."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")


def sentences_of(text: str) -> list[tuple[list[str], bool]]:
    """The words of each sentence, in small letters, and whether it is a question."""
    return [(_words(one), one.rstrip().endswith("?")) for one in _SENTENCES.split(_plain(text))]


def marked_otherwise(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    """Whether an old sentence asks now or states now, or got a mark that mocks it: quotation marks, (?), a face."""
    return any(
        _marks(after.get(name, "")) - _marks(text) or _turned(text, after.get(name, ""))
        for name, text in before.items()
    )


def _marks(text: str) -> Counter[str]:
    plain = _IN_WORD.sub("", _plain(text))
    return Counter(sign for sign in _MOCKS.findall(plain) if sign) + Counter(
        sign for sign in plain if unicodedata.category(sign) in _PICTURES
    )


def _turned(before: str, after: str) -> bool:
    stand = sentences_of(after)
    return any(
        words and not any(asks is was and _holds(now, words) for now, was in stand)
        for words, asks in sentences_of(before)
    )


def _holds(sentence: Sequence[str], words: Sequence[str]) -> bool:
    """Whether these words stand there together, corrected spelling aside."""
    starts = range(len(sentence) - len(words) + 1)
    return any(
        all(new == old or is_mended(old, new) for old, new in zip(words, sentence[at:], strict=False)) for at in starts
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(_plain(text).casefold().replace("’", "'"))


def _after_sentence(
    reached: Mapping[int, int], old: Sequence[str], ends: Collection[int], sentence: Sequence[str]
) -> dict[int, int]:
    """By number of old words that stand: the fewest words added, over all ways to find the old words here.

    `ends`: behind how many of them an old sentence ends.
    """
    states: _States = {(stand, False, False, False): added for stand, added in reached.items()}
    for word in sentence:
        states = _after_word(states, old, ends, word)
    leans = bool(old) and len(sentence) < _OWN_SENTENCE
    found: dict[int, int] = {}
    for (stand, has_old, denies, _), added in states.items():
        if not (denies and (has_old or leans)):
            found[stand] = min(added, found.get(stand, added))
    return found


def _after_word(states: _States, old: Sequence[str], ends: Collection[int], word: str) -> _States:
    """It is new, or it is the next old word."""
    following: _States = {}
    for (stand, has_old, denies, goes_on), added in states.items():
        if stand in ends:
            weight = 1 + (len(word) - 1) // _LONG
            _reach(following, (stand, has_old, denies or folded(word) in NEGATIONS, True), added + weight)
        if not goes_on and stand < len(old) and (word == old[stand] or is_mended(old[stand], word)):
            _reach(following, (stand + 1, True, denies, False), added + (word != old[stand]))
    return following


def _reach(states: _States, state: _State, added: int) -> None:
    if added <= min(MOST_ADDED, states.get(state, MOST_ADDED)):
        states[state] = added


def is_mended(old: str, new: str) -> bool:
    """Whether it is the same word, spelled otherwise; never a number, a negation or a word that begins otherwise."""
    if not (old + new).isalpha() or not NEGATIONS.isdisjoint((folded(old), folded(new))):
        return False
    if min(len(old), len(new)) < _MENDED or old[0] != new[0]:
        return False
    return _one_slip(_sound(old), _sound(new))


def _sound(word: str) -> str:
    """Gebeurd and gebeurt, eis and ijs: what sounds the same."""
    return folded(word).translate(_SOUNDS).replace("ij", "ei").replace("ou", "au")


def _one_slip(old: str, new: str) -> bool:
    """Whether a letter is missing, too many, in the wrong place, or in a long word another."""
    if old == new:
        return True
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    a, b = old[start:], new[start:]
    if len(a) == len(b):
        swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
        return swapped or (len(old) >= _MISTYPED and a[1:] == b[1:])
    return a[1:] == b or a == b[1:]

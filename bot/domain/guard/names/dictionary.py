"""The words of the Dutch dictionary (words.txt), read when the first text is looked at: who has none is somebody."""

import re
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from bot.domain.guard.words import words_of

_SHORTEST_PART: Final = 3
_LONGEST: Final = 60
"""What is longer is nobody's name, and would take long to look up."""
_ENDINGS: Final = (
    *("den", "ten", "ende", "ingen", "heden", "tjes", "pjes", "tje", "pje", "jes", "ers", "ens", "sters"),
    *("ing", "heid", "ster", "en", "er", "de", "te", "je", "st", "e", "s", "t", "d", "n", "'s"),
)
_PREFIXES: Final = ("ge", "ver", "be", "ont", "her", "on")
_PARTICLES: Final = ("na", "op", "in", "af", "om")
_GIVEN: Final = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,6}")
_NEVER_LAST: Final = words_of("""
alle allen alles een het die dat dit deze wie wat hun haar hem hen mij jij zij wij ons maar want dus als dan toen niet
geen ook nog wel hoe zijn ben was had
""")
"""No compound ends in one of these: Chant-alle is somebody."""
_MEN: Final = ("man", "mans")
_JOINTS: Final = ("", "s", "en", "e", "er")


@cache
def _words() -> frozenset[str]:
    lines = files("bot.domain.guard.names").joinpath("words.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@lru_cache(4096)
def is_dutch(word: str) -> bool:
    """Whether a folded word is one of the dictionary's, bent or put together as words are."""
    if len(word) > _LONGEST:
        return True
    known = _words()
    return all(
        _is_form(part, known) or is_put_together(part, known) or _is_led(part, known) for part in word.split("-")
    )


@lru_cache(4096)
def is_present(word: str) -> bool:
    """Trapt, betaalt, parkeert: of trappen, betalen, parkeren; no "licht", which is a word of its own."""
    stem, known = word.removesuffix("t"), _words()
    if stem == word or len(stem) < _SHORTEST_PART or word in known:
        return False
    hard = stem[:-1] + {"f": "v", "s": "z"}.get(stem[-1], stem[-1])
    long = hard[:-2] + hard[-1] if hard[-2] == hard[-3] else hard
    bare = next((prefix for prefix in _PREFIXES if stem.startswith(prefix)), "")
    whole = {f"{one}en" for one in (stem, hard, long)}
    doubled = stem in known and stem[-1] not in "aeiouw" and is_dutch(f"{stem}{stem[-1]}en")
    return stem.endswith("eer") or doubled or any(one in known or one.removeprefix(bare) in known for one in whole)


def is_given_name(written: str) -> bool:
    """Ji-hoon, Xiao-ming: two short parts that are no Dutch, the second small."""
    return _GIVEN.fullmatch(written) is not None and not is_dutch(written.lower())


def is_compound(word: str) -> bool:
    """Buienradar: no word of its own, but of two that are."""
    known = _words()
    return len(word) <= _LONGEST and word not in known and is_put_together(word, known)


def is_known(word: str) -> bool:
    """Whether it stands there as it is, or bent."""
    return _is_form(word, _words())


def is_made_up(word: str) -> bool:
    """Buienradar, buurtapp: put together, and no man by what it ends in, as Haverman is."""
    return is_compound(word) and not is_some_man(word)


def is_some_man(word: str) -> bool:
    """Haverman: a man of whom no dictionary knows what he does."""
    return word.endswith(_MEN) and is_compound(word)


def is_put_together(word: str, known: AbstractSet[str]) -> bool:
    """Bewaking-s-camera, fiets-en-rek: of words that are known."""
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        head, tail = word[:at], word[at:]
        begins = any(head.removesuffix(joint) in known for joint in _JOINTS if head.endswith(joint))
        if (
            begins
            and tail not in _NEVER_LAST
            and (_is_form(tail, known) or (len(tail) >= 2 * _SHORTEST_PART and is_put_together(tail, known)))
        ):
            return True
    return False


def _is_led(word: str, known: AbstractSet[str]) -> bool:
    """Navraag, inval, afspraak."""
    rest = next((word.removeprefix(one) for one in _PARTICLES if word.startswith(one)), "")
    return len(rest) > _SHORTEST_PART and _is_form(rest, known)


def _is_form(word: str, known: AbstractSet[str]) -> bool:
    if word in known:
        return True
    bare = word.removeprefix(next((prefix for prefix in _PREFIXES if word.startswith(prefix)), ""))
    return any(_is_bent(one, known) for one in {word, bare})


def _is_bent(word: str, known: AbstractSet[str]) -> bool:
    """Huizen, bommen, lopen: of huis, bom, loop."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST_PART:
            continue
        double = stem[-1] == stem[-2] and stem[:-1]
        hard = stem[:-1] + {"z": "s", "v": "f"}.get(stem[-1], "")
        long = stem[:-1] + stem[-2] + stem[-1]
        if any(one in known for one in (stem, f"{stem}en", double, hard, long) if one):
            return True
    return word in known

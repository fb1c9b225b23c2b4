"""Last names with "van" and "de", and first names with a last one: De Wit, Van den Berg, Bas Kraan."""

from typing import Final

from bot.domain.guard.names.dictionary import is_dutch
from bot.domain.guard.names.lone import Lone
from bot.domain.guard.names.name_words import (
    ASSERTING,
    DETERMINERS,
    FIRM_INTERFIXES,
    GREETINGS,
    OF_PERSONS,
    OF_PLACES,
    ON_PERSONS,
    OPENERS,
    PERSON_VERBS,
    SAYING_VERBS,
)
from bot.domain.guard.runs import Runs
from bot.domain.guard.tokens import Words

_IS: Final = frozenset({"is", "was"})
_POINTING: Final = frozenset({"het", "dat", "dit", "hij", "zij"})
_ARTICLES: Final = frozenset({"de", "het"})
_CLOSE: Final = frozenset({"dicht", "vlak", "pal"})
_TOWARDS: Final = frozenset({"naar", "richting", "tot", "en", "-"})


class LastNames:
    """Whether a run of words is one."""

    def __init__(self, words: Words, runs: Runs, lone: Lone) -> None:
        self._words = words
        self._runs = runs
        self._lone = lone

    def is_surname(self, first: int, heads: list[int]) -> bool:
        """De Wit, Van den Berg; "van Utrecht", "de Grote Spui" and "in De Hoef" are none."""
        words, runs, head = self._words, self._runs, heads[0]
        begin, flags = words.folded(first), runs.flags(head)
        small = not words.is_capital(first)
        if small and (begin == "op" or "het" in {words.folded(n) for n in range(first + 1, head)}):
            return False
        if len(heads) > 1:
            return begin not in _ARTICLES or runs.is_chosen(first)
        near = words.folded(first - 1) == "bij" and words.folded(first - 2) in _CLOSE
        waited = words.folded(first - 1) == "op" and not ON_PERSONS.isdisjoint(
            words.folded(n) for n in range(words.sentence(first)[0], first - 1)
        )
        if near or (words.folded(first - 1) in OF_PLACES and not waited):
            return False
        firm = any(words.folded(n) in FIRM_INTERFIXES for n in range(first, head))
        if (firm and begin not in {"ter", "ten", "der"}) or (runs.is_chosen(first) and begin not in _ARTICLES):
            return True
        if flags is None:
            return begin == "van" and not small and words.is_capital(head) and not self._is_stretch(head + 1)
        return self._is_listed_surname(first, head, flags)

    def _is_stretch(self, i: int) -> bool:
        """Van Zwiggelte tot Westerbork, van Zwiggelte naar huis."""
        behind = self._words.at(i + 1)
        exact = behind is not None and (behind.is_capital or not behind.is_word)
        return self._words.folded(i) in {"naar", "richting"} or (self._words.folded(i) in _TOWARDS and exact)

    def _is_listed_surname(self, first: int, head: int, flags: str) -> bool:
        words, behind_de = self._words, self._words.folded(head - 1) == "de"
        if "d" in flags and behind_de and self._runs.is_chosen(head) and words.folded(first - 1) in _IS:
            there = words.folded(head + 1) in OF_PLACES | {"aan", "bij"}
            return words.folded(first - 2) in _POINTING and not there  # het was de Bakker; what he does has no capital
        cued = words.folded(first - 1) in ASSERTING or words.folded(head + 1) in SAYING_VERBS
        if "d" in flags and behind_de:
            known = words.is_capital(first) or words.folded(first - 1) in OF_PERSONS or "w" not in flags
            return known or cued
        return ("w" not in flags and "p" not in flags) or (behind_de and (cued or self._runs.is_chosen(first)))

    def _are_met(self, heads: list[int]) -> bool:
        """Het gaat om Bbjörk Guðmundsdóttir: behind a small word that leads to somebody, and no dictionary has them."""
        told = self._words.folded(heads[0] - 1) in OF_PERSONS and self._runs.is_chosen(heads[0])
        return told and all(map(self._lone.is_stranger, heads))

    def _is_nickname(self, i: int) -> bool:
        """Rooie Sjaak, Lange Frans: what he is like goes before his name."""
        word = self._words.folded(i)
        return word.endswith("e") and is_dutch(word) and word not in GREETINGS | OPENERS | DETERMINERS

    def is_full(self, heads: list[int]) -> bool:
        """First and last name: the first is known, or both are and no plain words."""
        runs, first, last = self._runs, heads[0], heads[-1]
        flags = runs.flags(first)
        if self._is_nickname(first) and runs.is_first_name(heads[1]):
            return True
        if runs.is_first_name(first) and (runs.is_chosen(first) or self._words.folded(last + 1) in PERSON_VERBS):
            return not runs.masked[heads[1]]
        if runs.is_excluded(heads[1]) and not runs.is_clear(first):
            return False
        if flags is None:
            strangers = all(map(self._lone.is_stranger, heads)) and self._words.folded(last + 1) in PERSON_VERBS
            foreign = self._lone.is_stranger(first)
            strangers = strangers or self._are_met(heads)
            return strangers or ((foreign or runs.is_chosen(first)) and any(runs.is_clear(n) for n in heads[1:]))
        if "f" in flags and "w" not in flags:
            return True
        known = runs.flags(last) is not None and not runs.is_excluded(last)
        return known and ("f" in flags or "w" not in flags)

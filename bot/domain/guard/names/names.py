"""Names of people, with a title and without, in capitals and without."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.guard.names.name_list import diminutive_flags
from bot.domain.guard.names.name_words import (
    ASSERTING,
    CALLS,
    COLOURS,
    DETERMINERS,
    FIRM_INTERFIXES,
    GREETINGS,
    INTERFIXES,
    NAMING,
    OF_PERSONS,
    OF_PLACES,
    PERSON_VERBS,
    SAYING_VERBS,
    SHORT_TITLES,
    TITLES,
    WARNINGS,
)
from bot.domain.guard.names.namesakes import is_english, is_made, is_measure, is_shop, is_thing
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.runs import Runs, is_role
from bot.domain.guard.tokens import Words

_CALLED: Final = NAMING - {"volgens", "aldus", "namens"} | {"is", "was"}
_LINKING: Final = frozenset({"is", "was", "van", "zich", "luidt"})
_WITH_SOMEBODY: Final = ASSERTING | {"bij", "van", "door", "met", "aan"}
_IS: Final = frozenset({"is", "was", "betreft"})
_ARTICLES: Final = frozenset({"de", "het"})
_POINTING: Final = frozenset({"het", "dat", "dit", "die"})
_CLOSE: Final = frozenset({"dicht", "vlak", "pal"})
_QUOTES: Final = frozenset("\"'„“‘")
_NEVER_OF_PERSONS: Final = frozenset({"in", "op", "te"})


@dataclass(frozen=True)
class NameFound:
    """The tokens of a name, `first` to `end`; `cue` is where the title or the role before it stands, if any."""

    first: int
    end: int
    cue: int | None = None
    people: int = 1


def names_in(words: Words, masked: Sequence[bool]) -> Iterator[NameFound]:
    """The names, in order; no two hold the same word."""
    finder = _Finder(words, masked)
    i = 0
    while i < len(words):
        found = finder.at(i)
        if found:
            yield found
        i = found.end if found else i + 1


class _Finder:
    def __init__(self, words: Words, masked: Sequence[bool]) -> None:
        self._words = words
        self._masked = masked
        self._runs = Runs(words, masked)

    def at(self, i: int) -> NameFound | None:
        """The name whose title, role or first word stands there."""
        if not self._words.tokens[i].is_word:
            return None
        return self._behind_title(i) or self._behind_cue(i) or self._behind_greeting(i) or self._by_itself(i)

    def _behind_greeting(self, i: int) -> NameFound | None:
        """Beste Samira; no Beste buren, Hallo Amersfoort."""
        if self._words.folded(i) not in GREETINGS:
            return None
        first = self._runs.after_marks(i + 1) if self._words.folded(i + 1) == "," else i + 1
        end = self._runs.end(first, small=False)
        if end == first or self._runs.only_goes_on(first, end) or self._runs.is_excluded(first):
            return None
        flags = self._runs.flags(first)
        known = flags is not None and ("f" in flags or ("w" not in flags and "p" not in flags))
        return NameFound(first, end) if known or self._runs.is_initial(first) else None

    def _behind_title(self, i: int) -> NameFound | None:
        title = self._words.folded(i)
        if title not in TITLES or self._masked[i]:
            return None
        first = self._runs.after_marks(i + 1)
        end = self._runs.end(first, small=True)
        if end == first or self._runs.only_goes_on(first, end):
            return None
        sure = title in SHORT_TITLES or any(self._is_titled(n) for n in self._runs.heads(first, end))
        return NameFound(first, end, i) if sure else None

    def _is_titled(self, i: int) -> bool:
        """Behind "meneer" a name has its capital, or is a name and nothing else, or goes with "de"."""
        behind_de = "d" in (self._runs.flags(i) or "") and self._words.folded(i - 1) == "de"
        firm = self._words.folded(i - 1) in FIRM_INTERFIXES
        return self._runs.is_chosen(i) or self._runs.is_clear(i) or behind_de or firm

    def _behind_cue(self, i: int) -> NameFound | None:
        word = self._words.folded(i)
        role, naming = is_role(word), word in NAMING
        if not (role or naming) or is_made(self._words, i + 2):
            return None
        first = self._runs.after_marks(i + 1)
        links = _LINKING if naming else _IS if self._is_told_small(first + 1) else frozenset[str]()
        if self._words.folded(first) in links and not self._words.is_capital(first):
            first = self._runs.after_marks(first + 1)
        end = self._runs.end(first, small=True)
        called = naming and self._words.is_capital(first)
        if end == first or (self._runs.only_goes_on(first, end) and not called):
            return None
        enclosed = self._words.folded(first - 1) == "(" and self._words.folded(end) == ")"
        known = enclosed and self._runs.flags(end - 1) is not None
        sure = naming or known or first == i + 1 or self._words.folded(first - 1) not in {":", ",", "("}
        return NameFound(first, end, i if role else None) if self._is_cued(first, end, sure=sure) else None

    def _is_told_small(self, i: int) -> bool:
        """Slachtoffer is hendrika: behind who somebody is, a name that is nothing else."""
        return not self._words.is_capital(i) and self._runs.is_clear(i)

    def _is_cued(self, first: int, end: int, *, sure: bool) -> bool:
        """Whether it is a name, behind a word that says that one comes."""
        words, heads = self._words, self._runs.heads(first, end)
        if not words.is_capital(first):
            heads = [n for n in heads if not self._runs.is_initial(n, small=True)]
        if not heads:
            return False
        head = heads[0]
        if sure and self._runs.is_chosen(head) and words.folded(first - 1) in _CALLED:
            return True
        if words.folded(head) in NOBODY or words.folded(head) in COLOURS or self._masked[head]:
            return False
        if not words.is_capital(head):
            usual = sure and "n" in (self._runs.flags(head) or "")
            return (usual or self._runs.is_clear(head)) and all(self._runs.flags(n) is not None for n in heads)
        return self._is_cued_capital(first, heads, sure=sure)

    def _is_cued_capital(self, first: int, heads: list[int], *, sure: bool) -> bool:
        words, runs, head = self._words, self._runs, heads[0]
        small_article = words.folded(first) in DETERMINERS and not words.is_capital(first)
        if small_article and runs.is_word_too(head):
            return False
        firm = any(words.folded(n) in FIRM_INTERFIXES for n in range(first, head))
        return runs.is_initial(head) or firm or len(heads) > 1 or runs.is_clear(head) or (sure and runs.is_chosen(head))

    def _by_itself(self, i: int) -> NameFound | None:
        if self._masked[i] or self._is_preposition(i):
            return None
        if is_measure(self._words, i) or is_english(self._words, i) or is_shop(self._words, self._masked, i):
            return None
        end = self._runs.end(i, small=False)
        if end > i and self._is_name(i, end):
            return NameFound(i, end)
        return self._in_small_letters(i)

    def _is_preposition(self, i: int) -> bool:
        """Of Van Dijk, of Stella: what the name belongs to goes before it; "bij van Dijk" is his name."""
        words = self._words
        if words.folded(i) not in INTERFIXES or words.is_capital(i) or not words.is_capital(i + 1):
            return False
        return words.folded(i + 1) in INTERFIXES or (words.folded(i) == "van" and words.folded(i - 1) not in OF_PERSONS)

    def _is_name(self, first: int, end: int) -> bool:
        if self._runs.is_initial(first):
            return end > first + 2 and not self._runs.is_excluded(end - 1)
        heads = self._runs.heads(first, end)
        if not heads or self._runs.is_excluded(heads[0]) or self._runs.is_model(first):
            return False
        if is_thing(self._words, first, end):
            return False
        if self._words.folded(first) in INTERFIXES:
            return self._is_surname(first, heads)
        return self._is_full(heads) if len(heads) > 1 else self._is_single(first, end)

    def _is_surname(self, first: int, heads: list[int]) -> bool:
        """De Wit, Van den Berg; "van Utrecht", "de Grote Spui" and "in De Hoef" are none."""
        words, runs, head = self._words, self._runs, heads[0]
        begin, flags = words.folded(first), runs.flags(head)
        small = not words.is_capital(first)
        if small and (begin == "op" or "het" in {words.folded(n) for n in range(first + 1, head)}):
            return False
        if len(heads) > 1:
            return begin not in _ARTICLES or runs.is_chosen(first)
        near = words.folded(first - 1) == "bij" and words.folded(first - 2) in _CLOSE
        if near or words.folded(first - 1) in OF_PLACES:
            return False
        firm = any(words.folded(n) in FIRM_INTERFIXES for n in range(first, head))
        if (firm and begin not in {"ter", "ten", "der"}) or (runs.is_chosen(first) and begin not in _ARTICLES):
            return True
        return flags is not None and self._is_listed_surname(first, head, flags)

    def _is_listed_surname(self, first: int, head: int, flags: str) -> bool:
        words, behind_de = self._words, self._words.folded(head - 1) == "de"
        cued = words.folded(first - 1) in ASSERTING or words.folded(head + 1) in SAYING_VERBS
        if "d" in flags and behind_de:
            known = words.is_capital(first) or words.folded(first - 1) in OF_PERSONS or "w" not in flags
            return known or cued
        return ("w" not in flags and "p" not in flags) or (behind_de and (cued or self._runs.is_chosen(first)))

    def _is_full(self, heads: list[int]) -> bool:
        """First and last name: the first is known, or both are and no plain words."""
        runs, first, last = self._runs, heads[0], heads[-1]
        flags = runs.flags(first)
        if runs.is_excluded(heads[1]) and not runs.is_clear(first):
            return False
        if flags is None:
            return runs.is_chosen(first) and any(runs.is_clear(n) for n in heads[1:])
        if "f" in flags and "w" not in flags:
            return True
        known = runs.flags(last) is not None and not runs.is_excluded(last)
        return known and ("f" in flags or "w" not in flags)

    def _is_single(self, i: int, end: int) -> bool:
        """One name alone: what stands around it decides where it may be a word or a place too."""
        flags, token = self._runs.flags(i), self._words.tokens[i]
        if self._is_called(i, flags):
            return True
        if flags is None or len(token.text) < 2 or (token.is_caps and len(token.text) < 4):
            return False
        before = self._words.folded(i - 1)
        if token.folded.endswith("'s") and self._runs.is_clear(i) and before not in _NEVER_OF_PERSONS:
            return True
        if before in DETERMINERS or self._is_where(i, flags) or is_made(self._words, i):
            return False
        return ("w" not in flags and "p" not in flags) or self._is_somebody(i, end, flags)

    def _is_called(self, i: int, flags: str | None) -> bool:
        """Kom op Kevin; "Sandertje, kom hier"."""
        words, before = self._words, self._words.folded(i - 1)
        if before in _QUOTES and words.folded(i + 1) in {",", "!"}:
            return flags is None and diminutive_flags(words.folded(i)) is not None
        if before != "op" or not words.is_capital(i):
            return False
        return words.folded(i - 2) in CALLS or (words.folded(i - 2) in WARNINGS and flags is not None)

    def _is_where(self, i: int, flags: str) -> bool:
        """In Brakel, op Urk, langs Bergen; "naar Ahmed" is a person."""
        before = self._words.folded(i - 1)
        towards = before in {"naar", "richting"} and "f" in flags and "p" not in flags
        return before in _NEVER_OF_PERSONS or (before in OF_PLACES and not towards)

    def _is_somebody(self, i: int, end: int, flags: str) -> bool:
        """A word or a place too: Roos belde; bij Bakker."""
        before, behind = self._words.folded(i - 1), self._words.folded(end)
        says = behind in SAYING_VERBS
        if self._is_identified(i, end):
            return True
        with_kin = behind == "en" and self._words.folded(end + 1) in {"haar", "zijn", "hun"}
        if self._words.starts(i):
            return "p" not in flags and (says or with_kin or ("n" in flags and behind in PERSON_VERBS))
        if "p" in flags and "f" not in flags:
            return says or before in ASSERTING
        return says or before in OF_PERSONS or "n" in flags

    def _is_identified(self, i: int, end: int) -> bool:
        """Mulder is de dader; het is Visser; de dader zou Bakker heten."""
        words = self._words
        told = words.folded(end) in _IS and words.folded(end + 1) in DETERMINERS and is_role(words.folded(end + 2))
        before = words.folded(i - 1) in _IS and (words.folded(i - 2) in _POINTING or is_role(words.folded(i - 2)))
        called = words.folded(end) in {"heten", "heet", "heette", "genoemd"}
        return told or (self._runs.is_chosen(i) and (before or called))

    def _in_small_letters(self, i: int) -> NameFound | None:
        """jan de vries, bij fatima: first and last name, or a first name that is no word."""
        words, runs = self._words, self._runs
        flags = runs.flags(i) or ""
        if runs.is_chosen(i) or runs.is_excluded(i) or runs.is_model(i):
            return None
        if "f" not in flags:
            return NameFound(i, i + 1) if self._is_small_surname(i) else None
        end = runs.end(i, small=True)
        heads = runs.heads(i, end)
        before = words.folded(i - 1)
        full = len(heads) > 1 and runs.flags(heads[1]) is not None and not runs.is_excluded(heads[1])
        if full and (before in ASSERTING or not all(runs.is_word_too(n) for n in heads)):
            return NameFound(i, end)
        if not runs.is_clear(i) or before in OF_PLACES or before in DETERMINERS:
            return None
        sure = len(words.folded(i)) > 3 or before in OF_PERSONS or words.folded(i + 1) in PERSON_VERBS
        return NameFound(i, i + 1) if sure else None

    def _is_small_surname(self, i: int) -> bool:
        """Bij terpstra: a last name and nothing else, behind who somebody stands with."""
        lone = len(self._words.folded(i)) > 4 and self._words.folded(i - 1) in _WITH_SOMEBODY
        return lone and self._runs.is_clear(i)

"""Names of people, with a title and without, in capitals and without."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.domain.guard.masks import masked_in
from bot.domain.guard.name_list import flags_of
from bot.domain.guard.name_words import (
    ASSERTING,
    COLOURS,
    COMPOUND_ROLES,
    DETERMINERS,
    FIRM_INTERFIXES,
    INTERFIXES,
    NAMING,
    NOT_CALLED,
    OF_PERSONS,
    OF_PLACES,
    PERSON_VERBS,
    PLACE_HEADS,
    ROLES,
    SAYING_VERBS,
    SHORT_TITLES,
    TITLES,
)
from bot.domain.guard.nobody import MAKERS, NOBODY, PRODUCTS
from bot.domain.guard.tokens import Words


@dataclass(frozen=True)
class NameFound:
    """The tokens of a name, `first` to `end`; `cue` is where the title or the role before it stands, if any."""

    first: int
    end: int
    cue: int | None = None
    people: int = 1


def names_in(words: Words) -> Iterator[NameFound]:
    """The names, in order; no two hold the same word."""
    finder = _Finder(words)
    i = 0
    while i < len(words):
        found = finder.at(i)
        if found:
            yield found
        i = found.end if found else i + 1


def is_role(word: str) -> bool:
    """Whether somebody is that: buurman, overbuurman."""
    return word in ROLES or (len(word) > 6 and word.endswith(COMPOUND_ROLES))


_CALLED: Final = NAMING - {"volgens", "aldus", "namens"} | {"is", "was"}


_INITIALS: Final = 5


class _Finder:
    def __init__(self, words: Words) -> None:
        self._words = words
        self._masked = masked_in(words)

    def at(self, i: int) -> NameFound | None:
        """The name whose title, role or first word stands there."""
        return self._behind_title(i) or self._behind_cue(i) or self._by_itself(i)

    # Behind a word that says that a name comes.

    def _behind_title(self, i: int) -> NameFound | None:
        title = self._words.folded(i)
        if title not in TITLES or self._masked[i]:
            return None
        first = self._after_points(i + 1)
        small = title in SHORT_TITLES
        end = self._run(first, small=True)
        if end == first or self._only_goes_on(first, end):
            return None
        if not small and not self._holds_capital(first, end):
            return None
        return NameFound(first, end, i)

    def _behind_cue(self, i: int) -> NameFound | None:
        word = self._words.folded(i)
        role, naming = is_role(word), word in NAMING
        if not (role or naming):
            return None
        first = self._after_points(i + 1)
        if naming and self._words.folded(first) in {"is", "was", "van", "zich", "luidt"}:
            first = self._after_points(first + 1)
        colon = first > i + 1 and self._words.folded(first - 1) in {":", ",", "("}
        end = self._run(first, small=True)
        if end == first or (self._only_goes_on(first, end) and not (naming and self._words.is_capital(first))):
            return None
        if not self._is_name_behind_cue(first, end, sure=(role and not colon) or word in NAMING):
            return None
        return NameFound(first, end, i if role else None)

    def _is_name_behind_cue(self, first: int, end: int, *, sure: bool) -> bool:
        words = self._words
        heads = [n for n in range(first, end) if words.tokens[n].is_word and words.folded(n) not in INTERFIXES]
        if not heads:
            return False
        head, word = heads[0], words.folded(heads[0])
        if sure and words.is_capital(head) and not words.starts(head) and words.folded(first - 1) in _CALLED:
            return True
        if word in NOBODY or word in COLOURS or self._masked[head]:
            return False
        if not words.is_capital(head):
            return self._is_clear(head) and all(flags_of(words.folded(n)) is not None for n in heads)
        if words.folded(first) in DETERMINERS and not words.is_capital(first) and self._is_word_too(head):
            return False
        if self._is_initial(head):
            return True
        if any(words.folded(n) in FIRM_INTERFIXES for n in range(first, head)):
            return True
        return (sure and not words.starts(head)) or self._is_clear(head) or len(heads) > 1

    # By itself.

    def _by_itself(self, i: int) -> NameFound | None:
        if self._masked[i] or not self._words.tokens[i].is_word:
            return None
        if self._is_preposition(i):
            return None
        end = self._run(i, small=False)
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
        if self._is_initial(first):
            return end > first + 2 and not self._is_excluded(end - 1)
        heads = [
            n for n in range(first, end) if self._words.folded(n) not in INTERFIXES and self._words.tokens[n].is_word
        ]
        if not heads or self._is_excluded(heads[0]) or self._is_called_thing(first):
            return False
        if self._words.folded(first) in INTERFIXES:
            small_article = self._words.folded(first) in {"de", "het"} and not self._words.is_capital(first)
            return not (small_article and len(heads) > 1) and self._is_surname(first, heads)
        if len(heads) > 1:
            return self._is_full(heads)
        return self._is_single(first, end)

    def _is_surname(self, first: int, heads: list[int]) -> bool:
        """De Wit, Van den Berg; "van Utrecht", "De Politie" and "in De Hoef" are none."""
        words, head = self._words, heads[0]
        flags = flags_of(words.folded(head))
        capital = words.is_capital(first) and not words.starts(first)
        firm = any(words.folded(n) in FIRM_INTERFIXES for n in range(first, head))
        if words.folded(first - 1) in OF_PLACES and not len(heads) > 1:
            return False
        if firm and words.folded(first) in FIRM_INTERFIXES and words.folded(first) in {"ter", "ten", "der"}:
            return flags is not None
        if firm:
            return True
        if capital and words.folded(first) != "de" and words.folded(first) != "het":
            return True
        if flags is None:
            return False
        cued = words.folded(first - 1) in ASSERTING or words.folded(heads[-1] + 1) in SAYING_VERBS
        if "d" in flags and words.folded(head - 1) == "de":
            return words.is_capital(first) or cued or (words.folded(first - 1) in OF_PERSONS) or "w" not in flags
        return ("w" not in flags and "p" not in flags) or ((capital or cued) and words.folded(head - 1) == "de")

    def _is_full(self, heads: list[int]) -> bool:
        """First and last name: the first is known, or both are and no plain words."""
        words, first, last = self._words, heads[0], heads[-1]
        flags = [flags_of(words.folded(n)) for n in heads]
        if self._is_excluded(heads[1]) and not self._is_clear(first):
            return False
        if flags[0] is None:
            return any(self._is_clear(n) for n in heads[1:]) and not words.starts(first)
        if "f" in flags[0] and "w" not in flags[0]:
            return True
        known = flags[-1] is not None and not self._is_excluded(last)
        return ("f" in flags[0] and known) or ("w" not in flags[0] and known)

    def _is_single(self, first: int, end: int) -> bool:
        words = self._words
        flags = flags_of(self._without_genitive(first))
        before, behind = words.folded(first - 1), words.folded(end)
        if (
            flags is None
            or len(words.folded(first)) < 2
            or words.tokens[first].is_caps
            and len(words.folded(first)) < 4
        ):
            return False
        if words.tokens[first].folded.endswith("'s") and self._is_clear(first) and before in {"de", "", "bij", "van"}:
            return True
        if before in DETERMINERS or (before in OF_PLACES and "f" not in flags) or before in {"in", "op", "te"}:
            return False
        if before in OF_PLACES and "p" in flags:
            return False
        if before == "van" and words.folded(first) in MAKERS and words.folded(first - 2).endswith(PRODUCTS):
            return False
        if "w" not in flags and "p" not in flags:
            return not (before in OF_PLACES and before not in {"naar", "richting"})
        verb = behind in SAYING_VERBS or (behind in PERSON_VERBS and "f" in flags and not words.starts(first))
        if words.starts(first):
            return behind in SAYING_VERBS and "p" not in flags or ("f" in flags and "p" not in flags and verb)
        if "p" in flags and "f" not in flags:
            return before in ASSERTING or behind in SAYING_VERBS
        return before in OF_PERSONS or verb or "f" in flags

    def _in_small_letters(self, i: int) -> NameFound | None:
        """jan de vries, bij fatima: first and last name, or a first name that is no word."""
        words = self._words
        flags = flags_of(words.folded(i))
        small = not words.is_capital(i) or words.starts(i)
        if not small or flags is None or "f" not in flags or self._is_excluded(i) or self._is_called_thing(i):
            return None
        end = self._run(i, small=True)
        heads = [n for n in range(i, end) if words.folded(n) not in INTERFIXES]
        before = words.folded(i - 1)
        if len(heads) > 1 and flags_of(words.folded(heads[1])) is not None and not self._is_excluded(heads[1]):
            plain = all(self._is_word_too(n) for n in heads)
            if not plain or before in ASSERTING:
                return NameFound(i, end)
        long = len(words.folded(i)) > 3 or before in OF_PERSONS or words.folded(i + 1) in PERSON_VERBS
        place = before in OF_PLACES or before in DETERMINERS
        if "w" in flags or "p" in flags or place or not long:
            return None
        return NameFound(i, i + 1)

    # What a run of words is made of.

    def _run(self, first: int, *, small: bool) -> int:
        """Where the name that may begin there ends: initials, then names, with "van de" before and between them."""
        i, names = self._after_initials(first), 0
        while i < len(self._words) and names < 4:
            nxt = i
            while self._words.folded(nxt) in INTERFIXES and self._joined(nxt, first) and nxt < i + 3:
                nxt += 1
            if not self._may_be_part(nxt, first, small=small and not names) or not self._joined(nxt, first):
                if not (small and names and self._is_known_small(nxt) and self._joined(nxt, first)):
                    break
            i, names = self._after_initials(nxt + 1) if names else nxt + 1, names + 1
        return i if names else first

    def _may_be_part(self, i: int, first: int, *, small: bool) -> bool:
        token = self._words.at(i)
        if token is None or not token.is_word or (self._masked[i] and i != first):
            return False
        if self._words.is_capital(i):
            return token.folded not in NOT_CALLED and not (
                i > first and token.folded in NOBODY | PLACE_HEADS and self._words.folded(i - 1) not in INTERFIXES
            )
        return small and token.folded not in NOT_CALLED and token.folded not in DETERMINERS and len(token.text) > 1

    def _is_known_small(self, i: int) -> bool:
        """A last name in small letters behind a first one: jan jansen; "jan loopt" is none."""
        word = self._words.folded(i)
        known = flags_of(word)
        behind_interfix = self._words.folded(i - 1) in INTERFIXES
        return known is not None and word not in NOT_CALLED | NOBODY and ("w" not in known or behind_interfix)

    def _joined(self, i: int, first: int) -> bool:
        """Whether the word goes on with what stands before it."""
        token = self._words.at(i)
        return token is not None and "\n" not in token.before and (i == first or not self._words.starts(i))

    def _after_initials(self, i: int) -> int:
        last = i + 2 * _INITIALS
        while i < last and self._is_initial(i):
            i += 2
        return i

    def _is_initial(self, i: int) -> bool:
        token, point = self._words.at(i), self._words.at(i + 1)
        lettered = token is not None and token.is_word and len(token.text) == 1 and token.is_capital
        return lettered and point is not None and point.text == "." and not point.before and not self._masked[i]

    def _after_points(self, i: int) -> int:
        last = i + _INITIALS
        while i < last and self._words.folded(i) in {".", ":", "(", ",", '"', "'", "„", "“", "‘"}:
            i += 1
        return i

    def _only_goes_on(self, first: int, end: int) -> bool:
        """Behind a title or a role comes what somebody does, wears or is."""
        heads = [n for n in range(first, end) if self._words.folded(n) not in INTERFIXES]
        word = self._words.folded(heads[0]) if heads else ""
        return not word or word in NOT_CALLED or is_role(word) or word in NOBODY or word in TITLES

    def _holds_capital(self, first: int, end: int) -> bool:
        words = self._words
        some = [n for n in range(first, end) if words.folded(n) not in INTERFIXES]
        known = (
            self._is_clear(n) or "d" in (flags_of(words.folded(n)) or "") and words.folded(n - 1) == "de" for n in some
        )
        return any(words.is_capital(n) and not words.starts(n) for n in some) or any(known)

    def _is_clear(self, i: int) -> bool:
        flags = flags_of(self._without_genitive(i))
        return flags is not None and "w" not in flags and "p" not in flags and self._words.folded(i) not in NOBODY

    def _is_word_too(self, i: int) -> bool:
        flags = flags_of(self._words.folded(i))
        return flags is None or "w" in flags

    def _is_excluded(self, i: int) -> bool:
        word = self._words.folded(i)
        if self._words.folded(i - 1) in INTERFIXES and self._words.is_capital(i) and not self._masked[i]:
            return word in NOBODY and (word not in COLOURS or self._words.folded(i - 1) == "van")
        return word in NOBODY or (word in PLACE_HEADS and not is_role(word)) or self._masked[i]

    def _is_called_thing(self, i: int) -> bool:
        """Seat Leon, merk Gazelle: what stands behind a make is its model."""
        before = self._words.folded(i - 1)
        made = before in NOBODY and self._words.is_capital(i - 1) and not self._words.starts(i)
        return made and before not in {"de", "en", "van"}

    def _without_genitive(self, i: int) -> str:
        """Ahmed's, Fatima's; Jans bike goes by Jan."""
        word = self._words.folded(i)
        return word[:-2] if word.endswith("'s") else word.removesuffix("'")

"""What a name is made of: initials, first names, "van de", last names; and what each word of it is known for."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from bot.domain.guard.names.dictionary import is_compound, is_dutch
from bot.domain.guard.names.name_list import diminutive_flags, flags_of
from bot.domain.guard.names.name_words import (
    COLOURS,
    COMPOUND_ROLES,
    DETERMINERS,
    INTERFIXES,
    LAST_NAMES_TOO,
    LEADING_INTERFIXES,
    NOBLES,
    NOT_CALLED,
    OF_PLACES,
    PERSON_VERBS,
    PLACE_HEADS,
    ROLES,
    SHORT_TITLES,
    TITLES,
)
from bot.domain.guard.names.nobody import NOBODY, SOLD
from bot.domain.guard.names.owners import is_genitive
from bot.domain.guard.tokens import Words
from bot.domain.guard.words import words_of

_INITIALS: Final = 5
_MOST_NAMES: Final = 4
_NO_LAST_NAME: Final = NOBODY | PLACE_HEADS
_SHORTEST_MAKE: Final = 3
_WOODS: Final = words_of("bos meer hof molen dijk poort toren")
_BETWEEN: Final = frozenset("dvt")
LETTERED: Final = words_of("""
letter maat niveau type vak blok groep hal lijn klasse vitamine categorie gebouw ingang perron rij kavel perceel zone
deel bijlage punt model
""")
"""What is told by a letter: niveau A."""
_MARKS: Final = frozenset(".:(,\"'„“‘")


@lru_cache(4096)
def is_role(word: str) -> bool:
    """Whether somebody is that: buurman, overbuurman."""
    return word in ROLES or (len(word) > 6 and word.endswith(COMPOUND_ROLES))


class Runs:
    """Runs of words that may be a name; `masked` is what belongs to a place or a firm."""

    def __init__(self, words: Words, masked: Sequence[bool]) -> None:
        self.words = words
        self.masked = masked

    def end(self, first: int, *, small: bool) -> int:
        """Where the name that may begin there ends; `first` where none does. `small`: its first name may be small."""
        i, names = self.after_initials(first, small=small), 0
        while i < len(self.words) and names < _MOST_NAMES:
            part = self._after_interfixes(i, first)
            if not (self._is_joined(part, first) and self._is_part(part, first, small=small, names=names)):
                break
            i, names = self._after_name(part + 1, names), names + 1
        return i if names else first

    def _after_name(self, i: int, names: int) -> int:
        """Behind its initials: Peter R. de Groot; "Ricardo S." ends."""
        end = self.after_initials(i)
        return end if names or self.words.is_capital(self._after_interfixes(end, i)) else i

    def _is_part(self, i: int, first: int, *, small: bool, names: int) -> bool:
        if small and names and self._is_known_small(i):
            return True
        token = self.words.at(i)
        if token is None or not token.is_word or (self.masked[i] and i != first) or is_genitive(self.words, i):
            return False
        if token.folded in NOT_CALLED and not self._is_wil(i):
            return False
        if self.words.is_capital(i):
            led = self.words.folded(i - 1).rpartition("-")[2] in INTERFIXES or i == first  # Pietersen-de Graaf
            return led or token.folded not in _NO_LAST_NAME or self._is_last_name(i, first)
        return small and not names and token.folded not in DETERMINERS and len(token.text) > 1

    def _is_last_name(self, i: int, first: int) -> bool:
        """Anja Bos, P. Zwart, Maria Santos: behind a first name or an initial a wood, a colour or a make is one."""
        word = self.words.folded(i)
        listed = flags_of(word)
        may_be = word in LAST_NAMES_TOO or word in COLOURS
        return (may_be and self.is_initial(i - 2)) or (
            (may_be or (listed is not None and "w" not in listed)) and self.is_first_name(first)
        )

    def is_first_name(self, i: int) -> bool:
        """A usual first name, or one that is nothing else, with its capital."""
        flags = self.flags(i) or ""
        usual = "f" in flags and ("n" in flags or not {"w", "p"} & set(flags))
        return usual and self.words.is_capital(i) and self.words.folded(i) not in NOBODY and not self.masked[i]

    def _is_wil(self, i: int) -> bool:
        """Wil de Groot zag hem, buurvrouw Wil; "Wil de bewoner bellen?" asks."""
        if "n" not in (flags_of(self.words.folded(i)) or "") or not self.words.is_capital(i):
            return False
        if self.is_chosen(i):
            return True
        last = i + 1
        while self.words.folded(last) in INTERFIXES:
            last += 1
        return self.words.is_capital(last) and self.words.folded(last + 1) in PERSON_VERBS

    def _is_known_small(self, i: int) -> bool:
        """A last name in small letters behind a first one: jan jansen; "jan loopt" is none."""
        word = self.words.folded(i)
        flags = flags_of(word)
        if flags is None and is_compound(word):
            return self._ends(i + 1) and self.words.folded(i - 1) not in INTERFIXES  # gerrit hoogeveen uit de straat
        if flags is None or word in NOT_CALLED or word in NOBODY:
            return False
        return "w" not in flags or self.words.folded(i - 1) in INTERFIXES or is_compound(word)

    def _ends(self, i: int) -> bool:
        """A sentence, or where somebody is and what he does comes next."""
        behind = self.words.at(i)
        return behind is None or not behind.is_word or behind.folded in PERSON_VERBS | OF_PLACES | {"van", "en"}

    def _is_joined(self, i: int, first: int) -> bool:
        """Whether the word goes on with what stands before it; the first may begin a line."""
        token = self.words.at(i)
        return token is not None and (i == first or ("\n" not in token.before and not self.words.starts(i)))

    def _after_interfixes(self, i: int, first: int) -> int:
        last = i + 3
        while i < last and self._is_interfix(i) and self._is_joined(i, first):
            i += 1
        return i

    def _is_interfix(self, i: int) -> bool:
        """Van, den; and the first word of Op den Kamp, Uit den Bogaard where it has its capital."""
        word, behind = self.words.folded(i), self.words.folded(i + 1)
        leads = word in LEADING_INTERFIXES and behind in INTERFIXES and self.words.is_capital(i)
        return word in INTERFIXES or (leads and not self.words.is_capital(i + 1) and not self.words.starts(i))

    def after_initials(self, i: int, *, small: bool = False) -> int:
        """Behind J.P.; `i` where none stand."""
        first, last = i, i + 2 * _INITIALS
        while i < last and (self.is_initial(i, small=small) or (i > first and self._is_small_initial(i))):
            i += 2
        return i

    def _is_small_initial(self, i: int) -> bool:
        """The d. of R.d.V.: of what stands between his names."""
        token = self.words.at(i)
        if token is None or token.text not in _BETWEEN or token.before or self.words.folded(i + 1) != ".":
            return False
        return self.is_initial(i + 2) or self._is_small_initial(i + 2)

    def is_initial(self, i: int, *, small: bool = False) -> bool:
        """A capital with its point; a small letter too where a name is sure to come."""
        token, point = self.words.at(i), self.words.at(i + 1)
        if token is None or point is None or len(token.text) != 1:
            return False
        return (
            token.is_word
            and (token.is_capital or small)
            and point.text == "."
            and not point.before
            and not self.masked[i]
            and self.words.folded(i - 1) not in LETTERED
        )

    def after_marks(self, i: int) -> int:
        """Behind a point, a colon or a quotation mark."""
        last = i + _INITIALS
        while i < last and self.words.folded(i) in _MARKS:
            i += 1
        return i

    def heads(self, first: int, end: int) -> list[int]:
        """The names without what stands between them."""
        words = self.words
        return [n for n in range(first, end) if words.tokens[n].is_word and not self._is_interfix(n)]

    def only_goes_on(self, first: int, end: int) -> bool:
        """Behind a title or a role comes what somebody does, wears or is."""
        heads = self.heads(first, end)
        word = self.words.folded(heads[0]) if heads else ""
        if word in COLOURS and heads[0] > first and self._is_short_title(first - 1):
            return False
        if heads and self._is_wil(heads[0]):
            return False
        return not word or word in NOT_CALLED or is_role(word) or word in NOBODY or word in TITLES

    def _is_short_title(self, i: int) -> bool:
        """Mevr de bruin, dhr. de groot: behind these comes no thing with its colour."""
        return self.words.folded(i - (self.words.folded(i) == ".")) in SHORT_TITLES

    def flags(self, i: int) -> str | None:
        """What the list says of it: Ahmed's goes by Ahmed."""
        word = self.words.folded(i)
        plain = word[:-2] if word.endswith("'s") else word.removesuffix("'")
        flags = flags_of(plain)
        if "f" in (flags or "") or not self.words.is_capital(i):
            return flags
        sure = self.is_chosen(i) or flags is not None or plain.endswith("je") or not is_dutch(plain)
        short = diminutive_flags(plain) if sure else None
        return flags if short is None else short + (flags or "")

    def is_listed(self, i: int) -> bool:
        """In the list of names, or put together as many last names are."""
        return self.flags(i) is not None or is_compound(self.words.folded(i))

    def is_clear(self, i: int) -> bool:
        """A name and nothing else."""
        flags = self.flags(i)
        return flags is not None and "w" not in flags and "p" not in flags and self.words.folded(i) not in NOBODY

    def is_word_too(self, i: int) -> bool:
        """A plain word, or none that we know."""
        flags = self.flags(i)
        return flags is None or "w" in flags

    def is_chosen(self, i: int) -> bool:
        """Written with a capital where a small letter would do."""
        return self.words.is_capital(i) and not self.words.starts(i)

    def is_excluded(self, i: int) -> bool:
        """Of a place, a firm or a thing; behind "De" and "Van" a colour or a dike is a name."""
        word, before = self.words.folded(i), self.words.folded(i - 1)
        if before in INTERFIXES and self.words.is_capital(i) and not self.masked[i]:
            if self.is_chosen(i - 1) and before in {"van", "de"} and len(word) < _SHORTEST_MAKE:
                return False  # (Van Es): no make or model is as short
            if self.is_chosen(i - 1) and before == "van":
                return False  # volgens Van Utrecht; what is from there is "van Utrecht"
            return word in NOBODY and (word not in COLOURS or before == "van")
        if word in COLOURS and "n" not in (self.flags(i) or ""):
            return True
        return word in NOBODY or (word in PLACE_HEADS and not is_role(word) and not self._is_noble(i)) or self.masked[i]

    def _is_noble(self, i: int) -> bool:
        """Daar was Prins bij, ook Bos zag het; Prins Bernhard, "de Prins" and "in Bos en Duin" are none of ours."""
        before = self.words.folded(i - 1)
        alone = not self.words.is_capital(i + 1) and before not in DETERMINERS | OF_PLACES
        return self.words.folded(i) in NOBLES | _WOODS and self.is_chosen(i) and alone

    def is_model(self, i: int) -> bool:
        """Seat Leon: what stands behind a make is its model; Gisteren Truus, Omdat Karin begin a sentence."""
        before = self.words.folded(i - 1)
        makes = before in (SOLD if self.words.starts(i - 1) else NOBODY)
        made = makes and self.words.is_capital(i - 1) and not self.words.starts(i)
        return made and before not in {"de", "en", "van"}

"""Names of people, with a title and without, in capitals and without."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.guard.around.bare import is_bare_name, van_end
from bot.domain.guard.around.bare_words import BARE
from bot.domain.guard.around.cues import Cues
from bot.domain.guard.around.found import NameFound
from bot.domain.guard.around.glued import whole_end
from bot.domain.guard.around.predicates import burgled_end, is_subject, subject_end
from bot.domain.guard.around.sure import Sure
from bot.domain.guard.around.told_behind import is_told_behind
from bot.domain.guard.names.brands import HUES
from bot.domain.guard.names.dictionary import is_given_name
from bot.domain.guard.names.last_names import LastNames
from bot.domain.guard.names.lone import Lone
from bot.domain.guard.names.name_words import (
    ADVERBS,
    ASSERTING,
    CIVIL,
    COLOURS,
    DETERMINERS,
    INTERFIXES,
    KIN,
    LAST_NAMES_TOO,
    NAMING,
    NOT_CALLED,
    OF_PERSONS,
    OPENERS,
    PERSON_VERBS,
    TITLES,
)
from bot.domain.guard.names.namesakes import is_beside_make, is_english, is_measure, is_shop, is_thing
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.names.owners import is_genitive
from bot.domain.guard.names.plain_words import PlainWords
from bot.domain.guard.names.small import Small
from bot.domain.guard.runs import LETTERED, Runs, is_role
from bot.domain.guard.tokens import Words

_WITH_SOMEBODY: Final = ASSERTING | {"bij", "van", "door", "met", "aan"}
_POINTING: Final = frozenset({"het", "dat", "dit", "die"})
_ENCLOSED: Final = frozenset({("(", ")"), (",", ",")})
_NEVER_OF_PERSONS: Final = frozenset({"in", "op", "te"})
_INITIALS_BEHIND: Final = NAMING | {"initialen", "initiaal", "voorletters", "hem", "ken", "kent", "u", "zonder", "zich"}
_ABBREVIATIONS: Final = frozenset(
    {"b.v.", "n.v.", "v.o.f.", "c.v.", "n.s.", "o.m.", "a.p.v.", "e.h.b.o.", "v.v.", "t.v."}
)
_YOUNGER: Final = frozenset({"jr", "sr"})
_KINGS: Final = frozenset({"ii", "iii", "iv"})


def names_in(words: Words, masked: Sequence[bool]) -> Iterator[NameFound]:
    """The names, in order; no two hold the same word."""
    finder = _Finder(words, masked)
    found, i = [], 0
    while i < len(words):
        name = finder.at(i)
        if name:
            name = replace(name, end=whole_end(words, name.end))
            found.append(name)
        i = name.end if name else i + 1
    return iter(sorted((*found, *finder.again(found)), key=lambda name: name.first))


class _Finder:
    def __init__(self, words: Words, masked: Sequence[bool]) -> None:
        self._words = words
        self._masked = masked
        self._runs = Runs(words, masked)
        self._lone = Lone(words, self._runs)
        self._small = Small(words, self._runs)
        self._plain = PlainWords(words, self._runs)
        self._sure = Sure(words, self._runs)
        self._cues = Cues(words, masked, self._runs, self._lone, self._plain)
        self._last = LastNames(words, self._runs, self._lone)

    def at(self, i: int) -> NameFound | None:
        """The name whose title, role or first word stands there."""
        if not self._words.tokens[i].is_word:
            return None
        if self._is_lone_letter(i):
            found = self.at(i + 1)
            return replace(found, first=i) if found and found.first == i + 1 else None
        if is_genitive(self._words, i) and not self._masked[i]:
            return NameFound(i, i + 1)
        cues = self._cues
        found = cues.behind_title(i) or cues.behind_cue(i) or cues.behind_greeting(i) or self._for_sure(i)
        found = found or self._by_itself(i)
        if found is None:
            return self._initials_alone(i)
        return replace(found, end=self._with_initials(self._with_surname(found.end)))

    def _is_lone_letter(self, i: int) -> bool:
        """J Jansen: an initial without its point."""
        token = self._words.tokens[i]
        led_by = i + 1
        while self._words.folded(led_by) in INTERFIXES and led_by < i + 3:
            led_by += 1  # P de Vries
        behind = self._words.at(led_by)
        led = behind is not None and behind.is_capital and not behind.is_caps and behind.before == " "
        return len(token.text) == 1 and token.text.isupper() and token.text not in "UIO" and led

    def again(self, found: Sequence[NameFound]) -> Iterator[NameFound]:
        """Whoever is somebody once is so each time, also where a sentence begins."""
        words = self._words
        taken = {n for name in found for n in range(name.first, name.end)}
        known = {words.folded(n) for n in taken if words.is_capital(n) and self._may_come_again(n)}
        beside = {n for name in found for n in self._beside(name)}
        for i in range(len(words)):
            again = words.folded(i) in known and words.is_capital(i) and not self._masked[i]
            if i not in taken and (again or i in beside):
                yield NameFound(i, i + 1)

    def _beside(self, name: NameFound) -> Iterator[int]:
        """Kees en Wil, Wil en Kees: a first name with its capital beside somebody, whatever word it is too."""
        words = self._words
        for joint, other in ((name.end, name.end + 1), (name.first - 1, name.first - 2)):
            flags = self._runs.flags(other) or ""
            named = words.is_capital(other) and ("f" in flags or ("c" in flags and words.folded(other) not in BARE))
            usual = "n" in (self._runs.flags(other) or "")
            free = named and not self._masked[other] and (usual or words.folded(other) not in NOBODY)
            if free and words.folded(joint) in {"en", "&"}:
                yield other
        if words.folded(name.first - 1) == "," and self._is_last_first(name):
            yield name.first - 2

    def _is_last_first(self, name: NameFound) -> bool:
        """Bakker, Piet is gehoord."""
        last = name.first - 2
        flags = self._runs.flags(last)
        if last < 0 or flags is None or not self._words.starts(last) or self._runs.masked[last]:
            return False
        return ("w" not in flags or "c" in flags) and self._words.folded(last) not in NOBODY | BARE | ADVERBS | OPENERS

    def _may_come_again(self, i: int) -> bool:
        word = self._words.folded(i)
        other = NOBODY | INTERFIXES | COLOURS | TITLES | OPENERS | ADVERBS | DETERMINERS
        return len(word) > 2 and self._words.tokens[i].is_word and word not in other and not is_role(word)

    def _for_sure(self, i: int) -> NameFound | None:
        if is_subject(self._words, self._runs, i, small=self._sure.is_small_name(i)) or self._lone.is_joined(i):
            return NameFound(i, i + 1)
        if is_bare_name(self._words, self._runs, i) or is_told_behind(self._words, self._runs, i):
            return NameFound(i, i + 1)
        ends = subject_end(self._words, i), burgled_end(self._words, i), van_end(self._words, self._runs, i)
        end = max(self._sure.end(i), *ends)
        return NameFound(i, end) if end > i else None

    def _with_surname(self, end: int) -> int:
        """Ruud Maas, Wim Vecht: what stands with its capital behind a first name is his, a river or a wood too."""
        behind = self._words.at(end)
        if small := self._small_surname(end):
            return small
        if self._words.folded(end) in _YOUNGER:
            return end + 1 + (self._words.folded(end + 1) == ".")
        if behind is None or "\n" in behind.before or not behind.is_word or behind.is_caps or self._masked[end]:
            return end
        if self._words.folded(end) == "-" and self._runs.is_chosen(end + 1) and self._runs.flags(end + 1) is not None:
            return end + 2  # De Vries - Bakker
        named = "f" in (self._runs.flags(end - 1) or "") and self._runs.is_chosen(end)
        return end + 1 if named and not is_genitive(self._words, end) else end

    def _small_surname(self, end: int) -> int:
        """Sanne van dijk, piet van der meer; 0 behind anything else."""
        words, last = self._words, end
        while words.folded(last) in INTERFIXES and last < end + 3 and not words.starts(last):
            last += 1
        word = words.folded(last)
        known = self._runs.flags(last) is not None or word in LAST_NAMES_TOO
        led = words.folded(end) == "van" and "f" in (self._runs.flags(end - 1) or "")
        other = words.is_capital(last) or word in NOT_CALLED | DETERMINERS | PERSON_VERBS or is_role(word)
        return last + 1 if led and known and not other else 0

    def _with_initials(self, end: int) -> int:
        """Jansen, J. is one name."""
        behind = self._runs.after_initials(end + 1) if self._words.folded(end) == "," else end + 1
        return behind if behind > end + 1 else end

    def _initials_alone(self, i: int) -> NameFound | None:
        """J. zag hem, verdachte J.P. is weg: initials where somebody stands."""
        words, end = self._words, self._runs.after_initials(i)
        if end == i:
            return NameFound(i, i + 1) if self._is_letter_of(i) else None
        if words.folded(i - 1) in LETTERED or "".join(words.folded(n) for n in range(i, end)) in _ABBREVIATIONS:
            return None
        if words.folded(end) == "(" and self._runs.is_first_name(end + 1) and words.folded(end + 2) == ")":
            return NameFound(i, max(self._runs.end(end + 3, small=False), end + 3))  # P. (Piet) Bakker
        if words.folded(end) in INTERFIXES and self._runs.is_initial(end + 1):
            end = self._runs.after_initials(end + 1)  # H. te V.
        before, behind = words.folded(i - 1), words.folded(end)
        if "f" in (self._runs.flags(i - 1) or "") and words.is_capital(i - 1) and not words.starts(i - 1):
            return NameFound(i - 1, end)  # deze Roman K., whatever else a roman is
        if title := self._title_before(i):
            return NameFound(i, end, title)
        led = (
            self._is_done_by(i, end)
            or before in _WITH_SOMEBODY | _INITIALS_BEHIND
            or is_role(before)
            or (before, behind) in _ENCLOSED
        )
        labelled = before == ":" and (is_role(words.folded(i - 2)) or words.folded(i - 2) in _INITIALS_BEHIND)
        told = (
            labelled
            or (behind == "en" and words.is_capital(end + 1))
            or (words.starts(i) and behind in {"uit", "van"} and words.folded(end + 1) in DETERMINERS)
            or behind in PERSON_VERBS
            or (led and not words.starts(i))
            or self._sure.is_said(i, end)
        )
        return NameFound(i, end) if told else None

    def _is_letter_of(self, i: int) -> bool:
        """Buurvrouw T hoorde het; a witness is told by a letter that is not hers: getuige B zag hem."""
        letter = len(self._words.tokens[i].text) == 1 and self._words.is_capital(i)
        return letter and self._words.folded(i - 1) in KIN and self._words.folded(i + 1) in PERSON_VERBS

    def _title_before(self, i: int) -> int | None:
        """Meneer B., mw. K.: where the title stands."""
        at = i - 1 - (self._words.folded(i - 1) == ".")
        return at if self._words.folded(at) in CIVIL else None

    def _is_done_by(self, i: int, end: int) -> bool:
        """Dit heeft J. gedaan."""
        behind = self._words.at(end)
        goes_on = behind is not None and behind.is_word and not behind.is_capital
        return goes_on and self._words.folded(i - 1) in PERSON_VERBS

    def _by_itself(self, i: int) -> NameFound | None:
        if self._masked[i] or self._is_preposition(i):
            return None
        if is_measure(self._words, i) or is_english(self._words, i) or is_shop(self._words, self._masked, i):
            return None
        if is_beside_make(self._words, i) and not self._runs.is_clear(i):
            return None
        end = self._runs.end(i, small=False)
        if end == i + 1 and self._words.starts(i) and self._words.folded(i) in OPENERS | ADVERBS:
            return None
        if end > i and self._words.folded(end - 1) not in _KINGS and self._is_name(i, end):
            return NameFound(i, end)
        small_end = max(self._small.end(i), self._plain.small_end(i))
        return NameFound(i, small_end) if small_end > i else None

    def _is_preposition(self, i: int) -> bool:
        """Of Van Dijk, of Stella: what the name belongs to goes before it; "bij van Dijk" is his name."""
        words = self._words
        if words.folded(i) not in INTERFIXES or words.is_capital(i) or not words.is_capital(i + 1):
            return False
        return words.folded(i + 1) in INTERFIXES or (words.folded(i) == "van" and words.folded(i - 1) not in OF_PERSONS)

    def _is_name(self, first: int, end: int) -> bool:
        if self._runs.is_initial(first):
            return end > first + 2 and (not self._runs.is_excluded(end - 1) or self._is_signed(first, end))
        heads = self._runs.heads(first, end)
        if len(heads) > 1 and self._is_like(heads):
            heads = heads[1:]
        if len(heads) == 2 and is_given_name(self._words.tokens[heads[1]].text):  # Park Ji-hoon
            return True
        if len(heads) == 1 and self._plain.is_somebody(first, end):
            return True
        if not heads or self._is_no_person(first, end, heads):
            return False
        if self._words.folded(first) in INTERFIXES:
            return self._last.is_surname(first, heads)
        return self._last.is_full(heads) if len(heads) > 1 else self._lone.is_name(heads[0], end)

    def _is_like(self, heads: list[int]) -> bool:
        """Kleine Piet, Dikke Bertus: what he is like; "Rode Stella" is a bicycle."""
        words = self._words
        if words.folded(heads[0]) not in COLOURS:
            return False
        return self._runs.is_chosen(heads[0]) or (
            words.folded(heads[0]) not in HUES and self._runs.is_first_name(heads[1])
        )

    def _is_signed(self, first: int, end: int) -> bool:
        """Voor T. Zwart, vraag naar A. Molen, groet, M. Bos: a last name; "type A. Zwart" begins a sentence."""
        words, before = self._words, self._words.folded(first - 1)
        if self._runs.masked[end - 1] or words.folded(end - 1) not in COLOURS | LAST_NAMES_TOO:
            return False
        led = before in OF_PERSONS | {"naar", "is", ",", ":"} or is_role(before)
        return led or words.starts(first) or words.folded(end) in PERSON_VERBS

    def _is_no_person(self, first: int, end: int, heads: list[int]) -> bool:
        """A model, a make, a place, a thing; unless somebody stands there who is called like one."""
        namesake = len(heads) == 1 and self._lone.is_namesake(heads[0], end)
        if self._runs.is_model(first) or (self._runs.is_excluded(heads[0]) and not namesake):
            return True
        return is_thing(self._words, first, end) and not self._lone.is_owner(first)

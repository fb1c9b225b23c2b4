"""Behind whom or what a name is sure to come: mevrouw X, buurman X, hij heet X, beste X."""

from collections.abc import Sequence
from typing import Final

from bot.domain.guard.around.bare_words import GROUPS
from bot.domain.guard.around.found import NameFound
from bot.domain.guard.around.royals import is_called_royal
from bot.domain.guard.around.strangers import is_strange
from bot.domain.guard.names.dictionary import is_known, is_made_up, is_some_man
from bot.domain.guard.names.lone import Lone
from bot.domain.guard.names.name_list import diminutive_flags
from bot.domain.guard.names.name_words import (
    ASSERTING,
    CIVIL,
    COLOURS,
    DETERMINERS,
    FIRM_INTERFIXES,
    GREETINGS,
    JOBS,
    NAMING,
    SHORT_TITLES,
    TITLES,
)
from bot.domain.guard.names.namesakes import is_in_english, is_made
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.names.plain_words import PlainWords
from bot.domain.guard.runs import Runs, is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.words import words_of

_CALLED: Final = NAMING - {"volgens", "aldus", "namens"} | {"is", "was"}
_LINKING: Final = frozenset({"is", "was", "van", "zich", "luidt"})
_NAMES_WHOM: Final = frozenset({"noemt", "noemde", "noemden", "noemen"})
_WHOM: Final = frozenset({"hem", "haar", "hen", "ze"})
"""De buren noemen hem Sjaakie."""
_HEET: Final = frozenset({"heet", "heette"})
_THEY: Final = frozenset({"hij", "zij", "ze", "die", "deze"})
_IS: Final = frozenset({"is", "was", "betreft"})
_ENCLOSED: Final = frozenset({("(", ")"), (",", ",")})
_BEASTS: Final = words_of(
    "hond hondje teckel labrador herder puppy kat kater poes konijn paard pony papegaai parkiet cavia"
)
_ENDS: Final = frozenset(".,;!?(")


class Cues:
    """Names behind a title, a role, a word that names or a greeting."""

    def __init__(self, words: Words, masked: Sequence[bool], runs: Runs, lone: Lone, plain: PlainWords) -> None:
        self._words = words
        self._masked = masked
        self._runs = runs
        self._lone = lone
        self._plain = plain

    def behind_greeting(self, i: int) -> NameFound | None:
        """Beste Samira; no Beste buren, Hallo Amersfoort."""
        if self._words.folded(i) not in GREETINGS:
            return None
        first = self._runs.after_marks(i + 1) if self._words.folded(i + 1) == "," else i + 1
        end = self._runs.end(first, small=False)
        if end == first or self._runs.only_goes_on(first, end) or self._runs.is_excluded(first):
            return None
        flags = self._runs.flags(first)
        known = flags is not None and ("f" in flags or "d" in flags or ("w" not in flags and "p" not in flags))
        foreign = self._lone.is_stranger(first) and not self._words.folded(first).endswith("ers")
        counted = self._runs.is_chosen(first) and self._is_counted(self._words.folded(first), flags or "")
        return NameFound(first, end) if known or counted or foreign or self._runs.is_initial(first) else None

    def _is_counted(self, word: str, flags: str) -> bool:
        """Beste Bakker, beste Peters."""
        listed = not {"c", "v"}.isdisjoint(flags) or ("w" in flags and word.endswith("s"))
        return listed and word not in GROUPS

    def behind_title(self, i: int) -> NameFound | None:
        title = self._words.folded(i)
        if self._masked[i] or not (title in TITLES or is_called_royal(self._words, i)):
            return None
        first = self._runs.after_marks(i + 1)
        end = self._runs.end(first, small=True)
        head = first + (self._words.folded(first) == "van")
        made = title in CIVIL and self._runs.is_chosen(head) and self._words.folded(head) in NOBODY
        if self._plain.is_subject(i, first, end):
            return NameFound(first, end, i)
        if end == first or (self._runs.only_goes_on(first, end) and not made):
            return None
        sure = title in SHORT_TITLES or any(self._is_titled(n, i) for n in self._runs.heads(first, end))
        return NameFound(first, end, i) if sure else None

    def _is_titled(self, i: int, title: int) -> bool:
        """Behind "meneer" a name has its capital, or is a name and nothing else, or goes with "de"."""
        greeted = self._words.folded(self._words.sentence(title)[0]) in GREETINGS
        if i == title + 1 and self._words.is_capital(i) and not greeted and not is_known(self._words.folded(i)):
            return True  # de heer, and his name on the next line
        behind_de = "d" in (self._runs.flags(i) or "") and self._words.folded(i - 1) == "de"
        firm = self._words.folded(i - 1) in FIRM_INTERFIXES
        strange = is_strange(self._words.folded(i)) or diminutive_flags(self._words.folded(i)) is not None
        return self._runs.is_chosen(i) or self._runs.is_clear(i) or behind_de or firm or strange

    def behind_cue(self, i: int) -> NameFound | None:
        word = self._words.folded(i)
        role, naming = is_role(word) or self._is_job(i), word in NAMING and not self._is_of_beast(i)
        if not (role or naming) or is_made(self._words, i + 2):
            return None
        first = self._runs.after_marks(i + 1)
        links = _LINKING if naming else _IS if self._is_told_small(first + 1) else frozenset[str]()
        if word in _NAMES_WHOM and self._words.folded(first) in _WHOM:
            first = self._runs.after_marks(first + 1)
        if self._words.folded(first) in links and not self._words.is_capital(first):
            first = self._runs.after_marks(first + 1)
        end = self._runs.end(first, small=True)
        if role and self._plain.is_subject(i, first, end):
            return NameFound(first, end, i)
        called = naming and self._words.is_capital(first)
        if end == first or (self._runs.only_goes_on(first, end) and not called):
            return None
        enclosed = (self._words.folded(first - 1), self._words.folded(end)) in _ENCLOSED
        known = enclosed and (self._runs.flags(end - 1) is not None or self._lone.is_stranger(end - 1))
        sure = naming or known or first == i + 1 or self._words.folded(first - 1) not in {":", ",", "("}
        return NameFound(first, end, i if role else None) if self._is_cued(first, end, sure=sure) else None

    def _is_of_beast(self, i: int) -> bool:
        """De hond luistert naar de naam Bolle."""
        near = {self._words.folded(n) for n in range(self._words.sentence(i)[0], i)}
        return not near.isdisjoint(_BEASTS) and not any(map(is_role, near))

    def _is_job(self, i: int) -> bool:
        """Slager Harms, trainer ronnie; "Bakker" with its capital may be a name itself."""
        words = self._words
        if words.folded(i) not in JOBS or self._runs.is_chosen(i) or words.tokens[i].is_caps or self._masked[i]:
            return False
        behind = words.folded(i + 1)
        return (self._runs.is_chosen(i + 1) and behind not in NOBODY) or self._runs.is_clear(i + 1)

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
        if sure and self._runs.is_chosen(head) and words.folded(first - 1) in _CALLED | _WHOM:
            return True
        if is_role(words.folded(first - 1)) and len(words.folded(head)) == 1 and not self._runs.is_initial(head):
            return False  # getuige B
        if words.folded(head) in NOBODY or words.folded(head) in COLOURS or self._masked[head]:
            return False
        if words.is_capital(head):
            return self._is_cued_capital(first, heads, sure=sure)
        return self._is_cued_small(first, heads, sure=sure)

    def _is_cued_small(self, first: int, heads: list[int], *, sure: bool) -> bool:
        """Buurvrouw toos, een zekere xhevdet: a usual name, one that is nothing else, or no word at all."""
        words, head = self._words, heads[0]
        called = words.folded(first - 1) in _HEET and self._is_of_somebody(first - 2)
        usual = sure and (called or "n" in (self._runs.flags(head) or ""))
        short = diminutive_flags(words.folded(head)) is not None
        strange = is_strange(words.folded(head)) and not is_in_english(words, head)
        shouted = words.tokens[head].is_caps and is_some_man(words.folded(head))
        if sure and len(heads) == 1 and (short or strange or (shouted and words.folded(head) not in JOBS)):
            return True
        return (usual or self._runs.is_clear(head)) and all(map(self._runs.is_listed, heads))

    def _is_of_somebody(self, i: int) -> bool:
        """Het slachtoffer heet visser; a dog, a shop or a street has a name too."""
        return is_role(self._words.folded(i)) or self._words.folded(i) in _THEY

    def _is_cued_capital(self, first: int, heads: list[int], *, sure: bool) -> bool:
        words, runs, head = self._words, self._runs, heads[0]
        small_article = words.folded(first) in DETERMINERS and not words.is_capital(first)
        if small_article and runs.is_word_too(head):
            return False
        firm = any(words.folded(n) in FIRM_INTERFIXES for n in range(first, head))
        listed = not {"f", "d"}.isdisjoint(runs.flags(head) or "")
        if self._stands_alone(head) and (listed or self._lone.is_stranger(head)):
            return True  # Aangever: Visser
        source = words.folded(first - 1) in ASSERTING and is_made_up(words.folded(head)) and runs.flags(head) is None
        sure = sure and runs.is_chosen(head) and not source  # volgens Buienradar
        return runs.is_initial(head) or firm or len(heads) > 1 or runs.is_clear(head) or sure

    def _stands_alone(self, i: int) -> bool:
        """Behind a colon, with nothing behind it: Voornaam: Roos."""
        behind = self._words.at(i + 1)
        ends = behind is None or "\n" in behind.before or behind.text in _ENDS
        return self._words.folded(i - 1) == ":" and ends

"""Names in small letters: jan de vries, bij fatima, k. de boer, bij van der meer, bij de wit."""

from typing import Final

from bot.domain.guard.around.bare_words import BARE
from bot.domain.guard.around.predicates import is_persons
from bot.domain.guard.around.strangers import is_strange
from bot.domain.guard.names.brands import MAKES
from bot.domain.guard.names.name_list import diminutive_flags
from bot.domain.guard.names.name_words import (
    ADVERBS,
    ASKING,
    ASSERTING,
    COLOURS,
    DETERMINERS,
    DWELLINGS,
    INTERFIXES,
    JOBS,
    KIN,
    NOT_CALLED,
    OF_PERSONS,
    OF_PLACES,
    ON_PERSONS,
    OPENERS,
    PERSON_VERBS,
    PLACE_HEADS,
    PRONOUNS,
    SAYING_VERBS,
    SPOKEN,
    TITLES,
    UNBENT,
)
from bot.domain.guard.names.namesakes import is_in_english, is_made
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.runs import Runs, is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.words import words_of

_WITH_SOMEBODY: Final = ASSERTING | {"bij", "van", "door", "met", "aan"}
_BEFORE_PERSONS: Final = frozenset({"via", "langs", "richting", "een", "die", "onze"})
_CITED: Final = ASSERTING | {"bij", "door", "tegen", "aan", "zonder"}
_SENT: Final = words_of("stuur stuurt sturen mail mailt app bel breng brengt gestuurd gemaild vragen verwezen zwaaide")
_BEFORE_WHOM: Final = (
    OPENERS | ASKING | words_of("kent ken kennen ook alleen zag zagen waar is die u jij waren")
) - words_of("was heeft had kan kon wil wilde mag zal zou moet moest hier nu net hoe")
"""Behind these stands who does it, or whom it is done to."""
_JOINS: Final = words_of("thuis thuiskwam weg niet nog de het een die haar z'n dan er weer ook al daar hier zelf")
_JOINING: Final = frozenset({"en", "of", "zou"})
_WORDS_FIRST: Final = (
    NOT_CALLED | PERSON_VERBS | words_of("ben ken constant elke trui lot kick jack job mats storm rein")
)
"""Far oftener these are words."""
_ENDS: Final = frozenset({"", ".", ",", "!", "?"})
_MANY_DO: Final = words_of("waren woonden woonde zagen hoorden hadden hebben sliepen gingen kwamen zijn belden liepen")
"""Behind two of them."""
_FOREIGN: Final = frozenset({"el", "ait", "ould", "abu", "bin", "ibn"})
_SHORTENED: Final = frozenset({"vd", "v.d.", "v. d.", "v/d"})
_SHORTEST_LAST: Final = 4
_SHORTEST_OTHER: Final = 5
"""Many words of English are names of four letters."""
_NEAR: Final = 5


class Small:
    """Where a name in small letters ends."""

    def __init__(self, words: Words, runs: Runs) -> None:
        self._words = words
        self._runs = runs

    def end(self, i: int) -> int:
        """The end of the name that begins there; `i` where none does."""
        words, runs = self._words, self._runs
        if words.is_capital(i):
            return i if runs.is_chosen(i) or runs.is_excluded(i) or runs.is_model(i) else self._end_of_first(i)
        if runs.is_initial(i, small=True):
            return self._end_behind_initials(i)
        if words.folded(i) in INTERFIXES:
            return self._end_of_surname(i)
        if self._is_ours(i):
            return i + 1
        if runs.is_excluded(i) or runs.is_model(i):
            return i
        return self._end_of_first(i)

    def _is_ours(self, i: int) -> bool:
        """Onze frans is bestolen, het was onze mark weer: a tongue is "ons", and a thing of ours does nothing."""
        words, word = self._words, self._words.folded(i)
        usual = "n" in (self._runs.flags(i) or "") and word not in _WORDS_FIRST | MAKES
        behind = words.folded(i + 1)
        return words.folded(i - 1) == "onze" and usual and behind in PERSON_VERBS | ADVERBS | _JOINS | _ENDS

    def _end_of_first(self, i: int) -> int:
        """A first name that is no word, with the last name behind it; a last name where somebody stands."""
        words, runs = self._words, self._runs
        if "f" not in (runs.flags(i) or ""):
            return i + (self._is_small_surname(i) or self._is_small_stranger(i) or self._is_small_word(i))
        end = runs.end(i, small=True)
        heads = runs.heads(i, end)
        before = words.folded(i - 1)
        if len(heads) > 1 and not words.is_capital(i) and words.is_capital(heads[1]) and runs.is_word_too(i):
            return i  # wie kent Sander
        full = len(heads) > 1 and runs.is_listed(heads[1]) and not runs.is_excluded(heads[1])
        if full and (before in ASSERTING or not all(runs.is_word_too(n) for n in heads)):
            return end
        if self._is_whose_home(i) or self._is_small_word(i):
            return i + 1
        if not runs.is_clear(i) or ((before in OF_PLACES or before in DETERMINERS) and not self._is_usual_there(i)):
            return i
        sure = len(words.folded(i)) > 3 or before in OF_PERSONS or words.folded(i + 1) in PERSON_VERBS
        return i + sure

    def _is_whose_home(self, i: int) -> bool:
        """Uit de tuin van mark: a usual name, whatever word it is too."""
        whose = self._words.folded(i - 1) == "van" and self._words.folded(i - 2) in DWELLINGS | KIN
        return whose and "n" in (self._runs.flags(i) or "") and not self._words.starts(i)

    def _is_usual_there(self, i: int) -> bool:
        """Via karin, een karin uit de straat, hij lijkt op karin: no place and no thing is called so."""
        words, before = self._words, self._words.folded(i - 1)
        near = {words.folded(n) for n in range(max(words.sentence(i)[0], i - _NEAR), i - 1)}
        stands = before in _BEFORE_PERSONS or (before == "op" and not near.isdisjoint(ON_PERSONS))
        return stands and ("n" in (self._runs.flags(i) or "") or before == "op") and words.folded(i) not in MAKES

    def _is_small_surname(self, i: int) -> bool:
        """Bij terpstra, wie kent nguyen: a last name and nothing else."""
        before = self._words.folded(i - 1)
        stands = before in _WITH_SOMEBODY or before not in OF_PLACES | DETERMINERS | COLOURS
        stands = stands or (before == "op" and self._is_on_somebody(i))
        shortest = _SHORTEST_LAST if "d" in (self._runs.flags(i) or "") else _SHORTEST_OTHER
        return len(self._words.folded(i)) >= shortest and stands and self._is_clear_here(i)

    def _is_clear_here(self, i: int) -> bool:
        """A last name and nothing else, in English neither: he heard glass."""
        return self._runs.is_clear(i) and not is_in_english(self._words, i)

    def _is_on_somebody(self, i: int) -> bool:
        """Wij wachten op jansen."""
        near = (self._words.folded(n) for n in range(max(self._words.sentence(i)[0], i - _NEAR), i - 1))
        return not ON_PERSONS.isdisjoint(near)

    def _is_small_stranger(self, i: int) -> bool:
        """Volgens xhevdet, oluwaseun belde: what no dictionary has, where somebody stands."""
        words, before = self._words, self._words.folded(i - 1)
        if words.is_capital(i) and not words.tokens[i].is_caps:
            return False
        first = words.sentence(i)[0]
        near = {words.folded(n) for n in range(max(first, i - _NEAR), i - 1)}
        if before in {"naar", "heeft", "hebben"}:
            sought = words.folded(i + 1) in {"gezien", "toe"} or not near.isdisjoint(ASKING | _SENT)
            return sought and is_strange(words.folded(i))
        if before == "op":
            return is_strange(words.folded(i)) and not near.isdisjoint(ON_PERSONS)
        if before == "met":
            stands = not near.isdisjoint(SPOKEN) or words.folded(i - 2) == "samen"
        elif before == "van":
            stands = words.folded(i - 2) in DWELLINGS | KIN
        else:
            stands = before in _CITED | _BEFORE_WHOM or (words.starts(i) and words.folded(i + 1) in SAYING_VERBS)
        return stands and is_strange(words.folded(i)) and not (is_made(words, i) or is_in_english(words, i))

    def _is_small_word(self, i: int) -> bool:
        """Door rob, bij jantje, volgens visser, toen mark thuiskwam: what has no article is no thing."""
        words, before, behind = self._words, self._words.folded(i - 1), self._words.folded(i + 1)
        word, flags = words.folded(i), self._runs.flags(i) or ""
        if word in _WORDS_FIRST or (words.is_capital(i) and not words.tokens[i].is_caps) or not words.tokens[i].is_word:
            return False
        ends = (
            words.at(i + 1) is None or behind in ".,!?;:)" or behind in PERSON_VERBS | OF_PERSONS | OF_PLACES | _JOINS
        )
        if "n" in flags or "n" in (diminutive_flags(word) or ""):
            if behind == "gezien" or (before == "naar" and ends):
                return True
            if before == "en" and behind in _MANY_DO and "f" in (self._runs.flags(i - 2) or ""):
                return True
            whose = before == "van" and (ends or words.folded(i - 2) in DWELLINGS | KIN)
            return whose or before in _CITED | {"met"} or (before in _BEFORE_WHOM | PERSON_VERBS | _JOINING and ends)
        shop = before == "bij" and word in JOBS  # bij bakker en slager
        return "d" in flags and before in _CITED - {"aan", "zonder"} and ends and word not in COLOURS and not shop

    def _end_behind_initials(self, i: int) -> int:
        """K. de vries; nothing behind t. is one, or a word."""
        end = self._runs.end(i, small=True)
        heads = [n for n in self._runs.heads(i, end) if len(self._words.folded(n)) > 1]
        if not heads or (not self._words.tokens[i].before and i):
            return i
        flags = self._runs.flags(heads[0])
        before = self._words.folded(i - 1)
        stands = before in OF_PERSONS or (before == "is" and is_role(self._words.folded(i - 2)))
        known = flags is not None and (
            "w" not in flags or self._words.folded(heads[0] - 1) in INTERFIXES or ("d" in flags and stands)
        )
        return end if known else i

    def _is_only_last(self, i: int, head: int, flags: str) -> bool:
        """De vries, el amrani, woning vd berg: no article stands before a verb, and no Dutch word is "el"."""
        lead, word = self._words.folded(i), self._words.folded(head)
        if lead in _SHORTENED:
            return self._is_at_home(i, word)
        if lead in _FOREIGN:
            return self._runs.is_clear(head)
        verb = {"d", "v"} <= set(flags) and "f" not in flags
        return lead == "de" and head == i + 1 and verb and word not in BARE | NOBODY

    def _is_doing(self, head: int) -> bool:
        """Vd berg is bestolen, vd heuvel zag hem; "vd woning weet niemand iets" is of a home."""
        words, verb = self._words, head + 1
        told = words.folded(verb) in SAYING_VERBS and words.folded(verb + 1) not in PRONOUNS
        return is_persons(words, verb) or (told and words.folded(head) not in PLACE_HEADS | DWELLINGS)

    def _is_at_home(self, i: int, word: str) -> bool:
        """Woning vd berg, gebeld door v.d. wal; "de achterdeur vd woning" is of a home."""
        before = self._words.folded(i - 1)
        return word not in BARE | PLACE_HEADS and (before in DWELLINGS | _CITED or is_role(before))

    def _end_of_surname(self, i: int) -> int:
        """Bij van der meer, bij de wit, de zoon van de boer."""
        words, runs = self._words, self._runs
        head = i + 1
        while words.folded(head) in INTERFIXES and head < i + 3:
            head += 1
        word = words.folded(head)
        if words.is_capital(head) or word in NOT_CALLED or is_role(word):
            return i
        shortened = words.folded(i) in _SHORTENED and words.starts(i) and self._is_doing(head)
        if shortened or (runs.flags(head) is not None and self._is_led(i, head, runs.flags(head) or "")):
            return head + 1
        return i

    def _is_led(self, i: int, head: int, flags: str) -> bool:
        """What stands before and behind van der meer, de wit and vd berg."""
        words, last = self._words, self._words.folded(head - 1)
        if last in {"der", "den"} and words.folded(i) == "van":
            before = words.folded(i - 1)
            led = before in OF_PERSONS | _BEFORE_WHOM - {"is"} or is_role(before) or words.starts(i)
            return led or "w" not in flags
        if self._is_only_last(i, head, flags):
            return True
        return last == "de" and "d" in flags and head == i + 1 and self._is_unbent(i, head)

    def _is_unbent(self, i: int, head: int) -> bool:
        """Bij de wit, de zoon van de boer."""
        words, word = self._words, self._words.folded(head)
        behind = words.at(head + 1)
        open_behind = (
            behind is None or not behind.is_word or behind.folded in PERSON_VERBS | OF_PERSONS | OF_PLACES | NOT_CALLED
        )
        kin = words.folded(i - 1) == "van" and words.folded(i - 2) in KIN
        beside = words.folded(i - 1) in OF_PERSONS or is_role(words.folded(i - 1)) or words.folded(i - 1) in TITLES
        unbent = word in UNBENT and open_behind and beside
        return kin or unbent

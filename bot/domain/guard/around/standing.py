"""Where somebody stands: there a word with a capital that needs none is a name, whatever it means besides."""

import re
from itertools import pairwise
from typing import Final

from bot.domain.guard.names.brands import MAKES
from bot.domain.guard.names.dictionary import is_made_up
from bot.domain.guard.names.name_list import flags_of
from bot.domain.guard.names.name_words import (
    ADVERBS,
    ASKING,
    COLOURS,
    DETERMINERS,
    DWELLINGS,
    KIN,
    NOBLES,
    NOT_CALLED,
    OF_PERSONS,
    OF_PLACES,
    OPENERS,
    PERSON_VERBS,
    PLACE_ENDINGS,
    PLACE_HEADS,
    PRONOUNS,
    QUOTING_VERBS,
    SAYING_VERBS,
    TITLES,
)
from bot.domain.guard.names.namesakes import is_made
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.names.plain_words import PlainWords
from bot.domain.guard.runs import Runs, is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits.peoples import stem_of
from bot.domain.guard.traits.trait_words import COUNTS
from bot.domain.guard.words import words_of

_NEAR: Final = 5
_NUMERALS: Final = ("tig", "tien", "elf", "twaalf", "honderd", "duizend")
_HAS_SMALL: Final = re.compile(r"[^\W\d_A-Z]{2}")
_LONGEST_PRONOUN: Final = 4
_MAKING: Final = frozenset({"van", "tot", "merk", "type", "model", "ras", "logo", "opdruk", "tekst"})
"""Behind these stands what made it, or what is written on it."""
_TOWARDS: Final = frozenset({"naar", "richting", "via", "langs"})
_OF_PEOPLE: Final = (
    DWELLINGS
    | KIN
    | words_of("feest feestje verjaardag bruiloft begrafenis hondje poes poesje verklaring verhaal stem gezicht hand")
)
"""Of these no make has one."""
_NOT_MADE: Final = ("jarige", "jonge", "bejaarde")
_LOOKING: Final = words_of("""
zoek zoekt zocht zochten zoeken gezocht luistert luisterde gevraagd genoemd vernoemd verwees verwezen zwaaide zwaait
keek doorgestuurd gemaild gestuurd stuur stuurt stuurde mail mailt breng brengt
""")
_DOING: Final = (
    words_of("""
hebben hadden zagen hoorden kregen vonden gaven lieten verdenkt verdacht verdenken houdt hield houden arresteert
arresteerde zoekt zoeken willen hielp helpen volgen achtervolgden pakt pakte pakten beroofde beroofden bedreigde
bedreigden mishandelde sloeg sloegen kan kunnen moet moeten zullen
""")
    | PERSON_VERBS
    | SAYING_VERBS
    | ASKING
    | QUOTING_VERBS
    | OPENERS
)
_SHORTEST: Final = 3
_WOODS: Final = words_of("bos meer hof molen dijk poort toren")
_NO_NAMES: Final = (
    NOBODY
    | MAKES
    | COLOURS
    | NOT_CALLED
    | ADVERBS
    | OPENERS
    | PRONOUNS
    | TITLES
    | DETERMINERS
    | PLACE_HEADS - NOBLES - _WOODS
)


class Standing:
    """What the words around one say of it."""

    def __init__(self, words: Words, runs: Runs) -> None:
        self._words = words
        self._runs = runs

    def may_be_called(self, i: int) -> bool:
        """A plain word with a capital that it does not need: the thing would be written small."""
        token = self._words.tokens[i]
        word, flags = token.folded, flags_of(token.folded) or ""
        if not self._runs.is_chosen(i) or token.is_caps or len(token.text) < _SHORTEST or self._runs.masked[i]:
            return False
        if word in _NO_NAMES or "p" in flags or stem_of(word) or is_role(word):
            return False
        return flags_of(word) is not None or not is_made_up(word) or self._is_himself(i)

    def _is_himself(self, i: int) -> bool:
        """Door Waterreus zelf, met Waterreus is afgesproken dat hij komt: no office is he."""
        words = self._words
        behind = [words.folded(n) for n in range(i + 1, words.sentence(i)[1])]
        he = any(joint in OPENERS and who == "hij" for joint, who in pairwise(behind))
        return words.folded(i - 1) in OF_PERSONS and (behind[:1] == ["zelf"] or (he and not any(map(is_role, behind))))

    def is_called_there(self, i: int, end: int) -> bool:
        """A plain word with its capital behind a small word that no noun is."""
        lead = self._words.folded(i - 1)
        if lead in {"die", "dat"} and self._is_who_does(i):
            return True
        if not (lead in _DOING or lead in OF_PERSONS or lead in NOT_CALLED or lead in ADVERBS or lead in PRONOUNS):
            return False
        if lead in QUOTING_VERBS | {"iemand"} and flags_of(self._words.folded(i)) is None:
            return False  # hij riep Geld!
        behind = self._words.folded(end)
        if behind.endswith(PLACE_ENDINGS) and behind not in PERSON_VERBS and not self._words.is_capital(end):
            return False  # bij Meander ziekenhuis
        return self.does_what_people_do(i, end) or self.stands_free(i, end)

    def _is_who_does(self, i: int) -> bool:
        """De ring die Koster kwijt is; "met die Boom" points at one."""
        words, noun = self._words, self._words.at(i - 2)
        if noun is None or not noun.is_word or words.starts(i - 1) or flags_of(words.folded(i)) is None:
            return False
        return noun.folded not in OF_PERSONS | OF_PLACES | NOT_CALLED | _DOING | OPENERS and not words.is_capital(i + 1)

    def does_what_people_do(self, i: int, end: int) -> bool:
        """Xiaoming belde; "hallo Xiaoming"."""
        before, behind = self._words.folded(i - 1), self._words.folded(end)
        if before in DETERMINERS or before in OF_PLACES or is_made(self._words, i) or self._is_stretch(i):
            return False
        if behind in SAYING_VERBS or (self._words.starts(i) and behind in PERSON_VERBS):
            return True
        of_people = self._words.folded(i - 2) in _OF_PEOPLE or is_role(self._words.folded(i - 2))
        if before == "van" and not (of_people or PlainWords(self._words, self._runs).is_owner(i)):
            return False
        return self._runs.is_chosen(i) and before in OF_PERSONS

    def stands_free(self, i: int, end: int) -> bool:
        """Toen Xiaoming kwam, een briefje (Xiaoming): behind what does not make it a thing or a place."""
        words, before, lead = self._words, self._words.at(i - 1), self._words.folded(i - 1)
        opened = (lead in _DOING and not is_made(words, i)) or lead.endswith(_NOT_MADE)
        if self._is_stretch(i):
            return False
        if before is None or not self._runs.is_chosen(i) or not _HAS_SMALL.search(words.tokens[i].text):
            return False
        if not before.is_word:
            return lead == "(" and words.folded(end) == ")"
        bent = (
            lead in COUNTS
            or lead.endswith(_NUMERALS)
            or lead in COLOURS
            or (len(lead) > _LONGEST_PRONOUN and lead.endswith(("e", "s", "en")))
        )
        capital = before.is_capital and not (opened and words.starts(i - 1))
        thing = lead in DETERMINERS | OF_PLACES | _MAKING or (bent and not opened) or capital
        return not thing and not any(part in NOBODY or part in MAKES for part in words.folded(i).split("-"))

    def _is_looked_for(self, i: int) -> bool:
        """Vraag naar Xhevdet, naar Xhevdet toe; a train goes to Deventer, which no list has."""
        near = {self._words.folded(n) for n in range(max(self._words.sentence(i)[0], i - _NEAR), i)}
        return self._words.folded(i + 1) == "toe" or not near.isdisjoint(_LOOKING | QUOTING_VERBS | ASKING)

    def _is_stretch(self, i: int) -> bool:
        """Naar Tiel en Culemborg, tussen Tiel en Venlo: towns that no list has."""
        words = self._words
        joined = words.folded(i - 1) in {"en", "of", "naar", "via"} and words.is_capital(i - 2)
        before = words.folded(i - 3 if joined else i - 1)
        if before == "tussen" or words.folded(i - 1) == "tussen":
            return True
        return (before in _TOWARDS or words.folded(i - 1) in _TOWARDS) and not self._is_looked_for(i)

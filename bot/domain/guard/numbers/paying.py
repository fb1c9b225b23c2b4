"""Whether a sentence promises, asks or prices money: each that names any does, but of loot, loss and the past."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.domain.guard.numbers import money_words as of


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


_AMOUNT: Final = re.compile(of.AMOUNT, re.IGNORECASE)
_MONEY: Final = re.compile(f"{of.AMOUNT}|{of.MONEY_NOUN}", re.IGNORECASE)
_REWARDS: Final = _words(rf"{of.REWARDS}|(?:looft|loof|loven)\b[^.!?\n]{{0,60}}\buit")
_GIFTS: Final = _words(of.GIFTS)
_CHARGES: Final = _words(of.CHARGES)
_PAYING: Final = _words(of.PAYING)
_PAYING_MONEY: Final = _words(of.PAYING_MONEY)
_GIVING: Final = _words(of.GIVING)
_PROMISED: Final = _words(of.PROMISED)
_LOOT: Final = _words(of.LOOT)
_SEEN: Final = _words(of.SEEN)
_TOLD: Final = _words(rf"(?<!\bu )(?<!\bje )(?<!\bwij )(?<!\bwe )(?:{of.TOLD})(?! (?:u|je|jullie|wij|we)\b)")
_WERE: Final = _words("had|hadden|was|waren|werd|werden|bleek")
_ADDRESSED: Final = _words(of.ADDRESSED)
_SUM: Final = _words("samen|ruim|ongeveer|circa|ca|bij elkaar|in totaal|per stuk|elk|zo'n")
"""What the things of the sentence before cost together."""
_NOT: Final = _words("geen|niet|nooit|niets|niks|niemand|zonder|kosteloos|gratis")
_STILL: Final = _words(
    r"niet (?:alleen|vergeten|te laat)|nog (?:niet|geen)\b[^.!?\n]{0,80}(?:betaald|voldaan|ontvangen|overgemaakt"
    r"|binnen)|vergeet niet|anders dan|behalve|tenzij|als u niet|niet gratis|zonder dat"
)
_IMPERATIVE: Final = re.compile(
    r"^\W*(?:dan |daarna |eerst )?(?:kom|neem|geef|leg|zet|doe|stop|gooi|steek|breng|stuur|betaal|maak|reken|bied"
    r"|bel|koop|schenk|trakteer)t?\b",
    re.IGNORECASE,
)
_WHOEVER: Final = _words("wie|degene|diegene|degenen|iedereen|eenieder")
_CLAUSES: Final = re.compile(
    r"[;()]|[,:](?!\d|-|\s*[\"“„'‘])|\b(?:maar|dus|want|daarom|terwijl|omdat|toen|zodat|nadat|waarna)\b"
    r"|\ben (?=(?:maak|stuur|geef|betaal|stort|vul|deel|app|mail|klik|doneer|u|wij|we|je|dan|daarna|vragen|krijg)\b)",
    re.IGNORECASE,
)


def tells_of_loot(text: str) -> bool:
    """Whether it does anywhere."""
    return _LOOT.search(text) is not None


def says_money(sentence: str, *, of_loot: bool) -> bool:
    """In one of its clauses; of loot may tell the whole text."""
    whole = _Sentence(of.NO_MONEY.sub(" ", sentence), of_loot)
    return any(_Clause(clause, whole).is_money for clause in _CLAUSES.split(whole.text))


@dataclass(frozen=True)
class _Sentence:
    text: str
    in_text: bool
    """Whether the text around it tells of loot."""

    @cached_property
    def asked(self) -> bool:
        return _ADDRESSED.search(self.text) is not None

    @cached_property
    def of_loot(self) -> bool:
        return _LOOT.search(self.text) is not None

    @cached_property
    def seen(self) -> bool:
        return _SEEN.search(self.text) is not None

    @cached_property
    def whoever(self) -> bool:
        return _WHOEVER.search(self.text) is not None


class _Clause:
    """A part of a sentence, and what the rest of it says."""

    def __init__(self, clause: str, sentence: _Sentence) -> None:
        self._clause = clause
        self._sentence = sentence
        self._asked = _ADDRESSED.search(clause) is not None or _IMPERATIVE.match(clause) is not None
        self._of_loot = sentence.of_loot

    @property
    def is_money(self) -> bool:
        """No denial, no warning, nothing that somebody did; the surest words first."""
        clause = self._clause
        denied = _NOT.search(clause) and not _STILL.search(clause)
        warned = of.OFFENDER.search(clause) and not self._sentence.whoever
        if denied or warned or _TOLD.search(clause):
            return False
        if _REWARDS.search(clause) or of.BILLED.search(clause):
            return True
        if of.THEY.search(clause):
            return False
        return self._is_gift() or self._is_charged() or self._is_paid() or self._is_given()

    def _is_gift(self) -> bool:
        """Een cadeaubon; not one that was taken or found."""
        seen = self._sentence.seen or _LOOT.search(self._clause)
        if not _GIFTS.search(self._clause) or _PROMISED.search(self._clause):
            return _GIFTS.search(self._clause) is not None
        return not (seen if self._asked else self._of_loot or seen)

    def _is_charged(self) -> bool:
        """Stallingskosten; what a lost thing cost is a fact."""
        if not _CHARGES.search(self._clause):
            return False
        summed = _SUM.search(self._clause) and self._sentence.in_text and not (self._asked or self._sentence.asked)
        return self._asked or not (self._of_loot or summed)

    def _is_paid(self) -> bool:
        pays = _PAYING.search(self._clause) or (_PAYING_MONEY.search(self._clause) and _MONEY.search(self._clause))
        return pays is not None and (self._asked or not self._of_loot)

    def _is_given(self) -> bool:
        """An amount, or money that is given; of loot and of what was found it is a fact."""
        if not _MONEY.search(self._clause):
            return False
        if _PROMISED.search(self._clause):
            return True
        seen = self._sentence.seen and not self._sentence.whoever
        asked, gives = self._asked or self._sentence.asked, _GIVING.search(self._clause) is not None
        if gives and asked:
            return not seen
        told = seen or self._of_loot or _WERE.search(self._clause) is not None
        return not told and (asked or (gives and not self._sentence.in_text))

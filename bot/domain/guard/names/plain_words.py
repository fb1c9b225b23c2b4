"""Names that are plain words, or that no list has: Slot, Kraan, peters; only where nobody but a person stands."""

from typing import Final

from bot.domain.guard.around.bare import is_bare_inside
from bot.domain.guard.around.bare_words import BARE
from bot.domain.guard.names.brands import GOODS, MAKES
from bot.domain.guard.names.dictionary import is_compound, is_dutch
from bot.domain.guard.names.name_list import flags_of
from bot.domain.guard.names.name_words import (
    ADVERBS,
    ASKING,
    CIVIL,
    COLOURS,
    DETERMINERS,
    DWELLINGS,
    KIN,
    LAST_NAMES_TOO,
    NOT_CALLED,
    OPENERS,
    PERSON_VERBS,
    PLACE_HEADS,
    PRONOUNS,
    SAYING_VERBS,
    SPOKEN,
    TITLES,
)
from bot.domain.guard.names.nobody import NOBODY
from bot.domain.guard.runs import Runs, is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits.peoples import stem_of
from bot.domain.guard.words import words_of

_IS: Final = frozenset({"is", "was"})
_ARE: Final = frozenset({"zijn", "waren"})
_SAID: Final = words_of("zei zegt vertelde verklaarde sprak belde herkende ontdekte")
_VISITS: Final = frozenset({"komt", "belt", "mailt", "neemt", "bezoekt", "spreekt"})
_YOU: Final = frozenset({"u", "jou", "je", "jullie", "contact"})
_GREET: Final = frozenset({"groet", "groeten", "groetjes", "gr", "mvg"})
_ENDS: Final = frozenset({"", ".", ",", "!", "?", ";", ")"})
_JOINS: Final = _ENDS | {"en", "die", "uit", "van"}
_SOURCES: Final = frozenset({"volgens", "aldus", "door", "namens", "dankzij"})
_LISTING: Final = frozenset({",", "en", "of"})
_PRESENT: Final = frozenset({"aanwezig", "thuis"})
_SEEN: Final = frozenset({"zag", "zagen"})
_YOU_SEE: Final = frozenset({"u", "jij", "je", "jullie", "iemand", "ik", "wij", "we"})
_MOVING: Final = words_of("""
lopen staan rijden fietsen rennen zitten wegrennen wegrijden weglopen wegfietsen wegvluchten vluchten weggaan
""")
_ABLE: Final = frozenset({"heeft", "had", "reed", "liep", "fietste"})
"""What a small word that is a first name too does at the beginning of a sentence only as somebody."""
_MADE_OF: Final = words_of("hout steen glas ijzer staal metaal beton riet goud zilver leer katoen wol zand klei kunst")
_OF_HOME: Final = words_of("woning huis tuin achtertuin voortuin oprit schuur garage")
_FAMILY: Final = KIN - {"man", "vrouw", "kind", "hond", "kat", "buren", "ouders", "vriend", "vriendin"}
_SPOKE: Final = frozenset({"gesproken", "gebeld", "gemaild", "gepraat", "overlegd"})
_WHEN: Final = frozenset({"morgen", "over", "op"})
_NEAR: Final = 4
_SHORTEST: Final = 4


class PlainWords:
    """Whether a plain word is somebody there."""

    def __init__(self, words: Words, runs: Runs) -> None:
        self._words = words
        self._runs = runs

    def is_somebody(self, i: int, end: int) -> bool:
        """A word with its capital, whatever it is."""
        if not self._may_be_called(i):
            return False
        if self._is_listed(i):
            return True
        if self._words.starts(i):
            return self._is_announced(i, end)
        return self._runs.is_chosen(i) and (
            self._is_spoken_with(i)
            or self._is_telling(i, end)
            or self._is_burgled(i, end)
            or self._is_the_one(i, end)
            or self._is_apposed(end)
            or self._is_asked_for(i)
            or self._is_signed(i)
        )

    def is_owner(self, i: int) -> bool:
        """De fiets is van Oluwaseun; "de fietsen zijn van Trenergy" tells of a make."""
        words = self._words
        verb = words.folded(i - 2)
        if words.folded(i - 1) != "van" or verb not in _IS | _ARE:
            return False
        return verb in _IS or words.folded(i - 3) not in GOODS

    def small_end(self, i: int) -> int:
        """Behind a name in small letters that is a word, or in no list; `i` where none begins."""
        word = self._words.folded(i)
        if self._words.is_capital(i) or not self._words.tokens[i].is_word or self._is_no_name(word):
            return i
        flags = flags_of(word)
        if flags is None:
            return i + self._is_foreign_owner(i)
        found = (
            is_bare_inside(self._words, self._runs, i)
            or self._is_source(i)
            or self._is_whose(i)
            or self._is_with_kin(i, flags)
            or self._is_met(i, flags)
        )
        return i + found

    def is_subject(self, cue: int, first: int, end: int) -> bool:
        """Mevrouw appel hoorde, bewoner kok zag: between who somebody is and what he did stands his name."""
        words = self._words
        lead = cue - (words.folded(cue - 1) in {"de", "het"})
        paired = words.folded(cue - 1) == "en" and words.folded(cue - 2) in TITLES
        if not (words.starts(lead) or paired) or end != first + 1 or words.folded(end) not in PERSON_VERBS:
            return False
        word = words.folded(first)
        if words.folded(cue) in CIVIL and not words.is_capital(first) and not self._is_no_name(word):
            return word not in PERSON_VERBS  # mevrouw kip was weg
        if words.folded(cue) in TITLES:
            return word in LAST_NAMES_TOO or (flags_of(word) is not None and not self._is_no_name(word))
        if words.is_capital(first) and word in LAST_NAMES_TOO:
            return True  # Getuige Vecht belde
        return flags_of(word) is not None and not self._is_no_name(word) and word not in PLACE_HEADS

    def _may_be_called(self, i: int) -> bool:
        token = self._words.tokens[i]
        word = token.folded
        if token.is_caps or len(word) < _SHORTEST - 1 or self._runs.masked[i] or stem_of(word) or is_compound(word):
            return False
        return not self._is_no_name(word) or word in LAST_NAMES_TOO

    def _is_no_name(self, word: str) -> bool:
        excluded = NOBODY | MAKES | COLOURS | NOT_CALLED | ADVERBS | OPENERS | PRONOUNS | TITLES | DETERMINERS
        return word in excluded or is_role(word)

    def _is_spoken_with(self, i: int) -> bool:
        """Wij spraken met Slot; zei Kraan."""
        words = self._words
        near = {words.folded(n) for n in range(max(words.sentence(i)[0], i - _NEAR), i)}
        told = words.folded(i + 1) in _SPOKE
        return (words.folded(i - 1) == "met" and (told or not near.isdisjoint(SPOKEN))) or words.folded(i - 1) in _SAID

    def _is_telling(self, i: int, end: int) -> bool:
        """Volgens Maas; toen getuige Vecht belde: a river, a wood, and any name of the list."""
        words, before = self._words, self._words.folded(i - 1)
        known = flags_of(words.folded(i)) is not None or words.folded(i) in LAST_NAMES_TOO
        told = before in _SOURCES or (is_role(before) and words.folded(end) in PERSON_VERBS)
        return known and told

    def _is_listed(self, i: int) -> bool:
        """Gesproken met: Kramer, Okafor; bewoners zijn Bos, Berg en Timmer; getuigen: Maas en Vecht."""
        words, at = self._words, i
        while words.folded(at - 1) in _LISTING and words.is_capital(at - 2) and at > 1:
            at -= 2
        goes_on = words.folded(i + 1) in _LISTING and words.is_capital(i + 2)
        cue = at - 1
        if words.folded(cue) == ":":
            if at == i and not goes_on:
                return False
            cue -= 1
        elif words.starts(at):
            return False
        elif words.folded(cue) in _ARE:
            cue -= 1
            if words.folded(cue) in _PRESENT:
                return True
        elif at == i and not goes_on:
            return False
        word = words.folded(cue)
        return (is_role(word) and word.endswith(("s", "en"))) or (word == "met" and self._is_spoken_with(cue + 1))

    def _is_met(self, i: int, flags: str) -> bool:
        """Ik sprak met wouter, bij wouter thuis, vraag naar wouter, zag u wouter lopen; wouter heeft de fiets."""
        words, before, behind = self._words, self._words.folded(i - 1), self._words.folded(i + 1)
        if before in _SEEN | _YOU_SEE and behind in _MOVING:
            return not words.folded(i).endswith(("en", "s"))
        if "n" not in flags:
            return self._is_spoken_with(i) and self._is_counted_one(i)
        if words.starts(i):
            return behind in SAYING_VERBS | _ABLE
        return (
            self._is_spoken_with(i)
            or (before == "bij" and behind == "thuis")
            or (self._is_asked_for(i) and behind in _ENDS)
        )

    def _is_burgled(self, i: int, end: int) -> bool:
        """Bij Schaap is ingebroken; ingebroken bij Zomer."""
        words = self._words
        if words.folded(i - 1) != "bij":
            return False
        behind = {words.folded(n) for n in range(end, end + _NEAR)}
        return words.folded(i - 2) in {"ingebroken", "inbraak"} or (words.folded(end) in _IS and "ingebroken" in behind)

    def _is_the_one(self, i: int, end: int) -> bool:
        """Het was Kraan die belde."""
        words = self._words
        return words.folded(i - 1) in _IS and words.folded(i - 2) in {"het", "dat"} and words.folded(end) == "die"

    def _is_apposed(self, end: int) -> bool:
        """De ladder is van Boom, de buurman."""
        words = self._words
        told = words.folded(end) == "," and words.folded(end + 1) in {"de", "zijn", "haar", "onze", "een"}
        return told and is_role(words.folded(end + 2)) and words.folded(end + 3) in _ENDS

    def _is_counted_one(self, i: int) -> bool:
        """Contact gehad met peters: who is spoken with and has no article; several have none either."""
        word = self._words.folded(i)
        none = word.endswith("en") or word in BARE | PLACE_HEADS | LAST_NAMES_TOO
        return not none and self._words.folded(i + 1) in _JOINS | PERSON_VERBS | ADVERBS | OPENERS | _WHEN | _SPOKE

    def _is_asked_for(self, i: int) -> bool:
        """U kunt vragen naar Bos."""
        near = {self._words.folded(n) for n in range(max(self._words.sentence(i)[0], i - _NEAR), i - 1)}
        return self._words.folded(i - 1) == "naar" and not near.isdisjoint(ASKING - {"help", "helpt", "helpen"})

    def _is_signed(self, i: int) -> bool:
        """Met vriendelijke groet, Bos."""
        words = self._words
        at = i - 1 - (words.folded(i - 1) == ",")
        listed = flags_of(words.folded(i)) is not None
        return listed and words.folded(at) in _GREET and words.folded(i + 1) in _ENDS

    def _is_announced(self, i: int, end: int) -> bool:
        """Bos komt bij u langs, Slot belt u morgen; or signed on a line of its own."""
        words = self._words
        if self._is_signed(i):
            return True
        near = {words.folded(n) for n in range(end + 1, min(words.sentence(i)[1], end + 1 + _NEAR))}
        listed = flags_of(words.folded(i)) is not None
        return listed and words.folded(end) in _VISITS and not near.isdisjoint(_YOU)

    def _is_source(self, i: int) -> bool:
        """Volgens kuiper waren er twee."""
        words = self._words
        behind = words.at(i + 1)
        verb = behind is not None and (behind.folded in PERSON_VERBS or behind.folded in {"waren", "stonden", "reden"})
        return words.folded(i - 1) in {"volgens", "aldus"} and verb

    def _is_whose(self, i: int) -> bool:
        """De zoon van peters, de woning van berg is leeg; "een huis van steen" is made of it."""
        words, of = self._words, self._words.folded(i - 2)
        put_together = is_compound(words.folded(i)) and of in DWELLINGS
        owned = of in _FAMILY | _OF_HOME or put_together  # de fiets van haverkamp; "van staal" is one word
        if words.folded(i - 1) != "van" or not owned or words.folded(i) in _MADE_OF:
            return False
        return words.folded(i + 1) in _ENDS | PERSON_VERBS and words.folded(i - 3) in DETERMINERS

    def _is_with_kin(self, i: int, flags: str) -> bool:
        """Mark en zijn zoon."""
        words = self._words
        joined = words.folded(i + 1) == "en" and words.folded(i + 2) in {"zijn", "haar", "hun"}
        return "n" in flags and joined and words.folded(i + 3) in KIN

    def _is_foreign_owner(self, i: int) -> bool:
        """De fiets is van oluwaseun: no word that the dictionary has."""
        word = self._words.folded(i)
        stands = self._words.folded(i - 2) in _IS and self.is_owner(i)
        return len(word) >= _SHORTEST and stands and self._words.folded(i + 1) in _JOINS and not is_dutch(word)

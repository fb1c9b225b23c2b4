"""Where nothing but a name can stand: X van hiernaast, X (43), kent u X; there a month, a town or a word is one too."""

from typing import Final

from bot.domain.guard.around.bare_words import BARE
from bot.domain.guard.around.predicates import HUES
from bot.domain.guard.around.strangers import PARTICIPLE, is_strange
from bot.domain.guard.names.dictionary import is_dutch
from bot.domain.guard.names.name_list import diminutive_flags
from bot.domain.guard.names.name_words import (
    ADVERBS,
    ASKING,
    COLOURS,
    DETERMINERS,
    DWELLINGS,
    GREETINGS,
    INTERFIXES,
    JOBS,
    KIN,
    NOT_CALLED,
    OF_PERSONS,
    OPENERS,
    PERSON_VERBS,
    PLACE_HEADS,
    PRONOUNS,
    SPOKEN,
    TITLES,
)
from bot.domain.guard.names.namesakes import is_in_english
from bot.domain.guard.names.nobody import NOBODY, SOLD, TIMES
from bot.domain.guard.runs import Runs, is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.traits.peoples import stem_of
from bot.domain.guard.words import words_of

_NEXT_DOOR: Final = words_of("""
hiernaast hierboven hiertegenover hierachter hieronder hierbeneden daarboven ernaast boven beneden verderop tegenover
overkant achter opzij
""")
_OF_NEXT_DOOR: Final = words_of("overkant hoek buren bovenburen benedenburen overburen flat trap galerij winkel")
_KNOW: Final = words_of("kent ken kennen kende kenden herkent herken herkennen")
_WHO: Final = words_of("wie kent woont woonde werkt werkte")
_KNOWER: Final = words_of("u jij je jullie iemand wie")
_POINTING: Final = frozenset({"het", "dat", "dit"})
_IT_IS: Final = frozenset({"is", "was", "zou", "kan", "moet", "zal", "wordt", "werd"})
"""Was het Sluiter?"""
_OWN: Final = frozenset({"zijn", "haar", "hun", "z'n", "d'r", "diens"})
_CALLED: Final = words_of("heet heette heten noemt noemde noemden noemen genoemd geheten genaamd")
_CALL: Final = frozenset({"noemt", "noemde", "noemden", "noemen"})
_YOUNGER: Final = frozenset({"jr", "sr", "junior", "senior"})
_EVEN: Final = words_of("""
zelfs juist over tegen samen iets ons om alles thuiskwam wegging binnenkwam komen komt maar naar weg niet laat wij
vragen
""")
_AGED: Final = frozenset({"jaar", "jr", "jr.", "jarige", "j"})
_LISTS: Final = words_of("""
gezocht vermist opgepakt aangehouden tip melding info vragen bellen contact contactpersoon afzender naam voornaam
achternaam
""")
"""Behind these and a colon stands who it is."""
_ENDS: Final = frozenset({"", ".", ",", "!", "?", ";", "(", ")"})
_WITH: Final = frozenset({"en", "of", "die", "hij", "zij", "uit", "van", "thuis", "als", "op", "in", "bij"}) | _ENDS
_CITED: Final = frozenset({"volgens", "namens", "aldus", "dankzij", "door", "bij", "met", "aan", "zonder"})
_ONE: Final = frozenset({"ene", "zekere"})
_FAMILY: Final = KIN - {"kinderen", "ouders", "buren", "hond", "kat", "man", "vrouw", "vriend", "vriendin"}
_NO_NAMES: Final = COLOURS | NOT_CALLED | ADVERBS | OPENERS | PRONOUNS | TITLES | DETERMINERS | PLACE_HEADS | GREETINGS
_MANY: Final = ("en", "s")
_SHORTEST: Final = 3


class Sure:
    """Whether what stands around a run of words leaves nothing but a name."""

    def __init__(self, words: Words, runs: Runs) -> None:
        self._words = words
        self._runs = runs

    def end(self, i: int) -> int:
        """Where the name that begins there ends; `i` where none does."""
        if self._runs.masked[i] or not self._is_bare(i):
            return i
        end = self._runs.end(i, small=not self._words.is_capital(i))
        if end == i:
            return i
        if any(self._runs.masked[n] for n in range(i, end)) or not self._may_be(i, end):
            return i
        return end if self.is_said(i, end) else i

    def _is_bare(self, i: int) -> bool:
        """Nothing before it makes a thing of it: die Slot heet, but de Labrador van hiernaast."""
        words, before = self._words, self._words.folded(i - 1)
        if before in {"die", "deze", "een"} and self._is_somebody_there(i):
            return True
        if before in {"die", "dat"} and words.is_capital(i):
            return words.folded(self._runs.end(i, small=False)) in _CALLED | PERSON_VERBS | {"van"}
        if before == "het" and words.is_capital(i) and words.folded(i - 2) in _IT_IS:
            return True
        if self._is_nickname(i):
            return True
        return words.starts(i) or before not in DETERMINERS | COLOURS

    def _is_nickname(self, i: int) -> bool:
        """De dader wordt de Neus genoemd; "het gebied wordt de Meent genoemd"."""
        words = self._words
        called = words.folded(i + 1) in _CALLED or words.folded(i - 2) == "bijgenaamd"
        if not (called and words.folded(i - 1) in {"de", "het"} and self._runs.is_chosen(i)):
            return False
        first, end = words.sentence(i)
        return any(is_role(words.folded(n)) or words.folded(n) in {"hij", "zij", "ze"} for n in range(first, end))

    def _is_somebody_there(self, i: int) -> bool:
        """Wie is die Chayen, er woont een Kooistra: behind these an article makes no thing of it."""
        near = {self._words.folded(n) for n in range(max(self._words.sentence(i)[0], i - 5), i)}
        return (
            self._runs.is_chosen(i)
            and not near.isdisjoint(_WHO)
            and self._words.folded(i + 1) in _WITH | ADVERBS | {"waar", "toch"}
        )

    def _may_be(self, i: int, end: int) -> bool:
        """A capital that is no make, or a small word that a list of names has or no dictionary."""
        words = self._words
        heads = self._runs.heads(i, end)
        if not heads:
            return False
        word = words.folded(heads[0])
        if (
            words.folded(i) in {"de", "het"}
            and not self._runs.is_chosen(i)
            and "d" not in (self._runs.flags(heads[0]) or "")
        ):
            return False
        usual = "n" in (self._runs.flags(heads[0]) or "")
        hue = word in HUES and self._runs.is_chosen(heads[0])
        if (word in _NO_NAMES and not hue) or is_role(word) or len(word) < _SHORTEST:
            return False
        if stem_of(word):
            return usual  # Frans is a tongue too
        if words.is_capital(heads[0]):
            return hue or word not in NOBODY or word in TIMES or words.folded(heads[0] - 1) in INTERFIXES
        return word not in NOBODY and self.is_small_name(heads[0])

    def is_small_name(self, i: int) -> bool:
        """A usual first name or a name and nothing else, a short form of one, or what no dictionary has."""
        word, flags = self._words.folded(i), self._runs.flags(i)
        if flags is not None and ("n" in flags or self._runs.is_clear(i)):
            return True
        if flags is not None and "c" in flags and word not in BARE | JOBS:
            return True  # kuiper
        return diminutive_flags(word) is not None or (is_strange(word) and not is_in_english(self._words, i))

    def is_said(self, i: int, end: int) -> bool:
        """What stands around it says that it is somebody."""
        return (
            (self._is_next_door(end) and not self._is_plain_word(i))
            or (self._words.folded(i - 1) in {"die", "deze", "een"} and self._is_somebody_there(i))
            or self._is_aged(end)
            or self._is_known(i, end)
            or self._is_named(i, end)
            or self._has_family(i, end)
            or self._is_apposed(i, end)
            or self._is_met(i, end)
            or self._is_identified(i, end)
            or self._is_listed(i, end)
            or self._is_unbent(i, end)
            or (self._words.is_capital(i) and self._words.folded(end) in _YOUNGER)
        )

    def _is_plain_word(self, i: int) -> bool:
        """Geluid van hierboven: a word that begins a sentence, and is nobody's name."""
        bare = self._words.starts(i) and self._runs.flags(i) is None and diminutive_flags(self._words.folded(i)) is None
        return bare and is_dutch(self._words.folded(i))

    def _is_next_door(self, end: int) -> bool:
        """Rob van hiernaast, Jantje van de overkant, De Boer van nummer 12."""
        words = self._words
        if words.folded(end) != "van":
            return False
        at = end + 1 + (words.folded(end + 1) == "om")
        if words.folded(at) in {"nummer", "nr", "huisnummer"}:
            return True
        return words.folded(at) in _NEXT_DOOR or (words.folded(at) == "de" and words.folded(at + 1) in _OF_NEXT_DOOR)

    def _is_aged(self, end: int) -> bool:
        """Slot (43); Augustus, 19 jaar."""
        words, age = self._words, self._words.folded(end + 1)
        if not age.isdigit() or len(age) > 2:
            return False
        behind = (words.folded(end), words.folded(end + 2))
        return behind == ("(", ")") or (behind[0] in {",", "("} and behind[1] in _AGED)

    def _is_known(self, i: int, end: int) -> bool:
        """Kent u Slot?"""
        words = self._words
        asked = words.folded(i - 1) in _KNOWER and words.folded(i - 2) in _KNOW
        asked = asked or (words.folded(i - 1) in _KNOW and words.folded(i - 2) in _KNOWER)
        return asked and words.folded(end) in _WITH

    def _is_named(self, i: int, end: int) -> bool:
        """De man die Augustus heet, die zich Maandag noemt, een zekere Vecht."""
        words, before = self._words, self._words.folded(i - 1)
        named = self._runs.is_chosen(i) and words.folded(end) in {"genoemd", "geheten"}
        if named or self._is_nickname(i) or self._is_called_by_them(i, end):
            return True
        inverted = before == "het" and words.folded(i - 2) in _IT_IS
        if inverted or (before == "die" and words.folded(end) == "van"):
            return self._runs.is_chosen(i) and words.folded(i) not in NOBODY
        if before in {"die", "dat", "zich"} and words.folded(end) in _CALLED:
            return True
        if before in {"die", "dat"}:
            return self._runs.is_chosen(i) and words.folded(i) not in NOBODY and words.folded(end) in PERSON_VERBS
        pointed = before in {"was", "is"} and words.folded(i - 2) in _POINTING and words.folded(end) == "die"
        return (pointed or before in _ONE) and (words.is_capital(i) or words.folded(end) in PERSON_VERBS | {"die"})

    def _is_called_by_them(self, i: int, end: int) -> bool:
        """Ze noemden de kleinste Spriet, zij noemen haar zoon Bolle."""
        words, first = self._words, self._words.sentence(i)[0]
        whom = next((n for n in range(i - 2, max(first, i - 5) - 1, -1) if words.folded(n) in _CALL), None)
        named = whom is not None and words.folded(whom + 1) in DETERMINERS and words.folded(end) in _WITH
        return named and self._runs.is_chosen(i)

    def _is_unbent(self, i: int, end: int) -> bool:
        """Toen Groen thuiskwam; zag Zwart iets? A colour without a noun needs no capital."""
        words, before, behind = self._words, self._words.folded(i - 1), self._words.folded(end)
        if words.folded(i) not in HUES or not self._runs.is_chosen(i):
            return False
        led = before in PERSON_VERBS | OPENERS | OF_PERSONS | ASKING | ADVERBS | _EVEN
        told = PARTICIPLE.fullmatch(behind) is not None
        return led and (told or behind in _WITH | PERSON_VERBS | OPENERS | ADVERBS | _EVEN | DETERMINERS)

    def _is_identified(self, i: int, end: int) -> bool:
        """De verdachte is Augustus; is Slot de dader?"""
        words, before = self._words, self._words.folded(i - 1)
        asked = before in {"is", "was"} and words.folded(end) in DETERMINERS and is_role(words.folded(end + 1))
        told = (
            words.folded(end) in {"is", "was"}
            and words.folded(end + 1) in DETERMINERS
            and is_role(words.folded(end + 2))
        )
        done = self._runs.flags(i) is None and PARTICIPLE.fullmatch(words.folded(i)) is not None
        told = told and not done  # Aangehouden is een man
        return words.is_capital(i) and (asked or told or (before in {"is", "was"} and is_role(words.folded(i - 2))))

    def _has_family(self, i: int, end: int) -> bool:
        """Slot en zijn vrouw; de zoon van Augustus."""
        words = self._words
        if words.folded(end) == "en" and words.folded(end + 1) in _OWN:
            kin = words.folded(end + 2)
            return kin in KIN or is_role(kin)
        owned = words.folded(i - 1) == "van" and words.is_capital(i) and words.folded(i - 3) in DETERMINERS
        owner = words.folded(i - 2)
        return owned and (owner in _FAMILY or (owner in DWELLINGS | KIN and words.folded(i) in TIMES))

    def _is_apposed(self, i: int, end: int) -> bool:
        """De bewoner, Slot, was weg; de daders, Slot en een ander; buurman Augustus zag."""
        words = self._words
        role = words.folded(i - 2)
        opened = (words.folded(i - 1), words.folded(end)) in {(",", ","), ("(", ")"), ("(", ","), (",", "en")}
        if opened and is_role(role) and words.folded(i) not in SOLD & NOBODY:
            return True
        beside = words.folded(i - 1)
        one = is_role(beside) and not beside.endswith(_MANY) and words.is_capital(i)
        return one and words.folded(i) in TIMES | HUES and words.folded(end) in PERSON_VERBS

    def _is_met(self, i: int, end: int) -> bool:
        """Wij spraken met Augustus; bij De Bilt thuis; volgens Augustus reed er een bus."""
        words, before = self._words, self._words.folded(i - 1)
        if before == "bij" and words.folded(end) == "thuis":
            return True
        if not words.is_capital(i):
            return False
        first = words.sentence(i)[0]
        near = {words.folded(n) for n in range(max(first, i - 4), i)}
        if before == "met" and not near.isdisjoint(SPOKEN):
            return True
        if before in _CITED | {"van", "voor"} and stem_of(words.folded(i)):
            return words.folded(end) in _WITH | PERSON_VERBS | {":"}  # "van Frans eikenhout" is wood
        return before in _CITED and words.folded(i) in TIMES

    def _is_listed(self, i: int, end: int) -> bool:
        """Gezocht: Slot."""
        words = self._words
        labelled = words.folded(i - 1) == ":" and words.folded(i - 2) in _LISTS
        behind = words.at(end)
        first = "f" in (self._runs.flags(i) or "") and words.folded(end) in _WITH
        ends = first or behind is None or "\n" in behind.before or behind.text in _ENDS
        return labelled and ends and (self._runs.flags(i) is not None or not words.folded(i).endswith(_MANY))

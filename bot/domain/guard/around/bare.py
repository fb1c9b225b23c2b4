"""A noun that is counted has its article: bare, before what one person does, it is a last name: Bakker werd wakker."""

import re
from typing import Final

from bot.domain.guard.around.bare_words import BARE, DOING, DONE, GROUPS, TELLING_ENGLISH, WANTING
from bot.domain.guard.around.strangers import PARTICIPLE
from bot.domain.guard.names.dictionary import is_compound, is_dutch, is_present
from bot.domain.guard.names.name_words import (
    ADVERBS,
    COLOURS,
    DETERMINERS,
    GREETINGS,
    INTERFIXES,
    JOBS,
    KIN,
    LAST_NAMES_TOO,
    NOBLES,
    NOT_CALLED,
    OF_PERSONS,
    OPENERS,
    PERSON_VERBS,
    PLACE_HEADS,
    PRONOUNS,
    SAYING_VERBS,
    TITLES,
)
from bot.domain.guard.names.nobody import NOBODY, TIMES
from bot.domain.guard.runs import Runs, is_role
from bot.domain.guard.tokens import Words
from bot.domain.guard.words import words_of

_NO_NAMES: Final = NOBODY | ADVERBS | OPENERS | PRONOUNS | TITLES | DETERMINERS | OF_PERSONS | NOT_CALLED
_BARE_NEVER: Final = frozenset("cv")
"""A noun that is counted, and a verb: neither is what a sentence begins with before its verb."""
_PAST: Final = re.compile(r"(?!ge)[a-z]{3,}(?:[bdfghjlmnrvwz]de|[fhkpst]te)")
"""Betaalde, klopte: of what bends so."""
_TO_DO: Final = words_of("bellen mailen appen terugbellen")
_LAND: Final = (LAST_NAMES_TOO | BARE) - GROUPS
_OF_PEOPLE: Final = SAYING_VERBS | WANTING | DOING | words_of("heeft had deed zit")
"""A train comes from Beek and goes: Van Beek had niets gehoord."""
_THEY_DO: Final = words_of("""
woonden wonen zagen zien hoorden horen waren zijn hebben hadden sliepen belden liepen gingen kwamen stonden zaten deden
""")
_OWN: Final = words_of("z'n zijn haar d'r hun")
_APPOSED: Final = words_of("van uit die zelf")
_BEING: Final = words_of("is was bleek blijkt")
_BECOMING: Final = words_of("werd wordt bleef kan kon speelt speelde werkt")
_WITH_WHOM: Final = words_of("bij van voor door volgens namens tegen aan")
_US: Final = frozenset({"ons", "mij"})
_COMING: Final = words_of("thuiskwam wegging binnenkwam terugkwam langskwam")
_ENDS: Final = frozenset({"", ",", "!", "."})
_GOES_ON: Final = OPENERS | NOT_CALLED | words_of(". , : ! ? thuis iets niets gezien gebeld gehoord")


def is_bare_name(words: Words, runs: Runs, i: int) -> bool:
    """Kok zag een man; telegrams leave the article of a thing out too: "Bus reed weg", and "Portier zag een man"."""
    return words.starts(i) and (_are_two(words, runs, i) or (_may_be(words, runs, i) and _is_one(words, runs, i)))


def _is_one(words: Words, runs: Runs, i: int) -> bool:
    if words.is_capital(i) and (words.folded(i + 1) in TELLING_ENGLISH or _is_only_of_people(words, i)):
        return True  # Kuiper told us
    if not _is_counted(words, runs, i):
        return False
    if words.is_capital(i) and _is_what_one_is(words, i + 1):
        return True
    return words.folded(i) not in BARE | PLACE_HEADS - NOBLES and _goes_on(words, runs, i)


def _are_two(words: Words, runs: Runs, i: int) -> bool:
    """Scheper en Drost woonden daar: beside a last name, before what several do."""
    word, other = words.folded(i), words.folded(i + 2)
    if words.folded(i + 1) != "en" or words.folded(i + 3) not in _THEY_DO or not words.is_capital(i):
        return False
    free = word not in _NO_NAMES | BARE | PLACE_HEADS and not is_role(word) and not runs.masked[i]
    listed = words.is_capital(i + 2) and runs.flags(i + 2) is not None and not runs.masked[i + 2]
    return free and listed and other not in _NO_NAMES | BARE | PLACE_HEADS and not is_role(other)


def _is_only_of_people(words: Words, i: int) -> bool:
    """Kraan heeft gebeld, Bos hoorde iemand."""
    word, verb = words.folded(i), words.folded(i + 1)
    if verb in {"heeft", "had"} and word not in GROUPS | PLACE_HEADS - LAST_NAMES_TOO:
        return _is_done_by_people(words, i + 2)
    return word in _LAND and verb in SAYING_VERBS | WANTING


def _is_counted(words: Words, runs: Runs, i: int) -> bool:
    """A bakker; bakkers too, where one does something, and schouten where it is what only somebody does."""
    word, flags = words.folded(i), set(runs.flags(i) or "")
    if "w" not in flags or flags & _BARE_NEVER or is_compound(word):
        return "w" in flags  # Rietveld: what is put together is a noun
    if word.endswith("en"):
        return words.folded(i + 1) in (SAYING_VERBS | DOING) and words.is_capital(i)
    return word.endswith("s") and is_dutch(word[:-1]) and words.folded(i + 1) not in _OWN


def is_bare_inside(words: Words, runs: Runs, i: int) -> bool:
    """Gisteren zag bakker een man, aangebeld bij kok, de ladder van visser; hij is kok, bij bakker op de hoek."""
    word, flags = words.folded(i), set(runs.flags(i) or "")
    if words.starts(i) or "w" not in flags or not flags & _BARE_NEVER or word in _NO_NAMES | BARE | PLACE_HEADS:
        return False
    if is_role(word) or runs.masked[i] or (words.folded(i - 1) == "bij" and word in JOBS):
        return False
    return _is_told_inside(words, i) or _is_spoken_to(words, i)


def _is_told_inside(words: Words, i: int) -> bool:
    before, behind = words.folded(i - 1), words.folded(i + 1)
    acts = _is_verb(behind) or behind in _COMING
    if before in OPENERS - _BEING and (acts or (behind in DETERMINERS and is_role(words.folded(i + 2)))):
        return True
    if before in _BEING | _BECOMING:
        return words.folded(i - 2) in OPENERS | ADVERBS and PARTICIPLE.fullmatch(behind) is not None
    if before in PERSON_VERBS | SAYING_VERBS | DOING and behind in DETERMINERS | _GOES_ON:
        return True
    if before in KIN and words.folded(i - 2) in _OWN:
        return acts
    return before in _WITH_WHOM and behind in _GOES_ON | PERSON_VERBS


def _is_spoken_to(words: Words, i: int) -> bool:
    """Beste kuiper, groet, kuiper."""
    at = i - 1 - (words.folded(i - 1) == ",")
    return words.folded(at) in GREETINGS and words.starts(at) and words.folded(i + 1) in _ENDS


def _is_verb(word: str) -> bool:
    return word in PERSON_VERBS | SAYING_VERBS | DOING | WANTING or _is_past(word)


def _may_be(words: Words, runs: Runs, i: int) -> bool:
    word, behind = words.folded(i), words.at(i + 1)
    listed = runs.flags(i) is not None and not runs.masked[i] and not words.tokens[i].is_caps
    if word in TIMES and words.folded(i + 1) in WANTING:
        return listed and words.is_capital(i)  # Winter weet wie het was
    return listed and behind is not None and "\n" not in behind.before and word not in _NO_NAMES and not is_role(word)


def _goes_on(words: Words, runs: Runs, i: int) -> bool:
    """What one does, has or is called beside: Bakker z'n auto; Kuiper, van het hoekhuis; Bakker en Kok."""
    verb = words.folded(i + 1)
    if words.is_capital(i + 1):
        return False
    if verb in _OWN | _TO_DO or _is_verb(verb):
        return True
    if verb == ":":
        return words.is_capital(i)
    if verb == "en" and words.folded(i + 2) in _OWN and words.folded(i + 3) in KIN:
        return True
    if verb == ",":
        return words.is_capital(i) and words.folded(i + 2) in _APPOSED
    return verb == "en" and _is_beside(words, runs, i)


def _is_beside(words: Words, runs: Runs, i: int) -> bool:
    """Bakker en Kok zagen hem: neither has an article."""
    other = words.folded(i + 2)
    beside = words.is_capital(i + 2) and runs.flags(i + 2) is not None and not runs.masked[i + 2]
    return beside and other not in NOBODY | BARE | PLACE_HEADS and words.is_capital(i)


def _is_past(word: str) -> bool:
    return (_PAST.fullmatch(word) is not None and is_dutch(word)) or is_present(word)


def _is_done_by_people(words: Words, i: int) -> bool:
    """Heeft ons gisteren gebeld; "gisteren heeft een buurman gebeld" tells who behind the verb."""
    behind = words.folded(i)
    if behind in (DETERMINERS | PRONOUNS) - _US or is_role(behind) or words.is_capital(i):
        return False
    return not DONE.isdisjoint(words.folded(n) for n in range(i, min(i + 6, words.sentence(i - 1)[1])))


def van_end(words: Words, runs: Runs, i: int) -> int:
    """Van Dijk zag een man, "toen van der wal thuiskwam"; `i` where none stands."""
    head = i + 1
    while words.folded(head) in INTERFIXES and head < i + 3:
        head += 1
    word, flags, behind = words.folded(head), set(runs.flags(head) or ""), words.folded(head + 1)
    if words.folded(i) != "van" or runs.masked[i] or words.is_capital(head) != words.is_capital(i):
        return i
    led = words.starts(i) or words.folded(i - 1) in OPENERS - _BEING - PERSON_VERBS
    listed = word in LAST_NAMES_TOO or "w" not in flags or bool(flags & _BARE_NEVER)
    known = led and runs.flags(head) is not None and word not in _NO_NAMES and not is_role(word)
    acts = _is_verb(behind) or behind in _COMING if listed and "p" not in flags else behind in _OF_PEOPLE
    joined = behind == "en" and words.folded(head + 2) in _OWN
    return head + 1 if known and (acts or joined) else i


def _is_what_one_is(words: Words, i: int) -> bool:
    """Slot is een aardige man, was de dader."""
    if words.folded(i) not in _BEING or words.folded(i + 1) not in DETERMINERS:
        return False
    at = i + 2
    while (
        at < i + 4 and (words.folded(at) in COLOURS or words.folded(at).endswith("e")) and not is_role(words.folded(at))
    ):
        at += 1
    return is_role(words.folded(at))

"""Whether a sentence shows a scene of now: somebody is there, does something there, in the present tense.

Nothing here knows a sentence. A language gives classes of words (who, does what, where, with what; and what belongs to
another day, a habit, a picture, a plan); what a sentence holds of each class counts, and enough together is a scene.
The present tells of now by itself, so the word *now* is only one of the things that count.
"""

import re
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Final

ENOUGH: Final = 5
_MOST_CARRIED: Final = 3
_SHORT: Final = 9
"""Words; whoever writes so few may leave out the verb."""
_SENTENCES: Final = re.compile(r"([^.!?\n\r\u2026]+)([.!?\u2026]*)")


@dataclass(frozen=True)
class Lexicon:
    """A language's classes of words, each a pattern in folded letters without its edges."""

    name: str
    common: str
    """The commonest words, by which the language is known."""
    joints: str
    """What joins one statement to the next."""
    rewritten: tuple[tuple[str, str], ...]
    """What is first put in plainer words: *er is er eentje* is somebody, *mijn man* no stranger."""
    stranger: str
    they: str
    jobs: str
    """Workmen, animals, whoever is named by a trade: who may be there."""
    known: str
    """Family: *he* may be one of them."""
    wanted: str
    being: str
    deed: str
    harm: str
    trace: str
    """What is seen or heard of somebody: a light that moves, glass."""
    witness: str
    sense: str
    home: str
    place: str
    now: str
    still: str
    tool: str
    culprit: str
    weapon: str
    presented: str
    """Somebody told of for the first time: *er staat een*."""
    device: str
    live: str
    danger: str
    harmless: str
    """What is no danger, however it sounds."""
    fear: str
    plea: str
    past: str
    done: str
    """What tells of a deed that is over, but for the `passive`: *wordt geslagen* is now."""
    passive: str
    never: str
    """A habit, a picture, a report, a plan, a question in general: the whole sentence tells of no scene."""
    denied: str
    calm: str
    """A text that holds it was written at ease."""

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """Each class, to be looked for as whole words."""
        names = [field.name for field in fields(self) if field.name not in {"name", "rewritten", "joints"}]
        return {name: re.compile(rf"\b(?:{getattr(self, name)})(?!\w)") for name in names}

    @cached_property
    def joint(self) -> re.Pattern[str]:
        """What stands between two statements."""
        return re.compile(rf"[,;:()]+|\s-+\s|{self.joints}")

    @cached_property
    def plainer(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """What is rewritten, by what."""
        return tuple((re.compile(rf"\b(?:{said})(?!\w)"), plain) for said, plain in self.rewritten)

    def holds(self, kind: str, text: str) -> bool:
        """Whether a text holds a word of a class."""
        return self.patterns[kind].search(text) is not None


_ACTED: Final = (("deed", 3), ("harm", 3), ("being", 1), ("sense", 1))
_WHERE: Final = (("home", 2), ("place", 1))
_AROUND: Final = (("tool", 2), ("weapon", 3), ("wanted", 2))
_MORE: Final = (("culprit", 2), ("presented", 1), ("witness", 1), ("device", 2), ("now", 2), ("still", 1))
_CARRIED: Final = (("fear", 3), ("plea", 2), ("wanted", 2))


def scene_in(mended: str, lexicons: tuple[Lexicon, ...]) -> str:
    """The name of what a text shows, empty where it shows nothing of now."""
    language = max(lexicons, key=lambda one: len(one.patterns["common"].findall(mended)))
    text = mended
    for said, plain in language.plainer:
        text = said.sub(plain, text)
    told = [(units, mark) for one, mark in _SENTENCES.findall(text) if (units := _told_of_now(language, one))]
    if any(_dangerous(language, unit) for units, _ in told for unit in units):
        return f"danger ({language.name})"
    carried = sum(worth for units, _ in told for kind, worth in _CARRIED if _any(language, kind, units))
    mood = min(carried, _MOST_CARRIED) - 2 * language.holds("calm", text)
    theirs = not _knows_them(language, text)
    shown = [(_shown(language, units, theirs), 3 * ("?" in mark)) for units, mark in told]
    return f"a scene ({language.name})" if any(n and n - asked + mood >= ENOUGH for n, asked in shown) else ""


def _knows_them(language: Lexicon, text: str) -> bool:
    """Whether the first *he* or *they* is somebody named before."""
    first = language.patterns["they"].search(text)
    return first is not None and any(language.holds(kind, text[: first.start()]) for kind in ("known", "jobs"))


def _told_of_now(language: Lexicon, sentence: str) -> list[str]:
    """The statements of a sentence that may be about now."""
    if language.holds("never", sentence) and not language.holds("live", sentence):
        return []
    units = (" ".join(unit.split()) for unit in language.joint.split(sentence))
    return [unit for unit in units if unit and not language.holds("past", unit)]


def _over(language: Lexicon, unit: str) -> bool:
    done = language.holds("done", unit) and not language.holds("passive", unit)
    return done or language.holds("denied", unit)


def _dangerous(language: Lexicon, unit: str) -> bool:
    return language.holds("danger", unit) and not language.holds("harmless", unit)


def _any(language: Lexicon, kind: str, units: list[str]) -> bool:
    return any(language.holds(kind, unit) for unit in units)


def _shown(language: Lexicon, told: list[str], theirs: int) -> int:
    """How much of a scene a sentence shows; nothing without somebody, something they do, and where or what with."""
    units = [unit for unit in told if not _over(language, unit)]

    def counted(kinds: tuple[tuple[str, int], ...]) -> list[int]:
        return [worth for kind, worth in kinds if _any(language, kind, units)]

    stranger = _any(language, "stranger", units) or _any(language, "trace", units)
    harm = _any(language, "harm", units)
    who = 2 if stranger else max(theirs, harm) * _any(language, "they", told)
    done = max(counted(_ACTED), default=0)
    where, around = max(counted(_WHERE), default=0), sum(counted(_AROUND))
    pressed = any(_any(language, kind, units) for kind in ("weapon", "fear", "plea"))
    if not done and pressed and sum(len(unit.split()) for unit in units) <= _SHORT:
        done = 1
    merely_there = who == 1 and done == 1 and where < 2  # *hij sluit nu weer*: he may be a door
    if not (who and done and (where or around or harm)) or (merely_there and not around):
        return 0
    return who + done + where + around + sum(counted(_MORE)) - 3 * (stranger and _any(language, "jobs", units))

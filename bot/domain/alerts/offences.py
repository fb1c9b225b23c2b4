"""What an alert is about: the offences that stand ready, and those that superusers add."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from bot.domain.alerts.offence_errors import NameTaken, NoArticle, OffenceRetired, TooManyOffences
from bot.domain.errors import EmptyField, Refusal, TooLong
from bot.domain.folding import folded


class Offence(StrEnum):
    """What happened, in the police's categories; in the order of use in the pilot and after it."""

    BURGLARY = "burglary"
    ATTEMPTED_BURGLARY = "attempted_burglary"
    STREET_ROBBERY = "street_robbery"
    ROBBERY = "robbery"
    VIOLENCE = "violence"
    CAR_JACKING = "car_jacking"
    ARSON = "arson"
    RAM_RAID = "ram_raid"
    OTHER = "other"

    @property
    def key(self) -> str:
        """What is stored."""
        return self.value

    @property
    def family(self) -> str:
        """The same for all of its versions."""
        return self.value

    @property
    def written_by(self) -> frozenset[str]:
        """None of the colleagues wrote its words."""
        return frozenset()

    @property
    def in_the_street(self) -> bool:
        """Whether it happened in the street, and not at a home or a shop: a mail says where in other words."""
        return self in {Offence.STREET_ROBBERY, Offence.VIOLENCE, Offence.CAR_JACKING, Offence.ARSON, Offence.OTHER}


@dataclass(frozen=True)
class OwnOffence:
    """One that superusers added, as its words were in this version: a mail keeps the words that it was asked with.

    `subject` begins the mail's subject, `in_sentence` is what it is called in one ("de autobrand"); each line of
    `tips` is one.
    """

    number: int
    version: int
    name: str
    subject: str
    in_sentence: str
    first_line: str
    tips: str = ""
    in_the_street: bool = False
    retired: bool = False
    written_by: frozenset[str] = field(default=frozenset(), compare=False)
    """Who wrote the words of it that go out, where that is known: of what a mail is asked with."""

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """What is stored of an alert."""
        return f"{self.family}-{self.version}"

    @property
    def family(self) -> str:
        """What is stored where the newest words hold: of an incident, of an answer's text."""
        return f"{_OWN}-{self.number}"


AnyOffence = Offence | OwnOffence
_OWN: Final = "own"
_KEY: Final = re.compile(rf"{_OWN}-(\d{{1,9}})(?:-(\d{{1,9}}))?")
MOST_OWN: Final = 60
"""Slack's lists take a hundred options."""
LONGEST_OFFENCE: Final[Mapping[str, int]] = {
    "name": 40,
    "subject": 60,
    "in_sentence": 60,
    "first_line": 200,
    "tips": 600,
}
_MAILED: Final = ("subject", "in_sentence", "first_line", "tips")
_MAY_BE_EMPTY: Final = frozenset({"tips"})
_ARTICLE: Final = re.compile(r"(?:de|het|een|the|an?) \w", re.IGNORECASE)


def writers_of(versions: Sequence[tuple[OwnOffence, str]]) -> frozenset[str]:
    """Who wrote what the last of these versions says to citizens, each with who kept it: of each text who gave it."""
    by: dict[str, str] = {}
    was: OwnOffence | None = None
    for offence, by_id in versions:
        by |= {name: by_id for name in _MAILED if was is None or getattr(was, name) != getattr(offence, name)}
        was = offence
    return frozenset(by.values())


def own_of(key: str) -> tuple[int, int | None] | None:
    """The number and the version (none: the newest) that a stored key names; None for one that stands ready."""
    match = _KEY.fullmatch(key)
    return (int(match[1]), int(match[2]) if match[2] else None) if match else None


def in_order_of_use(own: Iterable[OwnOffence], counts: Mapping[str, int]) -> list[AnyOffence]:
    """What a form offers, the most used one first by `counts` of families; what has no name of its own stands last."""
    offered = [one for one in Offence if one is not Offence.OTHER]
    added = sorted((one for one in own if not one.retired), key=lambda one: folded(one.name))
    return [*sorted([*offered, *added], key=lambda one: -counts.get(one.family, 0)), Offence.OTHER]


def offered_with(offered: Sequence[AnyOffence], current: AnyOffence | None) -> list[AnyOffence]:
    """The same for a form that holds one already, which stays as it was, with the words that it had."""
    if current is None or current in offered:
        return [*offered]
    families = [one.family for one in offered]
    if current.family in families:
        return [current if one.family == current.family else one for one in offered]
    return [current, *offered]


def check_offered(offence: AnyOffence, own: Iterable[OwnOffence], before: AnyOffence | None) -> None:
    """Refuse one that is no longer in use, unless the text had it before; `own` are the newest versions."""
    retired = {one.family for one in own if one.retired}
    if offence.family in retired and (before is None or before.family != offence.family):
        raise OffenceRetired("offence")


def tidy_offence(typed: OwnOffence, others: Iterable[OwnOffence]) -> tuple[OwnOffence, list[Refusal]]:
    """What was typed, tidied, and what is wrong with it; `others` are the newest versions of all of them."""
    texts = {name: _tidy(getattr(typed, name), lines=name in _MAY_BE_EMPTY) for name in LONGEST_OFFENCE}
    texts["subject"] = texts["subject"].rstrip(" :.?!")
    texts["in_sentence"] = texts["in_sentence"].rstrip(" .")
    refusals: list[Refusal] = [
        EmptyField(name) for name, text in texts.items() if not text and name not in _MAY_BE_EMPTY
    ]
    refusals += [
        TooLong(name, length=len(texts[name]), most=most)
        for name, most in LONGEST_OFFENCE.items()
        if len(texts[name]) > most
    ]
    if texts["in_sentence"] and not _ARTICLE.match(texts["in_sentence"]):
        refusals.append(NoArticle("in_sentence"))
    besides = [one for one in others if one.number != typed.number]
    if any(folded(one.name) == folded(texts["name"]) for one in besides if not one.retired) and not typed.retired:
        refusals.append(NameTaken("name"))
    if not typed.version and len(besides) >= MOST_OWN:
        refusals.append(TooManyOffences("name", most=MOST_OWN))
    return replace(typed, **texts), refusals  # type: ignore[arg-type]  # texts all


def _tidy(typed: str, *, lines: bool) -> str:
    told = [" ".join(line.split()) for line in typed.splitlines()]
    return ("\n" if lines else " ").join(filter(None, told))

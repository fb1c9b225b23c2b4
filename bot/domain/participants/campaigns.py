"""Recruiting where participants are missing: a code for a neighbourhood, and what it brought."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.participants.reach import NeighbourhoodReach
from bot.entering import as_line

TOLD_AFTER: Final = timedelta(weeks=4)
NEIGHBOURS: Final = "buren"
"""The code that participants pass on to their neighbours themselves."""
LENGTH: Final = 6
LONGEST_CHOICE: Final = 75
LONGEST_CODE: Final = 40
"""Of one that somebody made up: it is kept with who signs up by it."""
LETTERS: Final = "bcdfghjkmnpqrstvwxz23456789"
"""Nothing that is read as another from paper, and no vowels: no code is a word."""


@dataclass(frozen=True)
class Campaign:
    """`before`: the neighbourhood as it began; `opened`: how often its page was, by anybody."""

    id: int
    code: str
    before: NeighbourhoodReach
    by_name: str
    started_at: datetime
    opened: int
    confirmed: int


@dataclass(frozen=True)
class CampaignCard:
    """`now`: the neighbourhood today; `is_over`: told after four weeks, rather than as it began."""

    campaign: Campaign
    now: NeighbourhoodReach
    link: str
    is_over: bool = False


def chosen_as(neighbourhood: str) -> str:
    """What a list of choices keeps of a name: Slack takes 75 signs."""
    return neighbourhood[:LONGEST_CHOICE]


def new_code(choose: Callable[[str], str]) -> str:
    """A code for a poster; `choose` picks one of some letters."""
    return "".join(choose(LETTERS) for _ in range(LENGTH))


def tidy_code(typed: str) -> str:
    """As it is kept, whatever its capitals, and whatever else stands in an address that anybody may make up."""
    return as_line(typed).lower()[:LONGEST_CODE]

"""The address register: which homes there are, and whose house number is whose."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from bot.domain.folding import folded
from bot.domain.measures import half_up

HIGHEST_NUMBER: Final = 99_999
_NUMBER: Final = re.compile(r"(\d{1,5})(?!\d)(.*)", re.ASCII | re.DOTALL)
_NO_SIGN: Final = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, order=True)
class Door:
    """One address of a postcode: `addition` in capitals without signs, empty where there is none."""

    postcode: str
    number: int
    addition: str


@dataclass(frozen=True)
class AddressRow:
    """A line of the register; x and y in RD metres."""

    door: Door
    street: str
    place: str
    x: float
    y: float
    is_home: bool


@dataclass(frozen=True)
class Homes:
    """The homes in an area, and in how many of them somebody takes part.

    `exact`: participants whose whole address the register has; `by_number`: house numbers of several homes, where
    a participant left out which of them is theirs: one home each.
    """

    number: int
    exact: int
    by_number: int

    @property
    def reached(self) -> int:
        return self.exact + self.by_number

    @property
    def share(self) -> Decimal | None:
        """The part of the homes where somebody takes part, in per cent, half up; None where there are none."""
        return half_up(Fraction(100 * self.reached, self.number)) if self.number else None


def tidy_addition(typed: str) -> str:
    """`bis A` and `-bis a` as `BISA`."""
    return _NO_SIGN.sub("", folded(typed)).upper()


def door_of(postcode: str, typed: str) -> Door | None:
    """The address of a house number as people write it: 12, 12a, 12-2, 12 bis; None where it holds no number."""
    match = _NUMBER.match(typed)
    return Door(postcode, int(match[1]), tidy_addition(match[2])) if match and int(match[1]) else None


def homes_with_somebody(written: Iterable[Door], homes: frozenset[Door], elsewhere: frozenset[Door]) -> tuple[int, int]:
    """How many of the homes somebody takes part in, by their whole address and by their house number alone.

    `written`: the participants' addresses; `elsewhere`: addresses of the same numbers that are no home in the area.
    """
    theirs = set(written)
    exact = theirs & homes
    numbers = {(door.postcode, door.number) for door in homes - exact}
    unsure = {(door.postcode, door.number) for door in theirs - exact - elsewhere}
    return len(exact), len(unsure & numbers)

"""How many of a neighbourhood's households take part, and where participants are missing."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, log10
from typing import Final

from bot.domain.measures import half_up

MOST_HOUSEHOLDS: Final = 10_000_000  # more than the Netherlands has
_NUMBER: Final = re.compile(r"\d{1,3}(?:[. ]\d{3})+|\d+", re.ASCII)


@dataclass(frozen=True)
class Households:
    neighbourhood: str
    number: int


@dataclass(frozen=True)
class NeighbourhoodReach:
    """A neighbourhood: its participants, its households, and how many participants it is short of the norm."""

    neighbourhood: str
    participants: int
    households: int
    missing: int

    @property
    def per_hundred(self) -> Decimal | None:
        """Participants per 100 households, half-up to one decimal; None where nobody lives."""
        return half_up(Fraction(100 * self.participants, self.households)) if self.households else None


@dataclass(frozen=True)
class Reach:
    """The neighbourhoods, those under the norm first and the furthest under it on top.

    `unmatched`: neighbourhoods of participants that the household file does not name, with how many take part there.
    """

    norm: int
    rows: tuple[NeighbourhoodReach, ...]
    unmatched: tuple[tuple[str, int], ...]

    @property
    def missing(self) -> int:
        """How many participants we are short of in all."""
        return sum(row.missing for row in self.rows)


@dataclass(frozen=True)
class Lately:
    """Of those who would get a mail: how many got one in the last 7 and 30 days, and how many got `many` or more."""

    week: int
    month: int
    often: int
    many: int


def name_key(neighbourhood: str) -> str:
    """The form in which names of neighbourhoods are compared."""
    return " ".join(neighbourhood.split()).casefold()


def household_number(typed: str) -> int | None:
    """`1.234` or `1234` as a number; None where it is none, or too large to be true."""
    if not _NUMBER.fullmatch(typed):
        return None
    number = int(re.sub(r"[. ]", "", typed))
    return number if number <= MOST_HOUSEHOLDS else None


def reach_of(participants: Mapping[str, int], households: Iterable[Households], norm: int) -> Reach:
    """Put the two side by side; participants by the name of their neighbourhood, however it is written."""
    people, names = _by_key(participants)
    rows = [_row(known, people.pop(name_key(known.neighbourhood), 0), norm) for known in households]
    rows.sort(key=_order)
    return Reach(norm, tuple(rows), tuple(sorted((names[key], number) for key, number in people.items())))


def _by_key(participants: Mapping[str, int]) -> tuple[dict[str, int], dict[str, str]]:
    people: Counter[str] = Counter()
    names: dict[str, str] = {}
    for name, number in participants.items():
        people[name_key(name)] += number
        names.setdefault(name_key(name), name)
    return dict(people), names


def _order(row: NeighbourhoodReach) -> tuple[bool, bool, Decimal, str]:
    return not row.missing, row.per_hundred is None, row.per_hundred or Decimal(0), row.neighbourhood


def _row(known: Households, people: int, norm: int) -> NeighbourhoodReach:
    wanted = ceil(Fraction(norm * known.number, 100))
    return NeighbourhoodReach(known.neighbourhood, people, known.number, max(wanted - people, 0))


def households_nearby(
    inside: Mapping[str, int], everywhere: Mapping[str, int], households: Iterable[Households]
) -> int | None:
    """About how many households a circle holds, given the participants by neighbourhood in it and in all.

    Of each neighbourhood as many households as of its participants; those whose neighbourhood we have no number of
    count as the others do. None where that is most of them. Two digits hold: it is an estimate.
    """
    here, _ = _by_key(inside)
    there, _ = _by_key(everywhere)
    known = {name_key(one.neighbourhood): one.number for one in households}
    counted = sum(number for key, number in here.items() if key in known)
    if 2 * counted < sum(here.values()) or not counted:
        return None
    found = sum(known[key] * number / there[key] for key, number in here.items() if key in known)
    return _two_digits(found * sum(here.values()) / counted)


def _two_digits(number: float) -> int:
    if number < 1:
        return 0
    step = int(10 ** max(floor(log10(number)) - 1, 0))
    return floor(number / step + 0.5) * step

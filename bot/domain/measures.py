"""Shares, percentiles and rounding, in integers and fractions: 12.25 becomes 12.3, and nothing is rounded twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor


def half_up(value: Fraction) -> Decimal:
    """With one decimal; a half goes up, away from zero."""
    tenths = floor(abs(value) * 10 + Fraction(1, 2))
    return Decimal(tenths if value >= 0 else -tenths).scaleb(-1)


def percentile(values: Sequence[int], percent: int) -> Fraction | None:
    """By linear interpolation between the two nearest ranks, as Excel's PERCENTILE.INC: anybody can check an export.

    The 50th is the median; None of nothing.
    """
    if not values:
        return None
    ordered = sorted(values)
    rank = Fraction((len(ordered) - 1) * percent, 100)
    below = ordered[floor(rank)]
    above = ordered[min(floor(rank) + 1, len(ordered) - 1)]
    return below + (above - below) * (rank - floor(rank))


@dataclass(frozen=True)
class Ratio:
    """A part of n."""

    part: int
    n: int

    def per(self, number: int = 100) -> Decimal | None:
        """So many in a hundred (or another number); None of nothing."""
        return half_up(Fraction(self.part * number, self.n)) if self.n else None


@dataclass(frozen=True)
class Spread:
    """How long something took, n times, in whole seconds."""

    seconds: tuple[int, ...]

    @property
    def n(self) -> int:
        return len(self.seconds)

    def at(self, percent: int, unit: timedelta) -> Decimal | None:
        """That percentile in units of time; None of nothing."""
        value = percentile(self.seconds, percent)
        return None if value is None else half_up(value / int(unit.total_seconds()))

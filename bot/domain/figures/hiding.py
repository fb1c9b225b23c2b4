"""What may be told outside the team: no number from which somebody could be recognised."""

from collections.abc import Iterable
from typing import Final

from bot.domain.measures import Ratio

LEAST: Final = 5


def may_tell(ratio: Ratio) -> bool:
    """Neither the part nor its n is under five, nor who of them is left: nobody can be told by subtracting."""
    return ratio.part >= LEAST and (ratio.part == ratio.n or ratio.n - ratio.part >= LEAST)


def may_tell_all(ratios: Iterable[Ratio]) -> bool:
    """Whether a whole may be told by its parts: of one that is left out the others would tell how large it is."""
    return all(ratio.part == 0 or ratio.part >= LEAST for ratio in ratios)

"""What may be told outside the team."""

import pytest

from bot.domain.figures.hiding import may_tell, may_tell_all
from bot.domain.measures import Ratio


@pytest.mark.parametrize(
    ("part", "n", "told"),
    [(5, 10, True), (4, 10, False), (6, 10, False), (5, 9, False), (0, 10, False), (10, 10, True), (4, 4, False)],
)
def test_neither_a_part_nor_the_rest_under_five(part: int, n: int, told: bool) -> None:
    assert may_tell(Ratio(part, n)) is told


@pytest.mark.parametrize(("parts", "told"), [((5, 9, 0), True), ((5, 1), False), ((), True)])
def test_of_a_whole_all_parts_or_none(parts: tuple[int, ...], told: bool) -> None:
    assert may_tell_all(Ratio(part, sum(parts)) for part in parts) is told

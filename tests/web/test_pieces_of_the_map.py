"""Names on a piece of our own map can be read: whole, and not over each other."""

import re
from itertools import combinations
from random import Random

from handlers.web.areas.tiles import ABOVE, BELOW, LETTER, SIDE, names_on

Box = tuple[float, float, float, float]


def boxes(drawn: str) -> list[Box]:
    found = re.findall(r'<text x="(\d+)" y="(\d+)">(.+?)</text>', drawn)
    named = [(float(x), float(y), LETTER * len(name) / 2) for x, y, name in found]
    return [(x - half, y - ABOVE, x + half, y + BELOW) for x, y, half in named]


def test_each_is_whole_and_none_lies_over_another() -> None:
    chance = Random(5)
    for _ in range(50):
        streets = {
            f"{'Kattenbroek'[: chance.randint(1, 11)]}straat {number}": [
                (chance.uniform(0, SIDE), chance.uniform(0, SIDE)) for _ in range(chance.randint(1, 9))
            ]
            for number in range(30)
        }
        drawn = boxes(names_on(streets))
        assert drawn
        for left, top, right, low in drawn:
            assert left >= -1
            assert top >= -1
            assert right <= SIDE + 1
            assert low <= SIDE + 1
        for one, other in combinations(drawn, 2):
            beside = one[2] <= other[0] + 1 or other[2] <= one[0] + 1
            assert beside or one[3] <= other[1] + 1 or other[3] <= one[1] + 1


def test_of_two_in_one_place_the_longer_street_is_named() -> None:
    home = (100.0, 100.0)
    told = names_on({"Korte straat": [home], "Lange straat": [home, (110.0, 100.0)], "K" * 40: [home] * 9})
    assert re.findall(">(.+?)<", told) == ["Lange straat"]


def test_a_name_is_no_mark_up() -> None:
    assert "&lt;b&gt;" in names_on({"<b>": [(9.0, 9.0)]})

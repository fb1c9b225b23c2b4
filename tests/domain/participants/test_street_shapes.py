"""Streets that were ticked: their homes are inside, and nobody else's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.participants.shape_errors import FewHomes, NoStreets, TooManyStreets
from bot.domain.participants.street_shapes import HALF_M, MOST_HOMES, MOST_STREETS, shape_of_streets

ROW = [(155_000.5 + 6 * number, 463_000.5) for number in range(20)]
"""A terrace, six metres a house."""


def test_the_homes_of_a_terrace_are_one_area() -> None:
    shape = shape_of_streets({"Dorpsstraat": ROW}, [])
    assert len(shape.rings) == 1
    assert len(shape.rings[0]) == 4
    assert shape.streets == ("Dorpsstraat",)
    assert all(shape.holds(*home) for home in ROW)
    assert shape.holds(155_000, 463_000 + HALF_M)
    assert not shape.holds(155_000, 463_002 + HALF_M)


def test_the_opposite_side_is_left_out_however_near() -> None:
    opposite = [(x, y + 5) for x, y in ROW]
    shape = shape_of_streets({"Dorpsstraat": ROW}, opposite)
    assert all(shape.holds(*home) for home in ROW)
    assert not any(shape.holds(*home) for home in opposite)


def test_two_streets_are_one_area_with_two_names() -> None:
    further = [(x, y + 500) for x, y in ROW]
    shape = shape_of_streets({"Kerkweg": further, "Dorpsstraat": ROW}, [])
    assert shape.streets == ("Dorpsstraat", "Kerkweg")
    assert len(shape.rings) == 2


def test_a_small_gap_is_filled_unless_somebody_else_lives_there() -> None:
    court = [(16.0 * x, 16.0 * y) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    middle = (16.5, 16.5)
    assert shape_of_streets({"Hof": court}, []).holds(*middle)
    assert not shape_of_streets({"Hof": court}, [middle]).holds(*middle)


def test_around_a_square_there_is_a_hole() -> None:
    block = [(x * 10.0, y * 10.0) for x in range(10) for y in range(10) if {x, y} & {0, 9}]
    shape = shape_of_streets({"Hof": block}, [])
    assert all(shape.holds(*home) for home in block)
    assert not shape.holds(45, 45)


@pytest.mark.parametrize(
    ("homes", "refusal"),
    [
        ({}, NoStreets),
        ({"Dorpsstraat": ROW[:4]}, FewHomes),
        ({f"Straat {number}": ROW for number in range(MOST_STREETS + 1)}, TooManyStreets),
        ({"Dorpsstraat": [(float(n), 0.0) for n in range(MOST_HOMES + 1)]}, TooManyStreets),
    ],
)
def test_what_is_no_area_is_refused(homes: dict[str, list[tuple[float, float]]], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        shape_of_streets(homes, [])


somewhere = st.tuples(st.floats(0, 120), st.floats(0, 120))


@given(st.lists(somewhere, min_size=5, max_size=40), st.lists(somewhere, max_size=40))
def test_exactly_the_ticked_homes_are_inside(
    theirs: list[tuple[float, float]], others: list[tuple[float, float]]
) -> None:
    """But for one of another street within the same metre: no line could tell those apart."""
    shape = shape_of_streets({"Dorpsstraat": theirs}, others)
    same = {(int(x), int(y)) for x, y in theirs}
    assert all(shape.holds(*home) for home in theirs)
    assert not any(shape.holds(*home) for home in others if (int(home[0]), int(home[1])) not in same)

"""Areas: what lies inside, whichever way and however often it was drawn."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.participants.drawing import FURTHEST_M, MOST_CORNERS, drawn, is_near
from bot.domain.participants.places import cells_between, grid_cell
from bot.domain.participants.shape_errors import LinesCross, TooFarAway, TooFewCorners, TooManyCorners, TooSmall
from bot.domain.participants.shapes import Circle, Shape, middle_of, reach_m, twice_surface

PLACE = (155_000.0, 463_000.0)
Corners = list[tuple[float, float]]


def at(*corners: tuple[float, float]) -> Corners:
    return [(PLACE[0] + x, PLACE[1] + y) for x, y in corners]


SQUARE = at((0, 0), (100, 0), (100, 100), (0, 100))
L_SHAPED = at((0, 0), (200, 0), (200, 50), (50, 50), (50, 200), (0, 200))


@pytest.mark.parametrize(
    ("x", "y", "inside"),
    [
        (50, 50, True),
        (0.001, 99.999, True),
        (150, 50, False),
        (-1, 50, False),
        (50, 101, False),
        (50, -1, False),
        (0, 50, True),  # an edge at the left or below belongs to it
        (50, 0, True),
        (0, 0, True),
        (100, 50, False),  # one at the right or above to what lies beside
        (50, 100, False),
        (100, 100, False),
    ],
)
def test_a_square_holds_what_lies_in_it(x: float, y: float, inside: bool) -> None:
    assert drawn(SQUARE, PLACE).holds(PLACE[0] + x, PLACE[1] + y) is inside


@pytest.mark.parametrize(("x", "y", "inside"), [(25, 150, True), (150, 25, True), (100, 100, False), (51, 51, False)])
def test_a_bay_is_not_inside(x: float, y: float, inside: bool) -> None:
    assert drawn(L_SHAPED, PLACE).holds(PLACE[0] + x, PLACE[1] + y) is inside


def test_a_ring_within_a_ring_is_a_hole() -> None:
    outer, hole = ((0, 0), (90, 0), (90, 90), (0, 90)), ((30, 30), (30, 60), (60, 60), (60, 30))
    shape = Shape((outer, hole))
    assert shape.holds(10, 10)
    assert not shape.holds(45, 45)
    assert shape.square_m == 90 * 90 - 30 * 30


@given(st.integers(0, 2**32))
def test_a_square_of_the_grid_lies_inside_as_a_whole_or_not_at_all_or_is_asked_after(seed: int) -> None:
    chance = Random(seed)
    ring = tuple((chance.randrange(-2_000, 2_000), chance.randrange(-2_000, 2_000)) for _ in range(7))
    hole = tuple((chance.randrange(-700, 700), chance.randrange(-700, 700)) for _ in range(4))
    shape = Shape((ring, hole))
    whole, edge = shape.cells
    for _ in range(300):
        x, y = chance.uniform(-2_500, 2_500), chance.uniform(-2_500, 2_500)
        cell = grid_cell(x, y)
        assert cell in edge or shape.holds(x, y) is (cell in whole)


def test_a_large_area_holds_whole_squares() -> None:
    low, high = 250, 1_750
    whole, edge = Shape((((low, low), (high, low), (high, high), (low, high)),)).cells
    assert (len(whole), len(edge)) == (2 * 2, 4 * 4 - 2 * 2)


@pytest.mark.parametrize("turned", [0, 1, 2, 3])
@pytest.mark.parametrize("step", [1, -1])
def test_where_and_which_way_it_was_begun_makes_no_other_area(turned: int, step: int) -> None:
    again = [*SQUARE[turned:], *SQUARE[:turned]][::step]
    assert drawn(again, PLACE) == drawn(SQUARE, PLACE)
    assert twice_surface(drawn(again, PLACE).rings[0]) > 0


def test_a_corner_pressed_twice_is_one() -> None:
    assert drawn([SQUARE[0], *SQUARE, SQUARE[0], SQUARE[0]], PLACE) == drawn(SQUARE, PLACE)


@pytest.mark.parametrize(
    ("corners", "refusal"),
    [
        ([], TooFewCorners),
        (SQUARE[:2], TooFewCorners),
        ([SQUARE[0]] * 9, TooFewCorners),
        (at((0, 0), (100, 100), (100, 0), (0, 100)), LinesCross),  # an eight
        (at((0, 0), (200, 0), (100, 0), (100, 200)), LinesCross),  # back over its own line
        (at((0, 0), (200, 0), (200, 200), (100, 0), (0, 200)), LinesCross),  # touches a line
        (at((0, 0), (200, 0), (100, 100), (200, 200), (0, 200), (100, 100)), LinesCross),  # comes by a corner twice
        (at((0, 0), (49, 0), (49, 49), (0, 49)), TooSmall),
        (at((0, 0), (100, 0), (200, 0)), LinesCross),  # a line
        (at((0, 0), (FURTHEST_M + 2, 0), (100, 100)), TooFarAway),
        (at((0, 0), (float("inf"), 0), (100, 100)), TooFarAway),
        (at((0, 0), (float("nan"), 0), (100, 100)), TooFarAway),
        (at(*((x, x * x % 7) for x in range(MOST_CORNERS + 1))), TooManyCorners),
    ],
)
def test_what_is_no_area_is_refused(corners: Corners, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        drawn(corners, PLACE)


def test_as_large_as_the_largest_circle_it_may_be() -> None:
    tip = at((0, 0), (FURTHEST_M, 0), (0, FURTHEST_M))
    assert is_near(drawn(tip, PLACE), PLACE)
    assert not is_near(drawn(tip, PLACE), (PLACE[0] - 10, PLACE[1]))


def test_its_bounds_tell_what_a_map_shows() -> None:
    shape = drawn(L_SHAPED, PLACE)
    assert middle_of(shape) == (PLACE[0] + 100, PLACE[1] + 100)
    assert reach_m(shape) == 100
    assert middle_of(Circle(1, 2, 300)) == (1, 2)
    assert reach_m(Circle(1, 2, 300)) == 300


def star(seed: int, corners: int) -> Shape:
    """Around the place, each corner further round than the one before: it crosses nowhere."""
    chance = Random(seed)
    ring: Corners = []
    for number in range(corners):
        turn = complex(0, 1) ** (4 * (number + 0.2 + 0.5 * chance.random()) / corners)
        far = turn * chance.uniform(200, 900)
        ring.append((PLACE[0] + far.real, PLACE[1] + far.imag))
    return drawn(ring, PLACE)


def winds_around(shape: Shape, x: float, y: float) -> bool:
    """The same asked otherwise: how often the corners go round the point."""
    times = 0
    for ring in shape.rings:
        for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
            left = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
            if y1 <= y < y2 and left > 0:
                times += 1
            elif y2 <= y < y1 and left < 0:
                times -= 1
    return times != 0


@given(st.integers(0, 10_000), st.integers(5, 60), st.floats(-950, 950), st.floats(-950, 950))
def test_inside_is_what_its_edge_goes_around(seed: int, corners: int, dx: float, dy: float) -> None:
    shape = star(seed, corners)
    x, y = PLACE[0] + dx, PLACE[1] + dy
    assert shape.holds(x, y) is winds_around(shape, x, y)
    if shape.holds(x, y):
        assert grid_cell(x, y) in cells_between(*shape.bounds)


@given(st.integers(0, 10_000), st.floats(-900, 900), st.floats(-900, 900))
def test_of_two_halves_one_holds_each_point(seed: int, dx: float, dy: float) -> None:
    """Cut along a line from one corner to another through the place: no home falls between, none counts twice."""
    whole = star(seed, 12).rings[0]
    middle = (round(PLACE[0]), round(PLACE[1]))
    one, other = Shape(((*whole[:7], middle),)), Shape(((*whole[6:], whole[0], middle),))
    x, y = PLACE[0] + dx, PLACE[1] + dy
    assert one.holds(x, y) + other.holds(x, y) == Shape((whole,)).holds(x, y)

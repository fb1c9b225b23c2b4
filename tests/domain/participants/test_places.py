"""Metres and squares."""

from math import cos, pi, sin

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alerts.alerts import RADII_M
from bot.domain.participants.places import CELL_M, cells_within, distance_m, grid_cell, square_side_m

COORDINATE = st.floats(1_000, 600_000)


@given(COORDINATE, COORDINATE, st.sampled_from(RADII_M), st.floats(0, 1), st.floats(0, 2 * pi))
def test_every_point_of_a_circle_lies_in_its_squares(x: float, y: float, r: int, part: float, angle: float) -> None:
    point = (x + r * part * cos(angle), y + r * part * sin(angle))
    assert grid_cell(*point) in cells_within(x, y, r)


def test_a_small_circle_touches_few_squares() -> None:
    assert len(cells_within(155_250, 463_250, 100)) == 1
    assert len(cells_within(155_250, 463_250, 2000)) == 81


def test_a_square_on_the_map_is_never_one_home() -> None:
    assert square_side_m(100) == 50
    assert square_side_m(2000) == 250


@given(COORDINATE, COORDINATE, COORDINATE, COORDINATE)
def test_two_points_share_a_square_exactly_where_both_coordinates_do(
    x1: float, y1: float, x2: float, y2: float
) -> None:
    same = (x1 // CELL_M, y1 // CELL_M) == (x2 // CELL_M, y2 // CELL_M)
    assert (grid_cell(x1, y1) == grid_cell(x2, y2)) is same


@given(COORDINATE, COORDINATE, st.sampled_from(RADII_M))
def test_no_square_is_named_twice_nor_further_off_than_needed(x: float, y: float, radius_m: int) -> None:
    cells = cells_within(x, y, radius_m)
    assert len(cells) == len(set(cells))
    assert len(cells) <= (2 * radius_m // CELL_M + 2) ** 2


@given(COORDINATE, COORDINATE, COORDINATE, COORDINATE)
def test_distance_is_the_same_both_ways(x1: float, y1: float, x2: float, y2: float) -> None:
    assert distance_m(x1, y1, x2, y2) == distance_m(x2, y2, x1, y1) >= abs(x1 - x2)

"""Metres, squares and the Dutch grid."""

from math import cos, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.grid import rd_from_wgs84
from bot.domain.places import cells_within, distance_m, grid_cell, square_side_m
from bot.domain.postcodes import AREAS, centre_of

COORDINATE = st.floats(1_000, 600_000)


@pytest.mark.parametrize(
    ("lat", "lon", "x", "y"),
    [
        (52.15517440, 5.38720621, 155_000, 463_000),  # the grid's origin, Our Lady tower in Amersfoort
        (52.37453253, 4.88352559, 120_700.723, 487_525.501),  # the Westertoren in Amsterdam
        (53.21938317, 6.56820053, 233_883.131, 582_065.167),  # the Martinitoren in Groningen
    ],
)
def test_known_points_within_a_metre(lat: float, lon: float, x: float, y: float) -> None:
    assert distance_m(*rd_from_wgs84(lat, lon), x, y) < 1


@given(COORDINATE, COORDINATE, st.sampled_from([100, 300, 500, 2000]), st.floats(0, 1), st.floats(0, 2 * pi))
def test_every_point_of_a_circle_lies_in_its_squares(x: float, y: float, r: int, part: float, angle: float) -> None:
    point = (x + r * part * cos(angle), y + r * part * sin(angle))
    assert grid_cell(*point) in cells_within(x, y, r)


def test_a_small_circle_touches_few_squares() -> None:
    assert len(cells_within(155_250, 463_250, 100)) == 1
    assert len(cells_within(155_250, 463_250, 2000)) == 81


def test_a_square_on_the_map_is_never_one_home() -> None:
    assert square_side_m(100) == 50
    assert square_side_m(2000) == 250


def test_postcodes_by_their_digits() -> None:
    assert len(AREAS) == 17
    centre = centre_of("3823 AB")
    assert centre
    assert centre.approximate
    assert centre_of("9999 ZZ") is None

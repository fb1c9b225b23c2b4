"""From degrees to the Dutch grid, and the middles of the postcodes."""

from math import cos, hypot, radians

import pytest

from bot.domain.participants.grid import rd_from_wgs84, wgs84_from_rd
from bot.domain.participants.places import distance_m
from bot.domain.participants.postcodes import AREAS, PostcodeArea, centre_of

POINTS = [
    ("Amersfoort, Our Lady tower", 52.15517440, 5.38720621, 155_000, 463_000),
    ("Amsterdam, Westertoren", 52.37453253, 4.88352559, 120_700.723, 487_525.502),
    ("Groningen, Martinitoren", 53.21938317, 6.56820053, 233_883.131, 582_065.167),
]


@pytest.mark.parametrize(("place", "lat", "lon", "x", "y"), POINTS)
def test_known_points_within_a_metre(place: str, lat: float, lon: float, x: float, y: float) -> None:
    assert distance_m(*rd_from_wgs84(lat, lon), x, y) < 1


@pytest.mark.parametrize(("place", "lat", "lon", "x", "y"), POINTS)
def test_and_back(place: str, lat: float, lon: float, x: float, y: float) -> None:
    back_lat, back_lon = wgs84_from_rd(x, y)
    assert (abs(back_lat - lat) < 1e-5, abs(back_lon - lon) < 1e-5) == (True, True)
    assert distance_m(*rd_from_wgs84(back_lat, back_lon), x, y) < 0.5


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.neighbourhood)
def test_every_neighbourhood_lies_in_amersfoort(area: PostcodeArea) -> None:
    x, y = rd_from_wgs84(area.lat, area.lon)
    assert distance_m(x, y, 155_000, 465_500) < 5_000


@pytest.mark.parametrize(("d_lat", "d_lon"), [(0.01, 0), (0, 0.01), (-0.01, 0), (0, -0.01)])
def test_a_step_in_degrees_is_as_long_on_the_grid_as_on_the_earth(d_lat: float, d_lon: float) -> None:
    lat, lon = 52.18, 5.40
    radius_m = 6_371_000
    on_earth = radius_m * hypot(radians(d_lat), radians(d_lon) * cos(radians(lat)))
    on_grid = distance_m(*rd_from_wgs84(lat, lon), *rd_from_wgs84(lat + d_lat, lon + d_lon))
    assert abs(on_grid - on_earth) < 0.005 * on_earth


def test_a_postcode_has_its_middle_and_says_that_it_is_approximate() -> None:
    centre = centre_of("3823 AB")
    assert centre
    assert (centre.neighbourhood, centre.approximate) == ("Kattenbroek", True)
    assert (centre.x, centre.y) == rd_from_wgs84(52.189, 5.394)


@pytest.mark.parametrize("postcode", ["", "9999 ZZ", "382", "3820 AA"])
def test_an_unknown_postcode_has_none(postcode: str) -> None:
    assert centre_of(postcode) is None


def test_there_are_seventeen() -> None:
    assert len({area.digits for area in AREAS}) == len(AREAS) == 17

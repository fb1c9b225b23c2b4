"""From latitude and longitude to the Dutch grid, and back."""

from typing import Final

LAT0, LON0 = 52.15517440, 5.38720621  # Amersfoort's Our Lady tower, the grid's origin
X0, Y0 = 155_000.0, 463_000.0

# The approximating polynomial of Schreutelkamp and Strang van Hees (2001): power of d-latitude, of d-longitude, factor.
_X: Final = (
    (0, 1, 190094.945),
    (1, 1, -11832.228),
    (2, 1, -114.221),
    (0, 3, -32.391),
    (1, 0, -0.705),
    (3, 1, -2.340),
    (1, 3, -0.608),
    (0, 2, -0.008),
    (2, 3, 0.148),
)
_Y: Final = (
    (1, 0, 309056.544),
    (0, 2, 3638.893),
    (2, 0, 73.077),
    (1, 2, -157.984),
    (3, 0, 59.788),
    (0, 1, 0.433),
    (2, 2, -6.439),
    (1, 1, -0.032),
    (0, 4, 0.092),
    (1, 4, -0.054),
)


def rd_from_wgs84(lat: float, lon: float) -> tuple[float, float]:
    """Degrees (WGS84) to x and y in metres (RD New), within half a metre in the Netherlands."""
    d_lat, d_lon = 0.36 * (lat - LAT0), 0.36 * (lon - LON0)
    x = sum(factor * d_lat**p * d_lon**q for p, q, factor in _X)
    y = sum(factor * d_lat**p * d_lon**q for p, q, factor in _Y)
    return X0 + x, Y0 + y


_LAT: Final = (
    (0, 1, 3235.65389),
    (2, 0, -32.58297),
    (0, 2, -0.24750),
    (2, 1, -0.84978),
    (0, 3, -0.06550),
    (2, 2, -0.01709),
    (1, 0, -0.00738),
    (4, 0, 0.00530),
    (2, 3, -0.00039),
    (4, 1, 0.00033),
    (1, 1, -0.00012),
)
_LON: Final = (
    (1, 0, 5260.52916),
    (1, 1, 105.94684),
    (1, 2, 2.45656),
    (3, 0, -0.81885),
    (1, 3, 0.05594),
    (3, 1, -0.05607),
    (0, 1, 0.01199),
    (3, 2, -0.00256),
    (1, 4, 0.00128),
    (0, 2, 0.00022),
    (2, 0, -0.00022),
    (5, 0, 0.00026),
)


def wgs84_from_rd(x: float, y: float) -> tuple[float, float]:
    """The same the other way round, of the same source."""
    d_x, d_y = (x - X0) / 100_000, (y - Y0) / 100_000
    lat = sum(factor * d_x**p * d_y**q for p, q, factor in _LAT)
    lon = sum(factor * d_x**p * d_y**q for p, q, factor in _LON)
    return LAT0 + lat / 3600, LON0 + lon / 3600

"""What somebody drew on the map becomes an area, or is refused."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import hypot, isfinite
from typing import Final

from bot.domain.participants.shape_errors import LinesCross, TooFarAway, TooFewCorners, TooManyCorners, TooSmall
from bot.domain.participants.shapes import Point, Ring, Shape, sides, twice_surface

MOST_CORNERS: Final = 200
FURTHEST_M: Final = 2_000
"""From the offence: as the largest circle."""
LEAST_SQUARE_M: Final = 2_500
"""A square of the map on a request: never so small that it is one home."""


def drawn(corners: Sequence[tuple[float, float]], place: tuple[float, float]) -> Shape:
    """The area within these corners in RD metres, however often each was pressed; `place`: of the offence."""
    if len(corners) > MOST_CORNERS:
        raise TooManyCorners("corners", n=len(corners), most=MOST_CORNERS)
    if not all(isfinite(metres) and near(corner, place) for corner in corners for metres in corner):
        raise TooFarAway("corners", km=FURTHEST_M // 1000)
    ring = _tidy((round(x), round(y)) for x, y in corners)
    if len(ring) < 3:
        raise TooFewCorners("corners")
    if _crosses(ring):
        raise LinesCross("corners")
    turned = ring if twice_surface(ring) > 0 else ring[::-1]
    first = turned.index(min(turned))
    shape = Shape(((*turned[first:], *turned[:first]),))
    if shape.square_m < LEAST_SQUARE_M:
        raise TooSmall("corners")
    return shape


def near(corner: tuple[float, float], place: tuple[float, float]) -> bool:
    """Whether an alert about this place may reach there; a metre is rounding."""
    return hypot(corner[0] - place[0], corner[1] - place[1]) <= FURTHEST_M + 1


def is_near(shape: Shape, place: tuple[float, float]) -> bool:
    return all(near(corner, place) for ring in shape.rings for corner in ring)


def _tidy(corners: Iterable[Point]) -> Ring:
    """Each once, where it was pressed twice on end."""
    kept: list[Point] = []
    for corner in corners:
        if not kept or kept[-1] != corner:
            kept.append(corner)
    return tuple(kept[:-1] if len(kept) > 1 and kept[0] == kept[-1] else kept)


def _crosses(ring: Ring) -> bool:
    """Whether two sides share more than the corner between them."""
    last = len(ring) - 1
    for (i, (a, b)), (j, (c, d)) in combinations(enumerate(sides(ring)), 2):
        if j == i + 1:
            crosses = _turns_back(a, b, d)
        elif (i, j) == (0, last):
            crosses = _turns_back(c, a, b)
        else:
            crosses = _meet(a, b, c, d)
        if crosses:
            return True
    return False


def _turn(a: Point, b: Point, c: Point) -> int:
    """Positive to the left, 0 straight on or back."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _turns_back(a: Point, corner: Point, b: Point) -> bool:
    """Whether the way from a to b goes back over itself at the corner."""
    ahead = (corner[0] - a[0]) * (b[0] - corner[0]) + (corner[1] - a[1]) * (b[1] - corner[1])
    return _turn(a, corner, b) == 0 and ahead < 0


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two lines share a point, their ends included."""
    turns = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if _apart(turns[0], turns[1]) and _apart(turns[2], turns[3]):
        return True
    ends = ((turns[0], a, b, c), (turns[1], a, b, d), (turns[2], c, d, a), (turns[3], c, d, b))
    return any(turn == 0 and _between(p, q, point) for turn, p, q, point in ends)


def _apart(one: int, other: int) -> bool:
    return (one > 0) != (other > 0) and one != 0 and other != 0


def _between(a: Point, b: Point, point: Point) -> bool:
    """Of a point in line with both."""
    return min(a[0], b[0]) <= point[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= point[1] <= max(a[1], b[1])

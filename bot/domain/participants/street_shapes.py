"""Streets that were ticked become an area: a small square around each of their homes, together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import floor
from typing import Final

from bot.domain.participants.shape_errors import FewHomes, NoStreets, TooManyStreets
from bot.domain.participants.shapes import Point, Ring, Shape, twice_surface

MOST_STREETS: Final = 25
MOST_HOMES: Final = 1_500
LEAST_HOMES: Final = 5
HALF_M: Final = 8
"""So far a square reaches: who was placed some metres from their front door still lives in their street."""

GAP_SQUARE_M: Final = 400
Metre = tuple[int, int]
"""A square of one metre, by its corner at the left below."""
Places = Sequence[tuple[float, float]]


def shape_of_streets(homes: Mapping[str, Places], others: Places) -> Shape:
    """The homes of each street ticked, and the homes around them that stand elsewhere, in RD metres.

    No square reaches a home of another street, but for one within the same metre.
    """
    if not homes:
        raise NoStreets("streets")
    theirs = [place for places in homes.values() for place in places]
    if len(homes) > MOST_STREETS or len(theirs) > MOST_HOMES:
        raise TooManyStreets("streets")
    if len(theirs) < LEAST_HOMES:
        raise FewHomes("streets", least=LEAST_HOMES)
    around, metres = _Around(others), set[Metre]()
    for home in {_metre(place) for place in theirs}:
        metres.update(_square(home, min(HALF_M, max(0, (around.distance(home) - 1) // 2))))
    rings = (ring for ring in _outlines(metres) if not _is_gap(ring, others))
    return Shape(tuple(sorted(rings)), tuple(sorted(homes)))


def _is_gap(ring: Ring, others: Places) -> bool:
    """A small hole between squares, where nobody else lives: nothing that people would leave out."""
    if not -2 * GAP_SQUARE_M < twice_surface(ring) < 0:
        return False
    hole = Shape((ring,))
    return not any(hole.holds(*home) for home in others)


def _metre(place: tuple[float, float]) -> Metre:
    return floor(place[0]), floor(place[1])


def _square(home: Metre, half: int) -> Iterator[Metre]:
    x, y = home
    return ((x + dx, y + dy) for dx in range(-half, half + 1) for dy in range(-half, half + 1))


class _Around:
    """How far the nearest of the others is, looked for among those nearby."""

    _FAR: Final = 2 * HALF_M + 1

    def __init__(self, others: Places) -> None:
        self._near = defaultdict[Metre, list[Metre]](list)
        for x, y in map(_metre, others):
            self._near[x // self._FAR, y // self._FAR].append((x, y))

    def distance(self, home: Metre) -> int:
        """In whole metres, by the larger of both ways; at least as far as squares reach where nobody is near."""
        column, row = home[0] // self._FAR, home[1] // self._FAR
        beside = ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        found = (other for square in beside for other in self._near.get(square, ()))
        return min((max(abs(x - home[0]), abs(y - home[1])) for x, y in found), default=self._FAR)


def _outlines(metres: set[Metre]) -> Iterable[Ring]:
    """Around a set of metres, against the clock, holes the other way: corners only where the way turns."""
    ways = defaultdict[Point, list[Point]](list)
    for x, y in sorted(metres):
        for beside, start, end in (
            ((x, y - 1), (x, y), (x + 1, y)),
            ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
            ((x, y + 1), (x + 1, y + 1), (x, y + 1)),
            ((x - 1, y), (x, y + 1), (x, y)),
        ):
            if beside not in metres:
                ways[start].append(end)
    while ways:
        yield _walk(ways, next(iter(ways)))


def _walk(ways: dict[Point, list[Point]], start: Point) -> Ring:
    """Once around from a start, and take that way out of all."""
    points = [start]
    while points[-1] in ways:
        here = points[-1]
        points.append(ways[here].pop())
        if not ways[here]:
            del ways[here]
    around = zip((points[-2], *points), points[:-1], points[1:], strict=False)
    return tuple(point for before, point, behind in around if not _in_line(before, behind))


def _in_line(before: Point, behind: Point) -> bool:
    """Of the points at both sides of one, on a way that goes straight up or aside."""
    return before[0] == behind[0] or before[1] == behind[1]

"""The area of an alert: a circle, or what was drawn on the map; RD metres."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.domain.participants.places import CELL_M, cells_between, middle_of_cell

Point = tuple[int, int]
Ring = tuple[Point, ...]
Edge = tuple[int, int, int, int]
"""From its lower end to its upper one."""


@dataclass(frozen=True)
class Circle:
    """Around the place of the offence."""

    x: float
    y: float
    radius_m: int


@dataclass(frozen=True)
class Shape:
    """Rings of corners in whole metres; what lies within an odd number of them is inside, so a ring can be a hole.

    `streets`: whose homes it holds, where streets were ticked.
    """

    rings: tuple[Ring, ...]
    streets: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Its streets, three of them at most, else its surface in square metres."""
        if len(self.streets) > 3:
            return f"{', '.join(self.streets[:3])} +{len(self.streets) - 3}"
        return ", ".join(self.streets) or str(self.square_m)

    @cached_property
    def bounds(self) -> tuple[int, int, int, int]:
        """The least x and y, the greatest x and y."""
        xs, ys = zip(*(corner for ring in self.rings for corner in ring), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def square_m(self) -> int:
        """Its surface; of rings that do not cross, a hole turned the other way round."""
        return abs(sum(map(twice_surface, self.rings))) // 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside; on an edge at the left or below it does, at the right or above it does not.

        So of two shapes that share an edge exactly one holds each point of it.
        """
        heights, bands = self._bands
        band = bisect_right(heights, y) - 1
        if not 0 <= band < len(bands):
            return False
        inside = False
        for x1, y1, x2, y2 in bands[band]:
            inside ^= (x - x1) * (y2 - y1) < (y - y1) * (x2 - x1)
        return inside

    @cached_property
    def cells(self) -> tuple[list[int], list[int]]:
        """The grid squares that lie inside as a whole, and those where each point must be asked after.

        A square that an edge passes or comes near is one of the latter.
        """
        edges = {cell for ring in self.rings for (x1, y1), (x2, y2) in sides(ring) for cell in _touched(x1, y1, x2, y2)}
        others = [cell for cell in cells_between(*self.bounds) if cell not in edges]
        return [cell for cell in others if self.holds(*middle_of_cell(cell))], sorted(edges)

    @cached_property
    def _bands(self) -> tuple[list[int], list[list[Edge]]]:
        """The heights of all corners, and between each two of them the edges that pass there: few, however many."""
        edges = [edge for ring in self.rings for edge in _rising(ring)]
        heights = sorted({height for _, low, _, high in edges for height in (low, high)})
        bands: list[list[Edge]] = [[] for _ in heights[1:]]
        at = {height: place for place, height in enumerate(heights)}
        for edge in edges:
            for band in range(at[edge[1]], at[edge[3]]):
                bands[band].append(edge)
        return heights, bands


Area = Circle | Shape


def twice_surface(ring: Ring) -> int:
    """Positive where its corners go round against the clock."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in sides(ring))


def sides(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return pairwise((*ring, ring[0]))


def _touched(x1: int, y1: int, x2: int, y2: int) -> Iterator[int]:
    """Row by row; a metre more at the left and the right, for what is rounded."""
    rise = y2 - y1
    for row in range(min(y1, y2) // CELL_M, max(y1, y2) // CELL_M + 1):
        low, high = max(min(y1, y2), row * CELL_M), min(max(y1, y2), (row + 1) * CELL_M)
        ends = [x1 + (x2 - x1) * (y - y1) / rise for y in (low, high)] if rise else [x1, x2]
        yield from cells_between(min(ends) - 1, row * CELL_M, max(ends) + 1, row * CELL_M)


def _rising(ring: Ring) -> Iterator[Edge]:
    for (x1, y1), (x2, y2) in sides(ring):
        if y1 != y2:
            yield (x1, y1, x2, y2) if y1 < y2 else (x2, y2, x1, y1)


def middle_of(area: Area) -> tuple[float, float]:
    """The middle of what a map of it shows."""
    if isinstance(area, Circle):
        return area.x, area.y
    left, low, right, high = area.bounds
    return (left + right) / 2, (low + high) / 2


def reach_m(area: Area) -> float:
    """How far it reaches from there, straight to the north, east, south or west."""
    if isinstance(area, Circle):
        return area.radius_m
    left, low, right, high = area.bounds
    return max(right - left, high - low) / 2

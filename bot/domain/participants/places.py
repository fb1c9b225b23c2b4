"""Places in metres of the Dutch grid (RD New, EPSG:28992)."""

from dataclasses import dataclass
from math import floor, hypot
from typing import Final

CELL_M: Final = 500
CELLS_A_ROW: Final = 10_000  # a cell's number is row * 10,000 + column: RD stays under 5,000 km either way


RANGES: Final = {"x": (-7_000.0, 300_000.0), "y": (289_000.0, 629_000.0)}
"""RD New holds for the Netherlands only: outside it is a mistake."""


@dataclass(frozen=True)
class Location:
    """Where an address is; `approximate` when only the middle of its postcode is known."""

    x: float
    y: float
    neighbourhood: str
    approximate: bool


def in_the_netherlands(x: float, y: float) -> bool:
    """Whether these metres can be a place there; never for what is no number."""
    return all(least <= metres <= most for metres, (least, most) in zip((x, y), RANGES.values(), strict=True))


def grid_cell(x: float, y: float) -> int:
    """The number of the 500 m square that holds this point."""
    return floor(y / CELL_M) * CELLS_A_ROW + floor(x / CELL_M)


def cells_within(x: float, y: float, radius_m: float) -> list[int]:
    """The numbers of all squares that a circle touches (its bounding box)."""
    return cells_between(x - radius_m, y - radius_m, x + radius_m, y + radius_m)


def cells_between(left: float, low: float, right: float, high: float) -> list[int]:
    """The same of a rectangle."""
    columns = range(floor(left / CELL_M), floor(right / CELL_M) + 1)
    rows = range(floor(low / CELL_M), floor(high / CELL_M) + 1)
    return [row * CELLS_A_ROW + column for row in rows for column in columns]


def middle_of_cell(cell: int) -> tuple[float, float]:
    """The middle of a square."""
    row, column = divmod(cell + CELLS_A_ROW // 2, CELLS_A_ROW)
    column -= CELLS_A_ROW // 2  # some lie west of the grid's zero
    return (column + 0.5) * CELL_M, (row + 0.5) * CELL_M


def distance_m(x1: float, y1: float, x2: float, y2: float) -> float:
    """Metres between two points."""
    return hypot(x1 - x2, y1 - y2)


def square_side_m(radius_m: float) -> float:
    """The side of a square on an alert's map: never so small that a square is one home."""
    return max(radius_m / 8, 50)

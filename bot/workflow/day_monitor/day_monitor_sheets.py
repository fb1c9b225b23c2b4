"""The sheets of a day monitor's file, and the line that names their columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, Protocol, TypeAlias

from bot.domain.day_monitor.day_monitors import NEEDED, Column, ColumnNames
from bot.workflow.day_monitor.day_monitor_values import Cell

HEADER_WITHIN: Final = 30  # lines: titles and remarks may stand above it
MOST_ROWS: Final = 20_000
MOST_LINES: Final = 200_000
USUAL: Final = {Column.BVH_NUMBER: "BVH-nummer", Column.STREET: "straat", Column.DATE_FROM: "pleegdatum van"}


class HiddenLine(tuple[Cell, ...]):
    """The cells of a line that the sheet does not show: filtered out, or hidden."""


Line: TypeAlias = Sequence[Cell] | None
"""The cells of a line, a hidden column's empty; None: it can't be read."""


@dataclass(frozen=True)
class Sheet:
    """All lines of a sheet, empty ones too: the first is line 1; a CSV file's has no name.

    `hidden_columns` that hold something, as Excel names them; known once the lines were read.
    """

    lines: Iterable[Line]
    name: str = ""
    is_hidden: bool = False
    hidden_columns: set[str] = field(default_factory=set)


class SheetReader(Protocol):
    def sheets(self, content: bytes) -> Iterator[Sheet]:
        """The sheets of an Excel or CSV file, one by one; a Refusal where it is none, or too large."""


@dataclass(frozen=True)
class Header:
    line: int
    names: Sequence[str]
    places: dict[Column, list[int]]

    @property
    def missing(self) -> list[Column]:
        return [column for column in NEEDED if column not in self.places]

    @property
    def has_all(self) -> bool:
        return not self.missing

    def name(self, column: Column) -> str:
        places = self.places.get(column)
        return self.names[places[0]] if places else USUAL.get(column, str(column))

    def cell(self, cells: Sequence[Cell], column: Column) -> Cell:
        places = self.places.get(column)
        return cells[places[0]] if places and places[0] < len(cells) else None

    def cells(self, cells: Sequence[Cell], column: Column) -> list[Cell]:
        return [cells[place] for place in self.places.get(column, ()) if place < len(cells)]


def header_of(lines: Iterator[Line], names: ColumnNames) -> Header:
    """The first line that names all we need, else the one that comes nearest; what stands above it is passed over."""
    best = Header(0, (), {})
    for number, cells in enumerate(islice(lines, HEADER_WITHIN), 1):
        headers = [cell.strip() if isinstance(cell, str) else "" for cell in cells or ()]
        found = Header(number, headers, names.found(headers))
        if found.has_all:
            return found
        best = min(best, found, key=lambda header: len(header.missing))
    return best

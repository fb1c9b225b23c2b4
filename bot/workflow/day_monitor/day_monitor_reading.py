"""A day monitor's rows, checked: a good one becomes an IncidentRow, a wrong one is told by line and column."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import islice
from typing import Final, Protocol, TypeAlias, TypeVar

from bot.clock import local
from bot.domain.alerts.alerts import LONGEST, Offence, tidy_text, window_errors
from bot.domain.day_monitor.day_monitors import NEEDED, Column, ColumnNames, ToldCell, offence_of, told_of
from bot.domain.day_monitor.file_errors import (
    ColumnsMissing,
    CutOff,
    NoHeader,
    RepeatedNumber,
    TooLongAgo,
    TooManyLines,
    UnreadableLine,
)
from bot.domain.day_monitor.incidents import IncidentRow
from bot.domain.errors import EmptyField, EndBeforeStart, InvalidTime, Refusal, TimeInFuture
from bot.domain.numbering import bvh_key, tidy_bvh_number, tidy_postcode
from bot.workflow.day_monitor.day_monitor_values import Cell, date_of, is_midnight, text_of, time_of, words_of
from bot.workflow.times import moments_of

Line: TypeAlias = Sequence[Cell] | None
"""The cells of a line; None: it can't be read."""
Sheet: TypeAlias = Iterable[Line]
"""All lines of a sheet, empty ones too: the first is line 1."""
T = TypeVar("T")

HEADER_WITHIN: Final = 30  # lines: titles and remarks may stand above it
MOST_ROWS: Final = 20_000
MOST_LINES: Final = 200_000
YEAR: Final = timedelta(days=366)
_END_OF_DAY: Final = time(23, 59)
_SPLIT_ADDRESS: Final = re.compile(r"(.*[^\W\d].*?)\s+(\d{1,5}(?:\s?[-/]?\s?[A-Za-z0-9]{1,4})?)")


class SheetReader(Protocol):
    def sheets(self, content: bytes) -> Iterator[Sheet]:
        """The sheets of an Excel or CSV file, one by one; a Refusal where it is none, or too large."""


@dataclass
class Reading:
    """What a file says: `rows` by BVH number, and what there is to tell."""

    rows: dict[str, IncidentRow] = field(default_factory=dict)
    told: list[ToldCell] = field(default_factory=list)
    refused: int = 0


def read_day_monitor(sheets: Iterable[Sheet], names: ColumnNames, place: str, now: datetime) -> Reading:
    """The rows of the first sheet that has the header; a Refusal where there is none. `place`: where none is told."""
    missing: list[Column] = [*NEEDED]
    for sheet in sheets:
        lines = iter(sheet)
        header = _header(lines, names)
        if header.has_all:
            return _Reader(header, place, now).read(lines)
        missing = min(missing, header.missing, key=len)
    usual = {column: _USUAL[column] for column in NEEDED}
    if len(missing) == len(NEEDED):
        raise NoHeader(needed=", ".join(usual.values()))
    raise ColumnsMissing(missing=", ".join(usual[column] for column in missing))


_USUAL: Final = {Column.BVH_NUMBER: "BVH-nummer", Column.STREET: "straat", Column.DATE_FROM: "pleegdatum van"}


@dataclass(frozen=True)
class _Header:
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
        return self.names[places[0]] if places else _USUAL.get(column, str(column))

    def cell(self, cells: Sequence[Cell], column: Column) -> Cell:
        places = self.places.get(column)
        return cells[places[0]] if places and places[0] < len(cells) else None

    def cells(self, cells: Sequence[Cell], column: Column) -> list[Cell]:
        return [cells[place] for place in self.places.get(column, ()) if place < len(cells)]


def _header(lines: Iterator[Line], names: ColumnNames) -> _Header:
    """The first line that names all we need, else the one that comes nearest; what stands above it is passed over."""
    best = _Header(0, (), {})
    for number, cells in enumerate(islice(lines, HEADER_WITHIN), 1):
        headers = [cell.strip() if isinstance(cell, str) else "" for cell in cells or ()]
        found = _Header(number, headers, names.found(headers))
        if found.has_all:
            return found
        best = min(best, found, key=lambda header: len(header.missing))
    return best


class _Reader:
    def __init__(self, header: _Header, place: str, now: datetime) -> None:
        self._header = header
        self._place = place
        self._now = now
        self._reading = Reading()
        self._numbers: dict[str, str] = {}  # as they are compared, and as they were written last

    def read(self, lines: Iterator[Line]) -> Reading:
        filled = 0
        for number, cells in enumerate(lines, self._header.line + 1):
            if cells is not None and not any(cell is not None and str(cell).strip() for cell in cells):
                continue
            filled += 1
            if filled > MOST_ROWS or number > MOST_LINES:
                raise TooManyLines(most=MOST_ROWS)
            self._take(_Row(self._header, number, cells or (), self._place, self._now), readable=cells is not None)
        return self._reading

    def _take(self, row: "_Row", *, readable: bool) -> None:
        made = row.incident() if readable else None
        if not readable:
            row.told.append(ToldCell(row.number, "", UnreadableLine().message))
        if made is None:
            self._reading.refused += 1
        else:
            if earlier := self._numbers.get(bvh_key(made.bvh_number)):
                del self._reading.rows[earlier]
                row.remark(Column.BVH_NUMBER, RepeatedNumber())
            self._numbers[bvh_key(made.bvh_number)] = made.bvh_number
            self._reading.rows[made.bvh_number] = made
        self._reading.told += row.told


class _Row:
    """One line; each check that fails is told at its column, and the others go on."""

    def __init__(self, header: _Header, number: int, cells: Sequence[Cell], place: str, now: datetime) -> None:
        self.number = number
        self.told: list[ToldCell] = []
        self._header = header
        self._cells = cells
        self._place = place
        self._now = now

    def incident(self) -> IncidentRow | None:
        """The row; None where anything in it is wrong."""
        bvh_number = self._checked(Column.BVH_NUMBER, lambda cell: tidy_bvh_number(text_of(cell)))
        street, house_number = self._address()
        postcode = self._checked(Column.POSTCODE, lambda cell: tidy_postcode(text) if (text := text_of(cell)) else "")
        place = self._checked(Column.PLACE, lambda cell: self._short("place", text_of(cell) or self._place))
        offence = self._checked(Column.OFFENCE, self._offence)
        reported_at = self._moment(Column.REPORTED_DATE, Column.REPORTED_TIME)
        window = self._window(reported_at)
        what_happened, description = (self._words(column) for column in (Column.WHAT_HAPPENED, Column.DESCRIPTION))
        if any(told.refused for told in self.told) or not (bvh_number and offence and window):
            return None
        return IncidentRow(
            bvh_number=bvh_number,
            offence=offence,
            street=street,
            house_number=house_number,
            postcode=postcode or "",
            place=place or "",
            window_start=window[0],
            window_end=window[1],
            reported_at=reported_at,
            what_happened=what_happened,
            description=description,
        )

    def remark(self, column: Column, refusal: Refusal, *, refused: bool = False) -> None:
        self.told.append(told_of(self.number, self._header.name(column), refusal, refused=refused))

    def _checked(self, column: Column, check: Callable[[Cell], T]) -> T | None:
        try:
            return check(self._cell(column))
        except Refusal as refusal:
            self.remark(column, refusal, refused=True)
            return None

    def _cell(self, column: Column) -> Cell:
        return self._header.cell(self._cells, column)

    def _short(self, name: str, text: str) -> str:
        return tidy_text(name, text, required=False)

    def _address(self) -> tuple[str, str]:
        """Street and number, each in its column or, without one for numbers, both in the street's."""
        street = self._checked(Column.STREET, lambda cell: tidy_text("street", text_of(cell))) or ""
        number = self._checked(Column.HOUSE_NUMBER, text_of) or ""
        if Column.HOUSE_NUMBER not in self._header.places and (both := _SPLIT_ADDRESS.fullmatch(street)):
            street, number = both[1].rstrip(" ,"), both[2]
        addition = self._checked(Column.ADDITION, text_of) or ""
        joint = "-" if number[-1:].isdigit() and addition[:1].isdigit() else ""
        whole = f"{number}{joint}{addition}"
        try:
            return street, self._short("house_number", whole)
        except Refusal as refusal:
            self.remark(Column.HOUSE_NUMBER, refusal, refused=True)
            return street, ""

    def _offence(self, cell: Cell) -> Offence:
        """A file without categories is one of burglaries."""
        return offence_of(text_of(cell)) if Column.OFFENCE in self._header.places else Offence.BURGLARY

    def _words(self, column: Column) -> str:
        """All that its columns say; what is too long for the form is cut off, and told: the line counts."""
        try:
            parts = [words_of(cell) for cell in self._header.cells(self._cells, column)]
        except Refusal as refusal:
            self.remark(column, refusal, refused=True)
            return ""
        text, most = "\n".join(dict.fromkeys(filter(None, parts))), LONGEST[str(column)]
        if len(text) <= most:
            return text
        self.remark(column, CutOff(most=most))
        return f"{text[: most - 1]}…"

    def _window(self, reported_at: datetime | None) -> tuple[datetime, datetime] | None:
        """From when to when: without a time the whole day, without an end the same moment; not past its report."""
        start = self._walls(Column.DATE_FROM, Column.TIME_FROM, time(0))
        if start is None:
            if self._cell(Column.DATE_FROM) in (None, ""):
                self.remark(Column.DATE_FROM, EmptyField(), refused=True)
            return None
        end = self._walls(Column.DATE_TO, Column.TIME_TO, _END_OF_DAY, since=start)
        begins = self._utc(start[0], Column.DATE_FROM, Column.TIME_FROM)
        ends = self._utc(end[0], Column.DATE_TO, Column.TIME_TO, late=True) if end else None
        if begins is None or ends is None or end is None:
            return None
        if not end[1]:  # nobody wrote when: it was over when it was reported, and is by now
            ends = max(begins, min(ends, reported_at or self._now, self._now))
        for refusal in window_errors(begins, ends, self._now):
            self.remark(self._at(refusal), refusal, refused=True)
        if begins < self._now - YEAR:  # a slip of the keyboard: nobody is mailed about it
            self.remark(Column.DATE_FROM, TooLongAgo(), refused=True)
        return begins, ends

    def _at(self, refusal: Refusal) -> Column:
        """The column at which a wrong window is told; where the file has no such column, the one used in its place."""
        wanted = Column.DATE_FROM if refusal.field == "date_from" else Column.DATE_TO
        if isinstance(refusal, EndBeforeStart) and Column.TIME_TO in self._header.places:
            wanted = Column.DATE_TO if Column.DATE_TO in self._header.places else Column.TIME_TO
        return wanted if wanted in self._header.places else Column.DATE_FROM

    def _walls(
        self, day: Column, clock: Column, otherwise: time, since: tuple[datetime, bool] | None = None
    ) -> tuple[datetime, bool] | None:
        """Local date and time, and whether a time was written; `since`: the beginning, for an end that has no date."""
        written, at = self._checked(day, date_of), self._checked(clock, time_of)
        if {told.column for told in self.told if told.refused} & {self._header.name(day), self._header.name(clock)}:
            return None
        if written:
            at = at or written[1]
            wall = datetime.combine(written[0], at or otherwise)
        elif since is None:
            return None
        elif at:
            wall = datetime.combine(since[0].date(), at)
            wall += timedelta(days=wall < since[0])  # from 23:00 to 01:00
        elif since[1]:
            return since
        else:
            wall = datetime.combine(since[0].date(), otherwise)
        wall += timedelta(days=is_midnight(self._cell(clock)))
        return wall.replace(second=0, microsecond=0), at is not None

    def _utc(self, wall: datetime, day: Column, clock: Column, *, late: bool = False) -> datetime | None:
        """In the hour that comes twice in autumn the window is as wide as possible, but never past now."""
        moments = moments_of(wall)
        if moments is None:
            self.remark(clock if clock in self._header.places else day, InvalidTime(), refused=True)
            return None
        earlier, later = moments
        return later if late and later <= self._now else earlier

    def _moment(self, day: Column, clock: Column) -> datetime | None:
        """When it was reported; without a time at the end of that day, or now."""
        wall = self._walls(day, clock, _END_OF_DAY)
        at = self._utc(wall[0], day, clock) if wall else None
        if at and wall and not wall[1]:
            at = min(at, self._now) if wall[0].date() <= local(self._now).date() else at
        if at and at > self._now:
            self.remark(day, TimeInFuture(), refused=True)
        return at

"""A day monitor's rows, checked: a good one becomes an IncidentRow, a wrong one is told by line and column."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.alerts.offences import OwnOffence
from bot.domain.day_monitor.day_monitors import NEEDED, WHOLE_FILE, Column, ColumnNames, ToldCell, told_of
from bot.domain.day_monitor.file_errors import (
    ColumnsMissing,
    HiddenColumns,
    HiddenLines,
    HiddenSheet,
    MissingOrHidden,
    NoHeader,
    OtherSheet,
    RepeatedNumber,
    TooManyLines,
    UnreadableLine,
)
from bot.domain.day_monitor.incidents import IncidentRow
from bot.domain.errors import Refusal
from bot.domain.numbering import bvh_key
from bot.workflow.day_monitor.day_monitor_rows import Row
from bot.workflow.day_monitor.day_monitor_sheets import (
    MOST_LINES,
    MOST_ROWS,
    USUAL,
    Header,
    HiddenLine,
    Line,
    Sheet,
    header_of,
)


@dataclass
class Reading:
    """What a file says: `rows` by BVH number, what there is to tell, and how many `hidden` lines hold something."""

    rows: dict[str, IncidentRow] = field(default_factory=dict)
    told: list[ToldCell] = field(default_factory=list)
    refused: int = 0
    hidden: int = 0


def read_day_monitor(
    sheets: Iterable[Sheet], names: ColumnNames, place: str, now: datetime, own: Sequence[OwnOffence] = ()
) -> Reading:
    """The rows of the first sheet in sight that has the header; a Refusal where there is none.

    What is not read is told: other sheets, and what is hidden. `place`: where none is told.
    """
    missing: list[Column] = [*NEEDED]
    reading: Reading | None = None
    unread: list[Refusal] = []
    for sheet in sheets:
        if sheet.is_hidden:
            unread.append(HiddenSheet(name=sheet.name))
        elif reading is None:
            lines = iter(sheet.lines)
            header = header_of(lines, names)
            if header.has_all:
                reading = _Reader(header, place, now, own).read(lines)
            missing = min(missing, header.missing, key=len)
            unread += [HiddenColumns(columns=", ".join(sorted(sheet.hidden_columns)))] if sheet.hidden_columns else []
        elif sheet.name and _is_another(sheet, names):
            unread.append(OtherSheet(name=sheet.name))
    if reading is None:
        raise _no_header(missing, is_hidden=bool(unread))
    unread += [HiddenLines(number=reading.hidden)] if reading.hidden else []
    return replace(reading, told=[*(told_of(WHOLE_FILE, "", what, refused=False) for what in unread), *reading.told])


def _is_another(sheet: Sheet, names: ColumnNames) -> bool:
    """Whether a sheet behind the one that was read could have been it; a damaged one costs nothing."""
    try:
        return header_of(iter(sheet.lines), names).has_all
    except Refusal:
        return False


def _no_header(missing: Sequence[Column], *, is_hidden: bool) -> Refusal:
    usual = {column: USUAL[column] for column in NEEDED}
    named = ", ".join(usual[column] for column in missing)
    if is_hidden:
        return MissingOrHidden(missing=named)
    return NoHeader(needed=", ".join(usual.values())) if len(missing) == len(NEEDED) else ColumnsMissing(missing=named)


class _Reader:
    def __init__(self, header: Header, place: str, now: datetime, own: Sequence[OwnOffence]) -> None:
        self._header = header
        self._place = place
        self._now = now
        self._own = own
        self._reading = Reading()
        self._numbers: dict[str, str] = {}  # as they are compared, and as they were written last

    def read(self, lines: Iterator[Line]) -> Reading:
        filled = 0
        for number, cells in enumerate(lines, self._header.line + 1):
            if cells is not None and not any(cell is not None and str(cell).strip() for cell in cells):
                continue
            is_hidden = isinstance(cells, HiddenLine)
            self._reading.hidden += is_hidden
            filled += not is_hidden
            if filled > MOST_ROWS or number > MOST_LINES:
                raise TooManyLines(most=MOST_ROWS)
            if is_hidden:
                continue
            row = Row(self._header, number, cells or (), self._place, self._now, self._own)
            self._take(row, readable=cells is not None)
        return self._reading

    def _take(self, row: "Row", *, readable: bool) -> None:
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

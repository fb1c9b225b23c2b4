"""Excel and CSV files as lines of cells, within bounds that no file can stretch."""

import csv
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from io import BytesIO, StringIO
from itertools import islice
from typing import Any, Final
from zipfile import ZipFile

from bot.adapters.cells import read_cell, write_cell
from bot.domain.day_monitor.file_errors import FileTooLarge, NotASheet, OldSheet
from bot.isolation.child import Bounds, ReadingEnded, read_apart, tell
from bot.workflow.day_monitor.day_monitor_sheets import MOST_LINES, HiddenLine, Line, Sheet
from bot.workflow.day_monitor.day_monitor_values import Cell

MOST_BYTES: Final = 5_000_000
MOST_UNPACKED: Final = 60_000_000
MOST_OF_A_PART: Final = 50_000_000
MOST_RATIO: Final = 100  # unpacked to packed; what Excel writes stays below 30
PART_OF_ANY_RATIO: Final = 1_000_000
BOUNDS: Final = Bounds(seconds=20, patience_s=60, memory=512 * 1024 * 1024)
MOST_PARTS: Final = 500
MOST_SHEETS: Final = 20
MOST_COLUMNS: Final = 100
ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0"  # Excel before 2007, and any Excel with a password
DELIMITERS: Final = (";", ",", "\t")


class Sheets:
    def sheets(self, content: bytes) -> Iterator[Sheet]:
        """The sheets of a workbook; a CSV file gives one for each possible separator. A Refusal for others.

        Read apart: what a small file unpacks to, and how long that takes, is whatever its sender likes.
        """
        if len(content) > MOST_BYTES:
            raise FileTooLarge(most=MOST_BYTES // 1_000_000)
        if content.startswith(OLE):
            raise OldSheet
        if content.startswith(ZIP):
            _check_sizes(content)
        told = read_apart(__name__, content, BOUNDS)
        try:
            for thing in told:
                if "sheet" in thing:
                    hidden: set[str] = set()
                    yield Sheet(_lines_told(told, hidden), thing["sheet"], thing["is_hidden"], hidden)
        except ReadingEnded:
            raise NotASheet from None


def _lines_told(told: Iterator[Any], hidden: set[str]) -> Iterator[Line]:
    """Up to the end of the sheet that begins here; ReadingEnded, NotASheet where the rest can't be read."""
    for thing in told:
        if "end" in thing:
            return
        if "broken" in thing:
            raise NotASheet
        hidden.update(thing.get("hidden", ()))
        line = thing["line"]
        cells = None if line is None else [read_cell(cell) for cell in line]
        yield HiddenLine(cells) if cells is not None and thing.get("is_hidden") else cells


def told_of(content: bytes) -> Iterator[Any]:
    """The process's side: each sheet, its lines, its end; what is hidden as soon as it is met."""
    for sheet in sheets_of(content):
        yield {"sheet": sheet.name, "is_hidden": sheet.is_hidden}
        known: set[str] = set()
        try:
            for line in islice(sheet.lines, MOST_LINES + 1):
                more = sorted(sheet.hidden_columns - known)
                known.update(more)
                cells = None if line is None else [write_cell(cell) for cell in line]
                yield {"line": cells, "is_hidden": isinstance(line, HiddenLine), "hidden": more}
        except NotASheet:
            yield {"broken": True}
        yield {"end": True}


def sheets_of(content: bytes) -> Iterator[Sheet]:
    """NotASheet."""
    if content.startswith(ZIP):
        yield from _of_workbook(content)
    else:
        text = _text(content)
        yield from (Sheet(_lines(text, delimiter)) for delimiter in DELIMITERS)


def _check_sizes(content: bytes) -> None:
    """As the archive itself declares: its reader gives no more than that. NotASheet, FileTooLarge."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except Exception:  # its directory is as the sender likes it
        raise NotASheet from None
    large = [part for part in parts if part.file_size > PART_OF_ANY_RATIO]
    bomb = any(part.file_size > MOST_OF_A_PART or part.file_size > MOST_RATIO * part.compress_size for part in large)
    if bomb or len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise FileTooLarge(most=MOST_BYTES // 1_000_000)


def _of_workbook(content: bytes) -> Iterator[Sheet]:
    """Values as calculated when the file was saved. Whatever goes wrong while reading: NotASheet."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not know, and we don't need: styles, validations
            book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except Exception:  # the library meets files that nobody foresaw
        raise NotASheet from None
    try:
        yield from map(_sheet, book.worksheets[:MOST_SHEETS])
    finally:
        book.close()


def _sheet(found: Any) -> Sheet:
    hidden: set[str] = set()
    return Sheet(_rows(found, hidden), found.title, found.sheet_state != "visible", hidden)


def _rows(sheet: Any, hidden: set[str]) -> Iterator[Line]:
    """As the library's own reader, which does not tell what Excel hides; empty lines that a file leaves out too."""
    from openpyxl.worksheet._reader import WorkSheetParser

    shows_time, at = _TimeFormats(sheet), 1
    try:
        with sheet._get_source() as source:
            parser = WorkSheetParser(
                source,
                sheet._shared_strings,
                data_only=True,
                epoch=sheet.parent.epoch,
                date_formats=sheet.parent._date_formats,
                timedelta_formats=sheet.parent._timedelta_formats,
            )
            for number, cells in parser.parse():
                yield from ((),) * max(0, min(number - at, MOST_LINES + 1))
                at = max(at, number) + 1
                line: list[Cell] = [None] * min(MOST_COLUMNS, max((cell["column"] for cell in cells), default=0))
                for cell in cells:
                    if cell["column"] <= MOST_COLUMNS and cell["value"] is not None:
                        line[cell["column"] - 1] = _shown(cell, shows_time)
                _take_out_hidden(line, parser.column_dimensions.values(), hidden)
                yield HiddenLine(line) if _is_on(parser.row_dimensions.pop(str(number), {})) else line
    except Exception:  # as above
        raise NotASheet from None


def _shown(cell: dict[str, Any], shows_time: "_TimeFormats") -> Cell:
    """A day without its time, where Excel shows none: both are the same number to it."""
    value: Cell = cell["value"]
    is_day = isinstance(value, datetime) and value.time() == time(0) and not shows_time[cell["style_id"]]
    return value.date() if is_day and isinstance(value, datetime) else value


class _TimeFormats(dict[int, bool]):
    """Whether a cell's style shows a time."""

    def __init__(self, sheet: Any) -> None:
        super().__init__()
        self._sheet = sheet

    def __missing__(self, style_id: int) -> bool:
        from openpyxl.cell.read_only import ReadOnlyCell
        from openpyxl.styles.numbers import is_datetime

        shown = ReadOnlyCell(self._sheet, 1, 1, None, style_id=style_id).number_format
        self[style_id] = is_datetime(shown) != "date"
        return self[style_id]


def _take_out_hidden(line: list[Cell], columns: Iterable[dict[str, str]], hidden: set[str]) -> None:
    from openpyxl.utils import get_column_letter

    for column in filter(_is_on, columns):
        for place in range(int(column["min"]) - 1, min(int(column["max"]), len(line))):
            if line[place] is not None:
                hidden.add(get_column_letter(place + 1))
                line[place] = None


def _is_on(dimension: Mapping[str, str]) -> bool:
    return dimension.get("hidden", "0") in {"1", "true"}


def _text(content: bytes) -> str:
    """As Excel and other programs write it: UTF-8 or UTF-16 with a mark, UTF-8 without, else Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\0" in content:
        raise NotASheet
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _lines(text: str, delimiter: str) -> list[Line]:
    """A value between quotation marks may hold line breaks; one that is never closed spoils its own line only."""
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return [_line(line, delimiter) for line in text.splitlines()]


def _line(line: str, delimiter: str) -> Line:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None


if __name__ == "__main__":
    tell(told_of)

"""Excel and CSV files as lines of cells, within bounds that no file can stretch."""

import csv
import warnings
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from bot.domain.day_monitor.file_errors import FileTooLarge, NotASheet, OldSheet
from bot.workflow.day_monitor.day_monitor_reading import Line, Sheet

MOST_BYTES: Final = 5_000_000
MOST_UNPACKED: Final = 60_000_000  # bytes, as the archive itself declares: its reader gives no more than that
MOST_PARTS: Final = 500
MOST_SHEETS: Final = 20
MOST_COLUMNS: Final = 100
ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0"  # Excel before 2007, and any Excel with a password
DELIMITERS: Final = (";", ",", "\t")


class Sheets:
    def sheets(self, content: bytes) -> Iterator[Sheet]:
        """The sheets of a workbook; a CSV file gives one for each possible separator. A Refusal for others."""
        if len(content) > MOST_BYTES:
            raise FileTooLarge(most=MOST_BYTES // 1_000_000)
        if content.startswith(OLE):
            raise OldSheet
        if content.startswith(ZIP):
            yield from _of_workbook(content)
        else:
            text = _text(content)
            yield from (_lines(text, delimiter) for delimiter in DELIMITERS)


def _of_workbook(content: bytes) -> Iterator[Sheet]:
    """Values as calculated when the file was saved. Whatever goes wrong while reading: NotASheet."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise FileTooLarge(most=MOST_BYTES // 1_000_000)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not know, and we don't need: styles, validations
            book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except FileTooLarge:
        raise
    except (BadZipFile, Exception):  # the library meets files that nobody foresaw
        raise NotASheet from None
    try:
        for sheet in book.worksheets[:MOST_SHEETS]:
            sheet.reset_dimensions()  # what the file says of its size need not be true
            yield _rows(sheet)
    finally:
        book.close()


def _rows(sheet: object) -> Iterator[Line]:
    try:
        yield from sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)  # type: ignore[attr-defined]
    except Exception:  # as above
        raise NotASheet from None


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

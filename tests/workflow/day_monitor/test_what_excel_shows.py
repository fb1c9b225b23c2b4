"""What a day monitor in Excel shows is read and no more; midnights, numbers and streets in every writing."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from bot.domain.day_monitor.day_monitors import WHOLE_FILE
from bot.domain.day_monitor.file_errors import MissingOrHidden
from tests.workflow.day_monitor.reading import HEADER, LINE, only, read, window, workbook

SHOWN = ("BVH nr", "Straat", "Huisnummer", "Pleegdatum van", "Pleegtijd van", "Pleegdatum tot", "Pleegtijd tot")
HIDDEN_LINES = "Lines that are hidden or filtered out were not read: {number}."


def row_of(number: str, *, day: Any = "23-11-2026", end: Any = "23-11-2026", clock: Any = "11:00") -> list[Any]:
    return [number, "Heideweg", 12, day, "9:00", end, clock]


def book_of(change: Callable[[Workbook], object], *rows: list[Any]) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (list(SHOWN), *rows):
        sheet.append(row)
    change(book)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_line_that_is_hidden_or_filtered_out_is_not_read_and_told() -> None:
    def hide(book: Workbook) -> None:
        for line in (3, 5):
            book.worksheets[0].row_dimensions[line].hidden = True

    reading = read(book_of(hide, *(row_of(f"2026-{number}") for number in range(101, 104))))
    assert [*reading.rows] == ["2026-101", "2026-103"]
    assert [(cell.line, cell.message, cell.values, cell.refused) for cell in reading.told] == [
        (WHOLE_FILE, HIDDEN_LINES, {"number": 1}, False)
    ]


def test_a_hidden_sheet_is_not_read_and_told_and_so_is_a_second_one() -> None:
    def add(book: Workbook) -> None:
        for name, state in (("Oud", "hidden"), ("Macro", "veryHidden"), ("Dinsdag", "visible"), ("Uitleg", "visible")):
            sheet = book.create_sheet(name, 0 if name == "Oud" else None)
            sheet.sheet_state = state
            if name != "Uitleg":
                sheet.append(list(SHOWN))
                sheet.append(row_of("2026-999"))

    reading = read(book_of(add, row_of("2026-101")))
    assert [*reading.rows] == ["2026-101"]
    assert [(cell.message.split("{")[0], cell.values["name"]) for cell in reading.told] == [
        ("Sheet ", "Oud"),
        ("Sheet ", "Macro"),
        ("Sheet ", "Dinsdag"),
    ]


def test_a_hidden_column_is_not_read_and_told() -> None:
    def hide(book: Workbook) -> None:
        book.worksheets[0].column_dimensions["C"].hidden = True

    reading = read(book_of(hide, row_of("2026-101")))
    assert only(reading).house_number == ""
    assert [(cell.message, cell.values) for cell in reading.told] == [
        ("Hidden columns were not read: {columns}.", {"columns": "C"})
    ]


@pytest.mark.parametrize("what", ["sheet", "column"])
def test_where_all_that_is_needed_is_hidden_that_is_why(what: str) -> None:
    def hide(book: Workbook) -> None:
        sheet = book.worksheets[0]
        if what == "sheet":
            book.create_sheet("Leeg")
            sheet.sheet_state = "hidden"
        else:
            sheet.column_dimensions["A"].hidden = True

    with pytest.raises(MissingOrHidden):
        read(book_of(hide, row_of("2026-101")))


@pytest.mark.parametrize("day", ["23-11-2026", date(2026, 11, 23), datetime(2026, 11, 23)])
@pytest.mark.parametrize("end", ["24:00", "24.00 uur", "0:00", "00:00", time(0), timedelta(days=1), "24u"])
def test_midnight_as_an_end_is_the_one_behind_the_beginning_in_excel_as_in_csv(day: Any, end: Any) -> None:
    content = book_of(lambda _: None, row_of("2026-101", day=day, end=day, clock=end))
    assert window(read(content)) == ("2026-11-23 09:00", "2026-11-24 00:00")
    if isinstance(end, str):
        line = f"2026-101;Heideweg;12;23-11-2026;9:00;23-11-2026;{end}"
        assert window(read(f"{';'.join(SHOWN)}\n{line}")) == ("2026-11-23 09:00", "2026-11-24 00:00")


@pytest.mark.parametrize(
    ("end", "ended"),
    [
        *(("24-11-2026 00:00", "2026-11-24 00:00"), ("24-11-2026 0:00 uur", "2026-11-24 00:00")),
        *(("23-11-2026 24:00", "2026-11-24 00:00"), (datetime(2026, 11, 24), "2026-11-24 00:00")),
        *(("23-11-2026", "2026-11-23 23:59"), (date(2026, 11, 23), "2026-11-23 23:59")),
    ],
)
def test_a_date_shows_its_midnight_or_is_a_whole_day(end: Any, ended: str) -> None:
    """Excel has a day and its midnight as one number: what the cell shows tells them apart."""
    book = workbook([("BVH", "Straat", "datum/tijd van", "datum/tijd tot"), ("2026-1", "A", "22-11-2026 9:00", end)])
    assert window(read(book)) == ("2026-11-22 09:00", ended)
    if isinstance(end, str):
        csv = f"BVH;Straat;datum/tijd van;datum/tijd tot\n2026-1;A;22-11-2026 9:00;{end}"
        assert window(read(csv)) == ("2026-11-22 09:00", ended)


def test_a_day_with_a_column_for_its_time_is_a_whole_day_where_that_is_empty() -> None:
    book = book_of(lambda _: None, row_of("2026-101", end=datetime(2026, 11, 23), clock=None))
    assert window(read(book)) == ("2026-11-23 09:00", "2026-11-23 23:59")


def test_a_number_in_another_writing_is_the_same_line() -> None:
    written = ("2026101", "2026 101", "2026\u00a0101", "2026–101")
    lines = "\n".join(LINE.replace("2026-101", number) for number in written)
    reading = read(f"{HEADER}\n{lines}")
    assert [*reading.rows] == ["2026-101"]
    assert len(reading.told) == 3


@pytest.mark.parametrize(
    ("typed", "street", "number"),
    [
        *(("Heideweg 14 a", "Heideweg", "14 a"), ("Heideweg 14-III", "Heideweg", "14-III")),
        *(
            ("Heideweg 14bis", "Heideweg", "14bis"),
            ("Heideweg\u00a014", "Heideweg", "14"),
            ("Heideweg, 14", "Heideweg", "14"),
        ),
        *(("Laan 1914", "Laan 1914", ""), ("Laan 1914 12", "Laan 1914", "12"), ("Plein 1944 3-a", "Plein 1944", "3-a")),
        *(("1e Hogeweg 12", "1e Hogeweg", "12"), ("’t Hof 3", "'t Hof", "3")),
    ],
)
def test_street_and_number_in_one_column(typed: str, street: str, number: str) -> None:
    row = only(read(f'BVH;Straat;datum\n2026-7;"{typed}";23-11'))
    assert (row.street, row.house_number) == (street, number)

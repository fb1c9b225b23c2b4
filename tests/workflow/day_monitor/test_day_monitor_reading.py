"""A day monitor as teams make it: columns by name, values as people and Excel write them, wrong lines told."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.sheets import MOST_BYTES
from bot.domain.alerts.offences import Offence
from bot.domain.day_monitor.day_monitors import ColumnNames
from bot.domain.day_monitor.file_errors import (
    ColumnsMissing,
    FileTooLarge,
    NoHeader,
    NotASheet,
    OldSheet,
    TooManyLines,
)
from bot.domain.day_monitor.incidents import IncidentRow
from bot.domain.errors import Refusal
from bot.workflow.day_monitor.day_monitor_reading import Reading, read_day_monitor
from bot.workflow.day_monitor.day_monitor_sheets import MOST_ROWS, Sheet
from bot.workflow.day_monitor.day_monitor_values import Cell
from tests.workflow.day_monitor.cells import CELLS
from tests.workflow.day_monitor.reading import HEADER, LINE, NOW, only, read, wall, window, workbook


def told(reading: Reading) -> list[tuple[int, str, str]]:
    return [(cell.line, cell.column, cell.message) for cell in reading.told]


EXPECTED = IncidentRow(
    bvh_number="2026-101",
    offence=Offence.BURGLARY,
    street="Heideweg",
    house_number="12",
    postcode="3823 AB",
    place="Hoogland",
    window_start=datetime(2026, 11, 23, 8, tzinfo=UTC),
    window_end=datetime(2026, 11, 23, 16, 30, tzinfo=UTC),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_as_programs_write_it(encoding: str, delimiter: str) -> None:
    text = f"Dagmonitor\r\n\r\n{HEADER};Café\r\n{LINE};é\r\n".replace(";", delimiter)
    assert only(read(text.encode(encoding))) == EXPECTED


def test_columns_stand_in_any_order_and_are_called_many_things() -> None:
    text = (
        "x,PLEEGDATUM / TIJD (VAN),straatnaam,Mutatienr.,Modus Operandi,Pleegdatum/tijd t/m,Omschrijving,Signalement\n"
        '9,"23-11-2026 09:00","Heideweg 12-a","2026-101","Raam ""open""",24-11-26 08:15,Sieraden weg,"Grijze bus\nrood"'
    )
    row = only(read(text.replace("tijd t/m", "tijd tot")))
    assert (row.street, row.house_number, row.place, row.offence) == (
        "Heideweg",
        "12-a",
        "Amersfoort",
        Offence.BURGLARY,
    )
    assert (wall(row.window_start), wall(row.window_end)) == ("2026-11-23 09:00", "2026-11-24 08:15")
    assert row.what_happened == 'Raam "open"\nSieraden weg'
    assert row.description == "Grijze bus\nrood"


@pytest.mark.parametrize(
    "header",
    [
        "datum pleging;tijd pleging;datum pleging tot;tijd pleging tot",
        "datum pleging van;tijd pleging van;datum pleging t/m;tijd pleging t/m",
        "datum feit;tijd feit;datum feit tot;tijd feit tot",
    ],
)
def test_the_offence_s_moment_is_called_many_things(header: str) -> None:
    row = only(read(f"BVH;Straat;{header}\n2026-7;Heideweg;22-11-2026;9:00;23-11-2026;8:15"))
    assert (wall(row.window_start), wall(row.window_end)) == ("2026-11-22 09:00", "2026-11-23 08:15")


def test_a_team_has_names_of_its_own() -> None:
    text = "Zaak-ID;Locatie straat;Straat;Wanneer\n2026-7;Heideweg;Wijk 3;23-11-2026"
    row = only(read(text, "bvh_number=Zaak ID; street=locatie straat; date_from=Wanneer"))
    assert (row.bvh_number, row.street) == ("2026-7", "Heideweg")


def test_excel_with_titles_empty_lines_numbers_and_dates_in_its_own_way() -> None:
    header = (
        "BVH nr",
        "Straat",
        "Huisnummer",
        "Toevoeging",
        "Postcode",
        "Pleegdatum",
        "Pleegtijd",
        "Datum melding",
        "MO",
    )
    rows: list[list[Any]] = [
        ["Dagmonitor 24 november"],
        [],
        header,  # type: ignore[list-item]
        [2026101, "Heideweg", 12.0, "bis", "3823AB", date(2026, 11, 23), time(9), datetime(2026, 11, 24, 8, 5), "Raam"],
        [],
        ["2026102", "Heideweg", 14, None, None, datetime(2026, 11, 23, 9, 30), None, None, None],
        ["2026103", "Heideweg", "#N/B", None, None, 46349, 0.375, None, None],
    ]
    reading = read(workbook([["niets"]], rows))
    first, second = reading.rows["2026101"], reading.rows["2026102"]
    assert (first.house_number, first.what_happened) == ("12bis", "Raam")
    assert first.reported_at == datetime(2026, 11, 24, 7, 5, tzinfo=UTC)
    assert (wall(first.window_start), wall(first.window_end)) == ("2026-11-23 09:00", "2026-11-23 09:00")
    assert (second.house_number, second.postcode, wall(second.window_start)) == ("14", "", "2026-11-23 09:30")
    assert told(reading) == [(7, "Huisnummer", "This cell holds an error of Excel.")]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("23-11-2026;9:00;23-11-2026;17.30", ("2026-11-23 09:00", "2026-11-23 17:30")),
        ("23-11-2026;;;", ("2026-11-23 00:00", "2026-11-23 23:59")),
        ("24-11-2026;;;", ("2026-11-24 00:00", "2026-11-24 10:00")),  # today: until now
        ("23-11-2026;9:00;;", ("2026-11-23 09:00", "2026-11-23 09:00")),
        ("23-11-2026;23:00;;01:00", ("2026-11-23 23:00", "2026-11-24 01:00")),
        ("22-11-2026;22 uur;23-11-2026;24:00", ("2026-11-22 22:00", "2026-11-24 00:00")),
        ("25-10-2026;2:30;25-10-2026;2:30", ("2026-10-25 02:30", "2026-10-25 02:30")),
    ],
)
def test_the_window_is_what_was_written(cells: str, expected: tuple[str, str]) -> None:
    line = LINE.split("23-11", maxsplit=1)[0]
    assert window(read(f"{HEADER}\n{line}{cells}")) == expected


def test_the_hour_that_autumn_has_twice_is_taken_as_wide_as_it_can_be() -> None:
    line = LINE.split("23-11", maxsplit=1)[0]
    row = only(read(f"{HEADER}\n{line}25-10-2026;2:30;25-10-2026;2:30"))
    assert row.window_end - row.window_start == timedelta(hours=1)


@pytest.mark.parametrize(
    ("before", "after", "column", "message"),
    [
        ("2026-101", "", "BVH-nummer", "Enter the BVH number as letters, digits and dashes, for example 2026-123456."),
        ("Heideweg", "", "Straat", "Fill this in."),
        ("3823ab", "38", "Postcode", "Enter a postcode like 3823 AB."),
        ("23-11-2026;9:00", "31-11-2026;9:00", "Pleegdatum van", "This is not a date. Example: 24-11-2026."),
        ("23-11-2026;9:00", ";9:00", "Pleegdatum van", "Fill this in."),
        ("23-11-2026;9:00", "23-11-2206;9:00", "Pleegdatum van", "This is not a date. Example: 24-11-2026."),
        ("23-11-2026;9:00", "23-11-2016;9:00", "Pleegdatum van", "This is more than a year ago."),
        ("9:00", "29:00", "Pleegtijd van", "Enter a time like 14:30."),
        ("23-11-2026;9:00", "29-3-2026;2:30", "Pleegtijd van", "Enter a time like 14:30."),
        ("23-11-2026;17.30", "24-11-2026;17.30", "Pleegdatum tot", "This moment is still to come."),
        ("23-11-2026;17.30", "22-11-2026;17.30", "Pleegdatum tot", "The end date lies before the start date."),
        ("Heideweg", "H" * 101, "Straat", "This is too long: {length} characters, at most {most}."),
    ],
)
def test_a_wrong_line_is_told_by_line_and_column_and_the_good_ones_are_kept(
    before: str, after: str, column: str, message: str
) -> None:
    good = LINE.replace("2026-101", "2026-102")
    reading = read(f"{HEADER}\n{LINE.replace(before, after, 1)}\n\n{good}")
    assert told(reading) == [(2, column, message)]
    assert (list(reading.rows), reading.refused) == (["2026-102"], 1)


def test_of_a_number_that_comes_twice_the_last_line_counts() -> None:
    reading = read(f"{HEADER}\n{LINE}\n{LINE.replace('Heideweg', 'Bosweg')}")
    assert [row.street for row in reading.rows.values()] == ["Bosweg"]
    assert reading.refused == 0
    assert told(reading) == [(3, "BVH-nummer", "This BVH number stands in an earlier line too. This line counts.")]


def test_long_words_are_cut_off_and_told_and_a_loose_quotation_mark_costs_its_own_line() -> None:
    text = f'{HEADER};MO\n{LINE};"Raam\n{LINE.replace("-101", "-102")};{"x" * 2000}'
    reading = read(text)
    assert len(reading.rows["2026-102"].what_happened) == 1500
    assert [(cell.line, cell.refused) for cell in reading.told] == [(2, True), (3, False)]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", NoHeader),
        (b"\xd0\xcf\x11\xe0 old", OldSheet),
        (b"PK\x03\x04 no archive", NotASheet),
        (b"\x89PNG\0\0", NotASheet),
        (b"a" * (MOST_BYTES + 1), FileTooLarge),
        (b"BVH-nummer;Straat\n1;2", ColumnsMissing),
        (b"Naam;Adres\n1;2", NoHeader),
        (workbook([["BVH-nummer", "Plaats"]]), ColumnsMissing),
        (b"BVH;straat;datum\n" + b"2026-1;a;1-1-2026\n" * (MOST_ROWS + 1), TooManyLines),
    ],
    ids=range(9),
)
def test_a_file_that_can_t_be_read_says_why(content: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        read(content)


def test_a_bomb_is_not_unpacked() -> None:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * 100_000_000)
    with pytest.raises(FileTooLarge):
        read(content.getvalue())


@given(st.lists(st.lists(CELLS, max_size=14), max_size=5))
def test_whatever_stands_in_lines_a_row_is_sound_or_told(lines: list[list[Cell]]) -> None:
    sheet: list[list[Cell]] = [[*HEADER.split(";")], *lines]
    reading = read_day_monitor([Sheet(sheet)], ColumnNames(), "Amersfoort", NOW)
    for row in reading.rows.values():
        assert row.window_start <= row.window_end <= NOW
        assert row.street
        assert "\0" not in f"{row.street}{row.house_number}{row.place}"
    filled = [line for line in lines if any(cell is not None and str(cell).strip() for cell in line)]
    assert len(reading.rows) <= len(filled) - reading.refused


@given(st.binary(max_size=300))
def test_whatever_a_file_holds_it_is_read_or_refused(content: bytes) -> None:
    for raw in (content, f"{HEADER}\n{LINE}\n".encode() + content):
        with suppress(Refusal):
            read(raw)

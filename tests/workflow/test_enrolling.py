"""Reading a participants file: good rows come through, wrong ones are told by line and column."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import ParticipantRow
from bot.domain.places import Location
from bot.domain.postcodes import centre_of
from bot.workflow.enrolling import COLUMNS, RefusedLine, WrongFile, read_participants

HEADER = ",".join(COLUMNS)
GOOD = "noor@example.nl,Noor Çelik,3823ab,12,Kattenbroek,155800,467300"


def read(*lines: str) -> tuple[list[ParticipantRow], list[RefusedLine]]:
    refused: list[RefusedLine] = []
    return list(read_participants([f"{line}\n" for line in lines], centre_of, refused)), refused


def test_a_good_row() -> None:
    assert read(HEADER, GOOD) == (
        [ParticipantRow("noor@example.nl", "Noor Çelik", "3823 AB", "12", "Kattenbroek", 155800.0, 467300.0)],
        [],
    )


def test_a_byte_order_mark_semicolons_other_order_capitals_and_commas_in_numbers() -> None:
    rows, refused = read(
        "\ufeffName;Email;Postcode;House_number;Neighbourhood;X;Y", "Noor;N@Example.NL;3823 AB;1;;1,5;400000"
    )
    assert not refused
    assert (rows[0].email, rows[0].x) == ("n@example.nl", 1.5)


def test_without_x_and_y_the_middle_of_the_postcode_counts() -> None:
    rows, _ = read(HEADER, "noor@example.nl,Noor,3823 AB,12,,,")
    centre = centre_of("3823 AB")
    assert isinstance(centre, Location)
    assert (rows[0].x, rows[0].y, rows[0].neighbourhood) == (centre.x, centre.y, "Kattenbroek")


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("noor,Noor,3823 AB,12,K,155800,467300", "email"),
        ("a@b@example.nl,Noor,3823 AB,12,K,155800,467300", "email"),
        ("noor@example,Noor,3823 AB,12,K,155800,467300", "email"),
        ("noor@example.nl,Noor,38 AB,12,K,155800,467300", "postcode"),
        ("noor@example.nl,Noor,9999 ZZ,12,K,,", "x"),
        ("noor@example.nl,Noor,3823 AB,12,K,155800,", "y"),
        ("noor@example.nl,Noor,3823 AB,12,K,ten,467300", "x"),
        ("noor@example.nl,Noor,3823 AB,12,K,nan,467300", "x"),
        ("noor@example.nl,Noor,3823 AB,12,K,155800,52.1", "y"),
        ("noor@example.nl", "postcode"),
        ("no..or@example.nl,Noor,3823 AB,12,K,155800,467300", "email"),
        (".noor@example.nl,Noor,3823 AB,12,K,155800,467300", "email"),
        ("noor.@example.nl,Noor,3823 AB,12,K,155800,467300", "email"),
        ("noor@-example.nl,Noor,3823 AB,12,K,155800,467300", "email"),
        ("noor@exam_ple.nl,Noor,3823 AB,12,K,155800,467300", "email"),
        ("noor@10.0.0.1,Noor,3823 AB,12,K,155800,467300", "email"),
        (f"{'n' * 65}@example.nl,Noor,3823 AB,12,K,155800,467300", "email"),
        ("noor@example.nl,No\x00or,3823 AB,12,K,155800,467300", "name"),
        ("noor@example.nl,Noor,3823 AB,12,K\x07,155800,467300", "neighbourhood"),
        ("noor@example.nl,Celik, Noor,3823 AB,12,K,155800,467300", "line"),
        (f"noor@example.nl,{'n' * 140_000},3823 AB,12,K,155800,467300", "line"),
        ('noor@example.nl,"Noor,3823 AB,12,K,155800,467300', "postcode"),
    ],
)
def test_a_wrong_row_is_told_and_left_out(line: str, column: str) -> None:
    rows, refused = read(HEADER, GOOD, line, GOOD)
    assert len(rows) == 2
    assert [(wrong.line, wrong.column) for wrong in refused] == [(3, column)]


@pytest.mark.parametrize(
    ("email", "kept"),
    [
        ("noor+inbraak@example.nl", "noor+inbraak@example.nl"),
        ("o'neill@example.co.uk", "o'neill@example.co.uk"),
        ("n@xn--bcher-kva.example", "n@xn--bcher-kva.example"),
        ("n@Bücher.example", "n@xn--bcher-kva.example"),
        ("n@пример.example", "n@xn--e1afmkfd.example"),
    ],
)
def test_addresses_as_people_have_them_are_kept_as_mail_servers_know_them(email: str, kept: str) -> None:
    rows, refused = read(HEADER, f"{email},Noor,3823 AB,12,K,155800,467300")
    assert not refused
    assert rows[0].email == kept


@pytest.mark.parametrize("email", ["çelik@example.nl", "jörg@bücher.example", "İ@example.nl"])
def test_a_name_with_accents_before_the_at_is_told_as_such(email: str) -> None:
    rows, [wrong] = read(HEADER, f"{email},Noor,3823 AB,12,K,155800,467300")
    assert not rows
    assert (wrong.column, wrong.reason[:14]) == ("email", "holds a letter")


@given(st.text(max_size=12), st.text(max_size=12))
def test_every_address_that_is_kept_is_ascii(name: str, domain: str) -> None:
    row = f'"{name}@{domain}.nl",Noor,3823 AB,12,K,155800,467300'.replace("\n", "").replace("\r", "")
    rows, _ = read(HEADER, row)
    assert all(row.email.isascii() for row in rows)


def test_empty_lines_and_empty_values_behind_the_last_are_no_mistake() -> None:
    rows, refused = read(HEADER, "", GOOD + ",,", "   ")
    assert not refused
    assert len(rows) == 1


def test_a_value_between_quotation_marks_holds_a_comma() -> None:
    rows, _ = read(HEADER, 'noor@example.nl,"Çelik, Noor",3823 AB,12,K,155800,467300')
    assert rows[0].name == "Çelik, Noor"


def test_rows_come_one_by_one() -> None:
    taken: list[int] = []

    def lines() -> Iterator[str]:
        yield HEADER
        for number in range(1000):
            taken.append(number)
            yield GOOD

    next(read_participants(lines(), centre_of, []))
    assert taken == [0]


@pytest.mark.parametrize("header", ["", "email,name", "noor@example.nl,Noor,3823 AB,12,K,1,2"])
def test_a_file_that_is_not_ours_is_refused_whole(header: str) -> None:
    with pytest.raises(WrongFile, match="first line"):
        read(header, GOOD)


@given(st.lists(st.text(st.characters(exclude_characters='"\n\r\x00', exclude_categories=["Cs"]), max_size=60)))
def test_every_line_comes_through_or_is_told(lines: list[str]) -> None:
    filled = [line for line in lines if line.strip()]
    rows, refused = read(HEADER, *filled)
    assert len(rows) + len(refused) == len(filled)

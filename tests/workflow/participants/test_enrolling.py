"""Reading a participants file: good rows come through, wrong ones are told by line and column."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import Clock
from bot.domain.participants.people import Leave, LeaveReason, ParticipantRow
from bot.domain.participants.places import Location
from bot.domain.participants.postcodes import centre_of
from bot.workflow.participants import enrolling
from bot.workflow.participants.enrolling import COLUMNS, ImportReport, enrol, read_participants, write_participants
from bot.workflow.participants.keeping_out import ErasureKey, WrongKey, keep_out, let_in
from bot.workflow.participants.line_reading import ToldLine, WrongFile
from storage.engine import make_engine
from storage.unit_of_work import Work, unit_of_work
from tests.databases import fresh_sqlite

HEADER = ",".join(COLUMNS)
GOOD = "noor@example.nl,Noor Çelik,3823ab,12,Kattenbroek,155800,467300"


def read(*lines: str) -> tuple[list[ParticipantRow], list[ToldLine]]:
    """The good rows, and what was told; that an address comes again is a test of its own."""
    told: list[ToldLine] = []
    rows = read_participants([f"{line}\n" for line in lines], centre_of, ImportReport(), told.append)
    return [row for row, _again in rows], [line for line in told if "earlier line" not in line.reason]


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
    dusty = "\ufeff\u200bnoor@example.nl;Noor\u00a0d’Hondt;3823\u00a0ab;１2–a;"
    for header, line in (
        ("email;naam;postcode;huisnummer;wijk", dusty),
        ("email;naam;postcode;huisnummer;wijk;y", dusty),
    ):
        rows, told = read(header, line)
        assert told == []
        place = (centre.x, centre.y)
        assert rows == [ParticipantRow("noor@example.nl", "Noor d'Hondt", "3823 AB", "12-a", "Kattenbroek", *place)]


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

    next(read_participants(lines(), centre_of, ImportReport(), print))
    assert taken == [0]


def test_a_dutch_file_is_read_and_is_told_in_its_own_mark() -> None:
    header = "E-mailadres;Naam;Postcode;Huisnummer;Wijk;x;y"
    rows, refused = read(header, GOOD.replace(",", ";"), GOOD.replace(",", ";") + ";a;b;c;d")
    assert [row.name for row in rows] == ["Noor Çelik"]
    assert ["a semicolon between quotation marks" in line.reason for line in refused] == [True]
    with pytest.raises(WrongFile, match=r"a semicolon between: email or e-mail.*; missing: house_number\.$"):
        read(header.replace("Huisnummer", "Nr"), GOOD)


@pytest.mark.parametrize("header", ["", "email,name", "noor@example.nl,Noor,3823 AB,12,K,1,2"])
def test_a_file_that_is_not_ours_is_refused_whole(header: str) -> None:
    with pytest.raises(WrongFile, match="first line"):
        read(header, GOOD)


@pytest.mark.parametrize("twice", ["email", "E-Mail", "paused_at,paused_at"])
def test_a_column_that_is_there_twice_is_told_before_a_line_is_read(twice: str) -> None:
    """Nobody could tell which of the two to believe; other columns may be there as often as they like."""
    with pytest.raises(WrongFile, match=r"twice: (email|paused_at)\."):
        read(f"{HEADER},{twice}", GOOD)
    assert len(read(f"{HEADER},note,note", f"{GOOD},a,b")[0]) == 1


@given(st.lists(st.text(st.characters(exclude_characters='"\n\r\x00', exclude_categories=["Cs"]), max_size=60)))
def test_every_line_comes_through_or_is_told(lines: list[str]) -> None:
    filled = [line for line in lines if line.strip()]
    rows, refused = read(HEADER, *filled)
    assert len(rows) + len(refused) == len(filled)


LEAVING = f"{HEADER},status,left_at,left_reason"
PAUSING = f"{LEAVING},paused_at"


def test_who_had_left_is_read_as_such() -> None:
    [here, gone], refused = read(
        LEAVING, f"{GOOD},active,,", f"{GOOD.replace('noor', 'omar')},left,2026-01-14T12:00:00+00:00,bounce"
    )
    assert not refused
    assert (here.left, gone.left) == (None, Leave(datetime(2026, 1, 14, 12, tzinfo=UTC), LeaveReason.BOUNCED))


@pytest.mark.parametrize(
    ("left", "column"),
    [
        ("away,,", "status"),
        ("left,,bounce", "left_at"),
        ("left,2026-01-14T12:00:00,bounce", "left_at"),
        ("left,2026-01-14T12:00:00+00:00,", "left_reason"),
        (",2026-01-14T12:00:00+00:00,bounce", "status"),
    ],
)
def test_who_may_have_left_is_never_read_as_one_who_gets_mail(left: str, column: str) -> None:
    rows, refused = read(LEAVING, f"{GOOD},{left}")
    assert not rows
    assert [wrong.column for wrong in refused] == [column]


def test_who_was_paused_is_read_as_such() -> None:
    [row], refused = read(PAUSING, f"{GOOD},paused,,,2026-01-14T12:00:00+00:00")
    assert not refused
    assert (row.left, row.paused_at) == (None, datetime(2026, 1, 14, 12, tzinfo=UTC))
    for wrong in ("paused,,,", "paused,,,yesterday", "paused,2026-01-14T12:00:00+00:00,,"):
        rows, [told] = read(PAUSING, f"{GOOD},{wrong}")
        assert (rows, told.column) == ([], "paused_at")


def filled(work: Work, *lines: str) -> tuple[ImportReport, list[ToldLine]]:
    told: list[ToldLine] = []
    return enrol(work, Clock(), [HEADER, *lines], centre_of, told.append), told


@pytest.mark.parametrize("chunk", [1, 2, 1000])
def test_of_an_address_that_comes_again_the_later_line_counts_once(
    database_url: str, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(enrolling, "CHUNK", chunk)
    engine = make_engine(database_url)
    work = unit_of_work(engine, Clock())
    other, later = GOOD.replace("noor", "omar"), GOOD.replace(",12,", ",14,")
    report, told = filled(work, GOOD, other, later, "wrong", GOOD.upper().replace(",12,", ",16,"))
    assert report == ImportReport(new=2, refused=1, repeated=2)
    assert [(line.line, line.column) for line in told] == [(4, "email"), (5, "email"), (6, "email")]
    with work() as uow:
        assert [person.house_number for person in uow.people.some(0, 9)] == ["16", "12"]
    engine.dispose()


@pytest.mark.parametrize("chunk", [1, 1000])
def test_who_was_erased_is_left_out_and_counted_once(
    database_url: str, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(enrolling, "CHUNK", chunk)
    engine, key = make_engine(database_url), ErasureKey("k" * 32)
    work = unit_of_work(engine, Clock())
    with work() as uow:
        keep_out(uow, key, "Noor@Example.nl", Clock().now())
    lines, told = [HEADER, GOOD, GOOD.replace("noor", "omar"), GOOD.upper()], list[ToldLine]()
    report = enrol(work, Clock(), lines, centre_of, told.append, key)
    assert report == ImportReport(new=1, repeated=1, erased=1)
    assert [line.line for line in told] == [4]
    with pytest.raises(WrongKey):
        enrol(work, Clock(), lines, centre_of, told.append, ErasureKey("l" * 32))
    with work() as uow:
        assert [person.email for person in uow.people.some(0, 9)] == ["omar@example.nl"]
        assert let_in(uow, key, "NOOR@example.nl")
    assert enrol(work, Clock(), lines, centre_of, told.append) == ImportReport(new=1, unchanged=1, repeated=1)
    engine.dispose()


def test_who_was_enrolled_at_somebody_elses_domain_gets_their_own_address(database_url: str) -> None:
    """Earlier versions wrote straße.de as strasse.de; who is at that one stays there."""
    engine = make_engine(database_url)
    work = unit_of_work(engine, Clock())
    filled(work, GOOD.replace("example.nl", "strasse.de"), GOOD.replace("noor@example.nl,Noor", "omar@strasse.de,Omar"))
    lines = [GOOD.replace("example.nl", "straße.de"), GOOD.replace("noor@example.nl", "omar@straße.de")]
    report, told = filled(work, *lines)
    assert (report, told) == (ImportReport(new=1, unchanged=1, mended=1), [])
    with work() as uow:
        assert [person.email for person in uow.people.some(0, 9)] == [
            *("noor@xn--strae-oqa.de", "omar@strasse.de", "omar@xn--strae-oqa.de")
        ]
        assert uow.people.find("Noor@Straße.de") == uow.people.get(1)
    assert filled(work, *lines)[0] == ImportReport(unchanged=2)
    engine.dispose()


def test_two_spellings_in_one_file_are_one_person(database_url: str) -> None:
    engine = make_engine(database_url)
    work = unit_of_work(engine, Clock())
    spelled = ("n@bücher.example", "N@BU\u0308CHER.example", "n@xn--bcher-kva.example")
    report, _ = filled(work, *(GOOD.replace("noor@example.nl", typed) for typed in spelled))
    assert report == ImportReport(new=1, repeated=2)
    engine.dispose()


def test_what_is_written_is_read_back_whole_also_by_an_empty_database() -> None:
    work, fresh = (unit_of_work(make_engine(fresh_sqlite()), Clock()) for _ in range(2))
    told: list[ToldLine] = []
    odd = ('"Çelik, ""Noor"" ; O\'Hara",3823 AB,12-b,"=1+1",155800.125,467300.1', "Omar,3823 AB,,,155800,467300")
    filled(work, *(f"p{number}@example.nl,{line}" for number, line in enumerate(odd)))
    with work() as uow:
        uow.people.leave(2, Clock().now(), LeaveReason.UNSUBSCRIBED)
        uow.people.pause(1, Clock().now())
    lines = list(write_participants(work, Clock()))
    for to, report in ((work, ImportReport(unchanged=2)), (fresh, ImportReport(new=2))):
        assert enrol(to, Clock(), lines, centre_of, told.append) == report
    assert not told
    with work() as uow, fresh() as other:
        assert uow.people.some(0, 9) == other.people.some(0, 9)

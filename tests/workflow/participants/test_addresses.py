"""The address register: a file is taken in, and tells exactly which homes an area holds."""

from math import hypot
from random import Random

import pytest

from bot.clock import Clock
from bot.domain.participants.addresses import Homes
from bot.domain.participants.people import LeaveReason, ParticipantRow
from bot.domain.participants.places import Location
from bot.domain.participants.postcodes import centre_of
from bot.domain.participants.shapes import Circle
from bot.workflow.participants import addresses
from bot.workflow.participants.addresses import AddressReport, Centres, place_of, take_addresses
from bot.workflow.participants.line_reading import ToldLine, WrongFile
from storage.unit_of_work import Work

HEADER = "street,number,addition,postcode,place,x,y,purpose"
X, Y = 155_000.0, 463_000.0


def taken(work: Work, *lines: str, header: str = HEADER) -> tuple[AddressReport, list[ToldLine]]:
    told: list[ToldLine] = []
    return take_addresses(work, Clock(), [header, *lines], told.append), told


def line(number: object, addition: str = "", dx: float = 0, dy: float = 0, purpose: str = "woonfunctie") -> str:
    return f"Kerkstraat,{number},{addition},3811ab,Amersfoort,{X + dx},{Y + dy},{purpose}"


def enrolled(work: Work, *house_numbers: str, postcode: str = "3811 AB") -> None:
    """Participants whose own place is far off: their address tells where they live."""
    rows = [
        ParticipantRow(f"buur{number}@example.nl", "Buur", postcode, typed, "", X + 9_000, Y)
        for number, typed in enumerate(house_numbers)
    ]
    with work() as uow:
        uow.people.enrol(rows)


def homes(work: Work, radius_m: int = 100) -> Homes | None:
    with work() as uow:
        return uow.addresses.homes_in(Circle(X, Y, radius_m))


@pytest.mark.parametrize("chunk", [1, 2, 1000])
def test_a_file_replaces_what_was_there_unless_a_line_of_it_is_wrong(
    work: Work, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(addresses, "CHUNK", chunk)
    assert taken(work, line(1), line(3), line(5, purpose="winkelfunctie"))[0] == AddressReport(3, 2)
    again, told = taken(work, line(1, dx=20), line("x"), line(7).replace("3811ab", ""), line(9, dx=1e9))
    assert again == AddressReport(1, 1, without_postcode=1, refused=2)
    assert [(one.line, one.column) for one in told] == [(3, "number"), (5, "x")]
    assert homes(work) == Homes(2, 0, 0)
    assert taken(work, line(1), line(1, "-a"), line(1, " A")) == (AddressReport(3, 3, gone=2), [])
    assert homes(work) == Homes(2, 0, 0)
    assert taken(work)[0] == AddressReport()
    assert homes(work) == Homes(2, 0, 0)


def test_the_columns_as_the_open_register_names_them(work: Work) -> None:
    header = "gebruiksdoel;openbareruimte;huisnummer;huisletter;huisnummertoevoeging;postcode;woonplaats;x;y"
    row = "woonfunctie,winkelfunctie;’t Zand;12;b;2;3811 ab;Amersfoort;155000,5;463000"
    assert taken(work, row, header=header) == (AddressReport(1, 1), [])
    enrolled(work, "12 B-2")
    assert homes(work) == Homes(1, 1, 0)
    with pytest.raises(WrongFile):
        taken(work, header="straat;huisnummer")


def test_a_piece_of_a_register_takes_nothing_away_unless_told(work: Work) -> None:
    taken(work, *(line(number) for number in range(1, 6)))
    assert taken(work, line(1), line(2))[0] == AddressReport(2, 2, kept=True)
    assert homes(work) == Homes(5, 0, 0)
    report = take_addresses(work, Clock(), [HEADER, line(1), line(2)], print, may_shrink=True)
    assert report == AddressReport(2, 2, gone=3)


def test_before_a_register_was_read_nobody_knows(work: Work) -> None:
    assert homes(work) is None


def test_the_edge_of_an_area_is_exact(work: Work) -> None:
    taken(work, line(1, dx=100), line(3, dx=100.1), line(5, dx=60, dy=80), line(7, dx=-71, dy=-71))
    assert homes(work, 100) == Homes(2, 0, 0)
    assert homes(work, 99) == Homes(0, 0, 0)
    assert homes(work, 101) == Homes(4, 0, 0)


def test_somebody_takes_part_in_so_many_of_them(work: Work) -> None:
    flats = [line(12, addition) for addition in ("a", "b", "c")]
    taken(work, line(1), line(3), line(5, purpose="kantoorfunctie"), *flats, line(7, dx=5_000), line(21))
    enrolled(work, "1", "1 ", "5", "12", "7", "12 C", "99", "2")
    assert homes(work) == Homes(6, 2, 1)
    with work() as uow:
        for who in (1, 2):
            uow.people.leave(who, Clock().now(), LeaveReason.UNSUBSCRIBED)
    assert homes(work) == Homes(6, 1, 1)


def test_any_town_is_counted_as_one_who_walks_it_would(work: Work) -> None:
    chance = Random(7)
    town = [(number, chance.uniform(-900, 900), chance.uniform(-900, 900)) for number in range(1, 400)]
    taken(work, *(line(number, dx=dx, dy=dy) for number, dx, dy in town))
    mine = set(chance.sample(range(1, 500), 120))
    enrolled(work, *map(str, mine))
    for radius in (50, 250, 500, 1_000):
        inside = {number for number, dx, dy in town if hypot(dx, dy) <= radius}
        assert homes(work, radius) == Homes(len(inside), len(inside & mine), 0)


def test_where_an_address_is_and_nothing_invented(work: Work) -> None:
    taken(work, line(1), line(3, dx=100), line(1, dx=400).replace("3811ab", "3811ac"))
    with work() as uow:
        assert place_of(uow, "3811 AB", "3", "kerkstr.") == Location(X + 100, Y, "Stadskern", approximate=False)
        assert place_of(uow, "3811 AB", "3", "Dorpsweg") == Location(X + 50, Y, "Stadskern", approximate=True)
        assert place_of(uow, "3811 AB", "5") == Location(X + 50, Y, "Stadskern", approximate=True)
        there = place_of(uow, "3811 ZZ", "1")
        assert there
        assert (round(there.x), there.approximate) == (round(X + 500 / 3), True)
        assert place_of(uow, "9999 ZZ", "1") is None
    centres = Centres(work)
    assert centres("3811 AB") == Location(X + 50, Y, "Stadskern", approximate=True)
    assert centres("3823 AB") == centre_of("3823 AB")
    assert centres("9999 ZZ") is None

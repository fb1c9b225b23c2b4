"""The address register: reading its file in, and where an address is by it."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from bot.clock import Clock
from bot.domain.errors import InvalidPostcode
from bot.domain.numbering import tidy_postcode
from bot.domain.participants.addresses import HIGHEST_NUMBER, AddressRow, Door, door_of, tidy_addition
from bot.domain.participants.places import Location
from bot.domain.participants.postcodes import centre_of
from bot.domain.participants.streets import street_key
from bot.workflow.participants.enrolling import OPERATOR
from bot.workflow.participants.line_reading import Header, Tell, ToldLine, WrongValue, metres, numbered
from storage.unit_of_work import UnitOfWork, Work

ADDRESS_COLUMNS: Final = {
    "street": ("straat", "straatnaam", "openbareruimte", "openbare ruimte"),
    "number": ("huisnummer", "nummer"),
    "addition": ("toevoeging", "huisnummertoevoeging"),
    "postcode": (),
    "place": ("plaats", "woonplaats"),
    "x": (),
    "y": (),
    "purpose": ("gebruiksdoel", "gebruiksdoelen", "functie"),
}
LETTER: Final = ("huisletter",)
"""Some files give the letter of a house number a column of its own."""
HOME: Final = "woonfunctie"
CHUNK: Final = 5000
_AREAS: Final = 90
"""So many first two digits postcodes have: what a file no longer names goes in as many transactions."""
_DIGITS_HELD: Final = 512
Centre = dict[str, tuple[float, float]]


@dataclass
class AddressReport:
    """What became of a file; `without_postcode`: left out, as nobody can sign up there.

    `kept`: it names so few that what it does not name stays.
    """

    addresses: int = 0
    homes: int = 0
    gone: int = 0
    without_postcode: int = 0
    refused: int = 0
    kept: bool = False


def take_addresses(
    work: Work, clock: Clock, lines: Iterable[str], tell: Tell, user: str = "", *, may_shrink: bool = False
) -> AddressReport:
    """Read a register, a chunk a transaction, so that a bot that runs goes on; WrongFile where it can't be read.

    A file without a wrong line replaces what was there. With wrong lines nothing is taken away; nor, unless it
    `may_shrink`, where it names less than half of the addresses that were there: it may be a piece of one.
    """
    report = AddressReport()
    rows = _read(lines, report, tell)
    with work() as uow:
        edition, before = uow.addresses.next_edition(), uow.addresses.count()
    while some := list(islice(rows, CHUNK)):
        with work() as uow:
            uow.addresses.put(some, edition)
    whole = bool(report.addresses) and not report.refused
    report.kept = whole and report.addresses * 2 < before and not may_shrink
    if whole and not report.kept:
        for first in range(10, 10 + _AREAS):
            with work() as uow:
                report.gone += uow.addresses.drop_older(str(first), edition)
    with work() as uow:
        uow.audit.record(OPERATOR, "imported", "addresses", clock.now(), user=user, **asdict(report))
    return report


def _read(lines: Iterable[str], report: AddressReport, tell: Tell) -> Iterator[AddressRow]:
    source = iter(lines)
    header = Header(next(source, ""), ADDRESS_COLUMNS, LETTER)
    for number, line in numbered(source):
        try:
            row = _checked(*header.values(line))
        except WrongValue as wrong:
            report.refused += 1
            tell(ToldLine(number, wrong.column, wrong.reason))
            continue
        if row is None:
            report.without_postcode += 1
            continue
        report.addresses += 1
        report.homes += row.is_home
        yield row


def _checked(
    street: str, number: str, addition: str, postcode: str, place: str, x: str, y: str, purpose: str, letter: str = ""
) -> AddressRow | None:
    if not postcode:
        return None
    try:
        postcode = tidy_postcode(postcode)
    except InvalidPostcode:
        raise WrongValue("postcode", "not a postcode") from None
    if not number.isascii() or not number.isdigit() or not 0 < int(number) <= HIGHEST_NUMBER:
        raise WrongValue("number", "not a house number")
    door = Door(postcode, int(number), tidy_addition(letter + addition))
    at_x, at_y = metres("x", x), metres("y", y)
    return AddressRow(door, street, place, at_x, at_y, is_home=HOME in purpose.lower())


class Centres:
    """The middles of postcodes for a whole file: those with the same four digits are asked for once."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._of_digits = lru_cache(_DIGITS_HELD)(self._asked)

    def __call__(self, postcode: str) -> Location | None:
        """None where nothing is known: no place is made up."""
        return _centre(self._of_digits(postcode[:4]), postcode) or centre_of(postcode)

    def _asked(self, digits: str) -> Centre:
        with self._work() as uow:
            return uow.addresses.centres(digits)


def place_of(uow: UnitOfWork, postcode: str, house_number: str, street: str = "") -> Location | None:
    """The address by the register, in that street where one is named; else the middle of the postcode, if we know it.

    The middle is the register's, else that of the participants there, else that of the four digits.
    """
    door = door_of(postcode, house_number)
    found = uow.addresses.find(door) if door else None
    if found and (not street or street_key(found.street) == street_key(street)):
        return Location(found.x, found.y, _neighbourhood(postcode), approximate=False)
    middle = _centre(uow.addresses.centres(postcode[:4]), postcode)
    return middle or uow.people.postcode_centre(postcode) or centre_of(postcode)


def known_place(uow: UnitOfWork, postcode: str, house_number: str) -> Location | None:
    """The same for who types where they live; None too where the register has that postcode and not that number."""
    door = door_of(postcode, house_number)
    return place_of(uow, postcode, house_number) if door and not uow.addresses.lacks(door) else None


def _centre(known: Centre, postcode: str) -> Location | None:
    there = known.get(postcode) or known.get(postcode[:4])
    return Location(*there, _neighbourhood(postcode), approximate=True) if there else None


def _neighbourhood(postcode: str) -> str:
    ours = centre_of(postcode)
    return ours.neighbourhood if ours else ""

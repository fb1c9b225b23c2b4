"""The practice town: Amersfoort's places, made-up people. Nothing here is anybody's real name or address."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from math import floor
from random import Random
from typing import Final
from unicodedata import combining, normalize

from bot.domain.participants.grid import rd_from_wgs84
from bot.domain.participants.people import ParticipantRow
from bot.domain.participants.postcodes import AREAS
from bot.records.chat import Channel

PARTICIPANTS: Final = 5000
SPREAD_M: Final = 600
SEED: Final = 20141001  # the pilot's first month: the same town every time


@dataclass(frozen=True)
class Inhabitant:
    """A colleague of the practice team, and the channels they are in: those give the roles."""

    id: str
    name: str
    work: str
    channels: tuple[Channel, ...]

    @property
    def email(self) -> str:
        """Where a test mail to this colleague goes."""
        return f"{'.'.join(self.name.lower().split())}@politie.example"


TEAM: Final = (
    Inhabitant("U01ANNA", "Anna Bakker", "service en intake", (Channel.INTAKE,)),
    Inhabitant("U02BRAM", "Bram Visser", "service en intake", (Channel.INTAKE,)),
    Inhabitant("U03CARLA", "Carla Mulder", "wijksecretariaat", (Channel.TRIAGE,)),
    Inhabitant("U06CEES", "Cees Smit", "wijksecretariaat", (Channel.TRIAGE,)),
    Inhabitant("U04DAAN", "Daan de Groot", "woninginbrakenteam", (Channel.BURGLARY,)),
    Inhabitant("U05ELS", "Els van Dijk", "superuser", (Channel.SUPERVISION,)),
    Inhabitant("U07FEMKE", "Femke Jansma", "superuser", (Channel.SUPERVISION,)),
)
"""Each in one channel: membership is the role, so Els in bm-aanvragen would be one more who may approve."""
CHANNELS: Final = {
    Channel.INTAKE: ("C01INTAKE", "bm-aanvragen"),
    Channel.TRIAGE: ("C02TRIAGE", "bm-reacties"),
    Channel.BURGLARY: ("C03BURGLARY", "bm-woninginbraken"),
    Channel.SUPERVISION: ("C04SUPERVISION", "bm-regie"),
}

_FIRST: Final = (
    *("Aïcha", "Björn", "Cécile", "Daniël", "Eefje", "Fatma", "Gijs", "Hanna", "Ilse", "Joost", "Kübra", "Loïs"),
    *("Marieke", "Noor", "Omar", "Puck", "Quinten", "René", "Sjoerd", "Thijs", "Umut", "Vera", "Wout", "Zoë"),
)
_LAST: Final = (
    *("van den Berg", "de Boer", "Çelik", "Dekker", "van der Eijk", "Faber", "Gül", "Hoekstra", "IJsbrandy"),
    *("Jansma", "Kuipers", "Lôrenz", "Mulder", "Nijhof", "Öztürk", "Peeters", "Quist", "Roos", "Smit", "Têtar"),
)
_STREETS: Final = ("Appel", "Beuken", "Dorps", "Eiken", "Kerk", "Linden", "Molen", "Peren", "Stations", "Tuin")
_WAYS: Final = ("straat", "laan", "weg", "hof", "plein")
_NEIGHBOURS: Final = 5
_FRONT_M: Final = 6.5
_APART_M, _LONG_M = 70, 500
_A_SHOP: Final = 50
_LETTERS: Final = "ABCDEGHJKLMNPRSTVWXZ"
_WALKS_STREET, _WALKS_POSTCODE = "Kattenbroekstraat", "3823 AB"
_ANOTHER: Final = "3823 AF"
_NUMBERS: Final = 60


def participants(number: int = PARTICIPANTS) -> Iterator[ParticipantRow]:
    """So many participants around the middles of the neighbourhoods, always the same ones; x and y in RD metres."""
    chance = Random(SEED)  # noqa: S311 - a town, not a secret
    for serial in count(1):
        if serial > number:
            return
        area = AREAS[serial % len(AREAS)]
        middle_x, middle_y = rd_from_wgs84(area.lat, area.lon)
        name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
        postcode = f"{area.digits} {chance.choice(_LETTERS)}{chance.choice(_LETTERS)}"
        yield ParticipantRow(
            email=f"{_plain(name)}.{serial}@example.nl",
            name=name,
            postcode=_ANOTHER if postcode == _WALKS_POSTCODE else postcode,
            house_number=str(chance.randint(1, 250)),
            neighbourhood=area.neighbourhood,
            x=round(chance.gauss(middle_x, SPREAD_M), 1),
            y=_in_a_street(chance.gauss(middle_y, SPREAD_M), serial),
        )


def household_lines() -> Iterator[str]:
    """A household file of the same town: some neighbourhoods have enough participants, some have not."""
    chance = Random(SEED)  # noqa: S311 - a town, not a secret
    yield "neighbourhood,households\n"
    yield from (f"{area.neighbourhood},{chance.randint(1500, 4500)}\n" for area in AREAS)


def address_lines() -> Iterator[str]:
    """An address register of the same town: the participants' homes and their neighbours', a few shops between them."""
    yield "street,number,addition,postcode,place,x,y,purpose\n"
    yield from _walks_street()
    seen = set[tuple[str, int]]()
    for one in participants():
        street = _street_at(one.x, one.y)
        for step in range(_NEIGHBOURS):
            number = int(one.house_number) + 2 * step
            if (one.postcode, number) in seen:
                continue
            seen.add((one.postcode, number))
            purpose = "winkelfunctie" if number % _A_SHOP == 0 else "woonfunctie"
            x = round(one.x + _FRONT_M * step, 1)
            yield f"{street},{number},,{one.postcode},Amersfoort,{x},{one.y},{purpose}\n"


def _walks_street() -> Iterator[str]:
    """The street of the printed walk, in the middle of its neighbourhood and between two others; nobody takes part."""
    area = next(area for area in AREAS if area.digits == _WALKS_POSTCODE[:4])
    middle_x, middle_y = rd_from_wgs84(area.lat, area.lon)
    y = _APART_M * (round(middle_y / _APART_M) + 0.5)
    for number in range(1, _NUMBERS + 1):
        x = round(middle_x + _FRONT_M * (number - _NUMBERS / 2) / 2, 1)
        side = _FRONT_M if number % 2 else -_FRONT_M
        yield f"{_WALKS_STREET},{number},,{_WALKS_POSTCODE},Amersfoort,{x},{y + side},woonfunctie\n"


def _in_a_street(y: float, serial: int) -> float:
    """Streets go from west to east, with homes on both sides."""
    side = _FRONT_M if serial % 2 else -_FRONT_M
    return _APART_M * round(y / _APART_M) + side


def _street_at(x: float, y: float) -> str:
    """A name comes back some kilometres further on."""
    name = 7 * round(y / _APART_M) + 3 * floor(x / _LONG_M)
    return f"{_STREETS[name % len(_STREETS)]}{_WAYS[name // len(_STREETS) % len(_WAYS)]}"


def _plain(name: str) -> str:
    """`Aïcha van den Berg` as `aicha.van.den.berg`."""
    letters = (letter for letter in normalize("NFD", name.lower()) if not combining(letter))
    return "".join(letters).replace(" ", ".")

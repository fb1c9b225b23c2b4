"""The dagmonitor as a file: which of its columns is which, what its categories mean, what became of it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from bot.domain.alerts.offences import AnyOffence, Offence, OwnOffence
from bot.domain.errors import Refusal
from bot.domain.folding import folded


class Column(StrEnum):
    """What a column of a day monitor tells; a team may call it anything (DAY_MONITOR_COLUMNS)."""

    BVH_NUMBER = "bvh_number"
    OFFENCE = "offence"
    STREET = "street"
    HOUSE_NUMBER = "house_number"
    ADDITION = "addition"
    POSTCODE = "postcode"
    PLACE = "place"
    DATE_FROM = "date_from"
    TIME_FROM = "time_from"
    DATE_TO = "date_to"
    TIME_TO = "time_to"
    REPORTED_DATE = "reported_date"
    REPORTED_TIME = "reported_time"
    WHAT_HAPPENED = "what_happened"
    DESCRIPTION = "description"


NEEDED: Final = (Column.BVH_NUMBER, Column.STREET, Column.DATE_FROM)
WHOLE_FILE: Final = 0
"""The line of what is told about the whole file."""
MOST_TOLD: Final = 20
"""Lines of a file that are told one by one where people read along; who has more looks at these first."""

_NAMES: Final[Mapping[Column, str]] = {
    Column.BVH_NUMBER: "BVH-nummer, BVH nr, BVH, registratienummer, registratienr, mutatienummer, mutatienr, "
    "PV-nummer, proces-verbaalnummer, zaaknummer, zaaknr, incidentnummer, incidentnr",
    Column.OFFENCE: "delict, delictsoort, soort delict, feit, feitcategorie, strafbaar feit, incidentsoort, "
    "soort incident, maatschappelijke klasse, categorie, soort",
    Column.STREET: "straat, straatnaam, pleegstraat, pleegplaats straat, locatie straat, adres straat",
    Column.HOUSE_NUMBER: "huisnummer, huisnr, hnr",
    Column.ADDITION: "toevoeging, huisnummertoevoeging, huisnr toevoeging, toev, huisletter",
    Column.POSTCODE: "postcode, pc, pc6, postcode pleegplaats",
    Column.PLACE: "plaats, plaatsnaam, woonplaats, pleegplaats, gemeente, stad",
    Column.DATE_FROM: "pleegdatum van, pleegdatum begin, begindatum, begin pleegdatum, datum van, pleegdatum vanaf, "
    "datum vanaf, datum begin, startdatum, datum/tijd van, datum tijd vanaf, datum tijd begin, pleegperiode van, "
    "pleegdatum/tijd van, begin pleegperiode, pleegmoment van, datum pleging van, datum pleging vanaf, "
    "datum pleging begin, begindatum pleging, datum feit van, datum feit vanaf, datum/tijd pleging van, tussen, "
    "pleegdatum, pleegdatum/tijd, datum pleging, datum/tijd pleging, pleging, datum feit, datum incident, "
    "datum delict, datum, datum/tijd",
    Column.TIME_FROM: "pleegtijd van, begintijd, begin pleegtijd, pleegtijd begin, tijd van, pleegtijd vanaf, "
    "tijd vanaf, tijd begin, starttijd, tijd pleging van, tijd pleging vanaf, tijd pleging begin, tijd feit van, "
    "tijd feit vanaf, pleegtijd, tijd pleging, tijd feit, tijd incident, tijd delict, tijdstip, tijd",
    Column.DATE_TO: "pleegdatum tot, pleegdatum eind, pleegdatum einde, einddatum, eind pleegdatum, datum tot, "
    "datum t/m, pleegdatum t/m, datum eind, datum einde, datum/tijd tot, datum tijd einde, datum tijd eind, "
    "pleegperiode tot, pleegdatum/tijd tot, eind pleegperiode, pleegmoment tot, datum pleging tot, "
    "datum pleging t/m, datum pleging eind, datum pleging einde, einddatum pleging, datum feit tot, datum feit t/m, "
    "datum/tijd pleging tot, tot, en",
    Column.TIME_TO: "pleegtijd tot, eindtijd, eind pleegtijd, pleegtijd eind, pleegtijd einde, tijd tot, tijd t/m, "
    "tijd eind, tijd einde, tijd pleging tot, tijd pleging t/m, tijd pleging eind, tijd pleging einde, tijd feit tot, "
    "tijd feit t/m",
    Column.REPORTED_DATE: "meldingsdatum, datum melding, melddatum, aangiftedatum, datum aangifte, kennisgeving datum, "
    "datum kennisname, datum/tijd melding, datum/tijd aangifte",
    Column.REPORTED_TIME: "meldingstijd, tijd melding, meldtijd, aangiftetijd, tijd aangifte, tijd kennisname",
    Column.WHAT_HAPPENED: "modus operandi, MO, werkwijze, omschrijving, toedracht, wat is er gebeurd, samenvatting, "
    "toelichting, bijzonderheden",
    Column.DESCRIPTION: "signalement, signalement dader, signalement verdachte, daderomschrijving, voertuig, verdachte",
}


def name_key(header: str) -> str:
    """`Pleegdatum / tijd (van)` and `pleegdatum tijd van` are one name."""
    return re.sub(r"[^a-z0-9]", "", folded(header))


_KNOWN: Final = {column: tuple(map(name_key, names.split(","))) for column, names in _NAMES.items()}


class ColumnNames:
    """What the columns may be called: the team's own names before the usual ones."""

    def __init__(self, own: Iterable[tuple[Column, str]] = ()) -> None:
        self._own = {name_key(name): column for column, name in own}

    def __str__(self) -> str:
        return " ".join(f"{name}={column}" for name, column in sorted(self._own.items()))

    def found(self, headers: Sequence[str]) -> dict[Column, list[int]]:
        """Where each column stands, the best name first; only what people write may stand in several."""
        ranked: dict[Column, list[tuple[int, int]]] = {}
        for place, header in enumerate(headers):
            for column, rank in self._meanings(name_key(header)):
                ranked.setdefault(column, []).append((rank, place))
        return {column: [place for _, place in sorted(places)] for column, places in ranked.items()}

    def _meanings(self, name: str) -> Iterator[tuple[Column, int]]:
        if not name:
            return
        if own := self._own.get(name):
            yield own, -1
            return
        yield from ((column, names.index(name)) for column, names in _KNOWN.items() if name in names)


def parse_own_names(setting: str) -> list[tuple[Column, str]]:
    """`street=Locatie straat; bvh_number=Zaaknr`; ValueError for an unknown column, or a name that two columns have."""
    pairs = []
    for entry in filter(None, map(str.strip, setting.split(";"))):
        column, _, name = entry.partition("=")
        if column.strip() not in set(Column):
            raise ValueError(f"no column {column.strip()}")
        if not name_key(name):
            raise ValueError(f"{column.strip()} has no name")
        pairs.append((Column(column.strip()), name.strip()))
    if len({name_key(name) for _, name in pairs}) < len(pairs):
        raise ValueError("one name for two columns")
    return pairs


_BURGLED: Final = ("inbra", "insluip", "diefstal", "gekwalificeerd")
_HOMES: Final = ("woning", "appartement", "flat")
_CARS: Final = ("carjack", "car-jack", "car jack", "auto", "voertuig")
_ROBBED: Final = ("beroving", "beroofd", "roof", "diefstal met geweld", "diefstal met bedreiging")
_TOLD_BY: Final[Mapping[Offence, Sequence[str]]] = {
    Offence.RAM_RAID: ("ramkraak",),
    Offence.ARSON: ("brandsticht", "brand gesticht"),
    Offence.VIOLENCE: ("geweld", "mishandel", "steekpartij", "schietpartij", "vechtpartij", "doodslag", "moord"),
}
_NO_MAIL: Final = ("huiselijk", "zeden")
"""A neighbourhood is not asked about what happened behind a door of its own."""
_WITHOUT_VIOLENCE: Final = re.compile(r"zonder geweld|geweldlo\w*")
_OUTSIDE: Final = ("garage", "schuur", "box", "tuinhuis", "bedrijf", "kantoor", "winkel", "auto", "voertuig", "school")


def offence_of(category: str, own: Sequence[OwnOffence] = ()) -> AnyOffence:
    """What a category of the police's own means, however it is written; OTHER for what we don't mail about by name.

    The name of one that the team added means that one; as a part of the category only where nothing else is meant.
    """
    words = f" {_phrase(category)} "
    named = [one for one in own if not one.retired and f" {_phrase(one.name)} " in words]
    if exactly := next((one for one in named if _phrase(one.name) == words.strip()), None):
        return exactly
    ready = _ready(folded(category))
    return max(named, key=lambda one: len(one.name)) if ready is Offence.OTHER and named else ready


def _phrase(text: str) -> str:
    return " ".join(re.findall(r"\w+", folded(text)))


def _ready(words: str) -> Offence:
    """One of those that stand ready; of attempts only a burglary: the others' mails say that it was done."""
    words = _WITHOUT_VIOLENCE.sub("", words)

    def holds(*parts: str) -> bool:
        return any(part in words for part in parts)

    attempt, at_home = holds("poging", "geprobeer"), holds(*_HOMES) or holds("inbra", "insluip")
    if holds(*_BURGLED) and at_home and not holds(*_OUTSIDE, *_ROBBED):
        return Offence.ATTEMPTED_BURGLARY if attempt else Offence.BURGLARY
    if holds(*_NO_MAIL):
        return Offence.OTHER
    if holds("straatroof") or (holds(*_ROBBED) and holds("straat", "openbare weg", "persoon")):
        done = Offence.STREET_ROBBERY
    elif holds(*_CARS) and holds("jack", "met geweld", *_ROBBED):
        done = Offence.CAR_JACKING
    elif holds("overval", *_ROBBED):
        done = Offence.ROBBERY
    else:
        done = next((offence for offence, parts in _TOLD_BY.items() if holds(*parts)), Offence.OTHER)
    return Offence.OTHER if attempt and done is not Offence.VIOLENCE else done


@dataclass(frozen=True)
class ToldCell:
    """What there is to say of a line: its number in the file, its column as the file calls it, a refusal's words.

    `refused`: the line is left out. Nothing of the line itself is told: it may name people.
    """

    line: int
    column: str
    message: str
    values: Mapping[str, Any] = field(default_factory=dict)
    refused: bool = True


def told_of(line: int, column: str, refusal: Refusal, *, refused: bool = True) -> ToldCell:
    """What a refusal says, at a place in the file."""
    return ToldCell(line, column, refusal.message, refusal.values, refused)


@dataclass(frozen=True)
class FileReport:
    """What became of a file. `late`: changed although a mail was asked for; `told`: the first MOST_TOLD places.

    `trouble`: why nothing was read, or nothing had to be, as a message with what fills it.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    late: int = 0
    refused: int = 0
    told: tuple[ToldCell, ...] = ()
    more: int = 0
    trouble: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


def unread(refusal: Refusal) -> FileReport:
    """The report on a file that could not be read."""
    return FileReport(trouble=refusal.message, values=refusal.values)

"""Reading a participants file: who gets mail."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from math import isfinite
from typing import Final

from bot.domain.alerts import tidy_postcode
from bot.domain.errors import InvalidPostcode
from bot.domain.people import ParticipantRow
from bot.domain.places import Location

COLUMNS: Final = ("email", "name", "postcode", "house_number", "neighbourhood", "x", "y")
ADDRESS: Final = re.compile(r"^[^\s@,;<>\"]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}$")
X_RANGE: Final = (-7_000.0, 300_000.0)  # RD New holds for the Netherlands only: outside it is a mistake
Y_RANGE: Final = (289_000.0, 629_000.0)


class WrongFile(Exception):
    """The file can't be read at all; the message says what is wrong with it."""


@dataclass(frozen=True)
class RefusedLine:
    """A line that was left out: its number in the file (the header is 1), its column, and why."""

    line: int
    column: str
    reason: str


@dataclass
class ImportReport:
    """What became of a file."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[RefusedLine] = field(default_factory=list)


class _Wrong(Exception):
    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column
        self.reason = reason


def read_participants(
    lines: Iterable[str], centre_of: Callable[[str], Location | None], refused: list[RefusedLine]
) -> Iterator[ParticipantRow]:
    """The good rows, one by one; the others go to `refused`. WrongFile where the header is not ours.

    `centre_of` gives the middle of a postcode for rows without x and y.
    """
    source = iter(lines)
    header = next(source, "").removeprefix("\ufeff")
    delimiter = ";" if header.count(";") > header.count(",") else ","
    columns = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
    if missing := [name for name in COLUMNS if name not in columns]:
        raise WrongFile(f"The first line must name the columns {','.join(COLUMNS)}; missing: {', '.join(missing)}.")
    reader = csv.DictReader(source, columns, delimiter=delimiter)
    for row in reader:
        try:
            yield _checked({name: (row.get(name) or "").strip() for name in COLUMNS}, centre_of)
        except _Wrong as wrong:
            refused.append(RefusedLine(reader.line_num + 1, wrong.column, wrong.reason))


def _checked(row: dict[str, str], centre_of: Callable[[str], Location | None]) -> ParticipantRow:
    email = row["email"].lower()
    if not ADDRESS.match(email) or len(email) > 254:
        raise _Wrong("email", "not an e-mail address")
    try:
        postcode = tidy_postcode(row["postcode"])
    except InvalidPostcode:
        raise _Wrong("postcode", "not a postcode") from None
    x, y, neighbourhood = _place(row, postcode, centre_of)
    return ParticipantRow(email, row["name"], postcode, row["house_number"], neighbourhood, x, y)


def _place(row: dict[str, str], postcode: str, centre_of: Callable[[str], Location | None]) -> tuple[float, float, str]:
    if row["x"] or row["y"]:
        x, y = _metres(row, "x", X_RANGE), _metres(row, "y", Y_RANGE)
        return x, y, row["neighbourhood"]
    centre = centre_of(postcode)
    if centre is None:
        raise _Wrong("x", "empty, and the middle of this postcode is not known")
    return centre.x, centre.y, row["neighbourhood"] or centre.neighbourhood


def _metres(row: dict[str, str], column: str, between: tuple[float, float]) -> float:
    try:
        metres = float(row[column].replace(",", "."))
    except ValueError:
        raise _Wrong(column, "not a number") from None
    if not isfinite(metres) or not between[0] <= metres <= between[1]:
        raise _Wrong(column, "not in the Netherlands (RD metres)")
    return metres

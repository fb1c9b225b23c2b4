"""Reading a participants file: who gets mail."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, zip_longest
from math import isfinite
from typing import Final

from bot.domain.alerts import tidy_postcode
from bot.domain.errors import InvalidPostcode
from bot.domain.people import ParticipantRow
from bot.domain.places import Location
from bot.workflow.ports import Work

CentreOf = Callable[[str], Location | None]
COLUMNS: Final = ("email", "name", "postcode", "house_number", "neighbourhood", "x", "y")
_ATOM: Final = r"[^\s@.,;:<>()\[\]\\\"]+"
_LABEL: Final = r"(?!-)(?:[^\W_]|-){1,63}(?<!-)"
ADDRESS: Final = re.compile(rf"^(?=[^@]{{1,64}}@){_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+(?!\d+$)(?=.{{2}}){_LABEL}$")
"""Strict: one address that the mail provider refuses would hold up the whole batch that it is in."""
CHUNK: Final = 5000
LONGEST_ADDRESS: Final = 254
CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
X_RANGE: Final = (-7_000.0, 300_000.0)  # RD New holds for the Netherlands only: outside it is a mistake
Y_RANGE: Final = (289_000.0, 629_000.0)


class WrongFile(Exception):
    """The file can't be read at all; the message says what is wrong with it."""


@dataclass(frozen=True)
class RefusedLine:
    """A line that was left out: its number in the file (the header is 1), its column (or `line`), and why."""

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


class WrongValue(Exception):
    """What is wrong with one value, and in which column it stands."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column
        self.reason = reason


def enrol(work: Work, lines: Iterable[str], centre_of: CentreOf) -> ImportReport:
    """Read a file into the database, a chunk a transaction; WrongFile where it can't be read."""
    report = ImportReport()
    rows = read_participants(lines, centre_of, report.refused)
    while some := list(islice(rows, CHUNK)):
        with work() as uow:
            new, changed, unchanged = uow.people.enrol(some)
        report.new, report.changed = report.new + new, report.changed + changed
        report.unchanged += unchanged
    return report


def read_participants(
    lines: Iterable[str], centre_of: CentreOf, refused: list[RefusedLine]
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
    for number, line in enumerate(source, 2):
        try:
            if line.strip():
                yield checked_row(_values(line, columns, delimiter), centre_of)
        except WrongValue as wrong:
            refused.append(RefusedLine(number, wrong.column, wrong.reason))


def _values(line: str, columns: list[str], delimiter: str) -> dict[str, str]:
    """One line is one person: a quotation mark that is never closed spoils its own line and no other."""
    try:
        values = [value.strip() for value in next(csv.reader([line], delimiter=delimiter))]
    except csv.Error:
        raise WrongValue("line", "can't be read: a value is too long, or holds a line break") from None
    if any(values[len(columns) :]):
        raise WrongValue("line", "more values than columns: put a value that holds a comma between quotation marks")
    return dict(zip_longest(columns, values[: len(columns)], fillvalue=""))


def checked_row(row: Mapping[str, str], centre_of: CentreOf) -> ParticipantRow:
    """A participant from the values of COLUMNS; WrongValue."""
    if wrong := next((name for name in COLUMNS if CONTROLS.search(row[name])), ""):
        raise WrongValue(wrong, "holds a character that can't be printed")
    email = _address(row["email"].lower())
    try:
        postcode = tidy_postcode(row["postcode"])
    except InvalidPostcode:
        raise WrongValue("postcode", "not a postcode") from None
    x, y, neighbourhood = _place(row, postcode, centre_of)
    return ParticipantRow(email, row["name"], postcode, row["house_number"], neighbourhood, x, y)


def _address(typed: str) -> str:
    """An address as every mail server takes it: a name before the @ in ASCII, the domain in its ASCII form (IDNA)."""
    name, _, domain = typed.rpartition("@")
    if ADDRESS.match(typed) and not name.isascii():
        raise WrongValue(
            "email", "holds a letter before the @ that mail servers don't take: use a to z without accents"
        )
    try:
        address = f"{name}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        address = ""
    if not ADDRESS.match(typed) or not ADDRESS.match(address) or len(address) > LONGEST_ADDRESS:
        raise WrongValue("email", "not an e-mail address")
    return address


def _place(row: Mapping[str, str], postcode: str, centre_of: CentreOf) -> tuple[float, float, str]:
    if row["x"] or row["y"]:
        x, y = _metres(row, "x", X_RANGE), _metres(row, "y", Y_RANGE)
        return x, y, row["neighbourhood"]
    centre = centre_of(postcode)
    if centre is None:
        raise WrongValue("x", "empty, and the middle of this postcode is not known")
    return centre.x, centre.y, row["neighbourhood"] or centre.neighbourhood


def _metres(row: Mapping[str, str], column: str, between: tuple[float, float]) -> float:
    try:
        metres = float(row[column].replace(",", "."))
    except ValueError:
        raise WrongValue(column, "not a number") from None
    if not isfinite(metres) or not between[0] <= metres <= between[1]:
        raise WrongValue(column, "not in the Netherlands (RD metres)")
    return metres

"""Reading CSV files line by line: a good line comes through, a wrong one is told by line and column."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Final

from bot.domain.participants.places import RANGES
from bot.entering import as_line

CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LONGEST_VALUE: Final = csv.field_size_limit()


class WrongFile(Exception):
    """The file can't be read at all; the message says what is wrong with it."""


class WrongValue(Exception):
    """Why a line is left out, and in which column (or `line`)."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column
        self.reason = reason


@dataclass(frozen=True)
class ToldLine:
    """What there is to say of a line: its number in the file (the header is 1), its column (or `line`), and what."""

    line: int
    column: str
    reason: str


def check_printable(row: Mapping[str, str]) -> None:
    """WrongValue where a value, by its column, holds a line break or the like."""
    if wrong := next((name for name, value in row.items() if CONTROLS.search(value)), ""):
        raise WrongValue(wrong, "holds a character that can't be printed")


Tell = Callable[[ToldLine], object]


class Header:
    """The first line: which column is which, in any order, by any of its names; comma or semicolon between."""

    def __init__(self, line: str, names: Mapping[str, Sequence[str]], *may: Sequence[str]) -> None:
        """`names`: each column that must be there, and what else it may be called; WrongFile where one is missing, or
        one that is read is there twice.

        `may`: groups of columns that may be missing; they then are empty, or left out behind the last that is there.
        """
        line = line.removeprefix("\ufeff")
        self.delimiter = ";" if line.count(";") > line.count(",") else ","
        known = {other: name for name, others in names.items() for other in (name, *others)}
        typed = [as_line(value).lower() for value in next(csv.reader([line], delimiter=self.delimiter), [])]
        self._columns = [known.get(value, value) for value in typed]
        if missing := [name for name in names if name not in self._columns]:
            called = ", ".join(" or ".join((name, *others)) for name, others in names.items())
            needed = f"The first line must name these columns, a {self._mark} between"
            raise WrongFile(f"{needed}: {called}; missing: {', '.join(missing)}.")
        if twice := [name for name in (*names, *chain.from_iterable(may)) if self._columns.count(name) > 1]:
            raise WrongFile(f"The first line names these columns twice: {', '.join(twice)}. Leave one of each in.")
        there = [number for number, group in enumerate(may, 1) if not set(group).isdisjoint(self._columns)]
        self._names = [*names, *chain.from_iterable(may[: max(there, default=0)])]
        self._in_order = self._columns == self._names

    @property
    def _mark(self) -> str:
        return "semicolon" if self.delimiter == ";" else "comma"

    def values(self, line: str) -> list[str]:
        """The values in the order of `names`, then of `may`; WrongValue where it is unreadable.

        One line is one thing: a quotation mark that is never closed spoils its own line and no other.
        """
        line = line.rstrip("\r\n")
        values = [value.strip() for value in line.split(self.delimiter)]
        plain = self._in_order and len(values) == len(self._columns) and line.isprintable() and '"' not in line
        plain = plain and line.isascii() and len(line) < _LONGEST_VALUE
        return values if plain else self._odd_values(line)

    def _odd_values(self, line: str) -> list[str]:
        try:
            values = [value.strip() for value in next(csv.reader([line], delimiter=self.delimiter))]
        except csv.Error:
            raise WrongValue("line", "can't be read: a value is too long, or holds a line break") from None
        if any(values[len(self._columns) :]):
            why = f"more values than columns: put a value that holds a {self._mark} between quotation marks"
            raise WrongValue("line", why)
        row = dict(zip_longest(self._columns, values[: len(self._columns)], fillvalue=""))
        row = {name: row.get(name, "") for name in self._names}
        check_printable(row)
        return [as_line(value) for value in row.values()]


def numbered(source: Iterator[str]) -> Iterator[tuple[int, str]]:
    """The lines below the header that hold something, with their numbers."""
    return ((number, line) for number, line in enumerate(source, 2) if not line.isspace() and line)


def metres(column: str, typed: str) -> float:
    try:
        metres = float(typed if "," not in typed else typed.replace(",", "."))
    except ValueError:
        raise WrongValue(column, "not a number") from None
    least, most = RANGES[column]
    if not least <= metres <= most:  # nor is nan
        raise WrongValue(column, "not in the Netherlands (RD metres)")
    return metres

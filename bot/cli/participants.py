"""The command line's work on the registers: participants, households and addresses."""

import csv
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final, TextIO

import rich.progress
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.adapters.exports import harmless
from bot.assembling.parts import erasure_key
from bot.cli.starting import STANDARD, operator_name, writing
from bot.clock import Clock
from bot.domain.errors import UnknownParticipant
from bot.domain.guard.errors import ReasonNeeded
from bot.domain.participants.reach import NeighbourhoodReach, Reach
from bot.entering import as_line
from bot.settings import LocalSettings
from bot.texts import texts
from bot.workflow.figures.tables import per_hundred
from bot.workflow.participants.addresses import Centres, take_addresses
from bot.workflow.participants.enrolling import enrol, write_participants
from bot.workflow.participants.keeping_out import WrongKey
from bot.workflow.participants.leaving import take_out_address
from bot.workflow.participants.line_reading import ToldLine, WrongFile
from bot.workflow.participants.recruiting import Recruiting, take_households
from storage.engine import freshen
from storage.unit_of_work import work_on

MOST_TOLD: Final = 100
"""Lines of a file that are told one by one: who has more looks at the first, and reads it in again."""


class CommandFailed(Exception):
    """What was asked can't be done; the message says why."""


class _Teller:
    """Tells lines as they come, up to some, then how many more there were."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._told = 0

    def tell(self, line: ToldLine) -> None:
        self._told += 1
        if self._told <= MOST_TOLD:
            self._print(f"line {line.line}, {line.column}: {line.reason}")

    def end(self) -> None:
        if self._told > MOST_TOLD:
            self._print(f"and {self._told - MOST_TOLD:,} more")

    def _print(self, text: str) -> None:
        self._console.print(text, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def _reading(file: Path) -> Iterator[tuple[TextIO, Callable[[ToldLine], object]]]:
    """A file's lines, a progress bar as they are read where somebody looks on, and what tells of them."""
    console = Console(stderr=True)
    teller = _Teller(console)
    how: dict[str, Any] = {"encoding": "utf-8-sig", "newline": ""}
    opened: AbstractContextManager[TextIO]
    if str(file) == STANDARD:
        opened = TextIOWrapper(sys.stdin.buffer, **how)
    else:
        silent = not console.is_terminal
        opened = rich.progress.open(file, "r", **how, description=escape(file.name), console=console, disable=silent)
    try:
        with opened as lines:
            yield lines, teller.tell
    except WrongFile as error:
        raise CommandFailed(f"{file}: {error}") from None
    except UnicodeDecodeError:
        raise CommandFailed(f"{file} is not UTF-8: save it as CSV in UTF-8 and try again.") from None
    finally:
        teller.end()


def import_participants(settings: LocalSettings, file: Path) -> bool:
    """Read a participants file, and say what became of it; False where lines were refused."""
    with _reading(file) as (lines, tell), work_on(settings.database_url.get_secret_value()) as work:
        try:
            report = enrol(work, Clock(), lines, Centres(work), tell, erasure_key(settings), operator_name())
        except WrongKey as wrong:
            raise CommandFailed(str(wrong)) from None
    freshen(settings.database_url.get_secret_value())
    counted = [f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, {report.refused} refused"]
    if report.repeated:
        counted.append(f"{report.repeated} replaced by a later line")
    if report.erased:
        counted.append(f"{report.erased} left out: erased, or under another address now (privacy)")
    if report.own:
        counted.append(f"{report.own} left as they are: these participants told us otherwise themselves")
    if report.mended:
        counted.append(f"{report.mended} mailed at their own domain from now on (ß is not ss)")
    _say(", ".join(counted))
    return not report.refused


def export_participants(settings: LocalSettings, file: Path) -> bool:
    """Write all participants, for nobody else's eyes."""
    with work_on(settings.database_url.get_secret_value()) as work, private(file) as to:
        for line in write_participants(work, Clock(), operator_name()):
            to.write(line)
    return True


def take_participant_out(settings: LocalSettings, address: str, reason: str) -> bool:
    """No mail from the next send on; a second time changes nothing, and says so."""
    try:
        with work_on(settings.database_url.get_secret_value()) as work:
            number, left = take_out_address(work, Clock(), address, as_line(reason), operator_name())
    except UnknownParticipant:
        raise CommandFailed("No participant has this address.") from None
    except ReasonNeeded:
        raise CommandFailed("Say why: at least one word of three letters.") from None
    _say(f"Participant {number} gets no mail any more." if left else f"Participant {number} had left already.")
    return True


def import_households(settings: LocalSettings, file: Path) -> bool:
    """Read a household file, and say what became of it; False where lines were refused."""
    with _reading(file) as (lines, tell), work_on(settings.database_url.get_secret_value()) as work:
        report = take_households(work, Clock(), lines, tell, operator_name())
    _say(f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, {report.refused} refused")
    return not report.refused


def import_addresses(settings: LocalSettings, file: Path, *, may_shrink: bool) -> bool:
    """Read an address register, and say what became of it; False where lines were refused."""
    with _reading(file) as (lines, tell), work_on(settings.database_url.get_secret_value()) as work:
        report = take_addresses(work, Clock(), lines, tell, operator_name(), may_shrink=may_shrink)
    counted = [f"{report.addresses:,} addresses, {report.homes:,} of them homes; {report.gone:,} gone"]
    if report.without_postcode:
        counted.append(f"{report.without_postcode:,} without a postcode left out")
    _say(", ".join([*counted, f"{report.refused:,} refused"]))
    if report.kept:
        _say("It names less than half of the addresses that were there: the others stay. Take them away: --may-shrink")
    return not report.refused and not report.kept


def show_reach(settings: LocalSettings, to_csv: Path | None, to_png: Path | None) -> bool:
    """Print participants per 100 households, and write the table and the picture where asked."""
    with work_on(settings.database_url.get_secret_value()) as work:
        reach = Recruiting(work, Clock(), settings.reach_norm_per_100).reach()
    if reach is None:
        raise CommandFailed("There is no household file yet. Run: burgernetmail households import FILE.csv")
    _print_reach(reach)
    if to_csv:
        with writing(to_csv) as part, part.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([_COLUMNS, *map(_cells, reach.rows)])
    if to_png:
        from bot.pictures.reach import draw_reach

        with writing(to_png) as part:
            part.write_bytes(draw_reach(texts(settings.locale), reach))
    return True


_COLUMNS: Final = ("neighbourhood", "participants", "households", "per_100_households", "missing")


def _cells(row: NeighbourhoodReach) -> tuple[Any, ...]:
    figure = "" if row.per_hundred is None else row.per_hundred
    return harmless(row.neighbourhood), row.participants, row.households, figure, row.missing


def _print_reach(reach: Reach) -> None:
    english = texts("en")
    table = Table("neighbourhood", title=f"Participants per 100 households; the norm is {reach.norm}.")
    for name in ("participants", "households", "per 100", "missing"):
        table.add_column(name, justify="right")
    for row in reach.rows:
        numbers = (f"{row.participants:,}", f"{row.households:,}", per_hundred(english, row.per_hundred))
        missing = f"[bold]{row.missing:,}[/]" if row.missing else "-"
        table.add_row(escape(row.neighbourhood), *numbers, missing)
    console = Console(highlight=False, soft_wrap=True)
    console.print(table)
    console.print(f"{reach.missing:,} participants are missing.")
    for name, people in reach.unmatched:
        where = escape(name) or "(empty)"
        console.print(f"Not in the household file: {where}, {people:,} participants.")


@contextmanager
def private(file: Path) -> Iterator[TextIO]:
    """A file that only its owner reads, whoever could read it before; - is standard output."""
    if str(file) == STANDARD:
        yield sys.stdout
        return
    with writing(file) as part, part.open("w", encoding="utf-8", newline="") as opened:
        yield opened


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")

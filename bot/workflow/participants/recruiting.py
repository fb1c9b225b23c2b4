"""Where participants are missing: the household file, and what it tells."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from bot.clock import Clock, local
from bot.domain.errors import AlreadyDone
from bot.domain.participants.people import Colleague
from bot.domain.participants.reach import Households, Reach, household_number, households_nearby, name_key, reach_of
from bot.domain.participants.shapes import Area
from bot.records.figures import REACH_NOW
from bot.records.outbox import Task
from bot.workflow.participants.enrolling import OPERATOR
from bot.workflow.participants.line_reading import Header, Tell, ToldLine, WrongValue, numbered
from storage.unit_of_work import UnitOfWork, Work

HOUSEHOLD_COLUMNS = {
    "neighbourhood": ("wijk", "buurt", "wijknaam", "buurtnaam"),
    "households": ("huishoudens", "aantal huishoudens"),
}


@dataclass
class HouseholdReport:
    """What became of a household file."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0


class Recruiting:
    """What the municipality needs to know: how many take part where."""

    def __init__(self, work: Work, clock: Clock, norm: int) -> None:
        self._work = work
        self._clock = clock
        self._norm = norm

    def reach(self) -> Reach | None:
        """Reach by neighbourhood, against the norm; None before a household file was read."""
        with self._work() as uow:
            uow.take_time()
            return reach_in(uow, self._norm)

    def share(self, colleague: Colleague) -> None:
        """Post it in the supervision channel, with its picture; once a day, AlreadyDone after that."""
        now = self._clock.now()
        with self._work() as uow:
            report_id, is_new = uow.reports.ask(REACH_NOW, local(now).date().isoformat(), colleague.name, now)
            if not is_new:
                raise AlreadyDone
            uow.audit.record(colleague.id, "shared_reach", f"report {report_id}", now)
            uow.outbox.owe(Task.SHOW_REACH, report_id)
            uow.outbox.owe(Task.DRAW_REACH, report_id)


def reach_in(uow: UnitOfWork, norm: int) -> Reach | None:
    """As `Recruiting.reach` tells it."""
    households = uow.reach.households()
    return reach_of(uow.reach.by_neighbourhood(), households, norm) if households else None


def households_in(uow: UnitOfWork, area: Area) -> int | None:
    """About how many households an area holds; None where we can't tell."""
    households = uow.reach.households()
    if not households:
        return None
    return households_nearby(uow.reach.by_neighbourhood_near(area), uow.reach.by_neighbourhood(), households)


def take_households(work: Work, clock: Clock, lines: Iterable[str], tell: Tell, user: str = "") -> HouseholdReport:
    """Read a household file, in one transaction; WrongFile where it can't be read.

    One without a wrong line replaces what was there. With wrong lines nothing is taken away.
    """
    report = HouseholdReport()
    rows = list(_read_households(lines, report, tell))
    with work() as uow:
        whole = bool(rows) and not report.refused
        report.new, report.changed, report.unchanged = uow.reach.set_households(rows, whole=whole)
        uow.audit.record(OPERATOR, "imported", "households", clock.now(), user=user, **asdict(report))
    return report


def _read_households(lines: Iterable[str], report: HouseholdReport, tell: Tell) -> Iterator[Households]:
    source, seen = iter(lines), set[str]()
    header = Header(next(source, ""), HOUSEHOLD_COLUMNS)
    for number, line in numbered(source):
        try:
            row = _checked(*header.values(line))
            if name_key(row.neighbourhood) in seen:
                raise WrongValue("neighbourhood", "stands in an earlier line too, which counts")
        except WrongValue as wrong:
            report.refused += 1
            tell(ToldLine(number, wrong.column, wrong.reason))
            continue
        seen.add(name_key(row.neighbourhood))
        yield row


def _checked(neighbourhood: str, typed: str) -> Households:
    if not neighbourhood:
        raise WrongValue("neighbourhood", "empty")
    number = household_number(typed)
    if number is None:
        raise WrongValue("households", "not a number of households")
    return Households(neighbourhood, number)

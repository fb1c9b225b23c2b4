"""Reading and writing a participants file: who gets mail."""

import csv
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from io import StringIO
from itertools import chain, islice
from typing import Final

from bot.clock import Clock
from bot.contacts.email_addresses import LetterBeforeAt, NotAnAddress, canonical, mistaken_for
from bot.domain.errors import InvalidPostcode
from bot.domain.numbering import tidy_postcode
from bot.domain.participants.people import Leave, LeaveReason, MailKind, Participant, ParticipantRow, ParticipantStatus
from bot.domain.participants.places import Location
from bot.entering import as_line
from bot.workflow.participants.keeping_out import ErasureKey, those_who_may
from bot.workflow.participants.line_reading import Header, Tell, ToldLine, WrongValue, check_printable, metres, numbered
from storage.unit_of_work import Work

CentreOf = Callable[[str], Location | None]
OPERATOR: Final = "operator"  # who works on the command line
NEEDED: Final = ("email", "name", "postcode", "house_number", "neighbourhood")
MAP_COLUMNS: Final = ("x", "y")
COLUMNS: Final = (*NEEDED, *MAP_COLUMNS)
_DUTCH: Final = {
    "email": ("e-mail", "e-mailadres"),
    "name": ("naam",),
    "house_number": ("huisnummer",),
    "neighbourhood": ("wijk", "buurt"),
}
LEFT_COLUMNS: Final = ("status", "left_at", "left_reason", "paused_at")
"""Columns of an export: somebody who had left or was paused is enrolled as such, where not known here yet."""
OWN_COLUMNS: Final = ("paused_until", "wants", "own_at")
"""What they told us themselves: until when they pause, and which mails they want."""
CHUNK: Final = 5000
"""People a transaction: a bot that runs on the same SQLite file waits for one, on a slow machine too."""


@dataclass
class ImportReport:
    """What became of a file; `repeated`: lines whose address stood in an earlier line, which they replace.

    `erased`: left out, since who had the address was erased; `mended`: enrolled at somebody else's domain until now;
    `own`: left as they are, since these participants told us otherwise themselves.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    repeated: int = 0
    erased: int = 0
    mended: int = 0
    own: int = 0


_Chunk = list[tuple[ParticipantRow, bool]]


def enrol(
    work: Work,
    clock: Clock,
    lines: Iterable[str],
    centre_of: CentreOf,
    tell: Tell,
    key: ErasureKey | None = None,
    user: str = "",
) -> ImportReport:
    """Read a file into the database, a chunk a transaction, so that a bot that runs is not locked out.

    `tell` hears of each line that is left out, and of each that replaces an earlier one; who was erased is counted and
    not told. `user` typed it. WrongFile where it can't be read at all, WrongKey where nobody can tell who was erased.
    """
    report = ImportReport()
    rows = read_participants(lines, centre_of, report, tell)
    for some in _read_ahead(iter(lambda: list(islice(rows, CHUNK)), [])):
        later = {row.email: row for row, again in some if again}
        counted = [later.pop(row.email, row) for row, again in some if not again]
        with work() as uow:
            may = those_who_may(uow, key)
            welcome = may(counted)
            report.mended += sum(uow.people.mend_address(row) for row in welcome if row.mistaken)
            own = uow.own.left_alone(welcome)
            new, changed, unchanged = uow.people.enrol(welcome)
            uow.people.enrol(may(later.values()))  # counted as they were in an earlier chunk
        report.erased += len(counted) - len(welcome)
        report.new, report.changed = report.new + new, report.changed + changed
        report.unchanged, report.own = report.unchanged + unchanged - own, report.own + own
    with work() as uow:
        uow.audit.record(OPERATOR, "imported", "participants", clock.now(), user=user, **asdict(report))
    return report


def _read_ahead(chunks: Iterator[_Chunk]) -> Iterator[_Chunk]:
    """The next chunk is checked while the database takes this one."""
    with ThreadPoolExecutor(1) as reader:
        coming: Future[_Chunk] = reader.submit(next, chunks, [])
        while some := coming.result():
            coming = reader.submit(next, chunks, [])
            yield some


def read_participants(
    lines: Iterable[str], centre_of: CentreOf, report: ImportReport, tell: Tell
) -> Iterator[tuple[ParticipantRow, bool]]:
    """The good rows, one by one, and whether their address stood in an earlier line; the others are told and counted.

    `centre_of` gives the middle of a postcode for rows without x and y. WrongFile where the header is not ours.
    """
    source, seen = iter(lines), _Addresses()
    header = Header(
        next(source, ""), {name: _DUTCH.get(name, ()) for name in NEEDED}, MAP_COLUMNS, LEFT_COLUMNS, OWN_COLUMNS
    )
    for number, line in numbered(source):
        try:
            row = _checked(header.values(line), centre_of)
        except WrongValue as wrong:
            report.refused += 1
            tell(ToldLine(number, wrong.column, wrong.reason))
            continue
        if again := not seen.add(row.email):
            report.repeated += 1
            tell(ToldLine(number, "email", "stands in an earlier line too: this line counts"))
        yield row, again


class _Addresses:
    """Which addresses a file has named so far, in ten bytes each: a hash of 64 bits, in many small lists."""

    def __init__(self) -> None:
        self._lists: dict[int, array[int]] = defaultdict(lambda: array("q"))

    def add(self, address: str) -> bool:
        """False where it was there."""
        hashed = hash(address)
        known = self._lists[hashed & 0xFFFF]
        if hashed in known:
            return False
        known.append(hashed)
        return True


def checked_row(row: Mapping[str, str], centre_of: CentreOf) -> ParticipantRow:
    """A participant from the values of COLUMNS; WrongValue."""
    check_printable(row)
    return _checked([as_line(row[name]) for name in COLUMNS], centre_of)


def _checked(values: list[str], centre_of: CentreOf) -> ParticipantRow:
    email, name, postcode, house_number, neighbourhood, *more = values
    x, y, *left = more or ("", "")
    mistaken = "" if email.isascii() else mistaken_for(email)
    email = _address(email)
    try:
        postcode = tidy_postcode(postcode)
    except InvalidPostcode:
        raise WrongValue("postcode", "not a postcode") from None
    if x or y:
        row = ParticipantRow(email, name, postcode, house_number, neighbourhood, metres("x", x), metres("y", y))
    elif centre := centre_of(postcode):
        there = neighbourhood or centre.neighbourhood
        row = ParticipantRow(email, name, postcode, house_number, there, centre.x, centre.y)
    else:
        raise WrongValue("x", "empty, and the middle of this postcode is not known")
    if mistaken:
        row = replace(row, mistaken=mistaken)
    left, own = left[: len(LEFT_COLUMNS)], left[len(LEFT_COLUMNS) :]
    row = _own(row, *own) if any(own) else row
    return _away(row, *left) if any(left) else row


def _own(row: ParticipantRow, paused_until: str, wants: str, own_at: str) -> ParticipantRow:
    """The row with what somebody told us themselves."""
    if not set(wants.split()) <= set(MailKind):
        raise WrongValue("wants", f"not some of {' '.join(MailKind)}")
    until = _moment("paused_until", paused_until) if paused_until else None
    return replace(
        row, paused_until=until, wants=frozenset(map(MailKind, wants.split())), own_at=_moment("own_at", own_at)
    )


def _away(row: ParticipantRow, status: str, left_at: str, reason: str, paused_at: str) -> ParticipantRow:
    """The row with when and why somebody had left, or was paused. Who was on trial there gets mail."""
    if status not in set(ParticipantStatus):
        raise WrongValue("status", f"not one of {', '.join(ParticipantStatus)}")
    if status == ParticipantStatus.ACTIVE:
        return row
    if status == ParticipantStatus.PAUSED:
        return row if row.paused_until and not paused_at else replace(row, paused_at=_moment("paused_at", paused_at))
    at = _moment("left_at", left_at)
    if reason not in set(LeaveReason):
        raise WrongValue("left_reason", f"not one of {', '.join(LeaveReason)}")
    return replace(row, left=Leave(at, LeaveReason(reason)))


def _moment(column: str, typed: str) -> datetime:
    try:
        at = datetime.fromisoformat(typed)
    except ValueError:
        at = datetime.min
    if at.tzinfo is None:
        raise WrongValue(column, "not a moment with its zone, like 2026-01-14T12:00:00+00:00")
    return at


def _address(typed: str) -> str:
    """Strict: one address that the mail provider refuses would hold up the whole batch that it is in."""
    try:
        return canonical(typed)
    except LetterBeforeAt:
        raise WrongValue(
            "email", "holds a letter before the @ that mail servers don't take: use a to z without accents"
        ) from None
    except NotAnAddress:
        raise WrongValue("email", "not an e-mail address") from None


def write_participants(work: Work, clock: Clock, user: str = "") -> Iterator[str]:
    """All participants as the lines of a file that `enrol` takes, those who left too; some at a time. On record."""
    with work() as uow:
        uow.audit.record(OPERATOR, "exported", "participants", clock.now(), user=user)
    line = StringIO()
    writer = csv.writer(line, lineterminator="\n")
    rows: Iterable[Iterable[object]] = chain([(*COLUMNS, *LEFT_COLUMNS, *OWN_COLUMNS)], _exported(work))
    for row in rows:
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _exported(work: Work) -> Iterator[tuple[object, ...]]:
    after = 0
    while True:
        with work() as uow:
            some = uow.people.some(after, CHUNK)
        if not some:
            return
        after = some[-1].id
        yield from map(_exported_row, some)


def _exported_row(person: Participant) -> tuple[object, ...]:
    plain = (getattr(person, name) for name in (*COLUMNS, *LEFT_COLUMNS))
    wants = " ".join(kind for kind in MailKind if kind in person.wants) if person.own_at else ""
    return (*plain, person.paused_until, wants, person.own_at)

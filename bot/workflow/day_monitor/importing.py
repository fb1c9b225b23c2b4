"""Taking in a day monitor: its good rows become incidents, in one transaction with the report on the file."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from uuid import uuid4

import structlog

from bot.clock import Clock
from bot.domain.alerts.offences import OwnOffence
from bot.domain.day_monitor.day_monitors import MOST_TOLD, ColumnNames, FileReport, ToldCell, unread
from bot.domain.day_monitor.file_errors import ForeignFile, NotASheet, OnlySuperusers, ReadBefore
from bot.domain.errors import Refusal
from bot.domain.participants.people import Colleague
from bot.entering import as_line
from bot.records.chat import MessageRef
from bot.records.day_monitor import FileSource
from bot.records.outbox import InThread, Task
from bot.workflow.day_monitor.day_monitor_reading import Reading, read_day_monitor
from bot.workflow.day_monitor.day_monitor_sheets import SheetReader
from bot.workflow.day_monitor.dividing import owe_division
from bot.workflow.participants.enrolling import OPERATOR
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()
ENDINGS = (".csv", ".xlsx", ".xls")


@dataclass(frozen=True)
class Looked:
    """What a file says, or why it can't be read."""

    digest: str = ""
    reading: Reading = field(default_factory=Reading)
    refusal: Refusal | None = None


class Importing:
    """The dagmonitor of the DIK, however it comes."""

    def __init__(self, work: Work, clock: Clock, sheets: SheetReader, names: ColumnNames, place: str) -> None:
        self._work = work
        self._clock = clock
        self._sheets = sheets
        self._names = names
        self._place = place

    def wants(self, name: str) -> bool:
        """Whether a file is a day monitor, by its name; any other file is ignored."""
        return as_line(name).lower().endswith(ENDINGS)

    def receive(self, file_id: str, name: str, message: MessageRef, by: Colleague | None, by_id: str) -> None:
        """A file was dropped in the chat: written down before that is acknowledged; the same one again is nothing.

        `by` is None for who may not; another organisation's file has no name.
        """
        if name and not self.wants(name):
            return
        refusal = OnlySuperusers() if by is None else None if name else ForeignFile()
        where = InThread(message.channel_id, message.ts)
        with self._work() as uow:
            at = self._clock.now()
            number = uow.day_monitor_files.add(FileSource.CHAT, file_id, by_id, by.name if by else "", at)
            if number is None:
                return
            if refusal:
                self.refuse(uow, number, refusal)
            uow.outbox.owe(Task.SHOW_DAY_MONITOR if refusal else Task.READ_DAY_MONITOR, number, where)

    def import_file(self, content: bytes, user: str = "") -> tuple[FileReport, Sequence[ToldCell]]:
        """For the command line: the report, and every remark about a line; a Refusal where the file can't be read."""
        looked = self.look(content)
        if looked.refusal:
            raise looked.refusal
        with self._work() as uow:
            at = self._clock.now()
            number = uow.day_monitor_files.add(FileSource.COMMAND, uuid4().hex, OPERATOR, OPERATOR, at)
            assert number is not None, "a new key is new"
            return self.settle(uow, number, looked, OPERATOR, user=user), looked.reading.told

    def look(self, content: bytes) -> Looked:
        """What a file says, before a transaction begins: a large one takes seconds."""
        with self._work() as uow:
            own = [one for one in uow.offences.newest() if not one.retired]
        digest, sheets = self._digest(content, own), self._sheets.sheets(content)
        try:
            return Looked(digest, read_day_monitor(sheets, self._names, self._place, self._clock.now(), own))
        except Refusal as refusal:
            return Looked(refusal=refusal)
        except Exception:  # a file that nobody foresaw must not hold up those behind it
            log.exception("day monitor can't be read")
            return Looked(refusal=NotASheet())

    def refuse(self, uow: UnitOfWork, number: int, refusal: Refusal) -> FileReport:
        """Nothing of it is read, and why."""
        report = unread(refusal)
        uow.day_monitor_files.close(number, report, None, self._clock.now())
        return report

    def settle(self, uow: UnitOfWork, number: int, looked: Looked, by: str, **more: str) -> FileReport:
        """A file that was read whole changes nothing when it comes again: a newer one may have changed its rows."""
        if looked.refusal:
            return self.refuse(uow, number, looked.refusal)
        at, reading = self._clock.now(), looked.reading
        if uow.day_monitor_files.knows(looked.digest):
            return self.refuse(uow, number, ReadBefore())
        merged = uow.incidents.merge(reading.rows.values(), at)
        owe_division(uow)
        first, rest = tuple(reading.told[:MOST_TOLD]), len(reading.told[MOST_TOLD:])
        report = FileReport(**asdict(merged), refused=reading.refused, told=first, more=rest)
        uow.day_monitor_files.close(number, report, None if reading.refused else looked.digest, at)
        counts = {**asdict(merged), "refused": reading.refused}
        uow.audit.record(by, "imported", f"day monitor {number}", at, **counts, **more)
        log.info("day monitor", file=number, **counts)
        return report

    def _digest(self, content: bytes, own: Sequence[OwnOffence]) -> str:
        """Counts in the team's names of columns and offences: with others the same file may say something else."""
        names = "".join(f"{one.family}={one.name}\0" for one in own)
        return sha256(f"{self._names}\0{self._place}\0{names}".encode() + content).hexdigest()

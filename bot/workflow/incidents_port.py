"""What the workflow asks of the database about the day monitor."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.day_monitors import FileReport
from bot.domain.incidents import Incident, IncidentRow


@dataclass(frozen=True)
class Merged:
    """What became of rows; `late`: of the changed ones, those that a mail was asked for."""

    new: int
    changed: int
    unchanged: int
    late: int


class Incidents(Protocol):
    """Incidents, one a BVH number."""

    def get(self, incident_id: int) -> Incident:
        """An incident."""

    def merge(self, rows: Collection[IncidentRow], at: datetime) -> Merged:
        """Add or update by BVH number, each once in `rows`; what became of them stays as it is."""

    def erase(self, before: datetime, at: datetime) -> int:
        """Take out where it was and what happened, of all not seen, asked for or skipped since; how many.

        What belongs to an alert under legal hold stays.
        """

    def erasable(self, before: datetime) -> int:
        """How many `erase` would take."""


class FileSource(StrEnum):
    """How a file came."""

    CHAT = "chat"
    MAIL = "mail"
    COMMAND = "command"


@dataclass(frozen=True)
class DayMonitorFile:
    """A file that came in; `by_name` may be an address, masked; no report before it was read."""

    id: int
    source: FileSource
    source_key: str
    by_id: str
    by_name: str
    report: FileReport | None


@dataclass(frozen=True)
class DayMonitorCard:
    """A day monitor that came in; `thread_ts` is its message, empty where it came by mail."""

    file: DayMonitorFile
    thread_ts: str


class DayMonitorFiles(Protocol):
    """Files that came in; what they held is not kept."""

    def add(self, source: FileSource, source_key: str, by_id: str, by_name: str, at: datetime) -> int | None:
        """A new one's id; None where it came before."""

    def get(self, file_id: int) -> DayMonitorFile:
        """A file."""

    def knows(self, digest: str) -> bool:
        """Whether a file with this digest was read whole; nobody reads another one before this transaction ends."""

    def close(self, file_id: int, report: FileReport, digest: str | None, at: datetime) -> bool:
        """It was read, once; False where that was so already. `digest`: of one that was read whole."""

"""Day monitors, their incidents, and whose those are."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from bot.domain.day_monitor.day_monitors import FileReport
from bot.domain.day_monitor.dividing import OnDuty, SkipReason
from bot.domain.day_monitor.incidents import Incident
from bot.texts import Texts

NOBODY: Final = "nobody"
"""Whose incidents a button is about, where they are not divided yet."""


@dataclass(frozen=True)
class IncidentLine:
    """An incident in the morning's message; what was asked for it by whom, with the way to that message."""

    incident: Incident
    neighbourhood: str
    reference: str = ""
    requester_name: str = ""
    link: str = ""


@dataclass(frozen=True)
class IncidentPage:
    """Some of the incidents that a mail may still be asked for: whose they are, nobody's first; the skipped ones last.

    Pages count from 0; `undivided`: how many of the open ones are nobody's.
    """

    lines: tuple[IncidentLine, ...]
    page: int
    pages: int
    open: int
    undivided: int


@dataclass(frozen=True)
class DivisionCard:
    """The morning's message of a day, who is in, what was asked for; `newer_link` where a later morning has its own."""

    day: date
    incidents: IncidentPage
    on_duty: tuple[OnDuty, ...]
    requested: tuple[IncidentLine, ...]
    is_past: bool = False
    newer_link: str = ""


@dataclass(frozen=True)
class Division:
    id: int
    day: date


@dataclass(frozen=True)
class Days:
    """The local day, the moment it begins, and the moment from which work counts as done of late."""

    today: date
    begins_at: datetime
    lately_since: datetime


@dataclass(frozen=True)
class Merged:
    """What became of rows; `late`: of the changed ones, those that a mail was asked for."""

    new: int
    changed: int
    unchanged: int
    late: int


class FileSource(StrEnum):
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


def skip_reason_name(_: Texts, reason: SkipReason) -> str:
    return {
        SkipReason.TOO_OLD: _("Too old"),
        SkipReason.NOBODY_NEAR: _("No neighbourhood or no participants"),
        SkipReason.SOLVED: _("Solved already"),
        SkipReason.DOUBLE: _("Double"),
        SkipReason.OTHER: _("Other, namely..."),
    }[reason]

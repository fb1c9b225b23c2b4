"""What the figures ask of the database, and who draws and writes them down; see ports.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from bot.domain.figures import AlertClock, Report, SentAlert, ValidReply
from bot.domain.people import LeaveReason
from bot.domain.reach import Reach

REACH_NOW: Final = "reach"


@dataclass(frozen=True)
class PostedReport:
    """A report that is posted in the supervision channel; `by_name` is empty where the clock asked for it.

    `period`: what it is of, REACH_NOW where it is no figures' period but where participants are missing.
    """

    id: int
    period: str
    by_name: str
    picture_file_id: str


@dataclass(frozen=True)
class ReportCard:
    """A posted report and its figures."""

    posted: PostedReport
    report: Report


@dataclass(frozen=True)
class ReachCard:
    """A posted report of reach, and how that is now."""

    posted: PostedReport
    reach: Reach


def file_name(report: Report) -> str:
    """What its files are called, without an ending."""
    return f"burgernetmail-{str(report.period).replace(' ', '-')}"


@dataclass(frozen=True)
class ReportFile:
    """One file of a report."""

    name: str
    content: bytes


class Reports(Protocol):
    """What the figures are made of, and the reports that are posted."""

    def alerts_sent(self, start: datetime, end: datetime) -> list[SentAlert]:
        """Alerts sent from `start` on and before `end`, oldest first; not one of which all mails were refused."""

    def outcome_mails(self, start: datetime, end: datetime) -> int:
        """Mails of outcomes that were sent then."""

    def replies_received(self, start: datetime, end: datetime) -> list[ValidReply]:
        """Citizens' replies that came in from `start` on and before `end`, oldest first."""

    def left(self, start: datetime, end: datetime) -> Mapping[LeaveReason, int]:
        """Participants who left then, by reason; also those who came back since."""

    def clock(self, reference: str) -> AlertClock | None:
        """When what happened to an alert; None where there is none."""

    def ask(self, period: str, occasion: str, by_name: str, at: datetime) -> tuple[int, bool]:
        """The id of the report for this occasion, and whether it is a new one."""

    def get(self, report_id: int) -> PostedReport:
        """A report that is posted."""

    def set_picture(self, report_id: int, file_id: str) -> None:
        """Remember its picture."""

    def owe_files(self, report_id: int, at: datetime) -> bool:
        """Once; False where its files were asked for before."""


class Charts(Protocol):
    """Draws figures."""

    def report(self, report: Report) -> bytes:
        """A PNG: the share of alerts with a reply by month, and how long things took."""

    def reach(self, reach: Reach) -> bytes:
        """A PNG: participants per 100 households by neighbourhood."""


class ReportFiles(Protocol):
    """Writes figures down."""

    def files(self, report: Report) -> Sequence[ReportFile]:
        """CSV for machines, xlsx for people."""

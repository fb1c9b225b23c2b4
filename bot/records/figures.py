"""Figures as they are posted."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.domain.figures.figures import Report
from bot.domain.figures.periods import Period
from bot.domain.participants.reach import Reach

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
    posted: PostedReport
    report: Report
    for_leader: bool = False
    """In the project leader's channel, without colleagues' names."""


@dataclass(frozen=True)
class ReachCard:
    posted: PostedReport
    reach: Reach


@dataclass(frozen=True)
class MunicipalLink:
    """Where the municipality reads about a month, and the last day on which it can, as that begins."""

    period: Period
    address: str
    last_day: datetime


@dataclass(frozen=True)
class MunicipalPage:
    report: Report
    last_day: date


def file_name(report: Report) -> str:
    """What its files are called, without an ending."""
    return f"burgernetmail-{str(report.period).replace(' ', '-')}"


@dataclass(frozen=True)
class ReportFile:
    name: str
    content: bytes

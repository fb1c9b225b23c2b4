"""What dividing asks of the database: which incidents wait, whose they are, who is in today; see ports.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.dividing import OnDuty
from bot.domain.incidents import Incident
from bot.domain.people import Colleague


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
    """Some of the incidents, the open ones first; pages count from 0."""

    lines: tuple[IncidentLine, ...]
    page: int
    pages: int
    open: int


@dataclass(frozen=True)
class DivisionCard:
    """The morning's message of a day, and who is in; `newer_link` where a later morning has its own."""

    day: date
    incidents: IncidentPage
    on_duty: tuple[OnDuty, ...]
    is_past: bool = False
    newer_link: str = ""


@dataclass(frozen=True)
class Division:
    """A morning's message."""

    id: int
    day: date


@dataclass(frozen=True)
class Days:
    """The local day, where it begins, and from when on things count as done of late."""

    today: date
    begins_at: datetime
    lately_since: datetime


class Divisions(Protocol):
    """Whose incidents are, and the mornings' messages; each change is a compare-and-set, False where it lost."""

    def begin(self, day: date, at: datetime) -> bool:
        """A message for this day; True for the one caller that made it."""

    def newest(self) -> Division | None:
        """The newest message."""

    def before(self, division_id: int) -> Division | None:
        """The one before."""

    def get(self, division_id: int) -> Division:
        """A message."""

    def has_incidents(self) -> bool:
        """Whether a day monitor was ever read."""

    def page(self, since: datetime, page: int) -> IncidentPage:
        """A page, or the last that there is: open ones, and those that came, were asked for or skipped since then."""

    def line(self, incident_id: int) -> IncidentLine:
        """One of them."""

    def on_duty(self, days: Days) -> list[OnDuty]:
        """Who is in today, by name."""

    def come_in(self, colleague: Colleague, day: date, at: datetime) -> bool:
        """Say to be in."""

    def go_out(self, colleague: Colleague, day: date) -> bool:
        """Say not to be in after all."""

    def unassigned(self) -> Sequence[int]:
        """Open incidents that are nobody's, oldest first; who asks is alone until they commit."""

    def assign(self, incident_id: int, seen_id: str, to: tuple[str, str], by: Colleague, at: datetime) -> bool:
        """Give an open incident of whom was seen to have it (empty: nobody) to a colleague, by id and name."""

    def skip(self, incident_id: int, reason: str, by: Colleague, at: datetime) -> bool:
        """From open to skipped."""

    def request(self, incident_id: int, alert_id: int) -> bool:
        """From open or skipped to requested."""

    def release(self, alert_id: int) -> None:
        """What was asked for by this alert is open again."""

    def link(self) -> None:
        """What has a request under its BVH number counts as asked for, by whichever form that was."""

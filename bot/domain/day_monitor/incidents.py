"""An incident: a line of the dagmonitor, the list of what happened that the DIK makes each day."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.alerts.offences import AnyOffence


class IncidentStatus(StrEnum):
    """Whether a mail was asked for it."""

    OPEN = "open"
    REQUESTED = "requested"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class IncidentRow:
    """One line of a day monitor, checked; its BVH number says which incident it is. Moments are aware UTC."""

    bvh_number: str
    offence: AnyOffence
    street: str
    house_number: str
    postcode: str
    place: str
    window_start: datetime
    window_end: datetime
    reported_at: datetime | None = None
    what_happened: str = ""
    description: str = ""


@dataclass(frozen=True)
class Incident:
    """What the newest day monitor that names it says, and what became of it.

    `assignee_id`: who is to ask for its mail; `alert_id`: the alert that was asked for.
    """

    id: int
    row: IncidentRow
    status: IncidentStatus
    first_seen_at: datetime
    assignee_id: str = ""
    assignee_name: str = ""
    skipped_by_name: str = ""
    skip_reason: str = ""
    alert_id: int | None = None

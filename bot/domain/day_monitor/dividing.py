"""Who does what of the morning's incidents, and who looks at a colleague's request."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.day_monitor.incidents import IncidentStatus
from bot.domain.guard.kept import reason_of

APPROVERS: Final = 2
LONGEST_REASON: Final = 200


class IncidentAction(StrEnum):
    """What can be done about an incident."""

    ASSIGN = "assign"
    SKIP = "skip"
    REQUEST = "request"
    REOPEN = "reopen"


INCIDENT_TRANSITIONS: Final[dict[tuple[IncidentStatus, IncidentAction], IncidentStatus]] = {
    (IncidentStatus.OPEN, IncidentAction.ASSIGN): IncidentStatus.OPEN,
    (IncidentStatus.OPEN, IncidentAction.SKIP): IncidentStatus.SKIPPED,
    (IncidentStatus.OPEN, IncidentAction.REQUEST): IncidentStatus.REQUESTED,
    (IncidentStatus.SKIPPED, IncidentAction.REQUEST): IncidentStatus.REQUESTED,
    (IncidentStatus.REQUESTED, IncidentAction.REOPEN): IncidentStatus.OPEN,
}


def possible_from(action: IncidentAction) -> frozenset[IncidentStatus]:
    """The statuses in which this action is possible."""
    return frozenset(status for status, possible in INCIDENT_TRANSITIONS if possible is action)


class SkipReason(StrEnum):
    """Why no mail is asked for an incident."""

    TOO_OLD = "too_old"
    NOBODY_NEAR = "nobody_near"
    SOLVED = "solved"
    DOUBLE = "double"
    OTHER = "other"


def skip_words(reason: SkipReason, words: str) -> str:
    """What is stored of a skip: the chosen reason, or somebody's own words; ReasonNeeded where those are missing."""
    if reason is not SkipReason.OTHER:
        return reason
    return reason_of(words, "words")[:LONGEST_REASON]


@dataclass(frozen=True)
class OnDuty:
    """A colleague who is in today: their work of today and of late, and the open incidents assigned to them."""

    id: str
    name: str
    requests_today: int = 0
    requests_lately: int = 0
    approvals_today: int = 0
    approvals_lately: int = 0
    assigned: int = 0

    @property
    def load(self) -> int:
        """Today's requests, those to come too."""
        return self.requests_today + self.assigned


def divide(incidents: Sequence[int], people: Sequence[OnDuty]) -> Mapping[int, OnDuty]:
    """Incident to colleague: each goes to whoever then has least today, then least of late; the name breaks a tie."""
    given: Counter[str] = Counter()
    divided = {}
    for incident in incidents:
        least = min(people, key=lambda one: (one.load + given[one.id], one.requests_lately, one.name, one.id))
        given[least.id] += 1
        divided[incident] = least
    return divided


def offered_to(people: Sequence[OnDuty], *not_to: str) -> Sequence[OnDuty]:
    """Whom to ask to check a request: at most two who are in and approved least; never somebody who may not send it."""
    others = [one for one in people if one.id not in not_to]
    return sorted(others, key=lambda one: (one.approvals_lately, one.approvals_today, one.name, one.id))[:APPROVERS]

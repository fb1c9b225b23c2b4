"""What is counted: alerts and replies as plain records. Moments are aware UTC; calendar days are those of `zone`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from bot.domain.alerts.alerts import CaseResult
from bot.domain.alerts.offences import AnyOffence
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import Rating, ReplyKind

MATURE_DAYS: Final = 2  # a younger reply may still be handled, and answered, by the next day


class Stage(StrEnum):
    """The stages between an offence and its mail."""

    TO_REPORT = "to_report"
    TO_FORM = "to_form"
    IN_FORM = "in_form"
    TO_APPROVAL = "to_approval"
    TO_SENT = "to_sent"


@dataclass(frozen=True)
class AlertClock:
    """When what happened to an alert, as far as it got; an offence is over at the end of its window.

    `reported_at`: when it was reported to the police, where a day monitor told.
    """

    reference: str
    offence: AnyOffence
    window_end: datetime
    opened_at: datetime
    requested_at: datetime
    approved_at: datetime | None
    sent_at: datetime | None
    reported_at: datetime | None = None

    def stages(self) -> Mapping[Stage, timedelta]:
        """How long each took that is over; a negative one is a data error."""
        ends = (self.reported_at, self.opened_at, self.requested_at, self.approved_at, self.sent_at)
        spans, start = {}, self.window_end
        for stage, end in zip(Stage, ends, strict=True):
            if end is not None:
                spans[stage], start = end - start, end
        return spans


@dataclass(frozen=True)
class SentAlert:
    """An alert that was sent: its mails, how many of them came back or led to a complaint, its valid replies, those of
    them that became a usable lead; what the case came to, once it was closed.
    """

    clock: AlertClock
    sent_at: datetime
    requester_id: str
    requester_name: str
    approver_id: str
    approver_name: str
    mails: int
    bounced: int
    complaints: int
    replies: int
    usable_leads: int = 0
    result: CaseResult | None = None

    @property
    def reference(self) -> str:
        return self.clock.reference

    @property
    def since_offence(self) -> timedelta:
        """From the end of the offence's window to its sending."""
        return self.sent_at - self.clock.window_end


@dataclass(frozen=True)
class ValidReply:
    """A citizen's reply; `handled_at`: since when it is rated, answered, and in BVH where relevant.

    `may_be_acknowledged`: it came from the participant's own address, or from one that was proven.
    """

    id: int
    reference: str
    kind: ReplyKind
    received_at: datetime
    rating: Rating | None
    has_address: bool
    acknowledged: bool
    answered: bool
    handled_at: datetime | None
    may_be_acknowledged: bool = True
    opened_at: datetime | None = None
    """When a colleague began to work on it."""
    answer_at: datetime | None = None
    """When the first answer was given."""
    images: Images | None = None
    images_in_at: datetime | None = None
    images_until: datetime | None = None
    """The last day on which they could surely be fetched, as it begins."""
    number: int = 0
    """Which of its alert's replies it is, as its message says."""
    of_tips: bool = False
    """It answers a preventive mail: that promises an answer as any does, and says nothing of what alerts bring."""

    @property
    def name(self) -> str:
        """What a list of failures calls it; one without a known mail by its own number."""
        return f"{self.reference} #{self.number}" if self.reference else f"- #{self.id}"


def days_between(start: datetime, end: datetime, zone: tzinfo) -> int:
    """Calendar days there."""
    return (end.astimezone(zone).date() - start.astimezone(zone).date()).days

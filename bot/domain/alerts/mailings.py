"""A mailing: one mail to many, one delivery a person, sent in batches."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from bot.domain.participants.faults import Fault


class DeliveryState(StrEnum):
    """Where one person's mail stands; from `processed` on these are SendGrid's own event names."""

    PLANNED = "planned"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    SENT = "sent"
    PROCESSED = "processed"
    DEFERRED = "deferred"
    DELIVERED = "delivered"
    BOUNCE = "bounce"
    DROPPED = "dropped"
    UNSUBSCRIBE = "unsubscribe"
    SPAMREPORT = "spamreport"


DELIVERY_RANK: Final = {state: rank for rank, state in enumerate(DeliveryState)}
"""Events come in any order and more than once: a delivery only ever moves to a higher rank."""


GOT_OUT: Final = frozenset(
    {
        *(DeliveryState.SENT, DeliveryState.PROCESSED, DeliveryState.DEFERRED, DeliveryState.DELIVERED),
        DeliveryState.UNSUBSCRIBE,
    }
)
"""States in which a person may hear how it ended; not where the mail may not have arrived, or they complained."""
ARRIVED: Final = (DeliveryState.DELIVERED, DeliveryState.UNSUBSCRIBE, DeliveryState.SPAMREPORT)
CAME_BACK: Final = (DeliveryState.BOUNCE, DeliveryState.DROPPED)
EVENTS_PATIENCE: Final = timedelta(minutes=10)
"""How long the provider's own events may settle a lost answer before people are asked; SendGrid posts every 30 s."""


class BatchStatus(StrEnum):
    """Where a batch stands. CALLING without a living caller means that the answer was lost."""

    PLANNED = "planned"
    CALLING = "calling"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    STANDING = "standing"  # stood ready while no bot ran: people decide whether it still goes out


FAULTS_BY_WEIGHT: Final = tuple(reversed(Fault))


class Outcome(StrEnum):
    """What became of one call to the mail provider."""

    ACCEPTED = "accepted"
    REFUSED = "refused"  # for good: repeating it would be refused again
    FAILED = "failed"  # certainly not sent: may be tried again
    UNKNOWN = "unknown"  # the answer was lost: never repeated blindly


class Hitch(StrEnum):
    """Whose trouble it is that a mail waits."""

    SERVER = "server"
    ADDRESS = "address"  # this one takes no mail now
    TOO_LARGE = "too_large"  # ours: the mail is larger than the server takes
    STANDSTILL = "standstill"  # nobody's: people decide about it


@dataclass(frozen=True)
class SendResult:
    """The provider's answer; `retry_after_s` in seconds where it said when to come back.

    `may_be_one`: it refuses the whole request, perhaps because of one of its people. `hitch`: for what FAILED.
    """

    outcome: Outcome
    detail: str = ""
    retry_after_s: float | None = None
    may_be_one: bool = False
    hitch: Hitch = Hitch.SERVER


class Recipient(NamedTuple):
    """One person of one mailing; a tuple, since a city has many."""

    delivery_id: int
    participant_id: int
    email: str


@dataclass(frozen=True)
class Progress:
    """How far a mailing is, in numbers of people; of those sent, what the provider's events say of them."""

    total: int
    sent: int
    refused: int
    unknown: int
    delivered: int = 0
    bounced: int = 0
    complaints: int = 0
    faults: Mapping[Fault, int] = field(default_factory=dict)
    """Why mails came back, with how many each, where that was told."""

    @property
    def settled(self) -> int:
        """People whose mail no longer waits."""
        return self.sent + self.refused + self.unknown

    @property
    def done(self) -> bool:
        return self.settled >= self.total


class Subject(StrEnum):
    """The kinds of things that are mailed to many; an outcome is an alert too."""

    ALERT = "alert"
    SURVEY = "survey"


class Topic(NamedTuple):
    """What a mailing is about: the ledger, the batches and the events are the same for both."""

    subject: Subject
    id: int


def of_alert(alert_id: int) -> Topic:
    return Topic(Subject.ALERT, alert_id)


def of_survey(survey_id: int) -> Topic:
    return Topic(Subject.SURVEY, survey_id)


@dataclass(frozen=True)
class Batch:
    """Up to one provider request's worth of recipients."""

    id: int
    mailing_id: int
    topic: Topic
    attempts: int


def backoff(attempts: int) -> timedelta:
    """How long to wait before the next try: 2, 4, 8 ... seconds, at most five minutes."""
    return timedelta(seconds=min(2 ** min(attempts, 9), 300))


@dataclass(frozen=True)
class MailEvent:
    """One event of the provider about one mail; `tag` is our own opaque id (`d12` a delivery, `l7` a letter).

    `fault`: why it bounced, for a bounce.
    """

    tag: str
    state: DeliveryState
    at: datetime
    reason: str = ""
    fault: Fault | None = None

    @property
    def weight(self) -> tuple[int, int]:
        """Of two events about one mail the heavier one counts."""
        return DELIVERY_RANK[self.state], fault_weight(self.fault)


def fault_weight(fault: Fault | None) -> int:
    """The more a fault says about the address itself, the higher."""
    return FAULTS_BY_WEIGHT.index(fault) + 1 if fault else 0


def foremost(events: Iterable[MailEvent]) -> dict[str, MailEvent]:
    """For each tag the one event that counts, the highest in rank: repeated or disordered events add nothing.

    The reason of a bounce is kept, also where the provider dropped the address afterwards.
    """
    chosen: dict[str, MailEvent] = {}
    for event in events:
        known = chosen.setdefault(event.tag, event)
        best, other = (event, known) if event.weight > known.weight else (known, event)
        chosen[event.tag] = replace(best, fault=best.fault or other.fault)
    return chosen

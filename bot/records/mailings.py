"""What went to whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.alerts.alerts import Alert, AlertKind
from bot.domain.alerts.mailings import DeliveryState
from bot.domain.desk.deadlines import ReminderStep, WaitKind
from bot.domain.participants.faults import Fault
from bot.domain.participants.people import Participant
from bot.records.replies import Moved


@dataclass(frozen=True)
class Waiting:
    """What waits `since` then; who is to do it, where that is one person; when it was reminded of, by step.

    `thread_id`: whose message its thread hangs under, where it has one; `link` leads to its message.
    """

    kind: WaitKind
    id: int
    thread_id: int
    reference: str
    since: datetime
    person_id: str
    link: str
    reminded: Mapping[ReminderStep, datetime] = field(default_factory=dict)

    @property
    def subject(self) -> str:
        """The key of its reminders; what waits anew has a new key, and so is reminded of anew."""
        return f"{self.kind} {self.id} {self.since:%Y%m%d%H%M%S}"


@dataclass(frozen=True)
class SentTo:
    """What a delivery stands for: the alert it is about, the person, and the outcome or preventive mail where that was
    the mail.
    """

    delivery_id: int
    alert: Alert
    participant: Participant
    outcome: Alert | None = None

    @property
    def of_tips(self) -> bool:
        """A preventive mail is about more than one burglary: whoever answers it means any of them, at any time."""
        return self.outcome is not None and self.outcome.kind is AlertKind.PREVENTIVE


@dataclass(frozen=True)
class LastMail:
    """The newest mail to a participant; `reference` is empty for one that asked for an opinion."""

    reference: str
    state: DeliveryState
    at: datetime
    fault: Fault | None = None


@dataclass(frozen=True)
class Heard:
    """What events changed: deliveries, and batches that people had been asked about and that are settled now."""

    moved: tuple[Moved, ...] = ()
    settled: tuple[int, ...] = ()


@dataclass(frozen=True)
class BatchCard:
    """A batch whose answer was lost, in the supervision channel."""

    batch_id: int
    reference: str
    people: int
    decided_by_name: str = ""
    decision: str = ""

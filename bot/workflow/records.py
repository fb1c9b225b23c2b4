"""What passes between the workflow and the database besides domain objects."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.alerts import Alert
from bot.domain.deadlines import ReminderStep, WaitKind
from bot.domain.faults import Fault
from bot.domain.mailings import DeliveryState, Topic
from bot.domain.people import Participant
from bot.domain.replies import Caution, ReplyKind, ReplyLabel, SenderCheck


class Task(StrEnum):
    """What the outbox owes the chat and the mail; each renders the newest state when it is delivered."""

    SHOW_ALERT = "show_alert"
    SHOW_MAP = "show_map"
    SHOW_REPLY = "show_reply"
    SHOW_FOLLOW_UP = "show_follow_up"
    SHOW_FLOOD = "show_flood"
    SHOW_LEADS = "show_leads"
    SHOW_LEAD = "show_lead"
    SHOW_MAP_LATER = "show_map_later"
    SHOW_BATCH = "show_batch"
    SHOW_STUCK = "show_stuck"
    ALERT_NOTE = "alert_note"
    REPLY_NOTE = "reply_note"
    LEAD_NOTE = "lead_note"
    SUPERVISION_NOTE = "supervision_note"
    HINT = "hint"
    REMIND_INTAKE = "remind_intake"
    REMIND_CHANNEL = "remind_channel"
    REMIND_SUPERUSERS = "remind_superusers"
    CLEAR_THREAD = "clear_thread"
    REMOVE_BLOBS = "remove_blobs"
    SHOW_REPORT = "show_report"
    DRAW_REPORT = "draw_report"
    REPORT_FILES = "report_files"
    SHOW_REACH = "show_reach"
    DRAW_REACH = "draw_reach"
    SHOW_SURVEY = "show_survey"
    SURVEY_NOTE = "survey_note"
    SHOW_SURVEY_DUE = "show_survey_due"
    SHOW_SURVEY_RESULTS = "show_survey_results"
    DRAW_SURVEY = "draw_survey"
    READ_DAY_MONITOR = "read_day_monitor"
    SHOW_DAY_MONITOR = "show_day_monitor"
    SHOW_DIVISION = "show_division"
    DIVISION_NOTE = "division_note"
    SEND_LETTER = "send_letter"


@dataclass(frozen=True)
class OutboxItem:
    """One thing owed to the world since `owed_at`; its lane keeps the order.

    `uncertain`: an earlier try lost its answer, so look before doing it again.
    """

    id: int
    lane: str
    task: Task
    subject_id: int
    payload: Mapping[str, object]
    owed_at: datetime
    attempts: int
    uncertain: bool


@dataclass(frozen=True)
class StoredInbound:
    """A raw incoming message, as it was stored before it was acknowledged; `raw` is empty where it is a blob."""

    id: int
    kind: ReplyKind
    raw: bytes
    envelope_to: tuple[str, ...]
    received_at: datetime
    digest: str
    blob_key: str | None
    attempts: int = 0


@dataclass(frozen=True)
class NewReply:
    """A reply as it is first recorded."""

    inbound_id: int
    alert_id: int | None
    delivery_id: int | None
    kind: ReplyKind
    label: ReplyLabel
    received_at: datetime
    words: str
    original: str
    from_address: str
    from_name: str
    subject: str
    message_id: str
    references: str
    attachment_names: tuple[str, ...]
    late: bool
    phone: str = ""
    phone_number: str = ""  # in E.164, where it was understood
    sender_check: SenderCheck = SenderCheck.UNKNOWN
    cautions: tuple[Caution, ...] = ()
    follow_up_of: int | None = None
    may_acknowledge: bool = False


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
        """What it is reminded of as; when it waits anew, that is a promise of its own."""
        return f"{self.kind} {self.id} {self.since:%Y%m%d%H%M%S}"


@dataclass(frozen=True)
class SentTo:
    """What a delivery stands for: the alert it is about, the person, and the outcome mail where that was the mail."""

    delivery_id: int
    alert: Alert
    participant: Participant
    outcome: Alert | None = None


@dataclass(frozen=True)
class LastMail:
    """The newest mail to a participant; `reference` is empty for one that asked for an opinion."""

    reference: str
    state: DeliveryState
    at: datetime
    fault: Fault | None = None


@dataclass(frozen=True)
class Moved:
    """A delivery that an event of the provider moved forward."""

    delivery_id: int
    participant_id: int
    topic: Topic


@dataclass(frozen=True)
class Heard:
    """What events changed: deliveries, and batches that people had been asked about and that are settled now."""

    moved: tuple[Moved, ...] = ()
    settled: tuple[int, ...] = ()

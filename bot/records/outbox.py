"""What is owed to the world."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from bot.domain.desk.deadlines import WaitKind
from bot.records.chat import MessageRef, Note

Carried = TypeVar("Carried")


class Task(StrEnum):
    """What the outbox owes the chat and the mail; each renders the newest state when it is delivered."""

    SHOW_ALERT = "show_alert"
    SHOW_MAP = "show_map"
    SHOW_REPEAT = "show_repeat"
    SHOW_REPLY = "show_reply"
    SHOW_FOLLOW_UP = "show_follow_up"
    SHOW_FLOOD = "show_flood"
    SHOW_LEADS = "show_leads"
    SHOW_LEAD = "show_lead"
    SHOW_MAP_LATER = "show_map_later"
    SHOW_BATCH = "show_batch"
    SHOW_STUCK = "show_stuck"
    SHOW_STANDSTILL = "show_standstill"
    ALERT_NOTE = "alert_note"
    REPLY_NOTE = "reply_note"
    LEAD_NOTE = "lead_note"
    SUPERVISION_NOTE = "supervision_note"
    HINT = "hint"
    SAY_FILED = "say_filed"
    SAY_HELD = "say_held"
    REMIND_INTAKE = "remind_intake"
    REMIND_CHANNEL = "remind_channel"
    REMIND_SUPERUSERS = "remind_superusers"
    CLEAR_THREAD = "clear_thread"
    REMOVE_BLOBS = "remove_blobs"
    LOOK_AT_FILMS = "look_at_films"
    SHOW_REPORT = "show_report"
    SHOW_LEADER_REPORT = "show_leader_report"
    DRAW_REPORT = "draw_report"
    REPORT_FILES = "report_files"
    LEADER_FILES = "leader_files"
    SHOW_REACH = "show_reach"
    DRAW_REACH = "draw_reach"
    SHOW_CAMPAIGN = "show_campaign"
    CAMPAIGN_FILES = "campaign_files"
    SHOW_CAMPAIGN_RESULT = "show_campaign_result"
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
    UNKNOWN = "unknown"  # of another release; never owed


class Worker(StrEnum):
    """Each meets another part of the world: where that hangs, the others go on."""

    CHAT = "chat"
    MAIL = "mail"
    FILES = "files"


@dataclass(frozen=True)
class Nothing:
    """What most tasks carry besides their subject: they draw the newest state."""


@dataclass(frozen=True)
class Tries:
    """How often a message went without its picture."""

    tries: int = 0


@dataclass(frozen=True)
class BlobKeys:
    """What is to be removed."""

    keys: tuple[str, ...]


@dataclass(frozen=True)
class ForPerson:
    """Who is told, in which language."""

    person: str
    locale: str


@dataclass(frozen=True)
class InThread:
    """The message under which to answer; empty where there is none."""

    channel: str = ""
    ts: str = ""


@dataclass(frozen=True)
class WhatWaits:
    """Which things of a kind a reminder is about."""

    kind: WaitKind
    ids: tuple[int, ...]


@dataclass(frozen=True)
class Unreadable:
    """What another release wrote and this one can't read: its task as it stands there, and why."""

    task: str
    reason: str


Payload = Nothing | Note | Tries | BlobKeys | ForPerson | InThread | WhatWaits


@dataclass(frozen=True)
class OutboxItem:
    """One thing owed to the world since `owed_at`; its queue keeps the order.

    `uncertain`: an earlier try lost its answer, so look before doing it again. `refusals`: how often the chat refused
    it alone. `stands`: its message, or the one whose thread it belongs in, and `link` to that; empty before it stands.
    `passed`: it came before what is new in its queue.
    """

    id: int
    queue_key: str
    task: Task
    subject_id: int
    payload: Payload | Unreadable
    owed_at: datetime
    attempts: int
    uncertain: bool
    refusals: int = 0
    stands: MessageRef | None = None
    link: str = ""
    passed: bool = False

    def carries(self, kind: type[Carried]) -> Carried:
        """What it carries; each task carries one kind."""
        assert isinstance(self.payload, kind)
        return self.payload


class Decision(StrEnum):
    """What a superuser does about a message that the chat refuses."""

    AGAIN = "again"
    SKIP = "skip"


@dataclass(frozen=True)
class StuckCard:
    """What waits until somebody mends the set-up: its queue is a channel, or a task of its own."""

    queue_key: str
    since: datetime
    reason: str
    refused: "RefusedItem | None" = None
    """Set where the chat refuses this one alone, and the rest of its queue goes on."""


@dataclass(frozen=True)
class RefusedItem:
    """`task` as it stands there, another release's too; `link` to the message that it belongs to, where that stands.

    `for_good`: it is tried again only when somebody says so.
    """

    id: int
    task: str
    subject_id: int
    link: str
    for_good: bool
    decision: Decision | None
    decided_by_name: str


@dataclass(frozen=True)
class StoodReady:
    """Mails of one alert or survey, or letters of one kind about it, that stand ready; `reference` may be empty.

    `kind`: a letter's, BATCH for a part of a mail. `uncertain`: they may have gone out already.
    """

    kind: str
    reference: str
    people: int
    since: datetime
    uncertain: bool


@dataclass(frozen=True)
class StandstillCard:
    """All that waits for one decision of the superusers."""

    id: int
    ready: tuple[StoodReady, ...]
    sends: bool | None
    """What was decided; None before that."""
    decided_by_name: str

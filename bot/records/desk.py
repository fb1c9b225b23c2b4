"""What the Home and the lists show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.alerts.alerts import AlertKind
from bot.domain.alerts.mailings import DeliveryState
from bot.domain.desk.deadlines import WaitKind
from bot.domain.figures.figures import Report
from bot.domain.participants.people import Colleague
from bot.records.pages import Page


class Deed(StrEnum):
    """What is next for a line of the Home: its one button."""

    AMEND = "amend"
    CHECK = "check"
    CHECK_SURVEY = "check_survey"
    REQUEST = "request"
    TAKE = "take"
    CHOOSE_MAIL = "choose_mail"
    RATE = "rate"
    HANDLE = "handle"
    CALL = "call"
    READ = "read"
    JUDGE = "judge"


@dataclass(frozen=True)
class BoardLine:
    """One open thing on the app's Home; `turn`: whose it is to do, by id and name, where that is known.

    `deed`: what somebody who has it before them can do about it, by its id and the version that was seen.
    `pressing`: it seems to happen now. `reply`, `lead`: which of its alert's it is; 0 for what is neither.
    `call_at`: when somebody promised to call the citizen. `words`: how a citizen's begin, nothing hidden in them.
    """

    reference: str
    headline: str
    state: str
    since: datetime
    link: str
    kind: AlertKind = AlertKind.ALERT
    turn_id: str = ""
    turn_name: str = ""
    id: int = 0
    version: int = 0
    deed: Deed | None = None
    pressing: bool = False
    reply: int = 0
    lead: int = 0
    call_at: datetime | None = None
    words: str = ""


class BoardName(StrEnum):
    LATE = "late"
    RETURNED = "returned"
    TO_APPROVE = "to_approve"
    SURVEYS = "surveys"
    INCIDENTS = "incidents"
    MY_REPLIES = "my_replies"
    OPEN_LEADS = "open_leads"
    OPEN_REPLIES = "open_replies"
    MY_REQUESTS = "my_requests"
    TAKEN_REPLIES = "taken_replies"
    UNDIVIDED = "undivided"


@dataclass(frozen=True)
class BoardList:
    """A page of a list, counted from 0, and how many pages and lines there are."""

    lines: tuple[BoardLine, ...]
    page: int
    pages: int
    total: int


Board = Mapping[BoardName, BoardList]
"""The app's Home for one person: the lists that their roles give them."""


Pages = Mapping[BoardName, int]
"""The page of each list that somebody looks at, counted from 0; the first where it is not named."""


@dataclass(frozen=True)
class MailHealth:
    """Mails of the last days by the state they are in, and what does not go on by itself."""

    states: Mapping[DeliveryState, int]
    unknown_batches: int
    given_up: int  # what Slack or the mail was owed, and was given up


@dataclass(frozen=True)
class ParticipantCount:
    """How many get mail, how many left in the last days, and how many are paused."""

    active: int
    left: int
    paused: int = 0


@dataclass(frozen=True)
class Vitals:
    """What superusers see besides the lists: this month's figures, the mail, the participants."""

    month: Report
    mail: MailHealth
    participants: ParticipantCount


@dataclass(frozen=True)
class HomeCard:
    """`in_time`: how much of each kind waits and is not late, for superusers."""

    colleague: Colleague
    board: Board
    now: datetime
    vitals: Vitals | None = None
    in_time: Mapping[WaitKind, int] = field(default_factory=dict)


@dataclass(frozen=True)
class HomeView:
    """What somebody has before them: the pages that they turned to, and a digest of what it says."""

    user_id: str
    locale: str
    pages: Pages
    digest: str


Cutoffs = Mapping[WaitKind, datetime]
"""What of a kind waits since before this moment is late."""


@dataclass(frozen=True)
class OverdueCard:
    """What of one kind lies still: the oldest of it, how many there are, since when the oldest waits."""

    kind: WaitKind
    lines: tuple[BoardLine, ...]
    total: int
    oldest_since: datetime


@dataclass(frozen=True)
class Standing:
    """How it stands: how much of each kind is late, how much waits in time, and a page of what is late by kind."""

    late: Mapping[WaitKind, int]
    in_time: Mapping[WaitKind, int]
    listed: Page[BoardLine]

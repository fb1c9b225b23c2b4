"""What the chat is asked to show: plain data, put together by storage, drawn by bot.slack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.alerts import Alert, AlertKind
from bot.domain.attachments import Attachment
from bot.domain.authorship import Proposal
from bot.domain.callbacks import Callback
from bot.domain.leads import Escalation
from bot.domain.mailings import Progress
from bot.domain.mentions import Mention
from bot.domain.reach import Lately
from bot.domain.replies import Reply, ReplyKind


class Channel(StrEnum):
    """The four channels; the settings give their ids."""

    INTAKE = "intake"
    TRIAGE = "triage"
    BURGLARY = "burglary"
    SUPERVISION = "supervision"


@dataclass(frozen=True)
class MessageRef:
    """A message that stands in the chat: its channel's id and its time stamp there."""

    channel_id: str
    ts: str


@dataclass(frozen=True)
class AlertCard:
    """An alert on its message in the intake channel."""

    alert: Alert
    recipients: int
    mail_text: str
    progress: Progress | None
    overlaps: tuple[str, ...]
    replies: int
    open_replies: int = 0
    trouble: str = ""
    about_link: str = ""
    held_until: datetime | None = None
    asks_number: bool = False
    saw_nothing: int = 0
    """People who said so and did not reply as well."""
    from_elsewhere: int = 0
    """Replies to other alerts that turned out to be about this case."""
    lately: Lately | None = None
    proposal: Proposal | None = None

    def without_map(self) -> "AlertCard":
        """The same card for a chat that can't show the picture (yet)."""
        return replace(self, alert=replace(self.alert, map_file_id=""))


@dataclass(frozen=True)
class Tie:
    """Another reply that names the same: what it is, whose message stands for it (a reply's or a lead's), where.

    `reference` is empty where its alert is unknown.
    """

    mention: Mention
    subject_id: int
    reference: str
    link: str


@dataclass(frozen=True)
class ReplyCard:
    """A reply on its message in the triage channel.

    `follow_ups`: how often the citizen wrote on; `callback`: the call to make; `not_allowed`: a mail to them was held
    back by the list of an exercise.
    """

    reply: Reply
    alert: Alert | None
    alert_link: str
    neighbourhood: str
    distance_m: int | None
    masked_sender: str
    lead: Escalation | None
    attachment_names: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    on_outcome: bool = False
    case_reference: str = ""
    case_link: str = ""
    follow_ups: int = 0
    callback: Callback | None = None
    not_allowed: bool = False
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True)
class FloodCard:
    """Many mails of one sender on one message: the first of them, how many there are, and when the last one came."""

    first: ReplyCard
    count: int
    last_at: datetime


@dataclass(frozen=True)
class FloodLine:
    """One mail of a flood."""

    reply_id: int
    at: datetime
    words: str
    attachment_names: tuple[str, ...]


@dataclass(frozen=True)
class FloodPage:
    """Some mails of a flood, newest first; `more` where older ones follow."""

    first_id: int
    page: int
    lines: tuple[FloodLine, ...]
    more: bool


@dataclass(frozen=True)
class LeadLine:
    """A lead in the summary, with the way to its post."""

    lead: Escalation
    link: str


@dataclass(frozen=True)
class NearbyCase:
    """Another alert near in place and time; `link` leads to its leads, empty where it has none."""

    reference: str
    street: str
    window_start: datetime
    distance_m: int
    leads: int
    usable: int
    link: str


@dataclass(frozen=True)
class LeadsCard:
    """The one message of an alert in the burglary channel, above its leads."""

    alert: Alert | None
    leads: tuple[LeadLine, ...]
    near: tuple[NearbyCase, ...] = ()


@dataclass(frozen=True)
class LeadCard:
    """One lead in the thread of its alert."""

    lead: Escalation
    reply: Reply
    reply_link: str
    attachments: tuple[Attachment, ...] = ()
    neighbourhood: str = ""
    distance_m: int | None = None
    follow_ups: tuple[Reply, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True)
class BatchCard:
    """A batch whose answer was lost, in the supervision channel."""

    batch_id: int
    reference: str
    people: int
    decided_by_name: str = ""
    decision: str = ""


@dataclass(frozen=True)
class StuckCard:
    """What waits until somebody mends the set-up: its lane is a channel, or a task of its own."""

    lane: str
    since: datetime
    reason: str


@dataclass(frozen=True)
class Note:
    """A line in a thread: an English message id and what fills it.

    `mentions` are people by id, who are told; `links` addresses and what stands for them; `terms` message ids too.
    Below it stand `text` as it is, `differences` (field: before, after), `shares` (people by id: how many each) and
    what is `listed` (names, each with message ids).
    """

    message: str
    values: Mapping[str, str] = field(default_factory=dict)
    mentions: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    text: str = ""
    differences: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    shares: Mapping[str, int] = field(default_factory=dict)
    listed: Sequence[tuple[str, Sequence[str]]] = ()

    def mentioning(self, name: str, person_id: str) -> "Note":
        """The same note, with somebody who is told."""
        return replace(self, mentions={**self.mentions, name: person_id})


@dataclass(frozen=True)
class ContactData:
    """Who wrote a reply, shown to one person and logged; what is not known is empty.

    `claimed_from`: who a mail says it is from, or the name that a caller gave.
    """

    kind: ReplyKind
    name: str
    email: str
    address: str
    phone: str
    claimed_from: str


@dataclass(frozen=True)
class BoardLine:
    """One open thing on the app's Home; `turn`: whose it is to do, by id and name, where that is known."""

    reference: str
    headline: str
    state: str
    since: datetime
    link: str
    kind: AlertKind = AlertKind.ALERT
    turn_id: str = ""
    turn_name: str = ""


class BoardName(StrEnum):
    """The lists of the Home."""

    LATE = "late"
    MY_REQUESTS = "my_requests"
    TO_APPROVE = "to_approve"
    INCIDENTS = "incidents"
    MY_REPLIES = "my_replies"
    OPEN_REPLIES = "open_replies"
    OPEN_LEADS = "open_leads"


@dataclass(frozen=True)
class BoardList:
    """A page of a list, counted from 0, and how many pages and lines there are."""

    lines: tuple[BoardLine, ...]
    page: int
    pages: int
    total: int


Board = Mapping[BoardName, BoardList]
"""The app's Home for one person: the lists that their roles give them."""

"""What the workflow asks of the database about what citizens write, and what is written to them; see ports.py."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.leads import Escalation, LeadResult
from bot.domain.people import Colleague
from bot.domain.replies import NO_CASE, Case, LetterKind, LetterStatus, Rating, Reply, ReplyKind, ReplyLabel
from bot.workflow.cards import ContactData, FloodCard, FloodPage, LeadCard, LeadLine, LeadsCard, ReplyCard
from bot.workflow.mail_port import Letter
from bot.workflow.pages import Page, Turn
from bot.workflow.records import NewReply, StoredInbound
from bot.workflow.reply_cards import NearbyAlert


class Inbox(Protocol):
    """Raw incoming messages: stored whole before anybody is told that they arrived."""

    def store(
        self,
        kind: ReplyKind,
        digest: str,
        raw: bytes,
        envelope_to: Sequence[str],
        at: datetime,
        lane: str = "",
        blob_key: str | None = None,
    ) -> bool:
        """Keep a raw message, or where it is; False where it was stored before. `lane`: who it seems to be from."""

    def store_read(self, kind: ReplyKind, digest: str, raw: bytes, at: datetime) -> int | None:
        """Keep what a colleague wrote down, read at once; its id, or None where it was stored before."""

    def knows(self, digest: str) -> bool:
        """Whether a message with this digest was stored."""

    def waiting(self, at: datetime, most: int) -> list[StoredInbound]:
        """Stored messages that were not read yet and are due: the oldest of every sender first, known ones before."""

    def mark_read(self, inbound_id: int, at: datetime) -> bool:
        """Once; False where somebody else read it."""

    def put_off(self, inbound_id: int, until: datetime) -> None:
        """What it needs is away, which is not its own fault: try it later, and count no try."""

    def postpone(self, inbound_id: int, at: datetime) -> int:
        """Reading failed: try it later, so that it never blocks the rest; how often it failed."""


class Replies(Protocol):
    """Citizens' replies."""

    def add(self, reply: NewReply) -> Reply:
        """A new reply."""

    def saw_nothing(self, delivery_id: int, at: datetime) -> bool:
        """Remember that this citizen saw nothing; False where it is known already."""

    def get(self, reply_id: int) -> Reply:
        """A reply."""

    def get_for_change(self, reply_id: int) -> Reply:
        """A reply that nobody else changes until this transaction ends: the changes below need it."""

    def original(self, reply_id: int) -> str:
        """The text as it came, quotes and all."""

    def assign(self, reply_id: int, to: Colleague | None, at: datetime) -> None:
        """Who has it from that moment on; None: nobody."""

    def left_since(self, before: datetime, most: int) -> list[int]:
        """Open replies that somebody has and did nothing to since then, longest first."""

    def rate(self, reply_id: int, rating: Rating, by: Colleague, at: datetime, case: Case = NO_CASE) -> None:
        """The earlier rating stays in the history; the case and a decision not to escalate go with it."""

    def not_escalated(self, reply_id: int, by: Colleague | None) -> None:
        """Who decided that the burglary team need not have it; None: nobody (any more)."""

    def record_in_bvh(self, reply_id: int, number: str, by: Colleague) -> None:
        """Where it stands in BVH."""

    def relabel(self, reply_id: int, label: ReplyLabel) -> None:
        """What it is, after all."""

    def find(self, reply_id: int) -> Reply | None:
        """A reply; None where there is none."""

    def root_of(self, reply_id: int) -> int:
        """The reply that a follow-up belongs to and stands under; itself for all others."""

    def follow_ups(self, reply_id: int) -> list[Reply]:
        """What the citizen wrote on about a reply and was not erased, oldest first."""

    def newest_follow_up(self, reply_id: int) -> Reply | None:
        """What the citizen wrote last about a reply, if they wrote on."""

    def reopen(self, reply_id: int, at: datetime) -> None:
        """What the citizen wrote then wants an answer of its own: who had the reply has it again, from then on."""

    def mark_asked(self, reply_id: int, by: Colleague, at: datetime) -> None:
        """Who asked the citizen something."""

    def mark_answered(self, reply_id: int, by: Colleague, at: datetime) -> None:
        """Who answered it."""

    def set_handled(self, reply_id: int, at: datetime | None) -> None:
        """Since when all that is owed to it is done; None: something is owed (again)."""

    def set_settled(self, reply_id: int, at: datetime | None) -> None:
        """Since when the figures call it handled; None: not (any more)."""

    def card(self, reply_id: int) -> ReplyCard:
        """What the triage message shows."""

    def contact_data(self, reply_id: int) -> ContactData:
        """Who wrote it."""

    def of_alert(self, alert_id: int) -> list[int]:
        """The ids of an alert's replies."""

    def count_open(self, alert_id: int) -> int:
        """Replies of an alert to which something is owed."""

    def delivery_of(self, reply_id: int) -> int | None:
        """The delivery that a reply answered, where that is known."""


class Cases(Protocol):
    """Which case a reply belongs to, where that is another than it answered."""

    def near(
        self, x: float, y: float, radius_m: float, windows: Iterable[tuple[datetime, datetime]], besides: int
    ) -> list[NearbyAlert]:
        """Alerts that were sent, within the radius and touching one of these windows, nearest first; RD metres."""


class Floods(Protocol):
    """More of one delivery (else one address) within an hour than a channel should show one by one."""

    def is_flooding(self, delivery_id: int | None, address: str, at: datetime) -> bool:
        """Whether this sender sent FLOOD_AN_HOUR within the hour before."""

    def first_of(self, reply: Reply) -> int:
        """The reply that stands for the flood which this one belongs to: the first of its day."""

    def take_out(self, reply_id: int) -> bool:
        """Make a mail of a flood a reply like others; False where it is one already."""

    def card(self, first_id: int) -> FloodCard:
        """What the flood's message shows."""

    def page(self, first_id: int, page: int, size: int) -> FloodPage:
        """Some of its mails, newest first; `page` counts from 0."""


class Letters(Protocol):
    """Mails to one person: acknowledgements, answers, attention."""

    def acknowledged(self, reply: Reply) -> set[str]:
        """The addresses, in small letters, that got an acknowledgement about this citizen's mail for this alert."""

    def untied_acknowledgements(self, since: datetime, address: str | None = None) -> int:
        """How many went out, to one address or in all, on replies without a known delivery since then."""

    def answers_to(self, delivery_id: int | None, reply_id: int | None) -> str:
        """The newest answers and questions on this delivery's replies, else on this reply: what a citizen may quote."""

    def newest_answer(self, reply_id: int) -> str:
        """What a citizen was answered last about a reply."""

    def recipient_of(self, message_id: str, reply_id: int) -> str:
        """Who got a letter about this reply, else its answer; in small letters, empty for none."""

    def mark_bounced(self, message_id: str, reply_id: int, at: datetime) -> bool:
        """A letter about this reply came back, its answer where no Message-ID is told; False where that was known."""

    def add(
        self,
        kind: LetterKind,
        reply_id: int | None,
        letter: Letter,
        at: datetime,
        status: LetterStatus = LetterStatus.WAITING,
    ) -> int:
        """A mail to one person that is to go out, or what was said in its place; its id."""

    def get(self, letter_id: int) -> tuple[Letter, LetterKind, int | None]:
        """A letter, its kind and the reply it belongs to."""

    def move(self, letter_id: int, expected: LetterStatus, to: LetterStatus, detail: str, at: datetime) -> bool:
        """Compare-and-set."""


class Leads(Protocol):
    """Replies that went to the burglary team."""

    def escalate(self, reply_id: int, by: Colleague, at: datetime) -> Escalation:
        """A lead of a reply that is none yet."""

    def of_reply(self, reply_id: int) -> Escalation | None:
        """The lead that a reply became, if any."""

    def get(self, lead_id: int) -> Escalation:
        """A lead."""

    def set_result(self, lead: Escalation, result: LeadResult, note: str, by: Colleague, at: datetime) -> bool:
        """Compare-and-set on the result that was seen; who says what it is worth has read it."""

    def mark_read(self, lead_id: int, by: Colleague, at: datetime) -> bool:
        """Once; False where a colleague was first."""

    def mark_unread(self, lead_id: int) -> None:
        """The citizen wrote on: the team has not read that yet."""

    def of_neighbours(self, alert_id: int) -> list[int]:
        """Alerts near this one that have leads of their own: their summaries tell of this one."""

    def count_open(self, alert_id: int) -> int:
        """Leads of an alert of which nobody said what they are worth."""

    def alert_card(self, alert_id: int | None) -> LeadsCard:
        """What the parent message in the burglary channel shows."""

    def page(self, alert_id: int | None, turn: Turn) -> Page[LeadLine]:
        """An alert's leads (None: those without a known one) in the order in which they came."""

    def card(self, lead_id: int) -> LeadCard:
        """What the lead's message shows."""

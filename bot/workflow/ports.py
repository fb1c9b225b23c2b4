"""What the workflow asks of the chat, the map and one transaction; the other *_port.py hold the rest."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from bot.domain.alerts import AlertContent
from bot.domain.places import Location
from bot.workflow.answers_port import AnswerTemplates, Callbacks, OwedAnswers
from bot.workflow.attachment_port import Attachments
from bot.workflow.cards import (
    AlertCard,
    BatchCard,
    Channel,
    FloodCard,
    LeadCard,
    LeadsCard,
    MessageRef,
    Note,
    ReplyCard,
    StuckCard,
)
from bot.workflow.dividing_port import DivisionCard, Divisions
from bot.workflow.home_port import HomeViews
from bot.workflow.incidents_port import DayMonitorCard, DayMonitorFiles, Incidents
from bot.workflow.lateness_port import Lateness, OverdueCard, Reminders
from bot.workflow.law_port import Dossiers, Erasures, Looks
from bot.workflow.mentions_port import Mentions
from bot.workflow.nudging_port import HintCard
from bot.workflow.outbox_port import Outbox
from bot.workflow.reach_port import ReachFigures
from bot.workflow.replies_port import Cases, Floods, Inbox, Leads, Letters, Replies
from bot.workflow.report_port import ReachCard, ReportCard, ReportFile, Reports
from bot.workflow.searches_port import Searches
from bot.workflow.staffing_port import RoleHolders
from bot.workflow.storage_port import Alerts, Audit, Boards, Drafts, Figures, Leases, Mailings, People
from bot.workflow.surveys_port import Surveys
from bot.workflow.words_port import Words


class Geocoder(Protocol):
    """Finds addresses."""

    def locate(self, street: str, house_number: str, postcode: str, place: str, *, or_centre: bool) -> Location | None:
        """Where an address is, or with `or_centre` else the middle of its postcode; None where it knows neither.

        It answers within 1.5 seconds in all, or raises GeocoderDown.
        """


class GeocoderDown(Exception):
    """The geocoder did not answer in time."""


class ChatDown(Exception):
    """The chat can't be reached or is busy: certainly not done; `retry_after_s` where it said when to come back."""

    def __init__(self, reason: str, retry_after_s: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after_s = retry_after_s


class ChatMisconfigured(ChatDown):
    """Certainly not done, and not before somebody mends the set-up: a token, a scope, a channel, a membership."""


class AnswerLost(Exception):
    """The chat may have done it or not: look before doing it again."""


class ChatRefused(Exception):
    """The chat refuses this for good."""


class PictureRefused(ChatRefused):
    """The chat refuses this with its picture, which it may still be processing."""


class Chat(Protocol):
    """The team's chat. Posting raises ChatDown, AnswerLost or ChatRefused; `key` is opaque and finds a post again."""

    def show_alert(self, card: AlertCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the intake message; PictureRefused where it may go without its map."""

    def show_division(self, card: DivisionCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the morning's message in the intake channel."""

    def show_reply(self, card: ReplyCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the triage message."""

    def show_follow_up(self, card: ReplyCard, parent: MessageRef, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update what the citizen wrote later, in the thread of their reply."""

    def show_flood(self, card: FloodCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the one message of a flood."""

    def show_leads(self, card: LeadsCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the parent message of an alert's leads."""

    def show_lead(self, card: LeadCard, parent: MessageRef, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update a lead in its thread."""

    def show_batch(self, card: BatchCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the question about a lost batch."""

    def show_stuck(self, card: StuckCard | None, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the warning about what waits; None: it no longer does."""

    def show_day_monitor(self, card: DayMonitorCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update what became of a file, in its thread where it has one that stands."""

    def show_report(self, card: ReportCard | ReachCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update a report in the supervision channel; PictureRefused where it may go without its picture."""

    def share_files(self, files: Sequence[ReportFile], thread: MessageRef) -> None:
        """Put files into a thread."""

    def has_file(self, thread: MessageRef, name: str) -> bool:
        """Whether a file of this name is in a thread."""

    def add_note(self, note: Note, thread: MessageRef, key: str) -> None:
        """A line in a thread."""

    def post_note(self, channel: Channel, note: Note, key: str) -> None:
        """A message of one line in a channel."""

    def remind(self, channel: Channel, card: OverdueCard, now: datetime, key: str) -> None:
        """Tell a channel what lies still."""

    def hint(self, card: HintCard) -> None:
        """Tell one person, in a thread, where the button is; nothing where they left the channel."""

    def clear_thread(self, thread: MessageRef) -> None:
        """Take away our own posts under a message; what is gone already is no trouble."""

    def upload_picture(self, png: bytes, name: str, description: str) -> str:
        """The id of an uploaded picture that messages can show."""

    def find(self, channel: Channel, key: str, thread: MessageRef | None, since: datetime) -> MessageRef | None:
        """The message that an earlier try posted after `since`, if it did."""

    def link(self, ref: MessageRef) -> str:
        """The permanent link of a message."""


class Cartographer(Protocol):
    """Draws the area of an alert."""

    def area(self, content: AlertContent, spread: Sequence[tuple[int, int, int]]) -> bytes:
        """A PNG: the circle and how the recipients are spread, no address and no exact dot."""


class UnitOfWork(Protocol):
    """One transaction: it commits when its block ends, and rolls back when the block raises."""

    @property
    def drafts(self) -> Drafts:
        """Forms on their way."""

    @property
    def alerts(self) -> Alerts:
        """Alerts."""

    @property
    def words(self) -> Words:
        """Whose words they are."""

    @property
    def incidents(self) -> Incidents:
        """Incidents."""

    @property
    def day_monitor_files(self) -> DayMonitorFiles:
        """Day monitors that came in."""

    @property
    def divisions(self) -> Divisions:
        """Whose they are."""

    @property
    def mailings(self) -> Mailings:
        """The ledger."""

    @property
    def inbox(self) -> Inbox:
        """Raw incoming messages."""

    @property
    def replies(self) -> Replies:
        """Citizens' replies."""

    @property
    def cases(self) -> Cases:
        """Which case a reply may belong to."""

    @property
    def floods(self) -> Floods:
        """Too many replies of one sender."""

    @property
    def attachments(self) -> Attachments:
        """The files that came with them."""

    @property
    def letters(self) -> Letters:
        """Mails to one person."""

    @property
    def answer_templates(self) -> AnswerTemplates:
        """The team's own texts for answers."""

    @property
    def owed_answers(self) -> OwedAnswers:
        """Who waits for an answer by mail."""

    @property
    def callbacks(self) -> Callbacks:
        """Calls that were promised."""

    @property
    def leads(self) -> Leads:
        """What went to the burglary team."""

    @property
    def mentions(self) -> Mentions:
        """What replies have in common."""

    @property
    def people(self) -> People:
        """Participants."""

    @property
    def outbox(self) -> Outbox:
        """What is owed to the world."""

    @property
    def audit(self) -> Audit:
        """Who did what."""

    @property
    def looks(self) -> Looks:
        """Who looked at what."""

    @property
    def erasures(self) -> Erasures:
        """What goes when its time has come."""

    @property
    def dossiers(self) -> Dossiers:
        """What is known of one person."""

    @property
    def leases(self) -> Leases:
        """Which copy runs a timed job."""

    @property
    def home_views(self) -> HomeViews:
        """Who has the app's Home before them."""

    @property
    def figures(self) -> Figures:
        """Counts for those who operate the bot."""

    @property
    def reach(self) -> ReachFigures:
        """How many take part where, and who got mail lately."""

    @property
    def lateness(self) -> Lateness:
        """What waits, and what of it is late."""

    @property
    def reminders(self) -> Reminders:
        """What was reminded of."""

    @property
    def searches(self) -> Searches:
        """Looking for something."""

    @property
    def reports(self) -> Reports:
        """What the figures are made of."""

    @property
    def surveys(self) -> Surveys:
        """Asking the citizens."""

    @property
    def role_holders(self) -> RoleHolders:
        """Who had which role."""

    @property
    def boards(self) -> Boards:
        """The app's Home."""


Work = Callable[[], AbstractContextManager[UnitOfWork]]

"""What the workflow asks of the world outside: chat, map, files, scanner, pictures. For mail: mail_ports.py."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from bot.domain.alerts.alerts import AlertContent
from bot.domain.figures.figures import Report
from bot.domain.participants.campaigns import CampaignCard
from bot.domain.participants.places import Location
from bot.domain.participants.reach import Reach
from bot.domain.privacy.evidence import Evidence
from bot.domain.surveys.surveys import SurveyResults
from bot.records.alerts import AlertCard, HintCard, RepeatCard
from bot.records.chat import Channel, MessageRef, Note
from bot.records.day_monitor import DayMonitorCard, DivisionCard
from bot.records.desk import OverdueCard
from bot.records.figures import ReachCard, ReportCard, ReportFile
from bot.records.leads import LeadCard, LeadsCard
from bot.records.mailings import BatchCard
from bot.records.outbox import StandstillCard, StuckCard
from bot.records.replies import FloodCard, ReplyCard
from bot.records.surveys import ResultsCard, SurveyCard


class Geocoder(Protocol):
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


class MessageRefused(Exception):
    """The chat does not take this one message, and may later; it says nothing of its channel.

    `maybe_done`: it may stand all the same. Not `counted`: it only waits for another one.
    """

    def __init__(self, reason: str, *, maybe_done: bool = False, counted: bool = True) -> None:
        super().__init__(reason)
        self.maybe_done = maybe_done
        self.counted = counted


class ChatRefused(Exception):
    """The chat refuses this for good."""


class ThreadGone(ChatRefused):
    """The message that it belongs under was deleted."""


class PictureRefused(ChatRefused):
    """The chat refuses this with its picture, which it may still be processing."""


class Chat(Protocol):
    """The team's chat. Posting raises ChatDown, AnswerLost or ChatRefused; `key` is opaque and finds a post again.

    Each `show_...` updates the message `at`, or posts one where that is None; it returns where the message stands.
    """

    def show_alert(self, card: AlertCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the intake message; PictureRefused where it may go without its map."""

    def show_division(self, card: DivisionCard, at: MessageRef | None, key: str) -> MessageRef: ...

    def show_repeat(self, card: RepeatCard, at: MessageRef | None, key: str) -> MessageRef: ...

    def show_reply(self, card: ReplyCard, at: MessageRef | None, key: str) -> MessageRef: ...

    def show_follow_up(self, card: ReplyCard, parent: MessageRef, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update what the citizen wrote later, in the thread of their reply."""

    def show_flood(self, card: FloodCard, at: MessageRef | None, key: str) -> MessageRef: ...

    def show_leads(self, card: LeadsCard, at: MessageRef | None, key: str) -> MessageRef: ...

    def show_lead(self, card: LeadCard, parent: MessageRef, at: MessageRef | None, key: str) -> MessageRef: ...

    def show_recalled(self, at: MessageRef, key: str) -> MessageRef: ...

    def show_batch(self, card: BatchCard, at: MessageRef | None, key: str) -> MessageRef: ...

    def show_standstill(self, card: StandstillCard, at: MessageRef | None, key: str) -> MessageRef: ...

    def show_stuck(self, card: StuckCard | None, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update the warning about what waits; None: it no longer does."""

    def show_day_monitor(self, card: DayMonitorCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update what became of a file, in its thread where it has one that stands."""

    def show_report(self, card: ReportCard | ReachCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update a report where its card says; PictureRefused where it may go without its picture."""

    def show_campaign(self, card: CampaignCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update a campaign in the supervision channel, as it began or with what it brought."""

    def share_files(self, files: Sequence[ReportFile], thread: MessageRef) -> None: ...

    def has_file(self, thread: MessageRef, name: str) -> bool: ...

    def add_note(self, note: Note, thread: MessageRef, key: str) -> None: ...

    def post_note(self, channel: Channel, note: Note, key: str) -> None:
        """A message of one line in a channel."""

    def remind(self, channel: Channel, card: OverdueCard, now: datetime, key: str) -> None:
        """Tell a channel what lies still."""

    def hint(self, card: HintCard) -> None:
        """Tell one person about a request, near it; nothing where they left the channel."""

    def clear_thread(self, thread: MessageRef) -> None:
        """Take away our own posts under a message; what is gone already is no trouble."""

    def upload_picture(self, png: bytes, name: str, description: str) -> str:
        """The id of an uploaded picture that messages can show."""

    def find(self, channel: Channel, key: str, thread: MessageRef | None, since: datetime) -> MessageRef | None:
        """The message that an earlier try posted after `since`, if it did."""

    def link(self, ref: MessageRef) -> str: ...


class Cartographer(Protocol):
    """Draws the area of an alert."""

    def area(
        self,
        content: AlertContent,
        spread: Sequence[tuple[int, int, int]],
        streets: Mapping[str, Sequence[tuple[float, float]]],
    ) -> bytes:
        """A PNG: the area and how the recipients are spread, no address of theirs and no exact dot.

        `streets`: where the homes of each stand, in RD metres, whoever lives there.
        """


class BlobsDown(Exception):
    """Where files are kept can't be reached, or the file is not there; nothing was changed."""


GROWS_BY: Final = 5 * 1024 * 1024
"""Bytes: the least that object stores take as a part, so that many large files at once take little memory."""


@dataclass(frozen=True)
class Space:
    """In bytes; `free` is None where the store does not tell."""

    total: int
    free: int | None


class Blobs(Protocol):
    """Keeps bytes outside the database under keys of ours (lower-case hexadecimal). Every error is a BlobsDown."""

    def put(self, key: str, content: bytes) -> None:
        """Keep it whole, or not at all; the same key again replaces it."""

    def get(self, key: str) -> bytes: ...

    def pieces(self, key: str, start: int = 0) -> Iterator[bytes]:
        """The same from a byte on, in pieces of at most 64 kB; it is open when this returns."""

    def remove(self, key: str) -> None:
        """Gone when this returns; also where it was not there."""


@dataclass(frozen=True)
class Film:
    """What a film tells of itself: `length`, `pixels`, `taken`, or `unread` where it does not open; a small JPEG."""

    facts: Mapping[str, str]
    still: bytes = b""


class Films(Protocol):
    def look(self, size: int, pieces: Callable[[int], Iterator[bytes]]) -> Film | None:
        """`pieces` gives its bytes from one on, and its errors go on; None where nothing here reads films."""


class Packages(Protocol):
    """Packages of evidence."""

    def pack(
        self, evidence: Evidence, pieces: Callable[[str], Iterator[bytes]], done: Callable[[str], None]
    ) -> Iterator[bytes]:
        """A ZIP in pieces, nothing of it kept: `pieces` gives a blob's bytes by its key, and `done` is told the SHA-256
        of the list of sums, which stands for all of the package, before its last bytes.
        """


class LargeBlobs(Blobs, Protocol):
    """The same for files that come in pieces."""

    def begin(self, key: str) -> str:
        """Make ready to take it in pieces; the store's own name for what comes, which the other calls are given."""

    def add(self, key: str, store: str, at: int, piece: bytes) -> None:
        """The bytes from `at` on, on the disk when this returns; the same ones may come again.

        All before `at` came earlier. A piece stays within one stretch of GROWS_BY bytes, counted from the first byte.
        """

    def added(self, key: str, at: int) -> None:
        """What was added from `at` on is noted: it need not be added again."""

    def complete(self, key: str, store: str, size: int) -> None:
        """So many bytes are all of it: from now on it is there as any other, and changes no more. Twice is once."""

    def abandon(self, key: str, store: str) -> None:
        """Gone when this returns, however much of it came."""

    def space(self) -> Space: ...


class ScannerDown(Exception):
    """The scanner can't be reached or did not answer in time: nothing is known, the file stays held."""


class ScanFailed(Exception):
    """The scanner can't judge this one file (too large for it, say): it stays held, others go on."""


class TooLargeToScan(ScanFailed):
    """The file is beyond the scanner's limits, and will be next time."""


class Scanner(Protocol):
    def is_clean(self, pieces: Iterator[bytes]) -> bool:
        """Whether nothing was found; ScannerDown or ScanFailed."""

    def check(self) -> str:
        """Empty where it answers; else what is wrong."""


class Charts(Protocol):
    def report(self, report: Report) -> bytes:
        """A PNG: the share of alerts with a reply by month, and how long things took."""

    def reach(self, reach: Reach) -> bytes:
        """A PNG: participants per 100 households by neighbourhood."""


class Printing(Protocol):
    def files(self, card: CampaignCard) -> Sequence[ReportFile]:
        """A poster and a letter as PDF, and a text for a site."""


class ReportFiles(Protocol):
    def files(self, report: Report) -> Sequence[ReportFile]:
        """CSV for machines, xlsx for people."""


class SurveyChat(Protocol):
    """Surveys in the supervision channel; raises as Chat does."""

    def show_survey(self, card: SurveyCard, at: MessageRef | None, key: str) -> MessageRef: ...

    def show_due(self, at: MessageRef | None, key: str) -> MessageRef: ...

    def show_results(self, card: ResultsCard, at: MessageRef | None, key: str) -> MessageRef:
        """Post or update what came of it; PictureRefused where it may go without its picture."""


class SurveyCharts(Protocol):
    def draw(self, results: SurveyResults, title: str) -> bytes:
        """A PNG."""

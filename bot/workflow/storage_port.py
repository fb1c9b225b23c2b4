"""What the workflow asks of the database: a repository a thing; ports.py puts them into one unit of work."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.alerts import Alert, AlertContent, AlertStatus, CaseResult, Draft
from bot.domain.authorship import Authors
from bot.domain.faults import Failure
from bot.domain.kept import Kept
from bot.domain.mailings import Batch, MailEvent, Outcome, Progress, Recipient, Topic
from bot.domain.people import Colleague, LeaveReason, Participant, ParticipantRow
from bot.domain.places import Location
from bot.domain.trail import Sealed, TrailLine
from bot.workflow.cards import AlertCard, BatchCard, Board, BoardLine, BoardName
from bot.workflow.home_port import MailHealth, ParticipantCount
from bot.workflow.pages import Page, Turn
from bot.workflow.preview_cards import Overlap
from bot.workflow.records import Heard, LastMail, SentTo


class Drafts(Protocol):
    """Filled-in forms on their way to being filed."""

    def save(self, draft: Draft) -> None:
        """Keep a filled-in form; the same id again replaces it."""

    def get(self, draft_id: str) -> Draft | None:
        """A draft, or None once it is filed or thrown away."""

    def take(self, draft_id: str) -> bool:
        """Remove a draft; True for the one caller that did."""


class Alerts(Protocol):
    """Alerts."""

    def file(self, draft: Draft, requester: Colleague, at: datetime) -> Alert:
        """A new alert with the next reference number of its year, or an outcome mail with its alert's and a rank."""

    def outcome_under_way(self, alert_id: int) -> str:
        """The reference of the outcome mail that waits or is being sent; who asks is alone until they commit."""

    def amend(
        self,
        alert: Alert,
        content: AlertContent,
        kept: Sequence[Kept],
        authors: Authors,
        by: Colleague,
        at: datetime,
    ) -> bool:
        """Replace the text of this version and make the alert wait again; False where somebody was first."""

    def move(self, alert: Alert, to: AlertStatus, by: Colleague, reason: str) -> bool:
        """Compare-and-set of the status at this version; False where somebody was first."""

    def approve(self, alert: Alert, by: Colleague, at: datetime) -> bool:
        """Compare-and-set to approved; False where somebody was first."""

    def close(self, alert: Alert, result: CaseResult, reason: str, by: Colleague, at: datetime) -> bool:
        """Compare-and-set from sent to closed; False where somebody was first."""

    def stop(self, alert: Alert, by: Colleague, at: datetime) -> bool:
        """Compare-and-set from approved to waiting, as its next version; False where somebody was first."""

    def send_back_with_words(self, alert: Alert, by: Colleague, at: datetime) -> bool:
        """Compare-and-set to returned, as its next version; False where somebody was first."""

    def mark_sent(self, alert_id: int, at: datetime) -> bool:
        """Approved to sent, once."""

    def set_map(self, alert_id: int, file_id: str) -> None:
        """Remember the picture of the area."""

    def get(self, alert_id: int) -> Alert:
        """An alert."""

    def by_reference(self, reference: str) -> Alert | None:
        """The alert with this reference, or that its outcome mail is about, however it is capitalised."""

    def overlaps(self, content: AlertContent, besides: int | None) -> list[Overlap]:
        """Alerts with the same BVH number, or within 250 m and 24 hours, that were not withdrawn."""

    def card(self, alert_id: int) -> AlertCard:
        """What the intake message shows, the mail text left empty."""


class Mailings(Protocol):
    """Mailings, their batches and deliveries: the ledger."""

    def count_recipients(self, x: float, y: float, radius_m: int) -> int:
        """Active participants within the radius."""

    def count_reached(self, alert_id: int) -> int:
        """Active participants to whom the alert got out: who may hear how it ended."""

    def spread(self, x: float, y: float, radius_m: int) -> list[tuple[int, int, int]]:
        """Column and row from the middle, and number of people, of each square (`square_side_m`) of the map."""

    def plan(self, alert: Alert, batch_size: int, at: datetime, hold: timedelta = timedelta()) -> int:
        """Choose the recipients now and write the ledger, due after the hold; the number of people."""

    def take_back(self, topic: Topic) -> bool:
        """Unwrite a mailing of which nothing was called for; False where it is too late."""

    def refuse(self, people: Iterable[Recipient], reason: str, at: datetime) -> None:
        """These get nothing, for this reason."""

    def claim_batch(self, at: datetime, lease_until: datetime) -> Batch | None:
        """The next batch that waits, marked CALLING for its caller until the lease ends."""

    def recipients(self, batch: Batch, at: datetime) -> list[Recipient]:
        """Its people that are still active; the others are marked refused."""

    def settle_batch(self, batch: Batch, outcome: Outcome, detail: str, due_at: datetime, at: datetime) -> None:
        """Write down what became of the call, also where its lease ran out meanwhile.

        `due_at`: when to try it again, or to ask people about it.
        """

    def pause(self, until: datetime) -> None:
        """No batch that waits is sent before then, by whichever copy of the program."""

    def ask(self, at: datetime) -> list[int]:
        """The unknown batches that people are to be asked about from now on, each once."""

    def split_batch(self, batch: Batch, detail: str, at: datetime) -> bool:
        """Make two batches, to be sent anew, of one that was refused as a whole; False where it can't be split."""

    def lost_batches(self, at: datetime) -> list[Batch]:
        """Batches in CALLING whose lease has ended: their caller died, the answer is lost."""

    def decide_batch(self, batch_id: int, *, send_again: bool, by: Colleague, at: datetime) -> bool:
        """A superuser's decision on an unknown batch; False where it is no longer unknown."""

    def batch_card(self, batch_id: int) -> BatchCard:
        """What the supervision message shows."""

    def waits(self, topic: Topic) -> bool:
        """Whether mail of this is still to go out; one batch is looked at, however many people get it."""

    def progress(self, topic: Topic) -> Progress | None:
        """How far the mailing is, counted; None before it is planned."""

    def held_until(self, topic: Topic) -> datetime | None:
        """When a held mailing goes out; None where it was not held, or a part of it was called for."""

    def trouble(self, topic: Topic) -> str:
        """Why the last try of a batch that waits again failed; empty where all goes well."""

    def record_events(self, told: Mapping[int, MailEvent]) -> Heard:
        """Move deliveries forward, given one event for each id; what is known already or not ours changes nothing."""

    def has_arrived(self, delivery_id: int) -> bool:
        """Whether the provider said so, or its reader wrote from their own address after it."""

    def note(self, delivery_id: int, reason: str) -> None:
        """Something that is said of a mail, which moves it nowhere."""

    def sent_to(self, delivery_id: int) -> SentTo | None:
        """What a delivery stands for; None where there is none, or it asked for an opinion."""

    def participant_of(self, delivery_id: int) -> int | None:
        """Whose mail it was, whatever it was about."""


class People(Protocol):
    """Participants."""

    def postcode_centre(self, postcode: str) -> Location | None:
        """The mean place of the participants with this postcode (else with its four digits)."""

    def leave(self, participant_id: int, at: datetime, reason: LeaveReason) -> bool:
        """No mail from the next send on; False where they had left."""

    def come_back(self, participant_id: int, at: datetime) -> bool:
        """Undo leaving, or a pause; False where they get mail, or nobody knows any more who they are."""

    def failures(self, participant_id: int, since: datetime, unheard_before: datetime) -> list[Failure]:
        """Mails that came back since then, and since mail to them was last known to work."""

    def pause(self, participant_id: int, at: datetime) -> bool:
        """No mail for some time; False where they get none."""

    def works(self, participant_id: int, at: datetime) -> bool:
        """They wrote to us then; whether they had been paused, and get mail again."""

    def try_again(self, paused_before: datetime, at: datetime) -> list[int]:
        """Who was paused before then gets mail again, on trial."""

    def arrived(self, participant_ids: Iterable[int], at: datetime) -> list[int]:
        """Of those to whom a mail was delivered, those whose trial is over by that."""

    def pass_unheard(self, before: datetime, at: datetime) -> list[int]:
        """Those on trial whose mail left before then and did not come back."""

    def get(self, participant_id: int) -> Participant:
        """A participant."""

    def find(self, email: str) -> Participant | None:
        """The participant with this address, however it is capitalised."""

    def last_mail(self, participant_id: int) -> LastMail | None:
        """The newest mail to somebody, and what became of it; None where they never got one."""

    def count(self) -> int:
        """Active participants."""

    def some(self, after_id: int, most: int) -> list[Participant]:
        """The next ones by id, who are paused or left too."""

    def mend_address(self, row: ParticipantRow) -> bool:
        """Give who is enrolled as `mistaken`, and is this one by all else, their own address; False where nobody is."""

    def enrol(self, rows: Iterable[ParticipantRow]) -> tuple[int, int, int]:
        """Add or update by e-mail address; how many were new, changed, unchanged. Who has left stays away."""


class Audit(Protocol):
    """Append-only: who did what, when and why."""

    def record(self, who: str, what: str, subject: str, at: datetime, **details: object) -> None:
        """Write one line."""

    def count(self, what: str, subject: str) -> int:
        """How often this was done to this."""

    def lines(self, after_id: int, most: int) -> list[TrailLine]:
        """The next ones, oldest first."""

    def unsealed(self, most: int) -> list[TrailLine]:
        """Lines without a seal, oldest first."""

    def last_seal(self) -> tuple[int, str] | None:
        """Its number and hash; None before the first."""

    def add_seal(self, number: int, line_id: int, hashed: str) -> None:
        """The next one of the chain; the database refuses a number or a line that has one."""

    def sealed(self, after_number: int, most: int) -> list[Sealed]:
        """The next seals of the chain, each with its line."""


class Leases(Protocol):
    """Which copy of the program runs a timed job."""

    def take(self, name: str, holder: str, at: datetime, until: datetime) -> bool:
        """Take or prolong; False while another copy holds it."""

    def give_back(self, name: str, holder: str) -> None:
        """So that another copy need not wait for its end."""


class Figures(Protocol):
    """Counts for those who operate the bot; nothing of a person is in them."""

    def inbound(self) -> dict[tuple[str, str], int]:
        """What came in, by kind and label."""

    def inbound_waiting(self) -> int:
        """What came in and was not read yet."""

    def deliveries(self) -> dict[str, int]:
        """Mails by the state of their delivery."""

    def outbox(self) -> tuple[int, int]:
        """What is owed to Slack and the mail: how much waits, how much was given up."""

    def mail_health(self, since: datetime) -> MailHealth:
        """Mails that were planned since then, by state, and what does not go on by itself."""

    def participants(self, since: datetime) -> ParticipantCount:
        """How many get mail, how many left since then and stayed away, and how many are paused."""


class Boards(Protocol):
    """The app's Home."""

    def board(self, colleague: Colleague, pages: Mapping[BoardName, int]) -> Board:
        """What this colleague sees, by role; of each list the page that is asked for, else the first."""

    def open_replies(self, turn: Turn) -> Page[BoardLine]:
        """Every reply to which something is owed, oldest first."""

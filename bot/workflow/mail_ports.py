"""What the workflow asks of e-mail: composing, sending, reading."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.alerts.alerts import AlertContent, CaseResult
from bot.domain.alerts.mailings import Recipient, SendResult
from bot.domain.alerts.offences import AnyOffence
from bot.domain.letters.greetings import SOMEBODY, Greeting
from bot.domain.replies.replies import Rating
from bot.records.letters import ImagesWanted, Receipt, Standing
from bot.records.mail import AlertMail, FormFile, FormReply, InboundMail, Letter, Neighbour, OwnMail, Purpose, Told
from bot.records.replies import Pass, Upload


class Mailer(Protocol):
    """A mail provider. Neither call raises for what the provider or the network does: the result says it."""

    batch_size: int
    """The most recipients one call takes."""

    events_follow: bool
    """Whether the provider tells afterwards what became of each mail; else a lost answer stays lost."""

    def send_alert(self, mail: AlertMail, recipients: Sequence[Recipient]) -> SendResult:
        """One call for up to `batch_size` people, each with an answer address, Message-ID and unsubscribe link."""

    def send_letter(self, letter: Letter) -> SendResult:
        """One mail to one person."""

    def check(self) -> str:
        """Empty where the provider can be reached and takes our key; else what is wrong."""

    def close(self) -> None:
        """Hang up; a later call connects anew or fails."""


class Composer(Protocol):
    """Writes the mails, in the team's language, from the templates."""

    def alert(self, reference: str, content: AlertContent, *, test: bool = False) -> AlertMail:
        """The mail of an alert; a `test` is marked as one, with TEST_TOKEN in its links."""

    def outcome(
        self, reference: str, content: AlertContent, first_sent_at: datetime, *, test: bool = False
    ) -> AlertMail:
        """How it ended (`what_happened`), for those who got the alert of this reference at that moment."""

    def preventive(self, reference: str, content: AlertContent, *, test: bool = False) -> AlertMail:
        """Tips (`what_happened`) for an area where it happened again; about the alert of this reference."""

    def preventive_template(self, offence: AnyOffence) -> str:
        """The text that it starts from, with placeholders."""

    def place_values(self, content: AlertContent | None) -> Mapping[str, str]:
        """What the placeholders of case and place stand for."""

    def also(self, reference: str, content: AlertContent) -> str:
        """What happened elsewhere, for the text of another alert near it, of this reference."""

    def survey(self, closes_on: date) -> AlertMail:
        """Asks for an opinion, by a page that can be filled in up to that day."""

    def outcome_base(self, content: AlertContent, result: CaseResult | None = None) -> str:
        """The text that an outcome mail starts from, by what the case came to; to be edited."""

    def as_read(self, mail: AlertMail) -> str:
        """Subject and plain text as a citizen reads them, placeholders shown as `[...]`, for Slack."""

    def marked(self, subject: str, text: str) -> tuple[str, str]:
        """A subject and a text that a person wrote, marked in an exercise as all the other mails are."""

    def told(self, reference: str, content: AlertContent, read_by: date | None) -> Told:
        """What the reply page says of the case, of its time, and by when a reply is read (none: today or tomorrow)."""

    def acknowledgement(
        self, content: AlertContent | None, read_by: date | None = None, greeting: Greeting = SOMEBODY
    ) -> tuple[str, str]:
        """Subject and text of "we have your reply"; it never quotes the reply."""

    def answer(self, content: AlertContent | None, standing: Standing) -> str:
        """The text that goes with a rating, to be edited by the responder."""

    def answer_template(self, rating: Rating) -> str:
        """The same text with its placeholders not filled in (bot/domain/letters/filling.py)."""

    def answer_values(self, content: AlertContent | None, standing: Standing) -> Mapping[str, str]:
        """What the placeholders stand for; neutral words where the alert is unknown."""

    def question(self, content: AlertContent | None, question: str, greeting: Greeting, signed: str) -> tuple[str, str]:
        """Subject and text of a letter that asks a citizen something."""

    def images(
        self, content: AlertContent | None, wanted: ImagesWanted, greeting: Greeting, signed: str
    ) -> tuple[str, str]:
        """Subject and text of a letter that asks for images, and tells how to save them."""

    def images_again(self, content: AlertContent | None, wanted: ImagesWanted, greeting: Greeting) -> tuple[str, str]:
        """Subject and text of the one reminder of it."""

    def receipt(self, receipt: Receipt, greeting: Greeting) -> tuple[str, str]:
        """Subject and text of a receipt: which files came in, and what becomes of them; never what is in them."""

    def unfinished(self, content: AlertContent, upload: Upload, token: str, greeting: Greeting) -> tuple[str, str]:
        """Subject and text of "your film is not whole yet", with the page's token."""

    def own(
        self, what: OwnMail, *, link: str = "", masked: str = "", code: str = "", until: datetime | None = None
    ) -> tuple[str, str]:
        """Subject and text about somebody's own data: a link on our site, another address masked, or a code.

        `until`: when the link ends.
        """

    def farewell(self, greeting: Greeting, signed: str) -> str:
        """What is answered to who asked to be taken out, to be edited by the responder."""

    def footed(self, text: str, own_token: str = "") -> str:
        """A letter with, below it, how to check that it is real, and the link to their own data where one is known."""

    def formerly(self, content: AlertContent | None) -> str:
        """Lines of mails that are out and read otherwise now."""

    def attention(self, reference: str, content: AlertContent, requester: str, link: str) -> tuple[str, str]:
        """Subject and text of "a request waits" for the team's general mailbox."""

    def form_text(self, form: FormReply) -> str:
        """The reply form as text: each answer under its question, for the phone number only that there is one."""

    def form_mail(
        self, delivery_id: int, form: FormReply, files: Sequence[FormFile], neighbour: Neighbour | None = None
    ) -> bytes:
        """The reply form as one MIME message: its text, its files attached, and what `MailReader.read_form` tells."""

    def answer_subject(self, rating: Rating) -> str:
        """The subject of an answer to somebody who did not write by mail."""

    def unreadable(self) -> str:
        """What stands in place of a citizen's words that could not be read."""

    def html(self, text: str) -> str:
        """The HTML page that says the same as a letter's plain text."""


class MailReader(Protocol):
    """Reads what came in."""

    def read(self, raw: bytes, envelope_to: Sequence[str]) -> InboundMail:
        """Never raises: a mail that can't be parsed comes back as text as far as it can be read."""

    def read_form(self, raw: bytes) -> tuple[InboundMail, int | None]:
        """What `Composer.form_mail` wrote, and the delivery it answers. A mail from outside must not come here."""

    def own_words(self, mail: InboundMail, sent_text: str, *, forgotten: bool = False) -> str:
        """The citizen's own words: subject and text less what we sent; empty where nothing else is left.

        `forgotten`: it answers a letter of ours whose text was erased.
        """

    def is_for(self, raw: bytes, envelope_to: Sequence[str], address: str) -> bool:
        """Whether a mail was sent to this address: by its envelope, where it has none by its headers."""

    def delivery_of(self, token_address: str) -> int | None:
        """The delivery id that the token stands for; None where it is unknown or forged."""

    def queue_key(self, raw: bytes, envelope_to: Sequence[str]) -> str:
        """Who a mail seems to be from, by its head alone: `d7` a delivery, `r7` who answers our letter about a reply,
        else `a` and the From line's address.
        """

    def words_alone(self, raw: bytes) -> bytes:
        """The mail with its words as text and without its files, marked as such."""


class ReplyMailbox(Protocol):
    """A mailbox that replies come into, and are fetched from."""

    def fetch(self, handle: Callable[[bytes, list[str]], None]) -> int:
        """Give every new mail to `handle`; how many there were. It counts as stored once `handle` has returned."""

    def wait(self, seconds: float) -> None:
        """Until there is new mail, about `seconds` are over or `close` is called; never raises."""

    def close(self) -> None:
        """End a wait, and the connection."""


class Tokens(Protocol):
    """Opaque ids for the outside world, bound to their purpose by a keyed hash."""

    def make(self, purpose: Purpose, number: int) -> str:
        """A lower-case base32 token for this number."""

    def read(self, purpose: Purpose, token: str) -> int | None:
        """The number, or None where the token was not made by us for this purpose."""


class Passes(Protocol):
    """Passes as opaque text, sealed by a keyed hash."""

    def make_pass(self, purpose: Purpose, granted: Pass) -> str:
        """Text that goes into a web address; moments count in whole seconds."""

    def read_pass(self, purpose: Purpose, token: str, now: datetime) -> Pass | None:
        """None where we did not make it for this purpose, or its time is over."""


MAILBOX_TIMEOUT_S = 30.0
"""The longest that the reply mailbox may keep us waiting for one answer."""

"""Mail on its way out and in."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.participants.faults import DeliveryReport
from bot.domain.replies.attachments import File
from bot.domain.replies.replies import CautionKind, SenderCheck

TEST_TOKEN = "proef"  # noqa: S105 - in a test mail's links and answer address: nobody's, and too short to be anybody's


class Door(StrEnum):
    """The addresses that the mail provider calls."""

    INBOUND = "inbound"
    EVENTS = "events"


class CallFault(StrEnum):
    """Why a call of the mail provider was not taken; most may be our own fault."""

    NO_KEY = "no_key"
    NO_SIGNATURE = "no_signature"
    BAD_SIGNATURE = "bad_signature"
    CLOCK = "clock"
    """Signed too long ago, or in the future."""
    NO_MAIL = "no_mail"
    """The form holds no raw mail, or is none."""
    INCOMPLETE = "incomplete"
    BUSY = "busy"
    NOT_STORED = "not_stored"
    ADDRESS = "address"


class Purpose(StrEnum):
    """What a token is for: one made for another purpose opens nothing. Tokens stand in mails: no name may change."""

    REPLY = "reply"
    """The answer address of a delivery."""
    LEAVE = "leave"
    """The unsubscribe link of a delivery."""
    FORM = "form"
    """The form of a delivery: to reply by, or the survey."""
    MESSAGE = "message"
    """The Message-ID of a delivery."""
    LETTER = "letter"
    """The Message-ID of our letter about a reply, and the answer address where no delivery is known."""
    NEIGHBOUR = "neighbour"
    """The one link by which who got a mail lets a neighbour tell what they saw."""
    IMAGES = "images"
    """The page of a delivery for images alone, and the files that come over it."""
    UPLOAD = "upload"
    """A file that comes over it."""
    ATTACHMENT = "attachment"
    """Somebody's link to an attachment."""
    OPENED = "opened"
    """Their browser's right to it once the link was used."""
    ALERT_EVIDENCE = "alert_evidence"
    """Somebody's link to the package of an alert."""
    LEAD_EVIDENCE = "lead_evidence"
    """Or of a lead."""
    OPENED_ALERT_EVIDENCE = "opened_alert_evidence"
    OPENED_LEAD_EVIDENCE = "opened_lead_evidence"
    LEADS_EVIDENCE = "leads_evidence"
    """Or of all leads of an alert."""
    OPENED_LEADS_EVIDENCE = "opened_leads_evidence"
    CLAIM = "claim"
    """The link by which somebody confirms that an address is theirs."""
    OWN_PAGE = "own_page"
    """A participant's page with what we know of them; the unsubscribe link's token leads there too."""
    OPENED_OWN_PAGE = "opened_own_page"
    """Their browser's right to it once a mailed code was typed."""
    AREA = "area"
    """Somebody's link to the map of a form of theirs."""
    AREA_PICTURE = "area_picture"
    """The picture of that form's area, for the chat that shows it."""
    MUNICIPAL = "municipal"
    """A month's figures for the municipality."""


class OwnMail(StrEnum):
    """A mail about somebody's own data; each is a template."""

    SIGN_UP = "sign_up"
    SIGNED_UP = "signed_up"
    NEW_ADDRESS = "new_address"
    ADDRESS_CHANGED = "address_changed"
    PAGE_CODE = "page_code"


@dataclass(frozen=True)
class AlertMail:
    """An alert as it is mailed: the same for everybody but for `{placeholders}` that each provider fills a person."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Letter:
    """A mail to one person.

    `tag` is our opaque id for the provider (`l7`), `message_id` gets our domain behind it, `reply_token` is the token
    of the answer address or empty for none, `automatic` marks it as such to other machines; `in_reply_to` and
    `references` thread it under the citizen's mail.
    """

    tag: str
    message_id: str
    to: str
    subject: str
    text: str
    html: str
    reply_token: str = ""
    automatic: bool = False
    in_reply_to: str = ""
    references: str = ""


@dataclass(frozen=True)
class FormReply:
    """What a citizen typed in the reply form; only `what` is asked of everybody."""

    what: str
    when: str = ""
    where: str = ""
    images: str = ""
    witness: str = ""
    phone: str = ""
    clock: str = ""
    """How far the camera's clock is off, as they say it."""
    filmed: str = ""
    """From when to when the images are."""
    kept_days: str = ""
    """How many days their camera keeps its images."""


@dataclass(frozen=True)
class Neighbour:
    """Who fills in the form by a link that was passed on: by their own word, `name` may be empty, and so `email`."""

    name: str
    email: str


@dataclass(frozen=True)
class Told:
    """What the reply page says of its alert, and by when the reply is read: `de inbraak in de Breestraat`.

    `question`: the team's own; empty for none.
    """

    case: str
    when: str
    promise: str
    question: str


@dataclass(frozen=True)
class FormFile:
    """A file that was sent with the reply form; name and media type are what the sender claims."""

    name: str
    media_type: str
    content: bytes


class InboundKind(StrEnum):
    """What an incoming mail is."""

    REPLY = "reply"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    TEST = "test"


@dataclass(frozen=True)
class MailWords:
    """Words that came as plain text, and the same ones as its HTML has them; either may be empty, or say less."""

    text: str
    page: str = ""


@dataclass(frozen=True)
class InboundMail:
    """An incoming mail, read; every text is cleaned of NUL and lone surrogates and bounded in length.

    `attachment_names` are those of all attachments, `files` the first 50 of them.
    """

    kind: InboundKind
    may_acknowledge: bool
    from_address: str
    from_name: str
    subject: str
    message_id: str
    references: str
    text: str
    attachment_names: tuple[str, ...]
    token_address: str
    """The first envelope or header recipient that carries a token, else empty."""
    files: tuple[File, ...] = ()
    sender_check: SenderCheck = SenderCheck.UNKNOWN
    letter_to: int | None = None
    """The reply that our letter was about which this mail answers, or reports as not delivered."""
    reports: tuple[DeliveryReport, ...] = ()
    """In a delivery report: what became of each recipient, where that can be read."""
    from_server: bool = True
    """Whether it came as mail servers report: no sender on its envelope, or a daemon's or our own."""
    undelivered: str = ""
    """The Message-ID (without brackets or domain) of the letter that a delivery report is about."""
    phone: str = ""
    """Where the citizen may be called, as the reply form asks."""
    bodies: tuple[MailWords, ...] = ()
    """The words part by part; `text` is all of them."""
    complains: bool = False
    """A provider reports that its reader called our mail spam."""
    guessed: bool = False
    """It is called automatic by signs that a service also gives which passes on what people send."""
    reply_to: str = ""
    """Where it asks to be answered, if that is another address than its sender's."""
    shortened: tuple[CautionKind, ...] = ()
    """Why this is not all of it, or not all is shown."""
    camera_days: int | None = None
    """How long the citizen's camera keeps its images, as the form says."""
    unparsed: bool = False
    """Nobody foresaw these bytes: they are shown as they came."""

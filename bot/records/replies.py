"""Replies as they came in, and as the desk sees them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.alerts.alerts import Alert, AlertKind
from bot.domain.alerts.mailings import Topic
from bot.domain.leads.leads import Lead
from bot.domain.replies.attachments import Attachment
from bot.domain.replies.callbacks import Callback
from bot.domain.replies.images.uploads import UploadState
from bot.domain.replies.mentions import Mention
from bot.domain.replies.replies import Case, Caution, Rating, Reply, ReplyKind, ReplyLabel, SenderCheck
from bot.domain.replies.which_mail import Hint, SentAlert
from bot.texts import Texts


@dataclass(frozen=True)
class StoredInbound:
    """A raw incoming message, as it was stored before it was acknowledged; `raw` is empty where it is a blob.

    `attempts`: how often it was tried to read it.
    """

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
    reply_to: str = ""
    phone: str = ""
    phone_number: str = ""  # in E.164, where it was understood
    sender_check: SenderCheck = SenderCheck.UNKNOWN
    cautions: tuple[Caution, ...] = ()
    follow_up_of: int | None = None
    may_acknowledge: bool = False
    lane: str = ""
    camera_days: int | None = None


@dataclass(frozen=True)
class Upload:
    """A file that comes in pieces, `received` of `length` bytes so far. `told`: what its sender said of it, as it came.

    `store`: the store's own name for what is coming; `reply_id`: whose attachment it became.
    """

    id: int
    delivery_id: int
    alert_id: int
    reply_id: int | None
    name: str
    told: str
    blob_key: str
    store: str
    state: UploadState
    writer: str
    media_type: str
    sha256: str
    facts: Mapping[str, str]
    length: int
    received: int
    begun_at: datetime
    expires_at: datetime
    warned_at: datetime | None


@dataclass(frozen=True)
class Moved:
    """A delivery that an event of the provider moved forward."""

    delivery_id: int
    participant_id: int
    topic: Topic


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
class Earlier:
    """The reply that the same citizen wrote before this one."""

    at: datetime
    link: str


@dataclass(frozen=True)
class Fit:
    """Another mail that a reply is probably about, and why."""

    reference: str
    link: str
    hint: Hint


@dataclass(frozen=True)
class ReplyCard:
    """A reply on its message in the triage channel.

    `number`: which of its alert's replies it is, 0 where that means nothing; `held_until`: its answer can be taken back
    until then. `follow_ups`: how often the citizen wrote on; `callback`: the call to make; `not_allowed`: a mail to
    them was held back by the list of an exercise. `may_call`: whether an urgent one calls people.
    """

    reply: Reply
    alert: Alert | None
    alert_link: str
    neighbourhood: str
    distance_m: int | None
    lead: Lead | None
    attachment_names: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    answers: AlertKind = AlertKind.ALERT
    together: tuple[str, ...] = ()
    case_reference: str = ""
    case_link: str = ""
    follow_ups: int = 0
    callback: Callback | None = None
    not_allowed: bool = False
    ties: tuple[Tie, ...] = ()
    number: int = 0
    rated_at: datetime | None = None
    earlier: Earlier | None = None
    held_until: datetime | None = None
    fit: Fit | None = None
    may_call: bool = True


@dataclass(frozen=True)
class FloodCard:
    """Many mails of one sender, or of strangers, on one message: the first, how many, when the last came."""

    first: ReplyCard
    count: int
    last_at: datetime
    of_strangers: bool = False


@dataclass(frozen=True)
class FloodLine:
    reply_id: int
    at: datetime
    words: str
    attachment_names: tuple[str, ...]
    from_address: str


@dataclass(frozen=True)
class FloodPage:
    """Some mails of a flood, newest first; `more` where older ones follow."""

    first_id: int
    page: int
    lines: tuple[FloodLine, ...]
    more: bool


@dataclass(frozen=True)
class ContactData:
    """Who wrote a reply, shown to one person and logged; what is not known is empty.

    `claimed_from`: who a mail says it is from, or the name that a caller gave; `in_words`: the numbers and addresses
    that they wrote, which the channel does not show.
    """

    kind: ReplyKind
    name: str
    email: str
    address: str
    phone: str
    claimed_from: str
    in_words: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True)
class NearbyAlert:
    """An alert that another's reply may be about; metres away."""

    id: int
    reference: str
    street: str
    at: datetime
    distance_m: int


@dataclass(frozen=True)
class CaseForm:
    """What the modal shows that asks which other case a reply belongs to; `case` where it was said before."""

    reply_id: int
    nearby: tuple[NearbyAlert, ...]
    case: Case | None
    case_reference: str


@dataclass(frozen=True)
class MailForm:
    """What the modal shows that asks which mail a reply is about, the likeliest first; `now`: as it was said before."""

    reply: Reply
    alerts: tuple[SentAlert, ...]
    now: str = ""


@dataclass(frozen=True)
class BvhForm:
    """What a colleague types over into BVH, the police's record; `case` is the alert it belongs to, where one does.

    `later` is what the citizen wrote on.
    """

    reply: Reply
    contact: ContactData
    alert: Alert | None
    case: Alert | None
    later: tuple[Reply, ...] = ()


@dataclass(frozen=True)
class Pass:
    """The right of one person to open one thing (an attachment, say), until a moment."""

    subject_id: int
    holder_id: str
    until: datetime


def rating_name(_: Texts, rating: Rating) -> str:
    """What a rating is called in front of people, on every floor."""
    return {
        Rating.RELEVANT_HERE: _("Relevant to this case"),
        Rating.RELEVANT_ELSEWHERE: _("Relevant to another case"),
        Rating.NOT_RELEVANT: _("Not relevant"),
    }[rating]

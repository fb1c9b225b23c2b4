"""What the forms about a reply show."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.alerts import Alert, Offence
from bot.domain.replies import Case, Reply, Seen
from bot.workflow.cards import ContactData


@dataclass(frozen=True)
class AnswerForm:
    """What the answer modal shows: the citizen's words above the text to edit.

    `spoken` where there is no address, `may_be_spoken` where mail to it did not arrive.
    """

    reply_id: int
    seen: Seen
    words: str
    text: str
    spoken: bool
    masked_recipient: str = ""
    may_be_spoken: bool = False


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
class OwedAnswer:
    """A rated reply that waits for its answer by mail."""

    reply_id: int
    seen: Seen
    reference: str
    street: str
    offence: Offence | None
    words: str

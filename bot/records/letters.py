"""What answering needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.alerts.offences import AnyOffence
from bot.domain.letters.greetings import SOMEBODY, Greeting
from bot.domain.replies.images.absent import Absent
from bot.domain.replies.replies import Rating, Seen


@dataclass(frozen=True)
class ImagesWanted:
    """What a mail that asks for images tells. `heard`: they offered some; `last_day`: None for at once.

    `images_token`: of the page for images, empty where their delivery is not known. `absent`: what they wrote that is
    there, and is not.
    """

    reference: str
    heard: bool
    last_day: date | None
    images_token: str
    absent: Absent | None = None


@dataclass(frozen=True)
class ReceivedFile:
    """A file: its name as the citizen gave it, its bytes, its SHA-256 in hexadecimal, when all of it was here."""

    name: str
    size: int
    sha256: str
    came_at: datetime
    opens: bool = True


@dataclass(frozen=True)
class Receipt:
    """What a receipt tells; `images`: all of them are films or photos.

    `neighbour`: the token of the link that they may pass on, empty where there is none, or it is used.
    """

    reference: str
    files: tuple[ReceivedFile, ...]
    images: bool
    neighbour: str = ""


@dataclass(frozen=True)
class Standing:
    """How a reply stands when it is answered: an answer claims nothing that is still owed.

    `case_known`: we know the case that it is stored with. `deleted_on` (told as a day): none
    under legal hold, or while images are owed.
    `signed`: the first name of who answers.
    """

    rating: Rating
    escalated: bool = False
    images_wanted: bool = False
    recorded: bool = False
    case_known: bool = True
    deleted_on: datetime | None = None
    greeting: Greeting = SOMEBODY
    signed: str = ""


class Recipient(StrEnum):
    """Where a letter about a reply may go."""

    OWN = "own"
    """The participant's address, which got our mail."""
    SENDER = "sender"
    REPLY_TO = "reply_to"


@dataclass(frozen=True)
class AnswerForm:
    """What the answer modal shows: the citizen's words above the text to edit.

    `spoken` where there is no address, `may_be_spoken` where mail to it did not arrive; `recipients` are masked, the
    first is where it goes unless another is chosen.
    """

    reply_id: int
    seen: Seen
    words: str
    text: str
    spoken: bool
    recipients: Mapping[Recipient, str] = field(default_factory=dict)
    may_be_spoken: bool = False


@dataclass(frozen=True)
class OwedAnswer:
    """A rated reply that waits for its answer by mail."""

    reply_id: int
    seen: Seen
    reference: str
    street: str
    offence: AnyOffence | None
    words: str

"""A citizen's reply, what is owed to it, and a lead."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.participants.people import mask_address
from bot.domain.replies.images.offered import Images
from bot.domain.replies.reply_errors import AnsweredAlready, RatingChanged
from bot.entering import as_line

REFERENCE: Final = re.compile(r"\bBM-\d{4}-\d{4,6}\b")


class ReplyKind(StrEnum):
    MAIL = "mail"
    FORM = "form"
    PHONE = "phone"
    NEIGHBOUR = "neighbour"  # by a link that a citizen passed on: nothing is known of them but what they say


class ReplyLabel(StrEnum):
    """What came in: only REPLY counts as a citizen's reply."""

    REPLY = "reply"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    TEST = "test"  # somebody answers their own test mail
    FLOOD = "flood"
    FOLLOW_UP = "follow_up"  # the citizen writes on: it belongs to the reply that they wrote before


MACHINES: Final = frozenset({ReplyLabel.AUTO_REPLY, ReplyLabel.BOUNCE})
"""Labels that a colleague may correct: a citizen may have written it after all."""
FLOOD_AN_HOUR: Final = 20  # so many in one lane are shown one by one; more is a flood
CALLS_AN_HOUR: Final = 3  # urgent ones in one lane that call people; more stand out all the same
STRANGERS: Final = "strangers"
"""The lane of all mail that bears no token of ours: whose name stands on it is whatever its sender likes."""


class SenderCheck(StrEnum):
    """Whether the From line, which is only a claim, was proven by DKIM; UNKNOWN where nobody looked."""

    UNKNOWN = ""
    PROVEN = "proven"
    UNPROVEN = "unproven"
    FAILED = "failed"


class CautionKind(StrEnum):
    """What a responder should know before believing a reply."""

    OTHER_SENDER = "other_sender"
    OTHER_ALERT = "other_alert"
    CUT = "cut"
    LONG = "long"
    NO_ROOM = "no_room"


@dataclass(frozen=True)
class Caution:
    """One such thing; `detail` is the reference of another alert."""

    kind: CautionKind
    detail: str = ""


def may_be_acknowledged(from_address: str, participant: str, check: SenderCheck, *, exists: bool) -> bool:
    """Whether an automatic mail may go where a mail says that it came from: anybody can write that line.

    To the participant (empty where its token is unknown) whose mail it answers, else only where DKIM proved it; and
    only where the address `exists`, as far as its form tells.
    """
    theirs = participant != "" and from_address.lower() == participant.lower()
    return exists and (theirs or check is SenderCheck.PROVEN)


def cautions_of(
    *, subject: str, reference: str, from_address: str, participant: str, shortened: Iterable[CautionKind] = ()
) -> tuple[Caution, ...]:
    """`reference` and `participant` are empty where its token is unknown; `shortened`: why it is not shown whole."""
    named = [name for name in dict.fromkeys(REFERENCE.findall(as_line(subject).upper())) if name != reference][:3]
    odd = [Caution(CautionKind.OTHER_ALERT, name) for name in named]
    if participant and from_address.lower() != participant.lower():
        odd.insert(0, Caution(CautionKind.OTHER_SENDER))
    return (*odd, *map(Caution, shortened))


class Rating(StrEnum):
    """The three ratings of the pilot."""

    RELEVANT_HERE = "relevant_here"
    RELEVANT_ELSEWHERE = "relevant_elsewhere"
    NOT_RELEVANT = "not_relevant"


class Duty(StrEnum):
    RATE = "rate"
    ESCALATE = "escalate"
    ANSWER = "answer"
    RECORD_IN_BVH = "record_in_bvh"
    FETCH_IMAGES = "fetch_images"


class LetterKind(StrEnum):
    ACKNOWLEDGEMENT = "acknowledgement"
    ANSWER = "answer"
    QUESTION = "question"  # before or after the answer, and never instead of it
    IMAGES = "images"  # asks for those that they offered
    IMAGES_AGAIN = "images_again"  # before a camera erases them
    RECEIPT = "receipt"  # of the files that they sent
    UNFINISHED = "unfinished"  # a file is not whole, and will go
    ATTENTION = "attention"
    TEST = "test"
    OWN_ADDRESS = "own_address"  # is this address yours?
    PAGE_CODE = "page_code"  # opens somebody's own page


class LetterStatus(StrEnum):
    """Where a letter stands; `calling` without a living caller means that the answer was lost."""

    WAITING = "waiting"
    CALLING = "calling"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    LEFT = "left"  # unknown, and a colleague leaves it so
    BOUNCED = "bounced"
    SPOKEN = "spoken"  # said by phone, written down by who said it
    RECALLED = "recalled"  # taken back before it went out: it is owed again


@dataclass(frozen=True)
class Reply:
    """What one citizen wrote about one alert (none where its token is unknown)."""

    id: int
    inbound_id: int
    alert_id: int | None
    delivery_id: int | None
    kind: ReplyKind
    label: ReplyLabel
    received_at: datetime
    words: str
    from_address: str
    from_name: str
    subject: str
    message_id: str
    references: str
    version: int
    late: bool = False
    sender_check: SenderCheck = SenderCheck.UNKNOWN
    cautions: tuple[Caution, ...] = ()
    rating: Rating | None = None
    rated_by_name: str = ""
    answer_status: LetterStatus | None = None
    answered_by_name: str = ""
    answered_at: datetime | None = None
    acknowledgement_status: LetterStatus | None = None
    bvh_number: str = ""
    bvh_by_name: str = ""
    escalated_by_name: str = ""
    reply_to: str = ""
    phone: str = ""
    assignee_id: str = ""
    assignee_name: str = ""
    taken_at: datetime | None = None
    opened_at: datetime | None = None
    case_alert_id: int | None = None
    case_bvh_number: str = ""
    not_escalated_by_name: str = ""
    follow_up_of: int | None = None
    reopened_at: datetime | None = None
    handled_at: datetime | None = None
    erased_at: datetime | None = None
    asked_by_name: str = ""
    asked_at: datetime | None = None
    question_status: LetterStatus | None = None
    settled_at: datetime | None = None
    may_acknowledge: bool = False
    mail_by_name: str = ""  # who said which mail it is about, or that it is about none
    images: Images | None = None
    images_until: datetime | None = None
    images_by_name: str = ""
    images_only_at: datetime | None = None
    images_end: datetime | None = None
    images_asked_at: datetime | None = None
    images_status: LetterStatus | None = None
    camera_days: int | None = None

    @property
    def case(self) -> "Case":
        """The other case it is relevant to."""
        return Case(self.case_alert_id, self.case_bvh_number)


@dataclass(frozen=True)
class Case:
    """The case that a reply is relevant to, where that is another: an alert of ours or a BVH number; or not known."""

    alert_id: int | None = None
    bvh_number: str = ""


NO_CASE: Final = Case()
IN_BVH: Final = frozenset({Rating.RELEVANT_HERE, Rating.RELEVANT_ELSEWHERE})
ANSWER_STANDS: Final = frozenset({LetterStatus.WAITING, LetterStatus.CALLING, LetterStatus.SENT, LetterStatus.SPOKEN})
"""An answer in these states is (being) given; a refused, lost or bounced one is still owed."""
UNDELIVERED: Final = frozenset({LetterStatus.REFUSED, LetterStatus.BOUNCED, LetterStatus.UNKNOWN, LetterStatus.LEFT})
"""A letter in these states did not arrive, or nobody knows."""


def is_reopened(reply: Reply) -> bool:
    """Whether the citizen wrote on since the last answer, and wants another."""
    return reply.reopened_at is not None and (reply.answered_at is None or reply.reopened_at > reply.answered_at)


def is_answered(reply: Reply) -> bool:
    """Whether an answer to all that the citizen wrote is given or on its way."""
    return reply.answer_status in ANSWER_STANDS and not is_reopened(reply)


def may_be_spoken(reply: Reply) -> bool:
    """Whether a citizen with an address may be answered by phone: some mail did not reach them."""
    letters = {reply.answer_status, reply.acknowledgement_status, reply.question_status, reply.images_status}
    return bool(UNDELIVERED & letters)


def is_erased(reply: Reply) -> bool:
    """Whether the words are gone, and the citizen wrote nothing new since."""
    return reply.erased_at is not None and (reply.reopened_at is None or reply.reopened_at <= reply.erased_at)


def duties(reply: Reply) -> list[Duty]:
    """What is still to do, in the order it is done; nothing for what is not a citizen's reply, or was erased.

    The answer tells whether detectives get the information, so that is decided first: sent on to them, or not.
    """
    if reply.label is not ReplyLabel.REPLY or is_erased(reply):
        return []
    owed = [Duty.RATE] if reply.rating is None else []
    if reply.rating is Rating.RELEVANT_HERE and not (reply.escalated_by_name or reply.not_escalated_by_name):
        owed.append(Duty.ESCALATE)
    if not is_answered(reply):
        owed.append(Duty.ANSWER)
    if reply.rating in IN_BVH and not reply.bvh_by_name:  # the number stays when new words are to be added there
        owed.append(Duty.RECORD_IN_BVH)
    if reply.images is Images.WANTED:
        owed.append(Duty.FETCH_IMAGES)
    return owed


def is_handled(reply: Reply) -> bool:
    """A citizen's reply for which all that its rating owes is done."""
    return reply.label is ReplyLabel.REPLY and not duties(reply)


def is_settled(reply: Reply) -> bool:
    """What the figures call handled: rated, answered, and in BVH where relevant. All else counts for `duties` alone."""
    recorded = reply.rating not in IN_BVH or reply.bvh_number != ""
    return reply.rating is not None and reply.answer_status in ANSWER_STANDS and recorded


def check_not_answered(reply: Reply) -> None:
    """Refuse a second answer, and a new rating after one."""
    if is_answered(reply):
        raise AnsweredAlready(name=reply.answered_by_name)


@dataclass(frozen=True)
class Seen:
    """What somebody knew of a reply when they wrote an answer to it."""

    rating: Rating
    answered_at: datetime | None = None


def seen_of(reply: Reply, rating: Rating) -> Seen:
    return Seen(rating, reply.answered_at)


def check_still_owed(reply: Reply, seen: Seen) -> None:
    """Refuse an answer for another rating, or to what was answered since it was `seen`: each time it is given once."""
    check_not_answered(reply)
    if reply.answered_at != seen.answered_at:
        raise AnsweredAlready("answer", name=reply.answered_by_name)
    if reply.rating is not seen.rating:
        raise RatingChanged("answer", name=reply.rated_by_name)


def masked_sender(reply: Reply) -> str:
    """Who it is from by its own words, as far as a channel may see."""
    if reply.erased_at:
        return ""
    return mask_address(reply.from_address) if reply.from_address else f"{reply.from_name[:1]}•••"

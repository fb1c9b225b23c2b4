"""Asking for a reply: itself, or all that its message shows. Both made once; what few replies have is only counted."""

from typing import Any, Final

from sqlalchemy import Label, ScalarSelect, Select, and_, bindparam, exists, func, null, or_, select

from bot.domain.alerts.safeguards import NOT_ALLOWED
from bot.domain.replies.replies import LetterKind, ReplyLabel
from bot.records.outbox import Task
from storage.replies.numbers import reply_number
from storage.rows import number_of, with_alert, with_lead
from storage.schema.alerts import alerts
from storage.schema.leads import leads
from storage.schema.letters import letters
from storage.schema.mailings import deliveries, mailings
from storage.schema.outbox import messages
from storage.schema.participants import participants
from storage.schema.replies import attachments, callbacks, mentions, ratings, replies

BIG = frozenset({"original"})
"""What nobody looks at but who asks for it."""


def _status(kind: LetterKind) -> Label[Any]:
    """Of the newest letter of this kind."""
    newest = select(letters.c.status).where(letters.c.reply_id == replies.c.id, letters.c.kind == kind)
    return newest.order_by(letters.c.id.desc()).limit(1).scalar_subquery().label(f"{kind}_status")


def _link(alert_id: Any) -> ScalarSelect[Any]:
    told = and_(messages.c.task == Task.SHOW_ALERT, messages.c.subject_id == alert_id)
    return select(messages.c.link).where(told).scalar_subquery()


_LEAD = select(leads.c.escalated_by_name).where(leads.c.reply_id == replies.c.id).scalar_subquery()
_OWN = tuple(column for column in replies.c if column.name not in BIG)
_TOLD = (LetterKind.ANSWER, LetterKind.ACKNOWLEDGEMENT, LetterKind.QUESTION, LetterKind.IMAGES)
_ITSELF = (*_OWN, *map(_status, _TOLD), _LEAD.label("escalated_by_name"))


def _newest(column: Any, which: Any, key: Any) -> ScalarSelect[Any]:
    return select(column).where(which).order_by(key.desc()).limit(1).scalar_subquery()


def _earlier() -> ScalarSelect[Any]:
    """The newest reply of this address or number before it."""
    before = replies.alias()
    address = and_(before.c.from_address == replies.c.from_address, before.c.from_address != "")
    number = and_(before.c.phone_number == replies.c.phone_number, before.c.phone_number != "")
    theirs = and_(or_(address, number), before.c.label == ReplyLabel.REPLY, before.c.id < replies.c.id)
    return select(func.max(before.c.id)).where(theirs).scalar_subquery()


def _card() -> Select[Any]:
    """With whoever was mailed, and how many of the rest there are."""
    mailed, case, joined = (alerts.alias(name) for name in ("mailed", "its_case", "joined"))
    later, other = replies.alias(), mentions.alias()
    followed = select(later.c.id).where(later.c.follow_up_of == replies.c.id).correlate(replies)
    thread = or_(attachments.c.reply_id == replies.c.id, attachments.c.reply_id.in_(followed))
    same = and_(other.c.kind == mentions.c.kind, other.c.value == mentions.c.value, other.c.reply_id != replies.c.id)
    shared = and_(mentions.c.reply_id == replies.c.id, exists().where(same).correlate(mentions, replies))
    held_back = and_(letters.c.reply_id == replies.c.id, letters.c.detail == NOT_ALLOWED)
    an_answer = and_(letters.c.reply_id == replies.c.id, letters.c.kind == LetterKind.ANSWER)
    asked = (
        select(
            *_ITSELF,
            *(participants.c.neighbourhood, participants.c.x, participants.c.y, mailed.c.kind.label("mailed_kind")),
            *(mailed.c.id.label("mailed_id"), case.c.reference.label("case_reference")),
            _link(replies.c.alert_id).label("alert_link"),
            _link(replies.c.case_alert_id).label("case_link"),
            number_of(later, later.c.follow_up_of == replies.c.id).label("follow_ups"),
            number_of(attachments, thread).label("attachments"),
            number_of(callbacks, callbacks.c.done_at.is_(None), callbacks.c.reply_id == replies.c.id).label("calls"),
            number_of(joined, joined.c.with_id == replies.c.alert_id).label("joined"),
            number_of(mentions, shared).label("shared"),
            number_of(letters, held_back).label("held_back"),
            *(reply_number(replies.c.id).label("number"), _earlier().label("earlier_id")),
            _newest(ratings.c.at, ratings.c.reply_id == replies.c.id, ratings.c.id).label("rated_at"),
            _newest(letters.c.held_until, an_answer, letters.c.id).label("held_until"),
        )
        .outerjoin(deliveries, deliveries.c.id == replies.c.delivery_id)
        .outerjoin(mailings, mailings.c.id == deliveries.c.mailing_id)
        .outerjoin(mailed, mailed.c.id == mailings.c.alert_id)
        .outerjoin(participants, participants.c.id == deliveries.c.participant_id)
        .outerjoin(case, case.c.id == replies.c.case_alert_id)
        .where(replies.c.id == bindparam("reply_id"))
    )
    return with_lead(with_alert(asked, replies.c.alert_id), replies.c.id)


OF_NEW: Final = (
    *_OWN,
    *(null().label(f"{kind}_status") for kind in _TOLD),
    null().label("escalated_by_name"),
)
"""The same of one that is being added: no letter was written about it yet."""
ITSELF: Final = select(*_ITSELF).where(replies.c.id == bindparam("reply_id"))
CARD: Final = _card()
FOLLOW_UPS: Final = (
    select(*_ITSELF)
    .where(replies.c.follow_up_of == bindparam("reply_id"), replies.c.erased_at.is_(None))
    .order_by(replies.c.id)
)

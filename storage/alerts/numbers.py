"""What is counted for an alert's message: one statement, made once; what few alerts have is only counted."""

from typing import Any, Final

from sqlalchemy import ScalarSelect, and_, bindparam, or_, select

from bot.domain.alerts.alerts import UNDER_WAY, AlertKind
from bot.domain.alerts.mailings import BatchStatus
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import ReplyLabel
from bot.records.outbox import Task
from storage.rows import number_of
from storage.schema.alerts import alerts, proposals
from storage.schema.mailings import batches, deliveries, mailings, nothing_seen
from storage.schema.outbox import messages
from storage.schema.replies import replies

_ALERT: Final = bindparam("alert_id", type_=alerts.c.id.type)


def _saw_nothing() -> ScalarSelect[Any]:
    """Without those who replied after all."""
    replied = select(replies.c.id).where(replies.c.delivery_id == deliveries.c.id, _IS_REPLY).exists()
    said = nothing_seen.join(deliveries).join(mailings)
    return number_of(said, mailings.c.alert_id == _ALERT, ~replied)


_IS_REPLY: Final = replies.c.label == ReplyLabel.REPLY
_OWN: Final = and_(replies.c.alert_id == _ALERT, _IS_REPLY)
_HERE: Final = (Images.IN, Images.ELSEWHERE, Images.HANDED_OVER)
_JOINED: Final = alerts.alias("joined")
_OUTCOME: Final = alerts.alias("outcome")
_UNDER_WAY: Final = and_(_OUTCOME.c.kind == AlertKind.OUTCOME, _OUTCOME.c.status.in_(UNDER_WAY))
_BATCHES: Final = batches.join(mailings)
_PLANNED: Final = and_(mailings.c.alert_id == _ALERT, batches.c.status == BatchStatus.PLANNED)
_STANDING: Final = and_(mailings.c.alert_id == _ALERT, batches.c.status == BatchStatus.STANDING)
_ABOUT: Final = select(alerts.c.about_id).where(alerts.c.id == _ALERT).scalar_subquery()
_TOLD: Final = select(messages.c.link).where(messages.c.task == Task.SHOW_ALERT, messages.c.subject_id == _ABOUT)
NUMBERS: Final = select(
    number_of(mailings, mailings.c.alert_id == _ALERT).label("mailed"),
    number_of(replies, _OWN).label("replies"),
    number_of(replies, _OWN, replies.c.handled_at.is_(None)).label("open_replies"),
    number_of(replies, replies.c.case_alert_id == _ALERT, _IS_REPLY).label("from_elsewhere"),
    number_of(replies, _OWN, replies.c.images.in_((Images.WANTED, Images.EXPIRED, *_HERE))).label("images_offered"),
    number_of(replies, _OWN, replies.c.images.in_(_HERE)).label("images_in"),
    _saw_nothing().label("saw_nothing"),
    number_of(_BATCHES, _PLANNED).label("planned"),
    number_of(_BATCHES, or_(and_(_PLANNED, batches.c.attempts > 0), _STANDING)).label("failing"),
    number_of(_JOINED, _JOINED.c.with_id == _ALERT).label("joined"),
    number_of(_OUTCOME, _OUTCOME.c.about_id == _ALERT, _UNDER_WAY).label("outcomes"),
    number_of(proposals, proposals.c.alert_id == _ALERT).label("proposed"),
    _TOLD.scalar_subquery().label("about_link"),
)

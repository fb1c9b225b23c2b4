"""What waits for somebody: a query a kind, all with the same columns."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, not_, or_, select

from bot.domain.alerts.alerts import AlertKind, AlertStatus
from bot.domain.alerts.mailings import BatchStatus
from bot.domain.day_monitor.incidents import IncidentStatus
from bot.domain.desk.deadlines import WaitKind
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import UNDELIVERED, LetterKind
from bot.records.outbox import Task
from storage.desk.boards import OPEN_LEAD, OPEN_REPLY, TO_HANDLE, survey_name
from storage.schema.alerts import alert_versions, alerts
from storage.schema.day_monitor import divisions, incidents
from storage.schema.leads import leads
from storage.schema.letters import letters
from storage.schema.mailings import batches, mailings
from storage.schema.replies import callbacks, ratings, replies


def _waits(kind: WaitKind, task: Task, message: Any, **columns: Any) -> Select[Any]:
    """What waits, as columns that are the same for every kind; `task` and `message` name the message it stands on."""
    named = {
        "thread": message,
        "reference": alerts.c.reference,
        "street": alerts.c.street,
        "mail": literal(AlertKind.ALERT.value),
        "turn_id": literal(""),
        "turn_name": literal(""),
        **columns,
    }
    told = [literal(kind.value).label("kind"), literal(task.value).label("task"), message.label("message")]
    given = (named[name].label(name) for name in ("id", "since", "thread", "mail"))
    texts = (func.coalesce(named[name], "").label(name) for name in ("reference", "street", "turn_id", "turn_name"))
    return select(*told, *given, *texts)


_of_reply = {"turn_id": replies.c.assignee_id, "turn_name": replies.c.assignee_name, "thread": replies.c.id}
_answer, _acknowledgement = letters.alias("answer"), letters.alias("acknowledgement")


def _newest(kind: LetterKind) -> ColumnElement[Any]:
    its = and_(letters.c.reply_id == replies.c.id, letters.c.kind == kind)
    return select(func.max(letters.c.id)).where(its).correlate(replies).scalar_subquery()


def _undelivered(letter: Any) -> ColumnElement[bool]:
    return func.coalesce(letter.c.status, "").in_(UNDELIVERED)


_reopened = and_(
    replies.c.reopened_at.is_not(None),
    or_(replies.c.answered_at.is_(None), replies.c.reopened_at > replies.c.answered_at),
)
_unheard = and_(  # new words of theirs want to be read first: that is an open reply
    not_(_reopened),
    or_(
        _undelivered(_answer),
        and_(_answer.c.id.is_(None), or_(replies.c.rating.is_not(None), _undelivered(_acknowledgement))),
    ),
)
_rated_at = select(func.max(ratings.c.at)).where(ratings.c.reply_id == replies.c.id).scalar_subquery()
_unheard_since = case(
    (_undelivered(_answer), _answer.c.status_at),
    else_=func.coalesce(_rated_at, _acknowledgement.c.status_at, replies.c.received_at),
)


def _open_replies(kind: WaitKind, since: Any) -> Select[Any]:
    found = _waits(kind, Task.SHOW_REPLY, replies.c.id, id=replies.c.id, since=since, **_of_reply)
    letter = replies.outerjoin(_answer, _answer.c.id == _newest(LetterKind.ANSWER))
    both = letter.outerjoin(_acknowledgement, _acknowledgement.c.id == _newest(LetterKind.ACKNOWLEDGEMENT))
    return found.select_from(both.outerjoin(alerts, alerts.c.id == replies.c.alert_id)).where(TO_HANDLE)


WAITS: Mapping[WaitKind, Select[Any]] = {
    WaitKind.INCIDENT: _waits(
        WaitKind.INCIDENT,
        Task.SHOW_DIVISION,
        select(func.max(divisions.c.id)).scalar_subquery(),  # each morning's message names all that are open
        id=incidents.c.id,
        since=incidents.c.first_seen_at,
        reference=incidents.c.bvh_number,
        street=incidents.c.street,
        thread=literal(0),
        turn_id=incidents.c.assignee_id,
        turn_name=incidents.c.assignee_name,
    ).where(incidents.c.status == IncidentStatus.OPEN, incidents.c.erased_at.is_(None)),
    WaitKind.REQUEST: _waits(
        WaitKind.REQUEST, Task.SHOW_ALERT, alerts.c.id, id=alerts.c.id, since=alert_versions.c.at, mail=alerts.c.kind
    )
    .join(alert_versions, and_(alert_versions.c.alert_id == alerts.c.id, alert_versions.c.version == alerts.c.version))
    .where(alerts.c.status == AlertStatus.REQUESTED),
    WaitKind.UNSENT: _waits(
        WaitKind.UNSENT, Task.SHOW_ALERT, alerts.c.id, id=alerts.c.id, since=alerts.c.approved_at, mail=alerts.c.kind
    ).where(alerts.c.status == AlertStatus.APPROVED),
    WaitKind.BATCH: _waits(
        WaitKind.BATCH,
        Task.SHOW_BATCH,
        batches.c.id,
        id=batches.c.id,
        since=batches.c.asked_at,
        mail=func.coalesce(alerts.c.kind, AlertKind.ALERT),
        reference=func.coalesce(alerts.c.reference, survey_name(mailings.c.survey_id)),
    )
    .select_from(batches.join(mailings).outerjoin(alerts))
    .where(
        batches.c.status.in_((BatchStatus.UNKNOWN, BatchStatus.STANDING)),
        batches.c.asked_at.is_not(None),
        batches.c.decision.is_(None),
    ),
    WaitKind.REPLY: _open_replies(WaitKind.REPLY, func.coalesce(replies.c.reopened_at, replies.c.received_at)).where(
        not_(_unheard)
    ),
    WaitKind.CALL: _waits(
        WaitKind.CALL,
        Task.SHOW_REPLY,
        callbacks.c.reply_id,
        id=callbacks.c.id,
        since=callbacks.c.due_at,
        turn_id=callbacks.c.by_id,
        turn_name=callbacks.c.by_name,
    )
    .select_from(callbacks.join(replies).outerjoin(alerts, alerts.c.id == replies.c.alert_id))
    .where(callbacks.c.done_at.is_(None)),
    WaitKind.IMAGES: _waits(
        WaitKind.IMAGES, Task.SHOW_REPLY, replies.c.id, id=replies.c.id, since=replies.c.images_until, **_of_reply
    )
    .select_from(replies.outerjoin(alerts, alerts.c.id == replies.c.alert_id))
    .where(OPEN_REPLY, replies.c.images == Images.WANTED),
    WaitKind.CITIZEN: _open_replies(WaitKind.CITIZEN, _unheard_since).where(_unheard),
    WaitKind.LEAD: _waits(
        WaitKind.LEAD,
        Task.SHOW_LEAD,
        leads.c.id,
        id=leads.c.id,
        since=leads.c.escalated_at,
        thread=func.coalesce(leads.c.alert_id, 0),
        turn_id=leads.c.result_by_id,
        turn_name=leads.c.result_by_name,
    )
    .select_from(leads.outerjoin(alerts, alerts.c.id == leads.c.alert_id))
    .where(OPEN_LEAD),
}

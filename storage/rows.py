"""Rows to domain objects and back."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from types import SimpleNamespace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, FromClause, Row, ScalarSelect, Select, and_, bindparam, func, select

from bot.domain.alerts.alerts import (
    About,
    Alert,
    AlertContent,
    AlertKind,
    AlertStatus,
    CaseResult,
)
from bot.domain.guard.findings import FindingKind
from bot.domain.guard.kept import Kept
from bot.domain.leads.leads import Lead, LeadResult
from bot.domain.participants.people import LeaveReason, MailKind, Participant, ParticipantStatus
from bot.domain.replies.images.offered import Images
from bot.domain.replies.replies import (
    Caution,
    CautionKind,
    LetterStatus,
    Rating,
    Reply,
    ReplyKind,
    ReplyLabel,
    SenderCheck,
)
from bot.records.outbox import Task
from storage.offences import offence_of
from storage.schema.alerts import alerts
from storage.schema.columns import shape_from_text, shape_to_text
from storage.schema.leads import leads
from storage.schema.outbox import messages

CONTENT_FIELDS = tuple(AlertContent.__dataclass_fields__)
_MOMENTS = ("window_start", "window_end")


def content_columns(content: AlertContent) -> dict[str, Any]:
    """An alert's text as its row holds it."""
    return {name: getattr(content, name) for name in CONTENT_FIELDS} | {"offence": content.offence.key}


def content_to_json(content: AlertContent) -> dict[str, Any]:
    """The same as JSON, moments in ISO 8601."""
    stored = content_columns(content)
    told = {name: stored[name].isoformat() for name in _MOMENTS}
    return stored | told | {"shape": shape_to_text(content.shape)}


def content_from_json(connection: Connection, stored: dict[str, Any]) -> AlertContent:
    moments = {name: datetime.fromisoformat(stored[name]) for name in _MOMENTS}
    return _content(connection, {**stored, **moments, "shape": shape_from_text(stored.get("shape"))})


def kept_to_json(kept: Sequence[Kept]) -> list[dict[str, str]]:
    return [asdict(one) for one in kept]


def kept_from_json(stored: list[dict[str, str]]) -> tuple[Kept, ...]:
    return tuple(Kept(**{**one, "kind": FindingKind(one["kind"])}) for one in stored)  # type: ignore[arg-type]


def content_of(connection: Connection, row: Any) -> AlertContent:
    return _content(connection, {name: getattr(row, name) for name in CONTENT_FIELDS})


def _content(connection: Connection, values: dict[str, Any]) -> AlertContent:
    """What was stored before there were endings has none."""
    ending = CaseResult(values["ending"]) if values.get("ending") else None
    return AlertContent(**{**values, "offence": offence_of(connection, values["offence"]), "ending": ending})


def _alert_by_id() -> Select[Any]:
    about = alerts.alias()
    columns = (alerts, about.c.reference.label("about_reference"), about.c.sent_at.label("about_sent_at"))
    joined = select(*columns).outerjoin(about, about.c.id == alerts.c.about_id)
    return joined.where(alerts.c.id == bindparam("alert_id"))


_ALERT_BY_ID: Final = _alert_by_id()
"""Made once: each card asks for its alert, and an alias takes ten times longer to make than to run."""


def get_alert(connection: Connection, alert_id: int) -> Alert:
    """An alert, and for an outcome mail what it is about."""
    return _alert_of(connection, connection.execute(_ALERT_BY_ID, {"alert_id": alert_id}).one())


_ITS, _ITS_ABOUT = alerts.alias("its_alert"), alerts.alias("its_about")


def with_alert(asked: Select[Any], alert_id: ColumnElement[int]) -> Select[Any]:
    """The same question, and the alert of each row with it: `alert_beside` reads it."""
    about = (_ITS_ABOUT.c.reference.label("its_about_reference"), _ITS_ABOUT.c.sent_at.label("its_about_sent_at"))
    asked = asked.add_columns(*_labelled(_ITS, "its_"), *about)
    return asked.outerjoin(_ITS, _ITS.c.id == alert_id).outerjoin(_ITS_ABOUT, _ITS_ABOUT.c.id == _ITS.c.about_id)


def alert_beside(connection: Connection, row: Row[Any]) -> Alert | None:
    return _alert_of(connection, _beside(row, "its_")) if row.its_id else None


def _labelled(table: FromClause, prefix: str) -> Iterator[ColumnElement[Any]]:
    return (column.label(f"{prefix}{column.name}") for column in table.c)


def _beside(row: Row[Any], prefix: str) -> Any:
    """What stands in a row under a prefix, as a row of its own."""
    told = {name.removeprefix(prefix): value for name, value in row._mapping.items() if name.startswith(prefix)}
    return SimpleNamespace(**told)


def _alert_of(connection: Connection, row: Any) -> Alert:
    return Alert(
        id=row.id,
        reference=row.reference,
        status=AlertStatus(row.status),
        version=row.version,
        content=content_of(connection, row),
        requester_id=row.requester_id,
        requester_name=row.requester_name,
        requested_at=row.requested_at,
        keep_reason=row.keep_reason,
        approver_id=row.approver_id or "",
        approver_name=row.approver_name or "",
        approved_at=row.approved_at,
        sent_at=row.sent_at,
        decided_by_name=row.decided_by_name or "",
        decided_reason=row.decided_reason or "",
        decided_at=row.decided_at,
        map_file_id=row.map_file_id or "",
        about=About(row.about_id, row.about_reference, row.about_sent_at) if row.about_id else None,
        result=CaseResult(row.result) if row.result else None,
        closed_at=row.closed_at,
        held_by_name=row.held_by_name or "",
        held_reason=row.held_reason or "",
        content_by_id=row.content_by_id,
        content_by_name=row.content_by_name,
        supplemented_by_id=row.supplemented_by_id or "",
        supplemented_by_name=row.supplemented_by_name or "",
        kept=kept_from_json(row.kept),
        kind=AlertKind(row.kind),
        with_id=row.with_id,
    )


def participant_of(row: Row[Any]) -> Participant:
    """A participant's row; who was erased has no address."""
    return Participant(
        id=row.id,
        email="" if row.erased_at else row.email,
        name=row.name,
        postcode=row.postcode,
        house_number=row.house_number,
        neighbourhood=row.neighbourhood,
        x=row.x,
        y=row.y,
        status=ParticipantStatus(row.status),
        left_at=row.left_at,
        left_reason=LeaveReason(row.left_reason) if row.left_reason else None,
        paused_at=row.paused_at,
        paused_until=row.paused_until,
        wants=frozenset(kind for kind in MailKind if getattr(row, f"wants_{kind}")),
        own_at=row.own_at,
    )


def reply_of(row: Row[Any]) -> Reply:
    """A reply's row with the newest status of its letters by kind, and who sent it on to the burglary team."""
    return Reply(
        id=row.id,
        inbound_id=row.inbound_id,
        alert_id=row.alert_id,
        delivery_id=row.delivery_id,
        kind=ReplyKind(row.kind),
        label=ReplyLabel(row.label),
        received_at=row.received_at,
        words=row.words,
        from_address=row.from_address,
        reply_to=row.reply_to,
        from_name=row.from_name,
        subject=row.subject,
        message_id=row.message_id,
        references=row.references,
        version=row.version,
        late=row.late,
        sender_check=SenderCheck(row.sender_check),
        cautions=tuple(Caution(CautionKind(odd["kind"]), odd["detail"]) for odd in row.cautions),
        rating=Rating(row.rating) if row.rating else None,
        rated_by_name=row.rated_by_name or "",
        answer_status=LetterStatus(row.answer_status) if row.answer_status else None,
        answered_by_name=row.answered_by_name or "",
        answered_at=row.answered_at,
        acknowledgement_status=LetterStatus(row.acknowledgement_status) if row.acknowledgement_status else None,
        bvh_number=row.bvh_number or "",
        bvh_by_name=row.bvh_by_name or "",
        escalated_by_name=row.escalated_by_name or "",
        phone=row.phone,
        assignee_id=row.assignee_id or "",
        assignee_name=row.assignee_name or "",
        taken_at=row.taken_at,
        opened_at=row.opened_at,
        case_alert_id=row.case_alert_id,
        case_bvh_number=row.case_bvh_number or "",
        not_escalated_by_name=row.not_escalated_by_name or "",
        follow_up_of=row.follow_up_of,
        reopened_at=row.reopened_at,
        handled_at=row.handled_at,
        erased_at=row.erased_at,
        asked_by_name=row.asked_by_name or "",
        asked_at=row.asked_at,
        question_status=LetterStatus(row.question_status) if row.question_status else None,
        settled_at=row.settled_at,
        may_acknowledge=row.may_acknowledge,
        mail_by_name=row.mail_by_name or "",
        images=Images(row.images) if row.images else None,
        images_until=row.images_until,
        images_by_name=row.images_by_name or "",
        images_only_at=row.images_only_at,
        images_end=row.images_end,
        images_asked_at=row.images_asked_at,
        images_status=LetterStatus(row.images_status) if row.images_status else None,
        camera_days=row.camera_days,
    )


_LEAD_OF: Final = select(leads).where(leads.c.reply_id == bindparam("reply_id"))


def get_lead_of(connection: Connection, reply_id: int) -> Lead | None:
    row = connection.execute(_LEAD_OF, {"reply_id": reply_id}).one_or_none()
    return lead_of(row) if row else None


_LEAD: Final = leads.alias("its_lead")


def with_lead(asked: Select[Any], reply_id: ColumnElement[int]) -> Select[Any]:
    """The same question, and the lead that each row's reply became: `lead_beside` reads it."""
    return asked.add_columns(*_labelled(_LEAD, "lead_")).outerjoin(_LEAD, _LEAD.c.reply_id == reply_id)


def lead_beside(row: Row[Any]) -> Lead | None:
    return lead_of(_beside(row, "lead_")) if row.lead_id else None


def lead_of(row: Any) -> Lead:
    return Lead(
        id=row.id,
        reply_id=row.reply_id,
        alert_id=row.alert_id,
        escalated_by_name=row.escalated_by_name,
        escalated_at=row.escalated_at,
        result=LeadResult(row.result) if row.result else None,
        result_by_name=row.result_by_name or "",
        result_at=row.result_at,
        note=row.note,
        read_by_name=row.read_by_name or "",
        read_at=row.read_at,
        line=row.line,
    )


THE_SUBJECT: Final = and_(messages.c.task == bindparam("task"), messages.c.subject_id == bindparam("subject_id"))
_LINK: Final = select(messages.c.link).where(THE_SUBJECT)


def message_link(connection: Connection, task: Task, subject_id: int) -> str:
    """The permanent link of a subject's message, empty before it stands."""
    return connection.execute(_LINK, {"task": task, "subject_id": subject_id}).scalar_one_or_none() or ""


def number_of(table: FromClause, *which: ColumnElement[bool]) -> ScalarSelect[int]:
    """How many rows of a table, as a column of another question."""
    return select(func.count()).select_from(table).where(*which).scalar_subquery()


def lead_number(lead_id: Any) -> ScalarSelect[int]:
    """Which of its alert's leads it is; those without a known alert count together."""
    itself, before = leads.alias("itself"), leads.alias("before")
    same = and_(before.c.alert_id.is_not_distinct_from(itself.c.alert_id), before.c.id <= itself.c.id)
    return number_of(itself.join(before, same), itself.c.id == lead_id)


def of_subject(task: Task, subject_id: int) -> ColumnElement[bool]:
    """Selects the message that stands for a subject."""
    return and_(messages.c.task == task, messages.c.subject_id == subject_id)

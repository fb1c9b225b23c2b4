"""Sentences that are stored now and translated when they are shown."""

from datetime import timedelta

from bot.domain.alerts.alerts import About, Alert, AlertKind, Draft
from bot.domain.alerts.endings import check_was_sent
from bot.domain.alerts.mailings import Subject, Topic
from bot.domain.surveys.surveys import Survey
from bot.records.chat import Note
from bot.records.mail import AlertMail
from bot.records.outbox import Task
from bot.workflow.mail_ports import Composer
from storage.unit_of_work import UnitOfWork

NO_REFERENCE_YET = "BM-..."


def N_(message: str) -> str:  # noqa: N802 - gettext's name for "to be translated later"
    """Mark a message id for the catalogue."""
    return message


def owe_note(uow: UnitOfWork, task: Task, subject_id: int, note: Note) -> None:
    """Owe a line in a thread."""
    uow.outbox.owe(task, subject_id, note)


def mailed(uow: UnitOfWork, topic: Topic) -> Alert | Survey:
    """What a mailing is about."""
    return uow.surveys.get(topic.id) if topic.subject is Subject.SURVEY else uow.alerts.get(topic.id)


def owe_shown(uow: UnitOfWork, topic: Topic, after: timedelta = timedelta()) -> None:
    """Owe an update of its message."""
    task = Task.SHOW_SURVEY if topic.subject is Subject.SURVEY else Task.SHOW_ALERT
    uow.outbox.owe(task, topic.id, after=after)


def owe_told_of(uow: UnitOfWork, alert: Alert) -> None:
    """The alert that a mail is about shows whether one is under way."""
    if alert.about:
        uow.outbox.owe(Task.SHOW_ALERT, alert.about.id)


def mail_of(composer: Composer, thing: Alert | Survey, *, test: bool = False) -> AlertMail:
    """What each of them mails: every mail of a delivery is made here, so that it can be made again."""
    if isinstance(thing, Survey):
        return composer.survey(thing.plan.closes_on)
    return _mail(composer, thing.reference, thing, thing.about, test=test)


def mail_of_draft(composer: Composer, uow: UnitOfWork, draft: Draft, *, test: bool = False) -> AlertMail:
    """`mail_of` for a draft, which has no reference yet."""
    about = check_was_sent(uow.alerts.get(draft.about_id)) if draft.about_id else None
    reference = uow.alerts.get(draft.alert_id).reference if draft.alert_id else NO_REFERENCE_YET
    return _mail(composer, reference, draft, about, test=test)


def _mail(
    composer: Composer, reference: str, mail: Alert | Draft, about: About | None, *, test: bool = False
) -> AlertMail:
    if about is None:
        return composer.alert(reference, mail.content, test=test)
    if mail.kind is AlertKind.PREVENTIVE:
        return composer.preventive(about.reference, mail.content, test=test)
    return composer.outcome(about.reference, mail.content, about.sent_at, test=test)

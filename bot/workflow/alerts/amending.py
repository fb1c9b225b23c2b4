"""Other words in place of those of a request: whose they are then, and what its requester is told."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.alerts.alerts import Alert, AlertAction, AlertContent, AlertStatus, next_status
from bot.domain.alerts.authorship import authors_of
from bot.domain.alerts.typed_texts import content_changes
from bot.domain.errors import AlreadyDone, SomebodyWasFirst
from bot.domain.guard.kept import Kept
from bot.domain.participants.people import Colleague
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.alerts.repeats.joining import follow
from bot.workflow.day_monitor.dividing import follow_number
from bot.workflow.letters.guarding import kept_details, kept_reason
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import UnitOfWork


def replace_text(
    uow: UnitOfWork,
    alert: Alert,
    content: AlertContent,
    kept: Sequence[Kept],
    colleague: Colleague,
    now: datetime,
    *,
    takes_over: bool = False,
) -> Alert:
    """Put a text in place of the alert's, which waits for an approval then; the alert as it is now."""
    authors = authors_of(alert, uow.words.versions(alert.id), content, colleague, takes_over=takes_over)
    if not uow.alerts.amend(alert, content, kept, authors, colleague, now):
        raise was_first(uow.alerts.get(alert.id), colleague)
    follow_number(uow, alert, content)
    if content != alert.content:
        follow(uow, alert, content, colleague)
    changes = content_changes(alert.content, content)
    said = {**changes, **kept_reason(kept)}
    told = {"version": alert.version + 1, "authors": vars(authors), **kept_details(kept)}
    uow.audit.record(colleague.id, "amended", alert.reference, now, said, **told)
    _tell_difference(uow, alert, changes, colleague)
    return uow.alerts.get(alert.id)


def _tell_difference(uow: UnitOfWork, before: Alert, changes: dict[str, tuple[str, str]], colleague: Colleague) -> None:
    if before.status is AlertStatus.RETURNED:
        filed_again = Note(N_("{name} mended the request and filed it again."), {"name": colleague.name})
        owe_note(uow, Task.ALERT_NOTE, before.id, filed_again)
    if changes:
        owe_note(uow, Task.ALERT_NOTE, before.id, _difference(before, shown_changes(before, changes), colleague))
    uow.outbox.owe(Task.SHOW_ALERT, before.id)
    if before.has_area:
        uow.outbox.owe(Task.SHOW_MAP, before.id)


def shown_changes(alert: Alert, changes: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """What people are shown of them: of a mail about an alert its one text."""
    return {alert.text_name: changes["what_happened"]} if alert.about and changes else changes


def _difference(before: Alert, changes: dict[str, tuple[str, str]], colleague: Colleague) -> Note:
    """What changed; the requester is called where a colleague did it."""
    if colleague.id == before.requester_id:
        return Note(N_("{name} changed the request:"), {"name": colleague.name}, differences=changes)
    note = Note(N_("{name} changed the request of {requester}:"), {"name": colleague.name}, differences=changes)
    return note.mentioning("requester", before.requester_id)


def check_open(alert: Alert, action: AlertAction, colleague: Colleague) -> None:
    """Whether this can be done still; who came second is told who was first."""
    try:
        next_status(alert, action)
    except AlreadyDone:
        raise was_first(alert, colleague) from None


def was_first(alert: Alert, colleague: Colleague) -> SomebodyWasFirst | AlreadyDone:
    """Who came second is told who was first."""
    name = alert.decided_by_name or alert.approver_name
    return SomebodyWasFirst(name=name) if name and name != colleague.name else AlreadyDone()

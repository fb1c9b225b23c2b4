"""Four eyes: another colleague approves, amends, sends back; the requester may withdraw."""

from bot.clock import Clock
from bot.domain.alerts import (
    Alert,
    AlertAction,
    AlertContent,
    AlertStatus,
    check_approval,
    check_withdrawal,
    content_changes,
    next_status,
)
from bot.domain.errors import (
    AlreadyDone,
    DraftGone,
    NobodyInArea,
    NobodyToTell,
    ReasonNeeded,
    SomebodyWasFirst,
    TextChanged,
)
from bot.domain.people import Colleague
from bot.workflow.cards import Note
from bot.workflow.ports import UnitOfWork, Work
from bot.workflow.records import Task
from bot.workflow.requesting import check_findings, own_draft
from bot.workflow.wording import N_, owe_note


class Approving:
    """The second step of the pilot. Every action is a compare-and-set: who comes second is told who was first."""

    def __init__(self, work: Work, clock: Clock, batch_size: int) -> None:
        self._work = work
        self._clock = clock
        self._batch_size = batch_size

    def open_for(self, alert_id: int, seen_version: int, action: AlertAction, colleague: Colleague) -> Alert:
        """An alert, for the form that goes with an action that is possible now, on the text that was seen."""
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
        _check_open(alert, action, colleague)
        if alert.version != seen_version:
            raise TextChanged
        return alert

    def approve(self, alert_id: int, seen_version: int, colleague: Colleague) -> None:
        """Choose the recipients and start sending."""
        with self._work() as uow:
            self._approve(uow, uow.alerts.get(alert_id), seen_version, colleague)

    def _approve(self, uow: UnitOfWork, alert: Alert, seen_version: int, colleague: Colleague) -> None:
        now = self._clock.now()
        _check_open(alert, AlertAction.APPROVE, colleague)
        check_approval(alert, colleague, seen_version)
        if not uow.alerts.approve(alert, colleague, now):
            raise _was_first(uow.alerts.get(alert.id), colleague)
        people = uow.mailings.plan(alert, self._batch_size, now)
        if not people:
            raise NobodyToTell if alert.about else NobodyInArea
        uow.audit.record(colleague.id, "approved", alert.reference, now, version=alert.version, recipients=people)
        note = Note(N_("{name} approved the mail. Recipients: {n}."), {"name": colleague.name, "n": str(people)})
        owe_note(uow, Task.ALERT_NOTE, alert.id, note)
        uow.outbox.owe(Task.SHOW_ALERT, alert.id)

    def amend(self, draft_id: str, colleague: Colleague, keep_reason: str, *, and_send: bool) -> None:
        """Put the draft's text in place of the alert's; `and_send` approves it in the same step."""
        now = self._clock.now()
        with self._work() as uow:
            draft = own_draft(uow, draft_id, colleague)
            if draft.alert_id is None:
                raise DraftGone
            alert = uow.alerts.get(draft.alert_id)
            _check_open(alert, AlertAction.AMEND, colleague)
            if alert.version != draft.base_version:
                raise TextChanged
            reason = keep_reason if check_findings(draft.content, keep_reason) else ""
            if not uow.alerts.amend(alert, draft.content, reason, colleague, now):
                raise _was_first(uow.alerts.get(alert.id), colleague)
            uow.alerts.take_draft(draft_id)
            self._tell_difference(uow, alert, draft.content, colleague)
            if and_send:
                amended = uow.alerts.get(alert.id)
                self._approve(uow, amended, amended.version, colleague)

    def _tell_difference(self, uow: UnitOfWork, before: Alert, after: AlertContent, colleague: Colleague) -> None:
        changes = content_changes(before.content, after)
        uow.audit.record(
            colleague.id, "amended", before.reference, self._clock.now(), version=before.version + 1, changed=changes
        )
        if before.status is AlertStatus.RETURNED:
            filed_again = Note(N_("{name} mended the request and filed it again."), {"name": colleague.name})
            owe_note(uow, Task.ALERT_NOTE, before.id, filed_again)
        if changes:
            shown = {"outcome": changes["what_happened"]} if before.about else changes
            note = Note(N_("{name} changed the text of {requester}:"), {"name": colleague.name}, differences=shown)
            owe_note(uow, Task.ALERT_NOTE, before.id, note.mentioning("requester", before.requester_id))
        uow.outbox.owe(Task.SHOW_ALERT, before.id)
        if not before.about:
            uow.outbox.owe(Task.SHOW_MAP, before.id)

    def send_back(self, alert_id: int, seen_version: int, colleague: Colleague, reason: str) -> None:
        """Back to the requester, who can mend it and file it again."""
        if not reason.strip():
            raise ReasonNeeded("reason")
        note = Note(N_("{name} sent the request back to {requester}:"), {"name": colleague.name}, text=reason.strip())
        self._decide(alert_id, seen_version, colleague, AlertAction.RETURN, note)

    def withdraw(self, alert_id: int, seen_version: int, colleague: Colleague) -> None:
        """The requester takes it back."""
        with self._work() as uow:
            check_withdrawal(uow.alerts.get(alert_id), colleague)
        note = Note(N_("{name} withdrew the request."), {"name": colleague.name})
        self._decide(alert_id, seen_version, colleague, AlertAction.WITHDRAW, note)

    def close(self, alert_id: int, seen_version: int, colleague: Colleague) -> None:
        """The case is done: replies that still come are marked late."""
        note = Note(N_("{name} closed the alert."), {"name": colleague.name})
        self._decide(alert_id, seen_version, colleague, AlertAction.CLOSE, note)

    def _decide(self, alert_id: int, seen_version: int, colleague: Colleague, action: AlertAction, note: Note) -> None:
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            _check_open(alert, action, colleague)
            if seen_version != alert.version:
                raise TextChanged
            if not uow.alerts.move(alert, next_status(alert, action), colleague, note.text):
                raise _was_first(uow.alerts.get(alert_id), colleague)
            uow.audit.record(colleague.id, action, alert.reference, self._clock.now(), reason=note.text)
            owe_note(uow, Task.ALERT_NOTE, alert_id, note.mentioning("requester", alert.requester_id))
            uow.outbox.owe(Task.SHOW_ALERT, alert_id)


def _check_open(alert: Alert, action: AlertAction, colleague: Colleague) -> None:
    try:
        next_status(alert, action)
    except AlreadyDone:
        raise _was_first(alert, colleague) from None


def _was_first(alert: Alert, colleague: Colleague) -> SomebodyWasFirst | AlreadyDone:
    """Who came second is told who was first."""
    name = alert.decided_by_name or alert.approver_name
    return SomebodyWasFirst(name=name) if name and name != colleague.name else AlreadyDone()

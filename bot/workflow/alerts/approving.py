"""Four eyes: another colleague approves, amends, sends back; the requester may withdraw."""

from typing import Final

from bot.clock import Clock
from bot.domain.alerts.alert_errors import DraftGone, GoingOut, NobodyInArea, NobodyToTell, TextChanged
from bot.domain.alerts.alerts import (
    Alert,
    AlertAction,
    AlertKind,
    AlertStatus,
    check_approval,
    check_withdrawal,
    next_status,
)
from bot.domain.alerts.mailings import of_alert
from bot.domain.alerts.repeats.repeat_errors import NobodyForTips
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.guard.kept import reason_of
from bot.domain.participants.people import Colleague
from bot.records.chat import Note
from bot.records.outbox import ForPerson, Task
from bot.workflow.alerts.amending import check_open, replace_text, was_first
from bot.workflow.alerts.repeats.joining import check_none_of_theirs, join, part
from bot.workflow.alerts.repeats.noticing import give_up
from bot.workflow.alerts.requesting import own_draft
from bot.workflow.day_monitor.dividing import offer, owe_division, release_incident
from bot.workflow.letters.guarding import Guard
from bot.workflow.owing import N_, owe_note, owe_told_of
from storage.unit_of_work import UnitOfWork, Work

_NOBODY: Final = {
    AlertKind.ALERT: NobodyInArea,
    AlertKind.OUTCOME: NobodyToTell,
    AlertKind.PREVENTIVE: NobodyForTips,
}


class Approving:
    """The second step of the pilot. Every action is a compare-and-set: who comes second is told who was first."""

    def __init__(self, work: Work, clock: Clock, batch_size: int, safeguards: Safeguards, guard: Guard) -> None:
        self._work = work
        self._clock = clock
        self._batch_size = batch_size
        self._safeguards = safeguards
        self._guard = guard

    def open_for(self, alert_id: int, seen_version: int, action: AlertAction, colleague: Colleague) -> Alert:
        """An alert, for the form of an action; refused where that is not possible any more, or the text has changed."""
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
        check_open(alert, action, colleague)
        if alert.version != seen_version:
            raise TextChanged
        return alert

    def question(self, alert_id: int, seen_version: int, colleague: Colleague) -> tuple[Alert, int, bool]:
        """The alert that this colleague may approve now, how many people get it, and whether they type how many."""
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            _check_approval(alert, seen_version, colleague)
            check_none_of_theirs(uow, alert, colleague)
            self._guard.check_approval(alert, colleague, agreed=True)
            people = uow.alerts.reach_of(alert)
        return alert, people, self._safeguards.asks_number(people)

    def approve(
        self, alert_id: int, seen_version: int, colleague: Colleague, number: str | None = None, *, agreed: bool = False
    ) -> None:
        """Choose the recipients and have it sent after the hold.

        `number` is theirs, as typed where asked for; `agreed` to what stays of origin, belief and the like.
        """
        with self._work() as uow:
            self._approve(uow, uow.alerts.get(alert_id), seen_version, colleague, number, agreed=agreed)

    def _approve(
        self,
        uow: UnitOfWork,
        alert: Alert,
        seen_version: int,
        colleague: Colleague,
        number: str | None,
        *,
        agreed: bool,
    ) -> None:
        now, guards = self._clock.now(), self._safeguards
        _check_approval(alert, seen_version, colleague)
        check_none_of_theirs(uow, alert, colleague)
        agreed_to = self._guard.check_approval(alert, colleague, agreed=agreed)
        # Asked before the ledger of a whole town is written for nothing, and again of what was written.
        guards.check_number(uow.alerts.reach_of(alert), number)
        if not uow.alerts.approve(alert, colleague, now):
            raise was_first(uow.alerts.get(alert.id), colleague)
        people = uow.mailings.plan(alert, self._batch_size, now, guards.hold)
        if not people:
            raise _NOBODY[alert.kind]
        guards.check_number(people, number)
        told = {"agreed": [one.kind for one in agreed_to]} if agreed_to else {}
        uow.audit.record(
            colleague.id, "approved", alert.reference, now, version=alert.version, recipients=people, **told
        )
        note = Note(N_("{name} approved the mail. Recipients: {n}."), {"name": colleague.name, "n": str(people)})
        owe_note(uow, Task.ALERT_NOTE, alert.id, note)
        uow.outbox.owe(Task.SHOW_ALERT, alert.id)
        if guards.hold:
            uow.outbox.owe(Task.SAY_HELD, alert.id, ForPerson(colleague.id, colleague.locale))
        owe_division(uow)

    def stop(self, alert_id: int, seen_version: int, colleague: Colleague) -> None:
        """Take an approved mail back while nothing of it went out: it waits for an approval again."""
        now = self._clock.now()
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            _check_stop(alert, colleague)
            if alert.version != seen_version:
                raise TextChanged
            if not (uow.mailings.take_back(of_alert(alert_id)) and uow.alerts.stop(alert, colleague, now)):
                _check_stop(uow.alerts.get(alert_id), colleague)
                raise GoingOut
            uow.audit.record(colleague.id, "stopped", alert.reference, now, version=alert.version)
            told = N_("{name} stopped the mail of {requester}. Nothing went out; it waits for approval again.")
            note = Note(told, {"name": colleague.name})
            owe_note(uow, Task.ALERT_NOTE, alert_id, note.mentioning("requester", alert.requester_id))
            uow.outbox.owe(Task.SHOW_ALERT, alert_id)
            owe_division(uow)

    def amend(
        self, draft_id: str, colleague: Colleague, *, and_send: bool, number: str | None = None, agreed: bool = False
    ) -> None:
        """Put the draft's text in place of the alert's; `and_send` approves it in the same step."""
        now = self._clock.now()
        with self._work() as uow:
            draft = own_draft(uow, draft_id, colleague)
            if draft.alert_id is None:
                raise DraftGone
            alert = uow.alerts.get(draft.alert_id)
            check_open(alert, AlertAction.AMEND, colleague)
            if alert.version != draft.base_version or (draft.joins and alert.status is not AlertStatus.REQUESTED):
                raise TextChanged
            kept = self._guard.check_decided(draft.content, draft.kept)
            amended = replace_text(uow, alert, draft.content, kept, colleague, now)
            uow.drafts.take(draft_id)
            if draft.joins:
                join(uow, amended, self._guard, draft.joins, colleague, now)
            if and_send and not draft.joins:
                self._approve(uow, amended, amended.version, colleague, number, agreed=agreed)
            elif amended.content_by_id == colleague.id != alert.requester_id:
                offer(uow, amended, now)

    def send_back(self, alert_id: int, seen_version: int, colleague: Colleague, reason: str) -> None:
        """Back to the requester, who can mend it and file it again."""
        why = reason_of(reason)
        note = Note(N_("{name} sent the request back to {requester}:"), {"name": colleague.name}, text=why)
        self._decide(alert_id, seen_version, colleague, AlertAction.RETURN, note)

    def open_withdrawal(self, alert_id: int, seen_version: int, colleague: Colleague) -> Alert:
        """An alert, for the question whether to take it back; refused where they may not."""
        with self._work() as uow:
            check_withdrawal(uow.alerts.get(alert_id), colleague)
        return self.open_for(alert_id, seen_version, AlertAction.WITHDRAW, colleague)

    def withdraw(self, alert_id: int, seen_version: int, colleague: Colleague) -> None:
        with self._work() as uow:
            check_withdrawal(uow.alerts.get(alert_id), colleague)
        note = Note(N_("{name} withdrew the request."), {"name": colleague.name})
        self._decide(alert_id, seen_version, colleague, AlertAction.WITHDRAW, note)

    def _decide(self, alert_id: int, seen_version: int, colleague: Colleague, action: AlertAction, note: Note) -> None:
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            check_open(alert, action, colleague)
            if seen_version != alert.version:
                raise TextChanged
            if not uow.alerts.move(alert, next_status(alert, action), colleague, note.text, self._clock.now()):
                raise was_first(uow.alerts.get(alert_id), colleague)
            said = {"reason": note.text} if note.text else None
            uow.audit.record(colleague.id, action, alert.reference, self._clock.now(), said)
            owe_note(uow, Task.ALERT_NOTE, alert_id, note.mentioning("requester", alert.requester_id))
            uow.outbox.owe(Task.SHOW_ALERT, alert_id)
            if action is AlertAction.WITHDRAW:
                owe_told_of(uow, alert)
                release_incident(uow, alert)
                give_up(uow, alert)
                part(uow, alert)


def _check_approval(alert: Alert, seen_version: int, colleague: Colleague) -> None:
    check_open(alert, AlertAction.APPROVE, colleague)
    check_approval(alert, colleague, seen_version)


def _check_stop(alert: Alert, colleague: Colleague) -> None:
    """Refuses, and tells "too late" apart from "a colleague stopped it"."""
    if alert.status in {AlertStatus.SENT, AlertStatus.CLOSED}:
        raise GoingOut
    check_open(alert, AlertAction.STOP, colleague)

"""The case is done: what it came to, and what is still open; another outcome, or done after all not."""

from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.domain.alerts.alert_errors import OpenAgain, ResultChanged, TextChanged
from bot.domain.alerts.alerts import Alert, AlertAction, AlertStatus, CaseResult, next_status
from bot.domain.alerts.endings import ended_at
from bot.domain.alerts.mailings import of_alert
from bot.domain.errors import AlreadyDone, Refusal, SomebodyWasFirst
from bot.domain.participants.people import Colleague
from bot.records.alerts import case_result_name
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.alerts.amending import was_first
from bot.workflow.alerts.requesting import check_none_under_way
from bot.workflow.leads.escalating import tidy_note
from bot.workflow.owing import N_, owe_note, owe_told_of
from bot.workflow.replies.relating import show_to_neighbours
from storage.unit_of_work import UnitOfWork, Work


@dataclass(frozen=True)
class ClosingForm:
    """What is still open when an alert is closed; `waits`, `out`: the outcome mails that do, by reference."""

    alert: Alert
    open_replies: int
    open_leads: int
    waits: str = ""
    out: str = ""


class Closing:
    """Replies that still come are marked late; those that are open stay open until they are handled."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def form(self, alert_id: int, seen_version: int, colleague: Colleague) -> ClosingForm:
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            _check_open(alert, seen_version, colleague)
            still_open = uow.replies.count_open(alert_id), uow.leads.count_open(alert_id)
            return ClosingForm(alert, *still_open, *_mails(uow, alert_id))

    def close(self, alert_id: int, seen_version: int, result: CaseResult, note: str, colleague: Colleague) -> None:
        """Close it with its result; the note is the team's own. A mail that waits with another result is withdrawn."""
        reason = tidy_note(note)
        now = self._clock.now()
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            _check_open(alert, seen_version, colleague)
            if not uow.alerts.close(alert, result, reason, colleague, now):
                raise _closed_by(uow.alerts.get(alert_id), colleague)
            uow.audit.record(colleague.id, AlertAction.CLOSE, alert.reference, now, result=result)
            told = Note(N_("{name} closed the alert."), {"name": colleague.name}, text=reason)
            owe_note(uow, Task.ALERT_NOTE, alert_id, told)
            other = N_("{requester}, {name} closed the alert with another outcome. So this outcome mail is withdrawn.")
            _withdraw(uow, alert, result, other, colleague, now)
            _show(uow, alert)

    def closed_form(self, alert_id: int, action: AlertAction) -> ClosingForm:
        """How it ended, to be changed or undone, and the mails that tell it."""
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            _check_closed(alert, ended_at(alert), action)
            return ClosingForm(alert, 0, 0, *_mails(uow, alert_id))

    def change(
        self, alert_id: int, seen: datetime, result: CaseResult, note: str, colleague: Colleague, *, tells: bool
    ) -> None:
        """Another outcome, or another note; a mail that waits with the old outcome is withdrawn.

        `seen`: when it was said that it ended as the form showed. `tells`: a mail about it is asked for next;
        OutcomeUnderWay where one waits or is being sent still.
        """
        reason, now = tidy_note(note), self._clock.now()
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            _check_closed(alert, seen, AlertAction.CHANGE_RESULT)
            if (alert.result, alert.decided_reason) != (result, reason):
                self._change(uow, alert, result, reason, colleague, now)
            if tells:
                check_none_under_way(uow, alert_id)

    def _change(
        self, uow: UnitOfWork, alert: Alert, result: CaseResult, reason: str, colleague: Colleague, now: datetime
    ) -> None:
        if not uow.alerts.change_result(alert, result, reason, colleague, now):
            raise _undone_by(uow.alerts.get(alert.id))
        uow.audit.record(
            colleague.id, AlertAction.CHANGE_RESULT, alert.reference, now, before=alert.result, after=result
        )
        terms = {"after": case_result_name(N_, result)}
        line = N_("{name} changed the note to the outcome.")
        if alert.result is not result:
            line = N_("{name} changed the outcome to {after}.")
        if alert.result and alert.result is not result:
            terms["before"] = case_result_name(N_, alert.result)
            line = N_("{name} changed the outcome from {before} to {after}.")
        owe_note(uow, Task.ALERT_NOTE, alert.id, Note(line, {"name": colleague.name}, text=reason, terms=terms))
        if alert.result is not result:
            told = N_("{requester}, {name} changed the outcome. So this outcome mail is withdrawn.")
            _withdraw(uow, alert, result, told, colleague, now)
        _show(uow, alert)

    def reopen(self, alert_id: int, seen: datetime, colleague: Colleague) -> None:
        """As if it was not closed yet; a mail about an outcome that waits is withdrawn."""
        now = self._clock.now()
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            _check_closed(alert, seen, AlertAction.REOPEN)
            if not uow.alerts.reopen(alert, colleague, now):
                raise _undone_by(uow.alerts.get(alert_id))
            uow.audit.record(colleague.id, AlertAction.REOPEN, alert.reference, now, before=alert.result)
            told = Note(N_("{name} has opened the alert again."), {"name": colleague.name})
            owe_note(uow, Task.ALERT_NOTE, alert_id, told)
            gone = N_("{requester}, {name} has opened the alert again. So this outcome mail is withdrawn.")
            _withdraw(uow, alert, None, gone, colleague, now)
            _show(uow, alert)


def _show(uow: UnitOfWork, alert: Alert) -> None:
    uow.outbox.owe(Task.SHOW_ALERT, alert.id)
    if uow.outbox.message(Task.SHOW_LEADS, alert.id):
        uow.outbox.owe(Task.SHOW_LEADS, alert.id)
        show_to_neighbours(uow, alert)


def _may_go_back(uow: UnitOfWork, mail: Alert) -> bool:
    """Whether nothing of it went out."""
    if mail.status is AlertStatus.APPROVED:
        return uow.mailings.held_until(of_alert(mail.id)) is not None
    return mail.status in {AlertStatus.REQUESTED, AlertStatus.RETURNED}


def _mails(uow: UnitOfWork, alert_id: int) -> tuple[str, str]:
    """The outcome mails that wait, and those that are being sent or are out, by reference."""
    mails = uow.alerts.outcomes(alert_id)
    waits = [mail.reference for mail in mails if _may_go_back(uow, mail)]
    return ", ".join(waits), ", ".join(mail.reference for mail in mails if mail.reference not in waits)


def _withdraw(
    uow: UnitOfWork, about: Alert, ending: CaseResult | None, told: str, colleague: Colleague, now: datetime
) -> None:
    """What waits with another ending than this is no longer so; what is being sent, or out, stays."""
    for mail in uow.alerts.outcomes(about.id):
        if not _may_go_back(uow, mail) or (ending and mail.content.ending in (ending, None)):
            continue
        waiting = mail
        if mail.status is AlertStatus.APPROVED:
            if not (uow.mailings.take_back(of_alert(mail.id)) and uow.alerts.stop(mail, colleague, now)):
                continue
            waiting = uow.alerts.get(mail.id)
        if not uow.alerts.move(waiting, next_status(waiting, AlertAction.WITHDRAW), colleague, "", now):
            raise was_first(uow.alerts.get(mail.id), colleague)
        uow.audit.record(colleague.id, AlertAction.WITHDRAW, mail.reference, now)
        note = Note(told, {"name": colleague.name}).mentioning("requester", mail.requester_id)
        owe_note(uow, Task.ALERT_NOTE, mail.id, note)
        uow.outbox.owe(Task.SHOW_ALERT, mail.id)
        owe_told_of(uow, mail)


def _check_open(alert: Alert, seen_version: int, colleague: Colleague) -> None:
    try:
        next_status(alert, AlertAction.CLOSE)
    except AlreadyDone:
        raise _closed_by(alert, colleague) from None
    if alert.version != seen_version:
        raise TextChanged


def _check_closed(alert: Alert, seen: datetime | None, action: AlertAction) -> None:
    try:
        next_status(alert, action)
    except AlreadyDone:
        raise _undone_by(alert) from None
    if ended_at(alert) != seen:
        raise ResultChanged(name=alert.decided_by_name)


def _undone_by(alert: Alert) -> Refusal:
    name = alert.decided_by_name
    return OpenAgain(name=name) if alert.status is AlertStatus.SENT else ResultChanged(name=name)


def _closed_by(alert: Alert, colleague: Colleague) -> SomebodyWasFirst | AlreadyDone:
    name = alert.decided_by_name
    return SomebodyWasFirst(name=name) if name and name != colleague.name else AlreadyDone()

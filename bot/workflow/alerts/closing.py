"""The case is done: what it came to, and what is still open."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.domain.alerts.alert_errors import TextChanged
from bot.domain.alerts.alerts import Alert, AlertAction, CaseResult, next_status
from bot.domain.errors import AlreadyDone, SomebodyWasFirst, TooLong
from bot.domain.participants.people import Colleague
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.leads.escalating import LONGEST_NOTE
from bot.workflow.owing import N_, owe_note
from bot.workflow.replies.relating import show_to_neighbours
from storage.unit_of_work import UnitOfWork, Work


@dataclass(frozen=True)
class ClosingForm:
    """What is still open when an alert is closed."""

    alert: Alert
    open_replies: int
    open_leads: int


class Closing:
    """Replies that still come are marked late; those that are open stay open until they are handled."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def form(self, alert_id: int, seen_version: int, colleague: Colleague) -> ClosingForm:
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            _check_open(alert, seen_version, colleague)
            return ClosingForm(alert, uow.replies.count_open(alert_id), uow.leads.count_open(alert_id))

    def close(self, alert_id: int, seen_version: int, result: CaseResult, note: str, colleague: Colleague) -> None:
        """Close it with its result; the note is the team's own."""
        reason = note.strip()
        if len(reason) > LONGEST_NOTE:
            raise TooLong("note", length=len(reason), most=LONGEST_NOTE)
        now = self._clock.now()
        with self._work() as uow:
            alert = uow.alerts.get(alert_id)
            _check_open(alert, seen_version, colleague)
            if not uow.alerts.close(alert, result, reason, colleague, now):
                raise _closed_by(uow.alerts.get(alert_id), colleague)
            uow.audit.record(colleague.id, AlertAction.CLOSE, alert.reference, now, result=result)
            told = Note(N_("{name} closed the alert."), {"name": colleague.name}, text=reason)
            owe_note(uow, Task.ALERT_NOTE, alert_id, told)
            self._show(uow, alert)

    def _show(self, uow: UnitOfWork, alert: Alert) -> None:
        uow.outbox.owe(Task.SHOW_ALERT, alert.id)
        if uow.outbox.message(Task.SHOW_LEADS, alert.id):
            uow.outbox.owe(Task.SHOW_LEADS, alert.id)
            show_to_neighbours(uow, alert)


def _check_open(alert: Alert, seen_version: int, colleague: Colleague) -> None:
    try:
        next_status(alert, AlertAction.CLOSE)
    except AlreadyDone:
        raise _closed_by(alert, colleague) from None
    if alert.version != seen_version:
        raise TextChanged


def _closed_by(alert: Alert, colleague: Colleague) -> SomebodyWasFirst | AlreadyDone:
    name = alert.decided_by_name
    return SomebodyWasFirst(name=name) if name and name != colleague.name else AlreadyDone()

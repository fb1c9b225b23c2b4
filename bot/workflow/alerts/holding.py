"""Legal hold: nothing of a case is erased while somebody says that it has to be kept."""

from bot.clock import Clock
from bot.domain.alerts.alerts import Alert
from bot.domain.errors import AlreadyDone, SomebodyWasFirst, UnknownReference
from bot.domain.guard.kept import reason_of
from bot.domain.participants.people import Colleague
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import Work


class Holding:
    """A superuser sets it and lifts it, with a reason that stays on record."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def find(self, reference: str) -> Alert:
        """The alert; UnknownReference."""
        with self._work() as uow:
            alert = uow.alerts.by_reference(reference)
        if alert is None:
            raise UnknownReference
        return alert

    def hold(self, alert_id: int, reason: str, colleague: Colleague) -> None:
        """Keep all that belongs to it."""
        told = reason_of(reason)
        with self._work() as uow:
            if not uow.erasures.hold(alert_id, colleague, told):
                raise SomebodyWasFirst("reason", name=uow.alerts.get(alert_id).held_by_name)
            reference = uow.alerts.get(alert_id).reference
            uow.audit.record(colleague.id, "held", reference, self._clock.now(), {"reason": told})
            note = Note(N_("{name} put this under legal hold: nothing of it is erased."), {"name": colleague.name})
            owe_note(uow, Task.ALERT_NOTE, alert_id, note)
            uow.outbox.owe(Task.SHOW_ALERT, alert_id)

    def release(self, alert_id: int, reason: str, colleague: Colleague) -> None:
        """The terms hold again; what is due goes the next night."""
        told = reason_of(reason)
        with self._work() as uow:
            if not uow.erasures.release(alert_id):
                raise AlreadyDone("reason")
            reference = uow.alerts.get(alert_id).reference
            uow.audit.record(colleague.id, "released", reference, self._clock.now(), {"reason": told})
            note = Note(N_("{name} lifted the legal hold:"), {"name": colleague.name}, text=told)
            owe_note(uow, Task.ALERT_NOTE, alert_id, note)
            uow.outbox.owe(Task.SHOW_ALERT, alert_id)

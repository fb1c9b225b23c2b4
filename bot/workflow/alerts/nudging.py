"""Somebody types "akkoord" under a request: that sends nothing, so they are shown the button that does."""

from collections.abc import Mapping

from bot.clock import Clock
from bot.domain.alerts.alerts import AlertStatus
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.desk.deadlines import ReminderStep
from bot.domain.participants.people import Colleague
from bot.records.alerts import HintCard
from bot.records.chat import MessageRef
from bot.records.outbox import ForPerson, OutboxItem, Task
from bot.workflow.figures.deliveries import Act, AddNote, Delivery, Show, nothing
from bot.workflow.ports import Chat
from storage.unit_of_work import UnitOfWork, Work


class Nudging:
    """One hint for each person and version of the request; nothing of what was typed is kept."""

    def __init__(self, work: Work, clock: Clock, chat: Chat, safeguards: Safeguards) -> None:
        self._work = work
        self._clock = clock
        self._chat = chat
        self._safeguards = safeguards

    def agreed(self, thread: MessageRef, colleague: Colleague) -> None:
        """They agreed in a thread; where it is that of a request that waits, a hint is owed."""
        with self._work() as uow:
            alert_id = uow.outbox.subject_at(Task.SHOW_ALERT, thread)
            if alert_id is None:
                return
            alert = uow.alerts.get(alert_id)
            if alert.status is not AlertStatus.REQUESTED:
                return
            subject = f"agreed {alert_id} {alert.version} {colleague.id}"
            if uow.reminders.mark(subject, ReminderStep.THREAD, self._clock.now()):
                uow.outbox.owe(Task.HINT, alert_id, ForPerson(colleague.id, colleague.locale))

    def deliveries(self, _show: Show, _add_note: AddNote) -> Mapping[Task, Delivery]:
        """By task; what one person sees is never shown anew."""
        return {Task.HINT: self._hint}

    def _hint(self, uow: UnitOfWork, item: OutboxItem) -> Act:
        """With the button as it is by now. Tried once: after a lost answer such a message can't be looked for."""
        facts = uow.alerts.facts(item.subject_id)
        thread, link = uow.outbox.stands(Task.SHOW_ALERT, item.subject_id)
        if item.uncertain or thread is None or facts.alert.status is not AlertStatus.REQUESTED:
            return nothing
        asks_number = self._safeguards.asks_number(facts.recipients)
        to = item.carries(ForPerson)
        card = HintCard(facts.alert, facts.recipients, asks_number, link, thread, to.person, to.locale)
        return lambda: self._chat.hint(card)

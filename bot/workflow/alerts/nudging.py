"""What one person is told near a request: that it stands there, how it is stopped, and, where somebody types
"akkoord" under it, which sends nothing, the button that does."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from bot.clock import Clock
from bot.domain.alerts.alerts import AlertStatus
from bot.domain.alerts.safeguards import Safeguards
from bot.domain.desk.deadlines import ReminderStep
from bot.domain.participants.people import Colleague
from bot.records.alerts import Hint, HintCard
from bot.records.chat import MessageRef
from bot.records.outbox import ForPerson, OutboxItem, Task
from bot.workflow.figures.deliveries import Act, AddNote, Delivery, Show, nothing
from bot.workflow.ports import Chat
from storage.unit_of_work import UnitOfWork, Work

HINTS: Final[Mapping[Task, Hint]] = {Task.HINT: Hint.AGREED, Task.SAY_FILED: Hint.FILED, Task.SAY_HELD: Hint.HELD}


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
        return {task: partial(self._tell, hint) for task, hint in HINTS.items()}

    def _tell(self, hint: Hint, uow: UnitOfWork, item: OutboxItem) -> Act:
        """With the request as it is by now. Tried once: after a lost answer such a message can't be looked for."""
        facts = uow.alerts.facts(item.subject_id)
        at, link = uow.outbox.stands(Task.SHOW_ALERT, item.subject_id)
        due = facts.held_until if hint is Hint.HELD else facts.alert.status is AlertStatus.REQUESTED
        if item.uncertain or at is None or not due:
            return nothing
        asks_number = self._safeguards.asks_number(facts.recipients)
        to, held_until = item.carries(ForPerson), facts.held_until
        told = HintCard(hint, facts.alert, facts.recipients, asks_number, link, held_until, at, to.person, to.locale)
        return lambda: self._chat.hint(told)

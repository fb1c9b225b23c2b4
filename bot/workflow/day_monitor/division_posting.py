"""Delivering the morning's message and the notes in its thread."""

from collections.abc import Mapping

from bot.clock import Clock
from bot.records.chat import Channel, MessageRef
from bot.records.outbox import OutboxItem, Task
from bot.workflow.day_monitor.dividing import division_card
from bot.workflow.figures.deliveries import Act, AddNote, Delivery, Show
from bot.workflow.ports import Chat
from storage.unit_of_work import UnitOfWork


class DivisionPosting:
    def __init__(self, clock: Clock, chat: Chat) -> None:
        self._clock = clock
        self._chat = chat

    def deliveries(self, show: Show, add_note: AddNote) -> Mapping[Task, Delivery]:
        def deliver(uow: UnitOfWork, item: OutboxItem) -> Act:
            card = division_card(uow, item.subject_id, self._clock.now())

            def draw(at: MessageRef | None, key: str) -> MessageRef:
                return self._chat.show_division(card, at, key)

            def posted(uow: UnitOfWork, _link: str) -> None:
                if before := uow.divisions.before(item.subject_id):
                    uow.outbox.owe(Task.SHOW_DIVISION, before.id)

            return show(item, Channel.INTAKE, draw, posted=posted)

        return {
            Task.SHOW_DIVISION: deliver,
            Task.DIVISION_NOTE: lambda uow, item: add_note(uow, item, Channel.INTAKE, Task.SHOW_DIVISION),
        }

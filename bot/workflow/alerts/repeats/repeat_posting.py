"""Delivering the proposal of a preventive mail."""

from collections.abc import Mapping

from bot.records.chat import Channel, MessageRef
from bot.records.outbox import OutboxItem, Task
from bot.workflow.figures.deliveries import Act, AddNote, Delivery, Show
from bot.workflow.ports import Chat
from storage.unit_of_work import UnitOfWork


class RepeatPosting:
    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    def deliveries(self, show: Show, _add_note: AddNote) -> Mapping[Task, Delivery]:
        def deliver(uow: UnitOfWork, item: OutboxItem) -> Act:
            card = uow.repeats.card(item.subject_id)

            def draw(at: MessageRef | None, key: str) -> MessageRef:
                return self._chat.show_repeat(card, at, key)

            return show(item, Channel.INTAKE, draw)

        return {Task.SHOW_REPEAT: deliver}

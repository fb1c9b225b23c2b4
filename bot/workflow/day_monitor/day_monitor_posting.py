"""What the outbox owes of day monitors: fetching and reading a file that was dropped in the chat, and its report."""

from collections.abc import Mapping
from typing import Protocol

from bot.domain.errors import Refusal
from bot.records.chat import Channel, MessageRef
from bot.records.day_monitor import DayMonitorCard
from bot.records.outbox import InThread, OutboxItem, Task
from bot.workflow.day_monitor.importing import Importing
from bot.workflow.figures.deliveries import Act, AddNote, Delivery, Show, by_itself
from bot.workflow.ports import Chat
from storage.unit_of_work import UnitOfWork, Work


class SharedFiles(Protocol):
    """Files that people dropped in the chat."""

    def fetch(self, file_id: str) -> bytes:
        """What it holds; ChatDown where it can't be had now, a Refusal where never."""


class DayMonitorPosting:
    """Files are read one by one, in the order in which they came."""

    def __init__(self, work: Work, chat: Chat, files: SharedFiles, importing: Importing) -> None:
        self._work = work
        self._chat = chat
        self._files = files
        self._importing = importing

    def deliveries(self, show: Show, _add_note: AddNote) -> Mapping[Task, Delivery]:
        return {
            Task.READ_DAY_MONITOR: by_itself(self._read),
            Task.SHOW_DAY_MONITOR: lambda uow, item: self._show(uow, item, show),
        }

    def _read(self, item: OutboxItem) -> None:
        """Reads a file once, also where a worker died in the middle."""
        with self._work() as uow:
            file = uow.day_monitor_files.get(item.subject_id)
        if file.report:
            return
        try:
            looked = self._importing.look(self._files.fetch(file.source_key))
        except Refusal as refusal:
            with self._work() as uow:
                self._importing.refuse(uow, file.id, refusal)
                uow.outbox.owe(Task.SHOW_DAY_MONITOR, file.id, item.carries(InThread))
            return
        with self._work() as uow:
            self._importing.settle(uow, file.id, looked, file.by_id)
            uow.outbox.owe(Task.SHOW_DAY_MONITOR, file.id, item.carries(InThread))

    def _show(self, uow: UnitOfWork, item: OutboxItem, show: Show) -> Act:
        file = uow.day_monitor_files.get(item.subject_id)
        under = item.carries(InThread)
        card = DayMonitorCard(file, under.ts)
        thread = MessageRef(under.channel, under.ts) if under.ts else None

        def draw(at: MessageRef | None, key: str) -> MessageRef:
            return self._chat.show_day_monitor(card, at, key)

        return show(item, Channel.SUPERVISION, draw, thread)

"""Delivering campaigns: the message, what is printed in its thread, and what it brought."""

from collections.abc import Mapping

from bot.records.chat import Channel, MessageRef
from bot.records.outbox import OutboxItem, Task
from bot.workflow.figures.deliveries import AddNote, Delivery, Show, by_itself, drawn_by
from bot.workflow.figures.picture_posting import Draw
from bot.workflow.participants.campaigning import Campaigning
from bot.workflow.ports import Chat, ChatRefused, Printing
from storage.unit_of_work import Work


class CampaignPosting:
    """Each is counted anew when it is delivered."""

    def __init__(self, work: Work, chat: Chat, campaigning: Campaigning, printing: Printing) -> None:
        self._work = work
        self._chat = chat
        self._campaigning = campaigning
        self._printing = printing

    def deliveries(self, show: Show, _add_note: AddNote) -> Mapping[Task, Delivery]:
        def shown(*, is_over: bool) -> Delivery:
            def draw(item: OutboxItem) -> Draw:
                card = self._campaigning.card(item.subject_id, is_over=is_over)
                return lambda at, key: self._chat.show_campaign(card, at, key)

            return lambda _uow, item: show(item, Channel.SUPERVISION, drawn_by(draw, item))

        return {
            Task.SHOW_CAMPAIGN: shown(is_over=False),
            Task.SHOW_CAMPAIGN_RESULT: shown(is_over=True),
            Task.CAMPAIGN_FILES: by_itself(self._share_files),
        }

    def _share_files(self, item: OutboxItem) -> None:
        thread = self._thread(item)
        files = self._printing.files(self._campaigning.card(item.subject_id, is_over=False))
        if not (item.uncertain and self._chat.has_file(thread, files[0].name)):
            self._chat.share_files(files, thread)

    def _thread(self, item: OutboxItem) -> MessageRef:
        with self._work() as uow:
            thread = uow.outbox.message(Task.SHOW_CAMPAIGN, item.subject_id)
        if thread is None:
            raise ChatRefused(f"campaign {item.subject_id} does not stand in its channel")
        return thread

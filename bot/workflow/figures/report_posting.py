"""Delivering reports: the message, its picture when that is drawn, the files in its thread."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from bot.records.chat import Channel, MessageRef
from bot.records.figures import ReachCard, ReportCard, file_name
from bot.records.outbox import OutboxItem, Task
from bot.workflow.figures.picture_posting import Draw, with_picture
from bot.workflow.figures.reporting import Reporting
from bot.workflow.participants.recruiting import Recruiting
from bot.workflow.ports import Charts, Chat, ChatRefused, ReportFiles
from storage.unit_of_work import UnitOfWork, Work

AddNote = Callable[[OutboxItem, Channel, Task], None]


class Show(Protocol):
    """Posts or updates a message; `posted` runs in the transaction that keeps its link."""

    def __call__(
        self,
        item: OutboxItem,
        channel: Channel,
        draw: Draw,
        thread: MessageRef | None = None,
        posted: Callable[[UnitOfWork, str], None] | None = None,
    ) -> None: ...


class Deliveries(Protocol):
    """What the outbox owes of one kind of thing."""

    def deliveries(self, show: Show, add_note: AddNote) -> Mapping[Task, Callable[[OutboxItem], None]]:
        """By task; `show` posts or updates a message, `add_note` posts in a thread."""


class ReportPosting:
    """What the outbox owes of reports; each is counted anew when it is delivered."""

    def __init__(
        self,
        work: Work,
        chat: Chat,
        reporting: Reporting,
        recruiting: Recruiting,
        charts: Charts,
        files: ReportFiles,
    ) -> None:
        self._work = work
        self._chat = chat
        self._reporting = reporting
        self._recruiting = recruiting
        self._charts = charts
        self._files = files

    def deliveries(self, show: Show, _add_note: AddNote) -> Mapping[Task, Callable[[OutboxItem], None]]:
        return {
            Task.SHOW_REPORT: lambda item: show(item, Channel.SUPERVISION, self._shown(item, self._card)),
            Task.DRAW_REPORT: self._draw,
            Task.SHOW_REACH: lambda item: show(item, Channel.SUPERVISION, self._shown(item, self._reach_card)),
            Task.DRAW_REACH: self._draw_reach,
            Task.REPORT_FILES: self._share_files,
        }

    def _card(self, report_id: int) -> ReportCard:
        with self._work() as uow:
            posted = uow.reports.get(report_id)
        return ReportCard(posted, self._reporting.report(self._reporting.period(posted.period)))

    def _reach_card(self, report_id: int) -> ReachCard:
        reach = self._recruiting.reach()
        if reach is None:
            raise ChatRefused(f"report {report_id} has no household file any more")
        with self._work() as uow:
            return ReachCard(uow.reports.get(report_id), reach)

    def _shown(self, item: OutboxItem, card_of: Callable[[int], ReportCard | ReachCard]) -> Draw:
        card = card_of(item.subject_id)
        bare = replace(card, posted=replace(card.posted, picture_file_id=""))
        return with_picture(
            self._work,
            item,
            item.task,
            lambda at, key: self._chat.show_report(card, at, key),
            lambda at, key: self._chat.show_report(bare, at, key),
        )

    def _draw(self, item: OutboxItem) -> None:
        report = self._card(item.subject_id).report
        self._upload(item, self._charts.report(report), file_name(report), Task.SHOW_REPORT)

    def _draw_reach(self, item: OutboxItem) -> None:
        picture = self._charts.reach(self._reach_card(item.subject_id).reach)
        self._upload(item, picture, "burgernetmail-bereik", Task.SHOW_REACH)

    def _upload(self, item: OutboxItem, picture: bytes, name: str, shows: Task) -> None:
        file_id = self._chat.upload_picture(picture, f"{name}.png", name)
        with self._work() as uow:
            uow.reports.set_picture(item.subject_id, file_id)
            uow.outbox.owe(shows, item.subject_id)

    def _share_files(self, item: OutboxItem) -> None:
        with self._work() as uow:
            thread = uow.outbox.message(Task.SHOW_REPORT, item.subject_id)
        if thread is None:
            raise ChatRefused(f"report {item.subject_id} does not stand in its channel")
        files = self._files.files(self._card(item.subject_id).report)
        if not (item.uncertain and self._chat.has_file(thread, files[0].name)):
            self._chat.share_files(files, thread)

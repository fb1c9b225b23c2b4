"""Delivering reports: the message, its picture when that is drawn, the files in its thread."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from bot.domain.figures.figures import Report, nameless
from bot.records.chat import Channel
from bot.records.figures import ReachCard, ReportCard, file_name
from bot.records.outbox import OutboxItem, Task
from bot.workflow.figures.deliveries import AddNote, Delivery, Finish, Show, by_itself, drawn_by
from bot.workflow.figures.picture_posting import Draw, with_picture
from bot.workflow.figures.reporting import Reporting
from bot.workflow.participants.recruiting import Recruiting
from bot.workflow.ports import Charts, Chat, ChatRefused, ReportFiles
from storage.unit_of_work import UnitOfWork, Work


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

    def deliveries(self, show: Show, _add_note: AddNote) -> Mapping[Task, Delivery]:
        def shown(card_of: Callable[[int], ReportCard | ReachCard], channel: Channel = Channel.SUPERVISION) -> Delivery:
            draw = partial(self._shown, card_of)
            return lambda _uow, item: show(item, channel, drawn_by(draw, item))

        return {
            Task.SHOW_REPORT: shown(self._card),
            Task.SHOW_LEADER_REPORT: shown(self._leader_card, Channel.PROJECT_LEADER),
            Task.DRAW_REPORT: by_itself(self._draw),
            Task.SHOW_REACH: shown(self._reach_card),
            Task.DRAW_REACH: by_itself(self._draw_reach),
            Task.REPORT_FILES: by_itself(partial(self._share_files, Task.SHOW_REPORT, lambda report: report)),
            Task.LEADER_FILES: by_itself(partial(self._share_files, Task.SHOW_LEADER_REPORT, nameless)),
        }

    def _card(self, report_id: int) -> ReportCard:
        with self._work() as uow:
            posted = uow.reports.get(report_id)
        return ReportCard(posted, self._reporting.report(self._reporting.period(posted.period)))

    def _leader_card(self, report_id: int) -> ReportCard:
        if not self._reporting.has_leader:
            raise ChatRefused(f"report {report_id} has no project leader's channel any more")
        return replace(self._card(report_id), for_leader=True)

    def _reach_card(self, report_id: int) -> ReachCard:
        reach = self._recruiting.reach()
        if reach is None:
            raise ChatRefused(f"report {report_id} has no household file any more")
        with self._work() as uow:
            return ReachCard(uow.reports.get(report_id), reach)

    def _shown(self, card_of: Callable[[int], ReportCard | ReachCard], item: OutboxItem) -> Draw:
        card = card_of(item.subject_id)
        bare = replace(card, posted=replace(card.posted, picture_file_id=""))
        return with_picture(
            self._work,
            item,
            item.task,
            lambda at, key: self._chat.show_report(card, at, key),
            lambda at, key: self._chat.show_report(bare, at, key),
        )

    def _draw(self, item: OutboxItem) -> Finish:
        report = self._card(item.subject_id).report
        with self._work() as uow:
            stands = uow.outbox.message(Task.SHOW_LEADER_REPORT, item.subject_id)
        shows = [Task.SHOW_REPORT, *([Task.SHOW_LEADER_REPORT] if stands else [])]
        return self._upload(item, self._charts.report(report), file_name(report), *shows)

    def _draw_reach(self, item: OutboxItem) -> Finish:
        picture = self._charts.reach(self._reach_card(item.subject_id).reach)
        return self._upload(item, picture, "burgernetmail-bereik", Task.SHOW_REACH)

    def _upload(self, item: OutboxItem, picture: bytes, name: str, *shows: Task) -> Finish:
        file_id = self._chat.upload_picture(picture, f"{name}.png", name)

        def finish(uow: UnitOfWork) -> None:
            uow.reports.set_picture(item.subject_id, file_id)
            for task in shows:
                uow.outbox.owe(task, item.subject_id)

        return finish

    def _share_files(self, shown_by: Task, told: Callable[[Report], Report], item: OutboxItem) -> None:
        with self._work() as uow:
            thread = uow.outbox.message(shown_by, item.subject_id)
        if thread is None:
            raise ChatRefused(f"report {item.subject_id} does not stand in its channel")
        files = self._files.files(told(self._card(item.subject_id).report))
        if not (item.uncertain and self._chat.has_file(thread, files[0].name)):
            self._chat.share_files(files, thread)

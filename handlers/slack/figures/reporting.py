"""Listeners: figures for who asks, shared and as files."""

from bot.domain.participants.people import Role
from bot.domain.replies.replies import REFERENCE
from bot.slack import ids
from bot.slack.figures.report_message import build_alert_clock, build_report
from bot.workflow.figures.reporting import Reporting
from handlers.slack.errors import whisper
from handlers.slack.listeners import Desk, Press


class ReportListeners:
    """Figures name colleagues and what they did: they are for superusers."""

    def __init__(self, reporting: Reporting) -> None:
        self._reporting = reporting

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(ids.WORD_FIGURES, Role.SUPERUSER, self._tell)
        desk.on_press(ids.SHARE_FIGURES, Role.SUPERUSER, self._share)
        desk.on_press(ids.EXPORT_FIGURES, Role.SUPERUSER, self._export)
        desk.on_press(ids.EXPORT_POSTED_FIGURES, Role.SUPERUSER, self._export_posted)

    def _tell(self, press: Press) -> None:
        if REFERENCE.fullmatch(press.argument.upper()):
            text, blocks = build_alert_clock(press.texts, self._reporting.alert_clock(press.argument))
        else:
            period = self._reporting.period(press.argument)
            text, blocks = build_report(press.texts, self._reporting.report(period))
        whisper(press.respond, text, blocks)

    def _share(self, press: Press) -> None:
        self._reporting.share(self._reporting.period(press.value), press.colleague)
        _ = press.texts
        whisper(press.respond, _("The figures are on their way to the supervision channel."))

    def _export(self, press: Press) -> None:
        self._reporting.write_down(self._reporting.period(press.value), press.colleague)
        _ = press.texts
        whisper(press.respond, _("The files come in the thread of the figures in the supervision channel."))

    def _export_posted(self, press: Press) -> None:
        self._reporting.write_down_posted(int(press.value), press.colleague)

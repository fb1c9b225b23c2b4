"""Listeners: figures for who asks, shared and as files; they name colleagues and what they did: for superusers."""

from bot.domain.numbering import tidy_reference
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.figures.report_message import build_alert_clock, build_all_figures, build_report
from handlers.slack.errors import whisper
from handlers.slack.listeners import Button, Command
from handlers.slack.presses import Press


def tell(press: Press) -> None:
    reporting = press.workflow.reporting
    if reference := tidy_reference(press.argument):
        press.tell(build_alert_clock(press.texts, reporting.alert_clock(reference)))
    else:
        press.tell(build_report(press.texts, reporting.report(reporting.period(press.argument))))


def tell_all(press: Press) -> None:
    reporting = press.workflow.reporting
    press.tell(build_all_figures(press.texts, reporting.report(reporting.period(press.value))))


def share(press: Press) -> None:
    reporting = press.workflow.reporting
    reporting.share(reporting.period(press.value), press.colleague)
    _ = press.texts
    whisper(press.respond, _("The figures are on their way to the supervision channel."))


def export(press: Press) -> None:
    reporting = press.workflow.reporting
    reporting.write_down(reporting.period(press.value), press.colleague)
    _ = press.texts
    whisper(press.respond, _("The files come in the thread of the figures in the supervision channel."))


def export_posted(press: Press) -> None:
    press.workflow.reporting.write_down_posted(int(press.value), press.colleague)


LISTENERS = (
    Command(ids.WORD_FIGURES, Role.SUPERUSER, tell),
    Button(ids.ALL_FIGURES, Role.SUPERUSER, tell_all),
    Button(ids.SHARE_FIGURES, Role.SUPERUSER, share),
    Button(ids.EXPORT_FIGURES, Role.SUPERUSER, export),
    Button(ids.EXPORT_POSTED_FIGURES, Role.SUPERUSER, export_posted),
)

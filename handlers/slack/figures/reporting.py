"""Listeners: figures for who asks, shared and as files.

They name colleagues and what they did, for superusers; a project leader reads all else.
"""

from typing import Final

from bot.domain.numbering import tidy_reference
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.figures.report_message import build_alert_clock, build_all_figures, build_municipal_link, build_report
from handlers.slack.errors import whisper
from handlers.slack.listeners import Button, Command
from handlers.slack.presses import Press

READERS: Final = (Role.SUPERUSER, Role.PROJECT_LEADER)


def tell(press: Press) -> None:
    reporting = press.workflow.reporting
    if reference := tidy_reference(press.argument):
        press.tell(build_alert_clock(press.texts, reporting.alert_clock(reference)))
    else:
        report = reporting.report(reporting.period(press.argument))
        press.tell(build_report(press.texts, report, whole=is_superuser(press)))


def tell_all(press: Press) -> None:
    reporting = press.workflow.reporting
    report = reporting.report(reporting.period(press.value))
    press.tell(build_all_figures(press.texts, report, whole=is_superuser(press)))


def is_superuser(press: Press) -> bool:
    """A project leader shares nothing, and sees no colleagues' names."""
    return Role.SUPERUSER in press.colleague.roles


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
    """Whole for superusers, in bm-regie; without names for a project leader, in theirs."""
    reporting = press.workflow.reporting
    write_down = reporting.write_down_posted if is_superuser(press) else reporting.write_down_for_leader
    write_down(int(press.value), press.colleague)


def link_for_municipality(press: Press) -> None:
    period = press.workflow.reporting.period(press.value)
    press.tell(build_municipal_link(press.texts, press.workflow.municipal.link(period, press.colleague)))


LISTENERS = (
    Command(ids.WORD_FIGURES, READERS, tell),
    Button(ids.ALL_FIGURES, READERS, tell_all),
    Button(ids.SHARE_FIGURES, Role.SUPERUSER, share),
    Button(ids.EXPORT_FIGURES, Role.SUPERUSER, export),
    Button(ids.MUNICIPAL_PAGE, READERS, link_for_municipality),
    Button(ids.EXPORT_POSTED_FIGURES, READERS, export_posted),
)

"""A burglary near an earlier one: the bot proposes to mail tips to the area, once, and sends nothing by itself."""

from datetime import datetime

from bot.domain.alerts.alerts import Alert, AlertKind
from bot.domain.alerts.repeats.repeat_errors import TipsRequested
from bot.domain.alerts.repeats.repeats import BURGLARIES, first, latest
from bot.domain.participants.people import Colleague
from bot.records.outbox import Task
from storage.unit_of_work import UnitOfWork


def notice(uow: UnitOfWork, alert: Alert, now: datetime) -> None:
    """An alert is out, so that two people have looked at its place and time: propose where it is near another.

    Of several near each other the latest is the one that is proposed about, whichever was mailed first. Nothing new
    while a proposal about one of them waits, or tips about one of them are under way or just went out.
    """
    if alert.content.offence not in BURGLARIES:
        return
    uow.repeats.notice_alone()
    near = uow.repeats.around(alert)
    if len(near) < 2:
        return
    ids = [one.alert_id for one in near]
    if waiting := uow.repeats.open_among(ids):
        for alert_id in waiting:
            uow.outbox.owe(Task.SHOW_REPEAT, alert_id)
    elif not uow.repeats.is_covered(ids, now) and uow.repeats.propose(latest(near).alert_id, first(near).alert_id, now):
        uow.outbox.owe(Task.SHOW_REPEAT, latest(near).alert_id)


def take_up(uow: UnitOfWork, mail: Alert, colleague: Colleague, now: datetime) -> None:
    """The mail that was proposed is asked for; TipsRequested where somebody was first."""
    alert_id = mail.about_id or 0
    if not uow.repeats.request(alert_id, mail.id, colleague, now):
        raise refused(uow, alert_id)
    uow.outbox.owe(Task.SHOW_REPEAT, alert_id)


def refused(uow: UnitOfWork, alert_id: int) -> TipsRequested:
    """Somebody asked for this mail before."""
    _status, name, reference = uow.repeats.status(alert_id)
    return TipsRequested(name=name, reference=reference)


def show_its_proposal(uow: UnitOfWork, mail: Alert) -> None:
    """The message of a preventive mail stands: its proposal links to it."""
    if mail.kind is AlertKind.PREVENTIVE and mail.about_id:
        uow.outbox.owe(Task.SHOW_REPEAT, mail.about_id)


def give_up(uow: UnitOfWork, mail: Alert) -> None:
    """A preventive mail that was withdrawn leaves its proposal open again."""
    if mail.kind is AlertKind.PREVENTIVE and (alert_id := uow.repeats.reopen(mail.id)):
        uow.outbox.owe(Task.SHOW_REPEAT, alert_id)

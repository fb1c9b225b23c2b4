"""Listeners: the mail of a request as it is read, or as a test to oneself; and who did not get it."""

from bot.domain.participants.people import Role, mask_address
from bot.slack import ids
from bot.slack.alerts.mail_modal import build_mail, build_who_not
from bot.slack.blocks import escape, section
from handlers.slack.listeners import Button
from handlers.slack.presses import Press


def view(press: Press) -> None:
    alert_id, _version = press.alert
    press.open(build_mail(press.texts, press.workflow.viewing.mail(alert_id)))


def tell_who_not(press: Press) -> None:
    alert_id, _version = press.alert
    press.open(build_who_not(press.texts, press.workflow.viewing.facts(alert_id)))


def test(press: Press) -> None:
    address, _ = press.desk.staff.email(press.colleague.id), press.texts
    press.workflow.trying.send_filed(*press.alert, press.colleague, address)
    told = _("Test mail sent to {address}.", address=mask_address(address))
    press.tell((told, [section(escape(told))]))


LISTENERS = (
    Button(ids.VIEW_MAIL, (Role.INTAKE, Role.SUPERUSER), view),
    Button(ids.WHO_NOT, Role.INTAKE, tell_who_not),
    Button(ids.TEST_MAIL, Role.INTAKE, test),
)

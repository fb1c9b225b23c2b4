"""Listeners: the morning's incidents: who is in, whose they are, and asking for their mails."""

from typing import Final
from uuid import uuid4

from bot.domain.day_monitor.dividing import IncidentAction
from bot.domain.day_monitor.division_errors import NotInIntake
from bot.domain.errors import NoAccess
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.request_modal import build_request
from bot.slack.day_monitor.division_message import build_division_message, build_incidents
from bot.slack.day_monitor.incident_modals import build_assign, build_skip, incident_values, parse_assign, parse_skip
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.listeners import Button, Buttons, Command, Form
from handlers.slack.presses import Press, Submission

DIVIDERS: Final = (Role.INTAKE, Role.SUPERUSER)


def show(press: Press) -> None:
    press.tell(build_division_message(press.texts, press.workflow.dividing.ask(press.colleague)))


def turn(press: Press) -> None:
    page = press.workflow.dividing.page(int(press.value)).incidents
    _ = press.texts
    told = _("Page {n} of {total}", n=_.number(page.page + 1), total=_.number(page.pages))
    press.tell((told, build_incidents(_, page)))


def come_in(press: Press) -> None:
    press.workflow.dividing.come_in(press.colleague)


def go_out(press: Press) -> None:
    press.workflow.dividing.go_out(press.colleague)


def divide(press: Press) -> None:
    press.workflow.dividing.divide(press.colleague)


def request(press: Press) -> None:
    incident = press.workflow.dividing.open_for(int(press.value), IncidentAction.REQUEST).incident
    form = FormContext(uuid4().hex, press.now, incident_id=incident.id)
    values, offered = (
        incident_values(incident.row, press.desk.place),
        press.workflow.requesting.offered(incident.row.offence),
    )
    press.open(build_request(press.texts, values, form, offered))


def ask_whom(press: Press) -> None:
    dividing = press.workflow.dividing
    incident = dividing.open_for(int(press.value), IncidentAction.ASSIGN).incident
    present = dict(dividing.on_duty())
    known = press.desk.staff.people(Role.INTAKE)
    others = {person: name for person, name in known or () if person not in present}
    people = [*present.items(), *sorted(others.items(), key=lambda one: one[1])] if known is not None else None
    press.open(build_assign(press.texts, incident, people))


def assign(submission: Submission) -> None:
    incident_id, seen_id, chosen = parse_assign(submission.view)
    try:
        to = submission.desk.staff.require(chosen, Role.INTAKE)
    except NoAccess:
        raise NotInIntake from None
    submission.workflow.dividing.assign(incident_id, seen_id, to, submission.colleague)


def ask_why(press: Press) -> None:
    incident = press.workflow.dividing.open_for(int(press.value), IncidentAction.SKIP).incident
    press.open(build_skip(press.texts, incident))


def skip(submission: Submission) -> None:
    submission.workflow.dividing.skip(*parse_skip(submission.view), submission.colleague)


LISTENERS = (
    Command(ids.WORD_DIVIDE, DIVIDERS, show),
    Buttons(ids.SHOW_INCIDENTS, DIVIDERS, turn),
    Button(ids.COME_IN, Role.INTAKE, come_in),
    Button(ids.GO_OUT, Role.INTAKE, go_out),
    Button(ids.DIVIDE, DIVIDERS, divide),
    Buttons(ids.REQUEST_INCIDENT, Role.INTAKE, request),
    Buttons(ids.ASSIGN_INCIDENT, DIVIDERS, ask_whom),
    Form(ids.ASSIGN_FORM, DIVIDERS, "assignee", assign),
    Buttons(ids.SKIP_INCIDENT, DIVIDERS, ask_why),
    Form(ids.SKIP_FORM, DIVIDERS, "reason", skip),
)

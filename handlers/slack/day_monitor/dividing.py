"""Listeners: the morning's incidents: who is in, whose they are, and asking for their mails."""

from typing import Final
from uuid import uuid4

from bot.domain.day_monitor.dividing import IncidentAction
from bot.domain.day_monitor.division_errors import NotInIntake
from bot.domain.errors import ChoiceNeeded, NoAccess
from bot.domain.participants.people import Role
from bot.records.day_monitor import NOBODY
from bot.slack import ids
from bot.slack.alerts.request_modal import build_request
from bot.slack.day_monitor.division_message import build_division_message, build_incidents
from bot.slack.day_monitor.incident_modals import build_assign, incident_values, parse_assign
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.listeners import Button, Buttons, Command, Form
from handlers.slack.presses import Press, Submission

DIVIDERS: Final = (Role.INTAKE, Role.SUPERUSER)


def show(press: Press) -> None:
    card, asks = press.workflow.dividing.ask(press.colleague), Role.INTAKE in press.colleague.roles
    press.tell(build_division_message(press.texts, card, asks=asks))


def turn(press: Press) -> None:
    page = press.workflow.dividing.page(int(press.value)).incidents
    _ = press.texts
    told = _("Page {n} of {total}", n=_.number(page.page + 1), total=_.number(page.pages))
    press.tell((told, build_incidents(_, page, asks=Role.INTAKE in press.colleague.roles)))


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


def ask_which(press: Press) -> None:
    dividing = press.workflow.dividing
    seen_id = "" if press.value == NOBODY else press.value
    present = dict(dividing.on_duty())
    known = press.desk.staff.people(Role.INTAKE)
    others = {person: name for person, name in known or () if person not in present}
    people = [*present.items(), *sorted(others.items(), key=lambda one: one[1])] if known is not None else None
    press.open(build_assign(press.texts, dividing.assigned_to(seen_id), seen_id, people))


def change(submission: Submission) -> None:
    filled, dividing = parse_assign(submission.view), submission.workflow.dividing
    if not filled.incident_ids:
        raise ChoiceNeeded("which_0")
    if not filled.to_id:
        dividing.skip(filled.incident_ids, filled.reason, filled.words, submission.colleague)
        return
    try:
        to = submission.desk.staff.require(filled.to_id, Role.INTAKE)
    except NoAccess:
        raise NotInIntake from None
    dividing.assign(filled.incident_ids, filled.seen_id, to, submission.colleague)


LISTENERS = (
    Command(ids.WORD_DIVIDE, DIVIDERS, show),
    Buttons(ids.SHOW_INCIDENTS, DIVIDERS, turn),
    Button(ids.COME_IN, Role.INTAKE, come_in),
    Button(ids.GO_OUT, Role.INTAKE, go_out),
    Button(ids.DIVIDE, DIVIDERS, divide),
    Buttons(ids.REQUEST_INCIDENT, Role.INTAKE, request),
    Buttons(ids.ASSIGN_INCIDENTS, DIVIDERS, ask_which),
    Form(ids.ASSIGN_FORM, DIVIDERS, "to", change),
)

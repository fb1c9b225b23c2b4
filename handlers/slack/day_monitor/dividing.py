"""Listeners: the morning's incidents: who is in, whose they are, and asking for their mails."""

from typing import Final
from uuid import uuid4

from bot.domain.day_monitor.dividing import IncidentAction
from bot.domain.day_monitor.division_errors import NotInIntake
from bot.domain.errors import ChoiceNeeded, NoAccess
from bot.domain.participants.people import Colleague, Role
from bot.records.day_monitor import NOBODY, DivisionCard
from bot.slack import ids
from bot.slack.alerts.request_modal import build_request
from bot.slack.day_monitor.division_message import build_division_message, build_incidents
from bot.slack.day_monitor.incident_modals import build_assign, incident_values, parse_assign
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.errors import whisper
from handlers.slack.listeners import Button, Buttons, Command, Form
from handlers.slack.presses import Asked, Press, Submission, Told

DIVIDERS: Final = (Role.INTAKE, Role.SUPERUSER)


def show(press: Press) -> None:
    press.tell(_drawn(press, press.workflow.dividing.ask(press.colleague)))


def _drawn(asked: Asked, card: DivisionCard) -> Told:
    return build_division_message(asked.texts, card, asks=Role.INTAKE in asked.colleague.roles)


def _draw_anew(press: Press) -> None:
    """The channel's message follows by itself; what only one person sees does not."""
    if press.whispered_at:
        whisper(press.respond, *_drawn(press, press.workflow.dividing.page(0)), anew=True)


def turn(press: Press) -> None:
    page = press.workflow.dividing.page(int(press.value)).incidents
    _ = press.texts
    told = _("Page {n} of {total}", n=_.number(page.page + 1), total=_.number(page.pages))
    press.tell((told, build_incidents(_, page, asks=Role.INTAKE in press.colleague.roles)))


def come_in(press: Press) -> None:
    press.workflow.dividing.come_in(press.colleague)
    _draw_anew(press)


def go_out(press: Press) -> None:
    press.workflow.dividing.go_out(press.colleague)
    _draw_anew(press)


def divide(press: Press) -> None:
    press.workflow.dividing.divide(press.colleague)
    _draw_anew(press)


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
    form = build_assign(press.texts, dividing.assigned_to(seen_id), seen_id, people, press.whispered_at)
    press.open(form)


def change(submission: Submission) -> None:
    filled, dividing = parse_assign(submission.view), submission.workflow.dividing
    if not filled.incident_ids:
        raise ChoiceNeeded("which_0")
    if filled.to_id:
        dividing.assign(filled.incident_ids, filled.seen_id, _in_intake(submission, filled.to_id), submission.colleague)
    else:
        dividing.skip(filled.incident_ids, filled.reason, filled.words, submission.colleague)
    if filled.list_at:
        whisper(submission.answering(filled.list_at), *_drawn(submission, dividing.page(0)), anew=True)


def _in_intake(submission: Submission, person_id: str) -> Colleague:
    try:
        return submission.desk.staff.require(person_id, Role.INTAKE)
    except NoAccess:
        raise NotInIntake from None


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

"""Listeners: the morning's incidents: who is in, whose they are, and asking for their mails."""

import re
from uuid import uuid4

from bot.clock import Clock
from bot.domain.day_monitor.dividing import IncidentAction
from bot.domain.errors import NoAccess, NobodyOnDuty, NotInIntake
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.request_modal import build_request
from bot.slack.day_monitor.division_message import build_division_message, build_incidents
from bot.slack.day_monitor.incident_modals import build_assign, build_skip, incident_values, parse_assign, parse_skip
from bot.workflow.alerts.requesting import FormContext
from bot.workflow.day_monitor.dividing import Dividing
from handlers.slack.errors import whisper
from handlers.slack.listeners import Desk, Press, Submission
from handlers.slack.staff import Staff

DIVIDERS = (Role.INTAKE, Role.SUPERUSER)


class DivideListeners:
    """Intake and superusers divide; intake is in, and asks."""

    def __init__(self, dividing: Dividing, clock: Clock, staff: Staff, place: str) -> None:
        self._dividing = dividing
        self._clock = clock
        self._staff = staff
        self._place = place

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(ids.WORD_DIVIDE, DIVIDERS, self._show)
        desk.on_press(_any(ids.SHOW_INCIDENTS), DIVIDERS, self._turn)
        desk.on_press(ids.COME_IN, Role.INTAKE, lambda press: self._dividing.come_in(press.colleague))
        desk.on_press(ids.GO_OUT, Role.INTAKE, lambda press: self._dividing.go_out(press.colleague))
        desk.on_press(ids.DIVIDE, DIVIDERS, lambda press: self._dividing.divide(press.colleague))
        desk.on_press(_any(ids.REQUEST_INCIDENT), Role.INTAKE, self._request)
        desk.on_press(_any(ids.ASSIGN_INCIDENT), DIVIDERS, self._ask_whom)
        desk.on_submit(ids.ASSIGN_FORM, DIVIDERS, "assignee", self._assign)
        desk.on_press(_any(ids.SKIP_INCIDENT), DIVIDERS, self._ask_why)
        desk.on_submit(ids.SKIP_FORM, DIVIDERS, "reason", self._skip)

    def _show(self, press: Press) -> None:
        whisper(press.respond, *build_division_message(press.texts, self._dividing.ask(press.colleague)))

    def _turn(self, press: Press) -> None:
        page = self._dividing.page(int(press.value)).incidents
        _ = press.texts
        told = _("Page {n} of {total}", n=_.number(page.page + 1), total=_.number(page.pages))
        whisper(press.respond, told, build_incidents(_, page))

    def _request(self, press: Press) -> None:
        incident = self._dividing.open_for(int(press.value), IncidentAction.REQUEST).incident
        form = FormContext(uuid4().hex, self._clock.now(), incident_id=incident.id)
        press.open(build_request(press.texts, incident_values(incident.row, self._place), form))

    def _ask_whom(self, press: Press) -> None:
        incident = self._dividing.open_for(int(press.value), IncidentAction.ASSIGN).incident
        present = dict(self._dividing.on_duty())
        others = {person: name for person, name in self._staff.people(Role.INTAKE) if person not in present}
        people = [*present.items(), *sorted(others.items(), key=lambda one: one[1])]
        if not people:
            raise NobodyOnDuty
        press.open(build_assign(press.texts, incident, people))

    def _assign(self, submission: Submission) -> None:
        incident_id, seen_id, chosen = parse_assign(submission.view)
        try:
            to = self._staff.require(chosen, Role.INTAKE)
        except NoAccess:
            raise NotInIntake from None
        self._dividing.assign(incident_id, seen_id, to, submission.colleague)

    def _ask_why(self, press: Press) -> None:
        incident = self._dividing.open_for(int(press.value), IncidentAction.SKIP).incident
        press.open(build_skip(press.texts, incident))

    def _skip(self, submission: Submission) -> None:
        self._dividing.skip(*parse_skip(submission.view), submission.colleague)


def _any(prefix: str) -> re.Pattern[str]:
    return re.compile(f"^{prefix}")

"""Listeners: the buttons on an alert's message."""

from uuid import uuid4

from bot.clock import Clock
from bot.domain.alerts.alerts import AlertAction
from bot.domain.errors import TypeTheNumber
from bot.domain.guard.errors import AgreementNeeded
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.approval_modal import build_approval, parse_approval
from bot.slack.alerts.outcome_modal import build_form
from bot.slack.alerts.return_modal import build_return, parse_return
from bot.slack.guard_blocks import parse_agreed
from bot.workflow.alerts.approving import Approving
from bot.workflow.alerts.proposing import Proposing
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.listeners import Desk, Press, Submission


class ApproveListeners:
    """Four eyes: another colleague decides about a request."""

    def __init__(self, approving: Approving, proposing: Proposing, clock: Clock) -> None:
        self._approving = approving
        self._proposing = proposing
        self._clock = clock

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_press(ids.APPROVE, Role.INTAKE, self._approve)
        desk.on_press(ids.APPROVE_MANY, Role.INTAKE, self._ask_number)
        desk.on_submit(ids.APPROVE_FORM, Role.INTAKE, "recipients", self._approve_many)
        desk.on_press(ids.STOP, Role.INTAKE, lambda press: self._approving.stop(*press.alert, press.colleague))
        desk.on_press(ids.AMEND, Role.INTAKE, self._amend)
        desk.on_press(ids.SEND_BACK, Role.INTAKE, self._send_back)
        desk.on_submit(ids.RETURN_FORM, Role.INTAKE, "reason", self._sent_back)
        desk.on_press(ids.TAKE_PROPOSAL, Role.INTAKE, self._take_proposal)
        desk.on_press(ids.WITHDRAW, Role.INTAKE, lambda press: self._approving.withdraw(*press.alert, press.colleague))

    def _approve(self, press: Press) -> None:
        try:
            self._approving.approve(*press.alert, press.colleague)
            press.put_away()
        except (TypeTheNumber, AgreementNeeded):  # more people, or more that needs a yes, than when it was drawn
            self._ask_number(press)

    def _ask_number(self, press: Press) -> None:
        press.open(build_approval(press.texts, *self._approving.question(*press.alert, press.colleague)))

    def _approve_many(self, submission: Submission) -> None:
        alert_id, seen_version, number = parse_approval(submission.view)
        agreed = parse_agreed(submission.view)
        self._approving.approve(alert_id, seen_version, submission.colleague, number or None, agreed=agreed)

    def _amend(self, press: Press) -> None:
        alert = self._approving.open_for(*press.alert, AlertAction.AMEND, press.colleague)
        form = FormContext(uuid4().hex, self._clock.now(), alert.id, alert.version, alert.about_id)
        press.open(build_form(press.texts, alert.content, form))

    def _send_back(self, press: Press) -> None:
        alert = self._approving.open_for(*press.alert, AlertAction.RETURN, press.colleague)
        press.open(build_return(press.texts, alert))

    def _sent_back(self, submission: Submission) -> None:
        alert_id, seen_version, reason = parse_return(submission.view)
        self._approving.send_back(alert_id, seen_version, submission.colleague, reason)

    def _take_proposal(self, press: Press) -> None:
        self._proposing.take_over(*press.alert, press.colleague)

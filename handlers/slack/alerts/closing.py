"""Listeners: closing an alert, and from there the form that tells the neighbourhood."""

from uuid import uuid4

from bot.clock import Clock
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.closing_modal import build_closing, parse_closing
from bot.slack.alerts.outcome_modal import build_outcome
from bot.workflow.alerts.closing import Closing
from bot.workflow.alerts.concluding import Concluding
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.listeners import Answer, Desk, Press, Submission


class CloseListeners:
    """One form; the outcome mail is offered where it is most at hand."""

    def __init__(self, closing: Closing, concluding: Concluding, clock: Clock) -> None:
        self._closing = closing
        self._concluding = concluding
        self._clock = clock

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_press(ids.CLOSE, Role.INTAKE, self._open)
        desk.on_submit(ids.CLOSING_FORM, Role.INTAKE, "note", self._close)

    def _open(self, press: Press) -> None:
        press.open(build_closing(press.texts, self._closing.form(*press.alert, press.colleague)))

    def _close(self, submission: Submission) -> Answer | None:
        form = parse_closing(submission.view)
        text = self._concluding.base_text(form.alert_id, form.result) if form.tells_outcome else ""
        self._closing.close(form.alert_id, form.version, form.result, form.note, submission.colleague)
        if not form.tells_outcome:
            return None
        context = FormContext(uuid4().hex, self._clock.now(), about_id=form.alert_id)
        return {"response_action": "update", "view": build_outcome(submission.texts, text, context)}

"""Listeners: telling those who got an alert how it ended."""

from uuid import uuid4

from bot.clock import Clock
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.outcome_modal import build_outcome, parse_outcome
from bot.slack.alerts.request_modal import read_context
from bot.workflow.alerts.concluding import Concluding
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.alerts.previews import preview_answer
from handlers.slack.listeners import Answer, Desk, Press, Submission


class ConcludeListeners:
    """The form and its preview; filing and approving are those of any request."""

    def __init__(self, concluding: Concluding, clock: Clock) -> None:
        self._concluding = concluding
        self._clock = clock

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_press(ids.TELL_OUTCOME, Role.INTAKE, self._open)
        desk.on_submit(ids.OUTCOME_FORM, Role.INTAKE, "what_happened", self._preview)

    def _open(self, press: Press) -> None:
        alert_id = int(press.value)
        form = FormContext(uuid4().hex, self._clock.now(), about_id=alert_id)
        press.open(build_outcome(press.texts, self._concluding.base_text(alert_id), form))

    def _preview(self, submission: Submission) -> Answer:
        form = read_context(submission.view)
        preview = self._concluding.preview(parse_outcome(submission.view), form, submission.colleague)
        return preview_answer(submission, preview, form)

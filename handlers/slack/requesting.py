"""Listeners: the form, from a command, a shortcut or the Home; its preview; filing it."""

from uuid import uuid4

from bot.clock import Clock
from bot.domain.errors import ChoiceNeeded
from bot.domain.people import Role
from bot.slack import ids
from bot.slack.outcome_modal import build_form
from bot.slack.request_modal import (
    build_preview,
    build_request,
    empty_values,
    parse_preview,
    parse_request,
    read_context,
)
from bot.workflow.approving import Approving
from bot.workflow.requesting import FormContext, Requesting
from handlers.slack.desk import Answer, Desk, Press, Submission


class RequestListeners:
    """From the empty form to a request that stands in the channel."""

    def __init__(self, requesting: Requesting, approving: Approving, clock: Clock, place: str) -> None:
        self._requesting = requesting
        self._approving = approving
        self._clock = clock
        self._place = place

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command("", Role.INTAKE, self._open)
        desk.on_shortcut(ids.SHORTCUT, Role.INTAKE, self._open)
        desk.on_press(ids.NEW_REQUEST, Role.INTAKE, self._open)
        desk.on_submit(ids.REQUEST_FORM, Role.INTAKE, "what_happened", self._preview)
        desk.on_submit(ids.REQUEST_PREVIEW, Role.INTAKE, "choice", self._decide)

    def _open(self, press: Press) -> None:
        now = self._clock.now()
        form = FormContext(uuid4().hex, now)
        press.open(build_request(press.texts, empty_values(self._place, now), form))

    def _preview(self, submission: Submission) -> Answer:
        form = read_context(submission.view)
        preview = self._requesting.preview(parse_request(submission.view), form, submission.colleague)
        return {"response_action": "update", "view": build_preview(submission.texts, preview, form)}

    def _decide(self, submission: Submission) -> Answer:
        choice, keep_reason = parse_preview(submission.view)
        form, colleague = read_context(submission.view), submission.colleague
        if choice == "back":
            content = self._requesting.draft(form.draft_id, colleague).content
            return {"response_action": "update", "view": build_form(submission.texts, content, form)}
        if choice == "file":
            self._requesting.file(form.draft_id, colleague, keep_reason)
        elif choice in {"approve", "save"}:
            self._approving.amend(form.draft_id, colleague, keep_reason, and_send=choice == "approve")
        else:
            raise ChoiceNeeded("choice")
        return {"response_action": "clear"}

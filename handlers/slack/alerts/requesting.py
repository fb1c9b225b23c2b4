"""Listeners: the form, from a command, a shortcut or the Home; its preview; filing it."""

from dataclasses import replace
from uuid import uuid4

from bot.clock import Clock
from bot.domain.errors import ChoiceNeeded
from bot.domain.participants.people import Role, mask_address
from bot.slack import ids
from bot.slack.alerts.outcome_modal import build_form
from bot.slack.alerts.request_modal import (
    build_preview,
    build_request,
    empty_values,
    parse_preview,
    parse_request,
    read_context,
)
from bot.slack.guard_blocks import parse_decision
from bot.workflow.alerts.approving import Approving
from bot.workflow.alerts.deciding import Deciding
from bot.workflow.alerts.proposing import Proposing
from bot.workflow.alerts.requesting import FormContext, Requesting
from bot.workflow.alerts.trying import Trying
from handlers.slack.alerts.previews import preview_answer
from handlers.slack.listeners import Answer, Desk, Press, Submission
from handlers.slack.staff import Staff


class RequestListeners:
    """From the empty form to a request that stands in the channel."""

    def __init__(
        self,
        requesting: Requesting,
        deciding: Deciding,
        trying: Trying,
        approving: Approving,
        proposing: Proposing,
        clock: Clock,
        staff: Staff,
        place: str,
    ) -> None:
        self._requesting = requesting
        self._deciding = deciding
        self._trying = trying
        self._staff = staff
        self._approving = approving
        self._proposing = proposing
        self._clock = clock
        self._place = place

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command("", Role.INTAKE, self._open)
        desk.on_shortcut(ids.SHORTCUT, Role.INTAKE, self._open)
        desk.on_press(ids.NEW_REQUEST, Role.INTAKE, self._open)
        desk.on_submit(ids.REQUEST_FORM, Role.INTAKE, "what_happened", self._preview)
        desk.on_submit(ids.REQUEST_FINDINGS, Role.INTAKE, "keep_0", self._keep)
        desk.on_submit(ids.REQUEST_PREVIEW, Role.INTAKE, "choice", self._decide)

    def _open(self, press: Press) -> None:
        now = self._clock.now()
        form = FormContext(uuid4().hex, now)
        press.open(build_request(press.texts, empty_values(self._place, now), form))

    def _preview(self, submission: Submission) -> Answer:
        form = read_context(submission.view)
        preview = self._requesting.preview(parse_request(submission.view), form, submission.colleague)
        return preview_answer(submission, preview, form)

    def _keep(self, submission: Submission) -> Answer:
        """What was found goes, but for what was ticked; the mail as it reads then."""
        form = read_context(submission.view)
        decision = parse_decision(submission.view)
        preview = self._deciding.decide(form.draft_id, decision, submission.colleague)
        return preview_answer(submission, preview, form)

    def _decide(self, submission: Submission) -> Answer:
        filled = parse_preview(submission.view)
        form, colleague = read_context(submission.view), submission.colleague
        if filled.choice == "test":
            return self._test(submission)
        if filled.choice == "back":
            content = self._requesting.draft(form.draft_id, colleague).content
            return {"response_action": "update", "view": build_form(submission.texts, content, form)}
        if filled.choice == "file":
            self._requesting.file(form.draft_id, colleague)
        elif filled.choice in {"approve", "save"}:
            sends, number = filled.choice == "approve", filled.number or None
            self._approving.amend(form.draft_id, colleague, and_send=sends, number=number, agreed=filled.agreed)
        elif filled.choice == "propose":
            self._proposing.propose(form.draft_id, colleague)
        else:
            raise ChoiceNeeded("choice")
        return {"response_action": "clear"}

    def _test(self, submission: Submission) -> Answer:
        """The mail to oneself, and the same preview again with all that was typed in it."""
        form, colleague = read_context(submission.view), submission.colleague
        address = self._staff.email(colleague.id)
        form = replace(form, tests=self._trying.send(form.draft_id, form.tests, colleague, address))
        preview = self._trying.preview(form.draft_id, colleague)
        filled = parse_preview(submission.view)
        view = build_preview(submission.texts, preview, form, filled, mask_address(address))
        return {"response_action": "update", "view": view}

"""Listeners: the form, from a command, a shortcut or the Home; its preview; filing it."""

from dataclasses import replace
from uuid import uuid4

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
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.alerts.previews import preview_answer
from handlers.slack.listeners import Button, Command, Form, Shortcut
from handlers.slack.presses import Answer, Press, Submission


def ask(press: Press) -> None:
    form = FormContext(uuid4().hex, press.now)
    values = empty_values(press.desk.place, form.opened_at)
    press.open(build_request(press.texts, values, form, press.workflow.requesting.offered()))


def preview(submission: Submission) -> Answer:
    form, filled = read_context(submission.view), parse_request(submission.view)
    return preview_answer(submission, submission.workflow.requesting.preview(filled, form, submission.colleague), form)


def keep_what_was_ticked(submission: Submission) -> Answer:
    """What was found goes, but for what was ticked; the mail as it reads then."""
    form, decision = read_context(submission.view), parse_decision(submission.view)
    decided = submission.workflow.deciding.decide(form.draft_id, decision, submission.colleague)
    return preview_answer(submission, decided, form)


def decide(submission: Submission) -> Answer:
    filled, workflow = parse_preview(submission.view), submission.workflow
    form, colleague = read_context(submission.view), submission.colleague
    if filled.choice == "test":
        return _test(submission)
    if filled.choice == "back":
        content = workflow.requesting.draft(form.draft_id, colleague).content
        offered = workflow.requesting.offered(content.offence)
        return {"response_action": "update", "view": build_form(submission.texts, content, form, offered)}
    if filled.choice == "file":
        workflow.requesting.file(form.draft_id, colleague)
    elif filled.choice in {"approve", "save"}:
        sends, number = filled.choice == "approve", filled.number or None
        workflow.approving.amend(form.draft_id, colleague, and_send=sends, number=number, agreed=filled.agreed)
    elif filled.choice == "propose":
        workflow.proposing.propose(form.draft_id, colleague)
    else:
        raise ChoiceNeeded("choice")
    return {"response_action": "clear"}


def _test(submission: Submission) -> Answer:
    """The mail to oneself, and the same preview again with all that was typed in it."""
    form, colleague, trying = read_context(submission.view), submission.colleague, submission.workflow.trying
    address = submission.desk.staff.email(colleague.id)
    form = replace(form, tests=trying.send(form.draft_id, form.tests, colleague, address))
    shown, filled = trying.preview(form.draft_id, colleague), parse_preview(submission.view)
    view = build_preview(submission.texts, shown, form, filled, mask_address(address))
    return {"response_action": "update", "view": view}


LISTENERS = (
    Command(ids.WORD_REQUEST, Role.INTAKE, ask),
    Shortcut(ids.SHORTCUT, Role.INTAKE, ask),
    Button(ids.NEW_REQUEST, Role.INTAKE, ask),
    Form(ids.REQUEST_FORM, Role.INTAKE, "what_happened", preview),
    Form(ids.REQUEST_FINDINGS, Role.INTAKE, "keep_0", keep_what_was_ticked),
    Form(ids.REQUEST_PREVIEW, Role.INTAKE, "choice", decide),
)

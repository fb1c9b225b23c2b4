"""Listeners: the form, from a command, a shortcut or the Home; its preview; filing it."""

from dataclasses import replace
from uuid import uuid4

from bot.domain.errors import ChoiceNeeded
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.preview_modal import parse_preview
from bot.slack.alerts.request_modal import (
    FURTHER,
    build_draft_choice,
    build_request,
    empty_values,
    parse_draft_choice,
    parse_request,
    read_context,
    values_in,
)
from bot.slack.blocks import Block
from bot.slack.guard_blocks import parse_decision
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.alerts.mapping import filled_form, shown_in
from handlers.slack.alerts.previews import preview_answer
from handlers.slack.listeners import Button, Closed, Command, Form, Shortcut
from handlers.slack.presses import Answer, Asked, Press, Submission


def ask(press: Press) -> None:
    kept = press.workflow.drafting.unfinished(press.colleague)
    press.open(build_draft_choice(press.texts, kept) if kept else _empty_form(press))


def _empty_form(asked: Asked) -> Block:
    form = FormContext(uuid4().hex, asked.now)
    values = empty_values(asked.desk.place, form.opened_at)
    return build_request(asked.texts, values, form, asked.workflow.requesting.offered())


def go_on(submission: Submission) -> Answer:
    """With what was typed before, or anew."""
    kept = submission.workflow.drafting.unfinished(submission.colleague)
    if kept is None or not parse_draft_choice(submission.view):
        return {"response_action": "update", "view": _empty_form(submission)}
    form = FormContext(kept.draft_id, kept.opened_at, incident_id=kept.incident_id)
    return {"response_action": "update", "view": filled_form(submission, kept.typed, form)}


def keep(submission: Submission) -> None:
    """The form was closed without being sent in."""
    form, filled = read_context(submission.view), parse_request(submission.view)
    submission.workflow.drafting.keep(filled, form, submission.colleague)


def preview(submission: Submission) -> Answer:
    form, filled = read_context(submission.view), parse_request(submission.view)
    if filled.radius_m == FURTHER:
        return {"response_action": "update", "view": filled_form(submission, values_in(submission.view), form)}
    form = replace(form, view=shown_in(submission))
    submission.workflow.drafting.keep(filled, form, submission.colleague)
    return preview_answer(submission, submission.workflow.requesting.preview(filled, form, submission.colleague), form)


def keep_what_was_ticked(submission: Submission) -> Answer:
    """What was found goes, but for what was ticked; the mail as it reads then."""
    form, decision = read_context(submission.view), parse_decision(submission.view)
    decided = submission.workflow.deciding.decide(form.draft_id, decision, submission.colleague)
    return preview_answer(submission, decided, form)


def decide(submission: Submission) -> Answer:
    filled, workflow = parse_preview(submission.view), submission.workflow
    draft_id, colleague = read_context(submission.view).draft_id, submission.colleague
    if not filled.choice:
        raise ChoiceNeeded("choice")
    if filled.tests:
        workflow.trying.send(draft_id, colleague, submission.desk.staff.email(colleague.id))
    if filled.together:
        return preview_answer(submission, *workflow.joining.preview(draft_id, colleague))
    if filled.choice == "file":
        workflow.requesting.file(draft_id, colleague)
    elif filled.choice == "propose":
        workflow.proposing.propose(draft_id, colleague)
    else:
        sends, number = filled.choice == "approve", filled.number or None
        workflow.approving.amend(draft_id, colleague, and_send=sends, number=number, agreed=filled.agreed)
    return {"response_action": "clear"}


LISTENERS = (
    Command(ids.WORD_REQUEST, Role.INTAKE, ask),
    Shortcut(ids.SHORTCUT, Role.INTAKE, ask),
    Button(ids.NEW_REQUEST, Role.INTAKE, ask),
    Form(ids.DRAFT_CHOICE, Role.INTAKE, "draft", go_on),
    Form(ids.REQUEST_FORM, Role.INTAKE, "what_happened", preview),
    Closed(ids.REQUEST_FORM, Role.INTAKE, keep),
    Form(ids.REQUEST_FINDINGS, Role.INTAKE, "keep_0", keep_what_was_ticked),
    Form(ids.REQUEST_PREVIEW, Role.INTAKE, "choice", decide),
)

"""Listeners: closing an alert, and from there the form that tells the neighbourhood."""

from uuid import uuid4

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.closing_modal import build_closing, parse_closing
from bot.slack.alerts.outcome_modal import build_outcome
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.listeners import Button, Form
from handlers.slack.presses import Answer, Press, Submission


def ask_result(press: Press) -> None:
    press.open(build_closing(press.texts, press.workflow.closing.form(*press.alert, press.colleague)))


def close(submission: Submission) -> Answer | None:
    """The outcome mail is offered where it is most at hand."""
    form, workflow = parse_closing(submission.view), submission.workflow
    told = workflow.concluding.base(form.alert_id, form.result) if form.tells_outcome else None
    workflow.closing.close(form.alert_id, form.version, form.result, form.note, submission.colleague)
    if told is None:
        return None
    context = FormContext(uuid4().hex, submission.now, about_id=form.alert_id)
    return {"response_action": "update", "view": build_outcome(submission.texts, *told, context)}


LISTENERS = (
    Button(ids.CLOSE, Role.INTAKE, ask_result),
    Form(ids.CLOSING_FORM, Role.INTAKE, "note", close),
)

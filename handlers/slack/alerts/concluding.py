"""Listeners: telling those who got an alert how it ended; filing and approving are those of any request."""

from uuid import uuid4

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.outcome_modal import build_outcome, parse_outcome
from bot.slack.alerts.request_modal import read_context
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.alerts.previews import preview_answer
from handlers.slack.listeners import Button, Form
from handlers.slack.presses import Answer, Press, Submission


def write_outcome(press: Press) -> None:
    alert_id = int(press.value)
    form = FormContext(uuid4().hex, press.now, about_id=alert_id)
    press.open(build_outcome(press.texts, *press.workflow.concluding.base(alert_id), form))


def preview(submission: Submission) -> Answer:
    form, (text, ending) = read_context(submission.view), parse_outcome(submission.view)
    shown = submission.workflow.concluding.preview(text, ending, form, submission.colleague)
    return preview_answer(submission, shown, form)


LISTENERS = (
    Button(ids.TELL_OUTCOME, Role.INTAKE, write_outcome),
    Form(ids.OUTCOME_FORM, Role.INTAKE, "what_happened", preview),
)

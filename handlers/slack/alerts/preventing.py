"""Listeners: the bot's proposal of a preventive mail; filing and approving are those of any request."""

from uuid import uuid4

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.repeats.preventive_modal import build_preventive, parse_preventive
from bot.slack.alerts.request_modal import read_context
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.alerts.previews import preview_answer
from handlers.slack.listeners import Button, Form
from handlers.slack.presses import Answer, Press, Submission


def ask(press: Press) -> None:
    alert, text = press.workflow.preventing.base(int(press.value))
    form = FormContext(uuid4().hex, press.now, about_id=alert.id, preventive=True)
    press.open(build_preventive(press.texts, alert, text, form))


def preview(submission: Submission) -> Answer:
    form, text = read_context(submission.view), parse_preventive(submission.view)
    shown = submission.workflow.preventing.preview(text, form, submission.colleague)
    return preview_answer(submission, shown, form)


def say_no(press: Press) -> None:
    press.workflow.preventing.dismiss(int(press.value), press.colleague)


LISTENERS = (
    Button(ids.PREVENT, Role.INTAKE, ask),
    Button(ids.DO_NOT_PREVENT, Role.INTAKE, say_no),
    Form(ids.PREVENTIVE_FORM, Role.INTAKE, "what_happened", preview),
)

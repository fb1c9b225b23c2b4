"""Listeners: closing an alert, its outcome, opening it again; from there the form that tells the neighbourhood."""

from uuid import uuid4

from bot.domain.alerts.alerts import AlertAction
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.closing_modal import (
    Filled,
    build_change,
    build_closing,
    build_reopening,
    parse_ending,
    parse_seen,
    parse_version,
)
from bot.slack.alerts.outcome_modal import build_outcome
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.listeners import Button, Form
from handlers.slack.presses import Answer, Press, Submission


def ask_result(press: Press) -> None:
    press.open(build_closing(press.texts, press.workflow.closing.form(*press.alert, press.colleague)))


def close(submission: Submission) -> Answer | None:
    """The outcome mail is offered where it is most at hand."""
    (alert_id, version), form = parse_version(submission.view), parse_ending(submission.view)
    if form.tells_outcome:
        submission.workflow.concluding.base(alert_id, form.result)  # refused before anything is done
    submission.workflow.closing.close(alert_id, version, form.result, form.note, submission.colleague)
    return _then(submission, alert_id, form)


def ask_other_result(press: Press) -> None:
    form = press.workflow.closing.closed_form(int(press.value), AlertAction.CHANGE_RESULT)
    press.open(build_change(press.texts, form))


def change_result(submission: Submission) -> Answer | None:
    (alert_id, seen), form = parse_seen(submission.view), parse_ending(submission.view)
    by, tells = submission.colleague, form.tells_outcome
    submission.workflow.closing.change(alert_id, seen, form.result, form.note, by, tells=tells)
    return _then(submission, alert_id, form)


def ask_to_reopen(press: Press) -> None:
    press.open(build_reopening(press.texts, press.workflow.closing.closed_form(int(press.value), AlertAction.REOPEN)))


def reopen(submission: Submission) -> None:
    submission.workflow.closing.reopen(*parse_seen(submission.view), submission.colleague)


def _then(submission: Submission, alert_id: int, form: Filled) -> Answer | None:
    if not form.tells_outcome:
        return None
    told = submission.workflow.concluding.base(alert_id, form.result)
    context = FormContext(uuid4().hex, submission.now, about_id=alert_id)
    return {"response_action": "update", "view": build_outcome(submission.texts, *told, context)}


LISTENERS = (
    Button(ids.CLOSE, Role.INTAKE, ask_result),
    Form(ids.CLOSING_FORM, Role.INTAKE, "note", close),
    Button(ids.CHANGE_RESULT, Role.INTAKE, ask_other_result),
    Form(ids.RESULT_FORM, Role.INTAKE, "note", change_result),
    Button(ids.REOPEN, Role.INTAKE, ask_to_reopen),
    Form(ids.REOPEN_FORM, Role.INTAKE, "note", reopen),
)

"""Listeners: the buttons on an alert's message; another colleague decides about a request."""

from uuid import uuid4

from bot.domain.alerts.alert_errors import TypeTheNumber
from bot.domain.alerts.alerts import AlertAction, AlertKind
from bot.domain.guard.errors import AgreementNeeded
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.amend_modal import build_amend, build_amend_all, parse_amend
from bot.slack.alerts.approval_modal import build_approval, parse_approval
from bot.slack.alerts.request_modal import read_context
from bot.slack.alerts.return_modal import build_return, build_withdrawal, parse_return, parse_seen
from bot.slack.guard_blocks import parse_agreed
from bot.workflow.alerts.requesting import FormContext
from handlers.slack.alerts.previews import preview_answer
from handlers.slack.listeners import Button, Form
from handlers.slack.presses import Answer, Press, Submission


def approve(press: Press) -> None:
    try:
        press.workflow.approving.approve(*press.alert, press.colleague)
        press.put_away()
    except (TypeTheNumber, AgreementNeeded):  # more people, or more that needs a yes, than when it was drawn
        ask_number(press)


def ask_number(press: Press) -> None:
    press.open(build_approval(press.texts, *press.workflow.approving.question(*press.alert, press.colleague)))


def approve_many(submission: Submission) -> Answer | None:
    alert_id, seen_version, number = parse_approval(submission.view)
    agreed = parse_agreed(submission.view)
    submission.workflow.approving.approve(alert_id, seen_version, submission.colleague, number or None, agreed=agreed)
    return confirm_approval(submission, submission.workflow.noting.reference_of(alert_id))


def confirm_approval(submission: Submission, reference: str) -> Answer | None:
    """Where its message is not at hand."""
    if submission.channel:
        return None
    _ = submission.texts
    return submission.confirm(
        _(
            "Approved: {reference}. Its message tells how far it is, and has Stop while that is possible.",
            reference=reference,
        )
    )


def stop(press: Press) -> None:
    """What was whispered to who approved it goes with the press, also where it came too late."""
    try:
        press.workflow.approving.stop(*press.alert, press.colleague)
    finally:
        press.put_away()


def amend(press: Press) -> None:
    alert = press.workflow.approving.open_for(*press.alert, AlertAction.AMEND, press.colleague)
    tips = alert.kind is AlertKind.PREVENTIVE
    form = FormContext(uuid4().hex, press.now, alert.id, alert.version, alert.about_id, preventive=tips)
    press.open(build_amend(press.texts, alert, form, press.colleague))


def reword(submission: Submission) -> Answer:
    """The mail with the texts as they are now; or the whole form, with them in it."""
    form, (texts, wants_all) = read_context(submission.view), parse_amend(submission.view)
    requesting, colleague = submission.workflow.requesting, submission.colleague
    if not wants_all:
        return preview_answer(submission, requesting.reword(texts, form, colleague), form)
    alert = submission.workflow.approving.open_for(form.alert_id or 0, form.base_version, AlertAction.AMEND, colleague)
    offered = requesting.offered(alert.content.offence)
    chosen = submission.workflow.mapping.chosen(form, colleague)
    whole = build_amend_all(submission.texts, alert, texts, form, offered, colleague, chosen)
    return {"response_action": "update", "view": whole}


def ask_why_back(press: Press) -> None:
    alert = press.workflow.approving.open_for(*press.alert, AlertAction.RETURN, press.colleague)
    press.open(build_return(press.texts, alert))


def send_back(submission: Submission) -> None:
    alert_id, seen_version, reason = parse_return(submission.view)
    submission.workflow.approving.send_back(alert_id, seen_version, submission.colleague, reason)


def take_proposal(press: Press) -> None:
    press.workflow.proposing.take_over(*press.alert, press.colleague)


def ask_withdrawal(press: Press) -> None:
    alert = press.workflow.approving.open_withdrawal(*press.alert, press.colleague)
    press.open(build_withdrawal(press.texts, alert))


def withdraw(submission: Submission) -> None:
    submission.workflow.approving.withdraw(*parse_seen(submission.view), submission.colleague)


LISTENERS = (
    Button(ids.APPROVE, Role.INTAKE, approve),
    Button(ids.APPROVE_MANY, Role.INTAKE, ask_number),
    Form(ids.APPROVE_FORM, Role.INTAKE, "recipients", approve_many),
    Button(ids.STOP, Role.INTAKE, stop),
    Button(ids.AMEND, Role.INTAKE, amend),
    Form(ids.AMEND_FORM, Role.INTAKE, "what_happened", reword),
    Button(ids.SEND_BACK, Role.INTAKE, ask_why_back),
    Form(ids.RETURN_FORM, Role.INTAKE, "reason", send_back),
    Button(ids.TAKE_PROPOSAL, Role.INTAKE, take_proposal),
    Button(ids.WITHDRAW, (Role.INTAKE, Role.SUPERUSER), ask_withdrawal),
    Form(ids.WITHDRAW_FORM, (Role.INTAKE, Role.SUPERUSER), "", withdraw),
)

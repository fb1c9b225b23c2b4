"""Listeners: legal hold on an alert; the same command again offers to lift it."""

from bot.domain.errors import NoReference
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.hold_modal import build_hold, parse_hold
from handlers.slack.listeners import Command, Form
from handlers.slack.presses import Answer, Press, Submission


def ask_reason(press: Press) -> None:
    if not press.argument:
        raise NoReference(example=f"{ids.COMMAND} {ids.WORD_HOLD} BM-2026-0042")
    press.open(build_hold(press.texts, press.workflow.holding.find(press.argument)))


def hold_or_release(submission: Submission) -> Answer | None:
    holds, alert_id, reason = parse_hold(submission.view)
    holding = submission.workflow.holding
    decide = holding.hold if holds else holding.release
    decide(alert_id, reason, submission.colleague)
    _ = submission.texts
    return submission.confirm(_("Nothing of this case is erased from now on.") if holds else _("The hold is lifted."))


LISTENERS = (
    Command(ids.WORD_HOLD, Role.SUPERUSER, ask_reason),
    Form(ids.HOLD_FORM, Role.SUPERUSER, "reason", hold_or_release),
)

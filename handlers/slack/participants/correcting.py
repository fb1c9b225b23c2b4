"""Listeners: a superuser mends what is known of a participant, or pauses them."""

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.participants.correct_modals import build_correct, build_pause, parse_correct, parse_pause
from handlers.slack.listeners import Button, Form
from handlers.slack.presses import Answer, Press, Submission


def ask_what(press: Press) -> None:
    press.open(build_correct(press.texts, press.value))


def correct(submission: Submission) -> Answer | None:
    submission.workflow.correcting.correct(*parse_correct(submission.view), submission.colleague)
    _ = submission.texts
    return submission.confirm(_("The data of this participant have changed."))


def ask_until(press: Press) -> None:
    press.open(build_pause(press.texts, press.value))


def pause(submission: Submission) -> Answer | None:
    participant_id, until, reason = parse_pause(submission.view)
    submission.workflow.correcting.pause(participant_id, until, reason, submission.colleague)
    _ = submission.texts
    return submission.confirm(_("This participant gets no mail for a while."))


LISTENERS = (
    Button(ids.CORRECT, Role.SUPERUSER, ask_what),
    Form(ids.CORRECT_FORM, Role.SUPERUSER, "reason", correct),
    Button(ids.PAUSE, Role.SUPERUSER, ask_until),
    Form(ids.PAUSE_FORM, Role.SUPERUSER, "reason", pause),
)

"""Listeners: the offences that superusers add: which one, then its words."""

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.offence_modal import build_offence, build_offence_choice, parse_offence, parse_offence_choice
from handlers.slack.listeners import Command, Form
from handlers.slack.presses import Answer, Press, Submission


def ask_which(press: Press) -> None:
    press.open(build_offence_choice(press.texts, press.workflow.offering.added()))


def edit(submission: Submission) -> Answer:
    offence = submission.workflow.offering.form(parse_offence_choice(submission.view))
    return {"response_action": "update", "view": build_offence(submission.texts, offence)}


def keep(submission: Submission) -> Answer | None:
    submission.workflow.offering.keep(parse_offence(submission.view), submission.colleague)
    _ = submission.texts
    return submission.confirm(_("The offence is saved: a request can be about it from now on."))


LISTENERS = (
    Command(ids.WORD_OFFENCES, Role.SUPERUSER, ask_which),
    Form(ids.OFFENCE_CHOICE, Role.SUPERUSER, "offence", edit),
    Form(ids.OFFENCE_FORM, Role.SUPERUSER, "name", keep),
)

"""Listeners: the team's own texts for answers: which one, then its words."""

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.guard_blocks import parse_decision
from bot.slack.letters.template_modal import (
    build_template,
    build_template_choice,
    parse_template,
    parse_template_choice,
)
from handlers.slack.listeners import Command, Form
from handlers.slack.presses import Answer, Press, Submission


def ask_which(press: Press) -> None:
    press.open(build_template_choice(press.texts, press.workflow.requesting.offered()))


def edit(submission: Submission) -> Answer:
    form = submission.workflow.templating.form(*parse_template_choice(submission.view))
    return {"response_action": "update", "view": build_template(submission.texts, form)}


def keep(submission: Submission) -> Answer | None:
    decision = parse_decision(submission.view)
    submission.workflow.templating.keep(*parse_template(submission.view), submission.colleague, decision)
    _ = submission.texts
    return submission.confirm(_("The text is saved, and holds from now on."))


LISTENERS = (
    Command(ids.WORD_TEXTS, Role.SUPERUSER, ask_which),
    Form(ids.TEMPLATE_CHOICE, Role.SUPERUSER, "rating", edit),
    Form(ids.TEMPLATE_FORM, Role.SUPERUSER, "text", keep),
)

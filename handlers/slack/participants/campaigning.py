"""Listeners: recruiting in a neighbourhood; for superusers."""

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.participants.campaign_message import build_campaign_form, parse_campaign_form
from handlers.slack.listeners import Command, Form
from handlers.slack.presses import Answer, Press, Submission


def ask(press: Press) -> None:
    press.open(build_campaign_form(press.texts, *press.workflow.campaigning.choices()))


def start(submission: Submission) -> Answer | None:
    neighbourhood = parse_campaign_form(submission.view)
    submission.workflow.campaigning.start(neighbourhood, submission.colleague)
    _ = submission.texts
    begun = _("Recruiting in {where} has begun; it stands in the supervision channel.", where=neighbourhood)
    return submission.confirm(begun)


LISTENERS = (
    Command(ids.WORD_RECRUIT, Role.SUPERUSER, ask),
    Form(ids.CAMPAIGN_FORM, Role.SUPERUSER, "neighbourhood", start),
)

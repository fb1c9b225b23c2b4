"""Listeners: a message that Slack refuses is a superuser's to decide about."""

from bot.domain.participants.people import Role
from bot.records.outbox import Decision
from bot.slack import ids
from handlers.slack.listeners import Button
from handlers.slack.presses import Press


def post_again(press: Press) -> None:
    press.workflow.settling.decide(int(press.value), Decision.AGAIN, press.colleague)


def skip(press: Press) -> None:
    press.workflow.settling.decide(int(press.value), Decision.SKIP, press.colleague)


LISTENERS = (
    Button(ids.POST_AGAIN, Role.SUPERUSER, post_again),
    Button(ids.SKIP_POST, Role.SUPERUSER, skip),
)

"""Listeners: an acknowledgement of which nobody knows whether it arrived."""

from bot.slack import ids
from handlers.slack.presses import Press
from handlers.slack.replies.taking import ReplyButton


def send_again(press: Press) -> None:
    press.workflow.resending.decide(int(press.value), press.colleague, send_again=True)


def leave(press: Press) -> None:
    press.workflow.resending.decide(int(press.value), press.colleague, send_again=False)


LISTENERS = (
    ReplyButton(ids.ACKNOWLEDGE_AGAIN, send_again),
    ReplyButton(ids.LEAVE_ACKNOWLEDGEMENT, leave),
)

"""Listeners: what is said of the images that a citizen offered."""

from bot.slack.replies.images.image_lines import DEEDS
from handlers.slack.presses import Press
from handlers.slack.replies.taking import ReplyButton


def decide(press: Press) -> None:
    press.workflow.deciding_on_images.decide(int(press.value), DEEDS[press.action_id], press.colleague)


LISTENERS = tuple(ReplyButton(action_id, decide, checks=False) for action_id in DEEDS)

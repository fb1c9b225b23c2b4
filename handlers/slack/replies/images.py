"""Listeners: what is said of the images that a citizen offered."""

from typing import Final

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.replies.images.image_lines import DEEDS
from handlers.slack.listeners import Button, Listener
from handlers.slack.presses import Press
from handlers.slack.replies.taking import ReplyButton


def decide(press: Press) -> None:
    press.workflow.deciding_on_images.decide(int(press.value), DEEDS[press.action_id], press.colleague)


def ask(press: Press) -> None:
    press.workflow.requesting_images.ask(int(press.value), press.colleague)


def ask_for_lead(press: Press) -> None:
    press.workflow.requesting_images.ask_for_lead(int(press.value), press.colleague)


LISTENERS: Final[tuple[Listener, ...]] = (
    *(ReplyButton(action_id, decide, checks=False) for action_id in DEEDS),
    ReplyButton(ids.ASK_IMAGES, ask, checks=False),
    Button(ids.ASK_LEAD_IMAGES, Role.BURGLARY_TEAM, ask_for_lead),
)

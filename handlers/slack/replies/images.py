"""Listeners: what is said of the images that a citizen offered."""

from typing import Final

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.replies.images.hand_over_modal import build_hand_over, parse_hand_over
from bot.slack.replies.images.image_lines import DEEDS
from bot.workflow.replies.images.handing_over import Whose
from handlers.slack.listeners import Button, Form, Listener
from handlers.slack.presses import Act, Press, Submission
from handlers.slack.replies.taking import ReplyButton


def decide(press: Press) -> None:
    press.workflow.deciding_on_images.decide(int(press.value), DEEDS[press.action_id], press.colleague)


def ask(press: Press) -> None:
    press.workflow.requesting_images.ask(int(press.value), press.colleague)


def ask_for_lead(press: Press) -> None:
    press.workflow.requesting_images.ask_for_lead(int(press.value), press.colleague)


def at(kind: str) -> Act:
    return lambda press: ask_where(press, Whose(kind, int(press.value)))


def ask_where(press: Press, whose: Whose) -> None:
    press.workflow.handing_over.check(whose, press.colleague)
    press.open(build_hand_over(press.texts, whose))


def hand_over(submission: Submission) -> None:
    submission.workflow.handing_over.hand_over(*parse_hand_over(submission.view), submission.colleague)


LISTENERS: Final[tuple[Listener, ...]] = (
    *(ReplyButton(action_id, decide, checks=False) for action_id in DEEDS),
    ReplyButton(ids.ASK_IMAGES, ask, checks=False),
    Button(ids.ASK_LEAD_IMAGES, Role.BURGLARY_TEAM, ask_for_lead),
    ReplyButton(ids.HAND_OVER, at("reply"), checks=False),
    Button(ids.HAND_OVER_LEAD, Role.BURGLARY_TEAM, at("lead")),
    Form(ids.HAND_OVER_FORM, (Role.RESPONDER, Role.BURGLARY_TEAM), "system", hand_over),
)

"""Listeners: rating a reply, BVH, floods."""

from bot.domain.participants.people import Role
from bot.domain.replies.replies import Rating
from bot.slack import ids
from bot.slack.replies.bvh_modal import build_bvh, parse_bvh
from bot.slack.replies.flood_message import CLOSE, OLDER, build_flood, parse_flood
from handlers.slack.listeners import Button, Form
from handlers.slack.presses import Answer, Press, Submission
from handlers.slack.replies.taking import ReplyButton, ReplyForm


def rate(press: Press) -> None:
    press.workflow.triaging.rate(int(press.value), Rating(press.action_id.removeprefix(ids.RATE)), press.colleague)


def count_as_reply(press: Press) -> None:
    press.workflow.triaging.count_as_reply(int(press.value), press.colleague)


def ask_bvh_number(press: Press) -> None:
    press.open(build_bvh(press.texts, press.workflow.triaging.bvh_form(int(press.value), press.colleague)))


def record_in_bvh(submission: Submission) -> None:
    submission.workflow.triaging.record_in_bvh(*parse_bvh(submission.view), submission.colleague)


def told_at_scene(press: Press) -> None:
    press.workflow.triaging.told_at_the_scene(int(press.value), press.colleague)


def show_flood(press: Press) -> None:
    press.open(build_flood(press.texts, press.workflow.triaging.flood(int(press.value), 0)))


def act_on_flood(submission: Submission) -> Answer | None:
    first_id, page, choice = parse_flood(submission.view)
    triaging = submission.workflow.triaging
    if choice == OLDER:
        return {"response_action": "update", "view": build_flood(submission.texts, triaging.flood(first_id, page + 1))}
    if choice != CLOSE:
        triaging.take_out_of_flood(first_id, int(choice), submission.colleague)
    return None


LISTENERS = (
    ReplyButton(ids.RATE + Rating.RELEVANT_HERE, rate, checks=False),
    ReplyButton(ids.RATE + Rating.RELEVANT_ELSEWHERE, rate, checks=False),
    ReplyButton(ids.RATE + Rating.NOT_RELEVANT, rate, checks=False),
    Button(ids.COUNT_AS_REPLY, Role.RESPONDER, count_as_reply),
    ReplyButton(ids.RECORD_IN_BVH, ask_bvh_number),
    ReplyForm(ids.BVH_FORM, "bvh_number", record_in_bvh),
    ReplyButton(ids.TOLD_AT_SCENE, told_at_scene),
    Button(ids.SHOW_FLOOD, Role.RESPONDER, show_flood),
    Form(ids.FLOOD_VIEW, Role.RESPONDER, "what", act_on_flood),
)

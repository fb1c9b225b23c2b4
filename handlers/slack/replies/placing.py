"""Listeners: which other case a reply is relevant to."""

from bot.slack import ids
from bot.slack.replies.case_modal import parse_case
from bot.slack.replies.rate_modal import build_rate, parse_rate
from handlers.slack.presses import Press, Submission
from handlers.slack.replies.taking import ReplyButton, ReplyForm


def rate_elsewhere(submission: Submission) -> None:
    reply_id, choice, typed, reason = parse_case(submission.view)
    submission.workflow.placing.rate_elsewhere(reply_id, choice, typed, submission.colleague, reason)


def ask_rating(press: Press) -> None:
    press.open(build_rate(press.texts, press.workflow.triaging.reply(int(press.value))))


def rate(submission: Submission) -> None:
    submission.workflow.triaging.rate(*parse_rate(submission.view), submission.colleague)


LISTENERS = (
    ReplyButton(ids.RATE_REPLY, ask_rating),
    ReplyForm(ids.RATE_FORM, "rating", rate),
    ReplyForm(ids.CASE_FORM, "other_case", rate_elsewhere),
)

"""Listeners: which other case a reply is relevant to."""

from bot.domain.replies.replies import Rating
from bot.slack import ids
from bot.slack.replies.case_modal import build_case, parse_case
from handlers.slack.presses import Press, Submission
from handlers.slack.replies.taking import ReplyButton, ReplyForm


def ask_which(press: Press) -> None:
    press.open(build_case(press.texts, press.workflow.placing.form(int(press.value))))


def rate_elsewhere(submission: Submission) -> None:
    reply_id, choice, typed, reason = parse_case(submission.view)
    submission.workflow.placing.rate_elsewhere(reply_id, choice, typed, submission.colleague, reason)


LISTENERS = (
    ReplyButton(ids.RATE + Rating.RELEVANT_ELSEWHERE, ask_which),
    ReplyForm(ids.CASE_FORM, "other_case", rate_elsewhere),
)

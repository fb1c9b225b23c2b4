"""Listeners: which other case a reply is relevant to."""

from bot.domain.replies.replies import Rating
from bot.slack import ids
from bot.slack.replies.case_modal import build_case, parse_case
from bot.slack.replies.rate_modal import build_rate, parse_rate
from handlers.slack.presses import Answer, Press, Submission
from handlers.slack.replies.taking import ReplyButton, ReplyForm


def ask_which(press: Press) -> None:
    press.open(build_case(press.texts, press.workflow.placing.form(int(press.value))))


def rate_elsewhere(submission: Submission) -> None:
    reply_id, choice, typed, reason = parse_case(submission.view)
    submission.workflow.placing.rate_elsewhere(reply_id, choice, typed, submission.colleague, reason)


def ask_rating(press: Press) -> None:
    press.open(build_rate(press.texts, press.workflow.triaging.reply(int(press.value))))


def rate(submission: Submission) -> Answer | None:
    """Relevant to another case: to which one is asked next, as on the reply's message."""
    reply_id, rating = parse_rate(submission.view)
    if rating is Rating.RELEVANT_ELSEWHERE:
        case = build_case(submission.texts, submission.workflow.placing.form(reply_id))
        return {"response_action": "update", "view": case}
    submission.workflow.triaging.rate(reply_id, rating, submission.colleague)
    return None


LISTENERS = (
    ReplyButton(ids.RATE_REPLY, ask_rating),
    ReplyForm(ids.RATE_FORM, "rating", rate),
    ReplyButton(ids.RATE + Rating.RELEVANT_ELSEWHERE, ask_which),
    ReplyForm(ids.CASE_FORM, "other_case", rate_elsewhere),
)

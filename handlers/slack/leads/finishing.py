"""Listeners: all that a rating owes in one window; another rating; an answer or a lead that is taken back."""

from bot.domain.errors import ChoiceNeeded
from bot.domain.replies.replies import Rating
from bot.slack import ids
from bot.slack.guard_blocks import parse_decision
from bot.slack.leads.rerate_modal import build_rerate, parse_rerate
from bot.slack.letters.handle_modal import build_handle, parse_handle
from bot.slack.replies.case_modal import build_case
from handlers.slack.presses import Answer, Press, Submission
from handlers.slack.replies.placing import open_rating
from handlers.slack.replies.taking import ReplyButton, ReplyForm


def open_all(press: Press) -> None:
    """From a list the rating may still be owed: that comes first."""
    reply = press.workflow.triaging.reply(int(press.value))
    if reply.rating is None:
        open_rating(press, reply)
    else:
        press.open(build_handle(press.texts, press.workflow.finishing.form(reply.id, press.colleague)))


def finish(submission: Submission) -> None:
    decision = parse_decision(submission.view)
    submission.workflow.finishing.finish(parse_handle(submission.view), submission.colleague, decision)


def ask_rating(press: Press) -> None:
    press.open(build_rerate(press.texts, press.workflow.triaging.card(int(press.value))))


def rerate(submission: Submission) -> Answer | None:
    """Which other case it is relevant to is asked when it is dealt with; here where that is all that changes."""
    reply_id, shown, picked, reason = parse_rerate(submission.view)
    if not picked:
        raise ChoiceNeeded("rating")
    workflow = submission.workflow
    if picked == shown == Rating.RELEVANT_ELSEWHERE:
        workflow.triaging.check_reason(reply_id, reason)
        form = workflow.placing.form(reply_id)
        return {"response_action": "update", "view": build_case(submission.texts, form, reason)}
    workflow.triaging.rate(reply_id, Rating(picked), submission.colleague, reason=reason, seen=shown)
    return None


def recall_answer(press: Press) -> None:
    press.workflow.answering.recall(int(press.value), press.colleague)


def recall_lead(press: Press) -> None:
    press.workflow.escalating.recall(int(press.value), press.colleague)


LISTENERS = (
    ReplyButton(ids.HANDLE, open_all),
    ReplyForm(ids.HANDLE_FORM, "answer", finish),
    ReplyButton(ids.RERATE, ask_rating),
    ReplyForm(ids.RERATE_FORM, "reason", rerate),
    ReplyButton(ids.RECALL_ANSWER, recall_answer),
    ReplyButton(ids.RECALL_LEAD, recall_lead),
)

"""Listeners: the personal answer to a citizen: the text that goes with the rating, edited and sent."""

from bot.slack import ids
from bot.slack.guard_blocks import parse_decision
from bot.slack.letters.answer_modal import build_answer, parse_answer
from handlers.slack.presses import Press, Submission
from handlers.slack.replies.taking import ReplyButton, ReplyForm


def write(press: Press) -> None:
    press.open(build_answer(press.texts, press.workflow.answering.form(int(press.value), press.colleague)))


def answer(submission: Submission) -> None:
    reply_id, seen, text, spoken, to = parse_answer(submission.view)
    decision, answering = parse_decision(submission.view), submission.workflow.answering
    answering.answer(reply_id, seen, text, submission.colleague, spoken=spoken, to=to, decision=decision)


LISTENERS = (
    ReplyButton(ids.ANSWER, write),
    ReplyForm(ids.ANSWER_FORM, "answer", answer),
)

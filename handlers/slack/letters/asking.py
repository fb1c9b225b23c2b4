"""Listeners: a further question to a citizen."""

from bot.slack import ids
from bot.slack.guard_blocks import parse_decision
from bot.slack.letters.question_modal import build_question, parse_question
from handlers.slack.presses import Press, Submission
from handlers.slack.replies.taking import ReplyButton, ReplyForm


def write(press: Press) -> None:
    press.open(build_question(press.texts, press.workflow.asking.form(int(press.value))))


def ask(submission: Submission) -> None:
    decision = parse_decision(submission.view)
    submission.workflow.asking.ask(*parse_question(submission.view), submission.colleague, decision)


LISTENERS = (
    ReplyButton(ids.ASK, write),
    ReplyForm(ids.QUESTION_FORM, "question", ask),
)

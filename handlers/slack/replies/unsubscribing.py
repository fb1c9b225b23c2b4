"""Listeners: a citizen wants no mails any more."""

from bot.slack import ids
from bot.slack.guard_blocks import parse_decision
from bot.slack.replies.no_more_mails_modal import build_no_more_mails, parse_no_more_mails
from handlers.slack.presses import Press, Submission
from handlers.slack.replies.taking import ReplyButton, ReplyForm


def ask(press: Press) -> None:
    press.open(build_no_more_mails(press.texts, press.workflow.unsubscribing.form(int(press.value), press.colleague)))


def take_out(submission: Submission) -> None:
    decision = parse_decision(submission.view)
    submission.workflow.unsubscribing.take_out(*parse_no_more_mails(submission.view), submission.colleague, decision)


LISTENERS = (
    ReplyButton(ids.NO_MORE_MAILS, ask),
    ReplyForm(ids.NO_MORE_MAILS_FORM, "answer", take_out),
)

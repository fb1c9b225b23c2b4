"""Listeners: calling a citizen back: the promise, which shows a number to who has the reply, and that it was kept."""

from bot.slack import ids
from bot.slack.replies.callback_modal import build_callback, build_called, parse_callback, parse_called
from handlers.slack.presses import Press, Submission
from handlers.slack.replies.taking import ReplyButton, ReplyForm


def ask_when(press: Press) -> None:
    press.open(build_callback(press.texts, press.workflow.calling.form(int(press.value), press.colleague)))


def promise(submission: Submission) -> None:
    submission.workflow.calling.promise(parse_callback(submission.view), submission.colleague)


def ask_what_was_said(press: Press) -> None:
    press.open(build_called(press.texts, press.workflow.calling.done_form(int(press.value))))


def called(submission: Submission) -> None:
    form, said, answered = parse_called(submission.view)
    submission.workflow.calling.done(form, said, submission.colleague, answered=answered)


LISTENERS = (
    ReplyButton(ids.CALL_BACK, ask_when),
    ReplyForm(ids.CALLBACK_FORM, "phone", promise),
    ReplyButton(ids.CALLED, ask_what_was_said, checks=False),
    ReplyForm(ids.CALLED_FORM, "said", called),
)

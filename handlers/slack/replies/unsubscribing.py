"""Listeners: a citizen wants no mails any more."""

from bot.slack import ids
from bot.slack.guard_blocks import parse_decision
from bot.slack.replies.no_more_mails_modal import build_no_more_mails, parse_no_more_mails
from bot.workflow.replies.unsubscribing import Unsubscribing
from handlers.slack.listeners import Press, Submission
from handlers.slack.replies.taking import ReplyDesk


class UnsubscribeListeners:
    """A button on the reply, and its form."""

    def __init__(self, unsubscribing: Unsubscribing) -> None:
        self._unsubscribing = unsubscribing

    def listen(self, replies: ReplyDesk) -> None:
        """Hang them on the app."""
        replies.on_press(ids.NO_MORE_MAILS, self._open)
        replies.on_submit(ids.NO_MORE_MAILS_FORM, "answer", self._take_out)

    def _open(self, press: Press) -> None:
        press.open(build_no_more_mails(press.texts, self._unsubscribing.form(int(press.value))))

    def _take_out(self, submission: Submission) -> None:
        decision = parse_decision(submission.view)
        self._unsubscribing.take_out(*parse_no_more_mails(submission.view), submission.colleague, decision)

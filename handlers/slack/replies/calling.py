"""Listeners: calling a citizen back."""

from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.replies.callback_modal import build_callback, build_called, parse_callback, parse_called
from bot.workflow.replies.calling import Calling
from handlers.slack.listeners import Desk, Press, Submission
from handlers.slack.replies.taking import ReplyDesk


class CallListeners:
    """The promise, which shows a number to who has the reply, and that it was kept."""

    def __init__(self, calling: Calling) -> None:
        self._calling = calling

    def listen(self, desk: Desk, replies: ReplyDesk) -> None:
        """Hang them on the app."""
        replies.on_press(ids.CALL_BACK, self._open)
        replies.on_submit(ids.CALLBACK_FORM, "phone", self._promise)
        desk.on_press(ids.CALLED, Role.RESPONDER, self._open_called)
        replies.on_submit(ids.CALLED_FORM, "said", self._done)

    def _open(self, press: Press) -> None:
        press.open(build_callback(press.texts, self._calling.form(int(press.value), press.colleague)))

    def _promise(self, submission: Submission) -> None:
        self._calling.promise(parse_callback(submission.view), submission.colleague)

    def _open_called(self, press: Press) -> None:
        press.open(build_called(press.texts, self._calling.done_form(int(press.value))))

    def _done(self, submission: Submission) -> None:
        form, said, answered = parse_called(submission.view)
        self._calling.done(form, said, submission.colleague, answered=answered)

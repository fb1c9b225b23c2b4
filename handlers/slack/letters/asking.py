"""Listeners: a further question to a citizen."""

from bot.slack import ids
from bot.slack.guard_blocks import parse_decision
from bot.slack.letters.question_modal import build_question, parse_question
from bot.workflow.letters.asking import Asking
from handlers.slack.listeners import Press, Submission
from handlers.slack.replies.taking import ReplyDesk


class AskListeners:
    """A button on the reply, and its form."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def listen(self, replies: ReplyDesk) -> None:
        """Hang them on the app."""
        replies.on_press(ids.ASK, self._open)
        replies.on_submit(ids.QUESTION_FORM, "question", self._ask)

    def _open(self, press: Press) -> None:
        press.open(build_question(press.texts, self._asking.form(int(press.value))))

    def _ask(self, submission: Submission) -> None:
        decision = parse_decision(submission.view)
        self._asking.ask(*parse_question(submission.view), submission.colleague, decision)

"""Listeners: the personal answer to a citizen."""

from bot.slack import ids
from bot.slack.guard_blocks import parse_decision
from bot.slack.letters.answer_modal import build_answer, parse_answer
from bot.workflow.letters.answering import Answering
from handlers.slack.listeners import Press, Submission
from handlers.slack.replies.taking import ReplyDesk


class AnswerListeners:
    """The text that goes with the rating, edited and sent."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering

    def listen(self, replies: ReplyDesk) -> None:
        """Hang them on the app."""
        replies.on_press(ids.ANSWER, self._ask)
        replies.on_submit(ids.ANSWER_FORM, "answer", self._answer)

    def _ask(self, press: Press) -> None:
        press.open(build_answer(press.texts, self._answering.form(int(press.value))))

    def _answer(self, submission: Submission) -> None:
        reply_id, seen, text, spoken = parse_answer(submission.view)
        decision = parse_decision(submission.view)
        self._answering.answer(reply_id, seen, text, submission.colleague, spoken=spoken, decision=decision)

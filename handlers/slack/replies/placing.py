"""Listeners: which other case a reply is relevant to."""

from bot.domain.replies.replies import Rating
from bot.slack import ids
from bot.slack.replies.case_modal import build_case, parse_case
from bot.workflow.replies.placing import Placing
from handlers.slack.listeners import Press, Submission
from handlers.slack.replies.taking import ReplyDesk


class PlaceListeners:
    """The rating that asks for more."""

    def __init__(self, placing: Placing) -> None:
        self._placing = placing

    def listen(self, replies: ReplyDesk) -> None:
        """Hang them on the app."""
        replies.on_press(ids.RATE + Rating.RELEVANT_ELSEWHERE, self._ask)
        replies.on_submit(ids.CASE_FORM, "other_case", self._rate_elsewhere)

    def _ask(self, press: Press) -> None:
        press.open(build_case(press.texts, self._placing.form(int(press.value))))

    def _rate_elsewhere(self, submission: Submission) -> None:
        self._placing.rate_elsewhere(*parse_case(submission.view), submission.colleague)

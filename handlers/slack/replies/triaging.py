"""Listeners: rating a reply, BVH, floods."""

from bot.domain.participants.people import Role
from bot.domain.replies.replies import Rating
from bot.slack import ids
from bot.slack.replies.bvh_modal import build_bvh, parse_bvh
from bot.slack.replies.flood_message import CLOSE, OLDER, build_flood, parse_flood
from bot.workflow.replies.triaging import Triaging
from handlers.slack.listeners import Answer, Desk, Press, Submission
from handlers.slack.replies.taking import ReplyDesk


class TriageListeners:
    """The wijksecretariaat's buttons on a reply."""

    def __init__(self, triaging: Triaging) -> None:
        self._triaging = triaging

    def listen(self, desk: Desk, replies: ReplyDesk) -> None:
        """Hang them on the app."""
        for rating in (Rating.RELEVANT_HERE, Rating.NOT_RELEVANT):
            replies.on_press(ids.RATE + rating, self._rate)
        desk.on_press(ids.COUNT_AS_REPLY, Role.RESPONDER, self._count_as_reply)
        replies.on_press(ids.RECORD_IN_BVH, self._ask_bvh_number)
        replies.on_submit(ids.BVH_FORM, "bvh_number", self._record_in_bvh)
        desk.on_press(ids.SHOW_FLOOD, Role.RESPONDER, self._show_flood)
        desk.on_submit(ids.FLOOD_VIEW, Role.RESPONDER, "what", self._act_on_flood)

    def _rate(self, press: Press) -> None:
        self._triaging.rate(int(press.value), Rating(press.action_id.removeprefix(ids.RATE)), press.colleague)

    def _count_as_reply(self, press: Press) -> None:
        self._triaging.count_as_reply(int(press.value), press.colleague)

    def _ask_bvh_number(self, press: Press) -> None:
        press.open(build_bvh(press.texts, self._triaging.bvh_form(int(press.value), press.colleague)))

    def _record_in_bvh(self, submission: Submission) -> None:
        self._triaging.record_in_bvh(*parse_bvh(submission.view), submission.colleague)

    def _show_flood(self, press: Press) -> None:
        press.open(build_flood(press.texts, self._triaging.flood(int(press.value), 0)))

    def _act_on_flood(self, submission: Submission) -> Answer | None:
        first_id, page, choice = parse_flood(submission.view)
        if choice == OLDER:
            older = build_flood(submission.texts, self._triaging.flood(first_id, page + 1))
            return {"response_action": "update", "view": older}
        if choice != CLOSE:
            self._triaging.take_out_of_flood(first_id, int(choice), submission.colleague)
        return None

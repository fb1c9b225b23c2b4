"""Listeners: a lead to the burglary team, and what the team says of it."""

import re

from bot.domain.leads.leads import LeadResult
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.leads.judge_modal import build_judge, parse_judge
from bot.workflow.leads.escalating import Escalating
from handlers.slack.listeners import Desk, Press, Submission
from handlers.slack.replies.taking import ReplyDesk


class EscalateListeners:
    """From the triage channel to the burglary team's, and back."""

    def __init__(self, escalating: Escalating) -> None:
        self._escalating = escalating

    def listen(self, desk: Desk, replies: ReplyDesk) -> None:
        """Hang them on the app."""
        replies.on_press(ids.ESCALATE, self._escalate)
        replies.on_press(ids.DO_NOT_ESCALATE, self._decline)
        desk.on_press(re.compile(f"^{ids.LEAD_RESULT}"), Role.BURGLARY_TEAM, self._set_result)

        desk.on_press(ids.CONFIRM_READ, Role.BURGLARY_TEAM, self._confirm_read)
        desk.on_press(ids.JUDGE_LEAD, Role.BURGLARY_TEAM, self._ask_result)
        desk.on_submit(ids.JUDGE_FORM, Role.BURGLARY_TEAM, "note", self._judge)

    def _confirm_read(self, press: Press) -> None:
        self._escalating.confirm_read(int(press.value), press.colleague)

    def _ask_result(self, press: Press) -> None:
        press.open(build_judge(press.texts, self._escalating.lead(int(press.value))))

    def _judge(self, submission: Submission) -> None:
        lead_id, shown, result, note = parse_judge(submission.view)
        self._escalating.set_result(lead_id, result, submission.colleague, note, shown)

    def _escalate(self, press: Press) -> None:
        self._escalating.escalate(int(press.value), press.colleague)

    def _decline(self, press: Press) -> None:
        self._escalating.decline(int(press.value), press.colleague)

    def _set_result(self, press: Press) -> None:
        result = LeadResult(press.action_id.removeprefix(ids.LEAD_RESULT))
        self._escalating.set_result(int(press.value), result, press.colleague)

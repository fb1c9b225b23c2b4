"""Listeners: a lead to the burglary team, and what the team says of it."""

import re

from bot.domain.people import Role
from bot.domain.replies import LeadResult
from bot.slack import ids
from bot.workflow.escalating import Escalating
from handlers.slack.desk import Desk, Press


class EscalateListeners:
    """From the triage channel to the burglary team's, and back."""

    def __init__(self, escalating: Escalating) -> None:
        self._escalating = escalating

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_press(ids.ESCALATE, Role.RESPONDER, self._escalate)
        desk.on_press(re.compile(f"^{ids.LEAD_RESULT}"), Role.BURGLARY_TEAM, self._set_result)

    def _escalate(self, press: Press) -> None:
        self._escalating.escalate(int(press.value), press.colleague)

    def _set_result(self, press: Press) -> None:
        result = LeadResult(press.action_id.removeprefix(ids.LEAD_RESULT))
        self._escalating.set_result(int(press.value), result, press.colleague)

"""Listeners: legal hold on an alert."""

from bot.domain.errors import NoReference
from bot.domain.participants.people import Role
from bot.slack import ids
from bot.slack.alerts.hold_modal import build_hold, parse_hold
from bot.workflow.alerts.holding import Holding
from handlers.slack.listeners import Desk, Press, Submission


class HoldListeners:
    """A superuser's command; the same again offers to lift it."""

    def __init__(self, holding: Holding) -> None:
        self._holding = holding

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(ids.WORD_HOLD, Role.SUPERUSER, self._ask)
        desk.on_submit(ids.HOLD_FORM, Role.SUPERUSER, "reason", self._decide)

    def _ask(self, press: Press) -> None:
        if not press.argument:
            raise NoReference(example=f"{ids.COMMAND} {ids.WORD_HOLD} BM-2026-0042")
        press.open(build_hold(press.texts, self._holding.find(press.argument)))

    def _decide(self, submission: Submission) -> None:
        holds, alert_id, reason = parse_hold(submission.view)
        decide = self._holding.hold if holds else self._holding.release
        decide(alert_id, reason, submission.colleague)

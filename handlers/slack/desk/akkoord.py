"""Listeners: what colleagues type in a thread of the intake channel."""

from typing import Any

from slack_bolt import App

from bot.domain.alerts.agreeing import is_agreement
from bot.domain.errors import NoAccess
from bot.domain.participants.people import Role
from bot.records.chat import MessageRef
from bot.workflow.alerts.nudging import Nudging
from handlers.slack.staff import Staff

Event = dict[str, Any]
SPOKEN = frozenset({None, "thread_broadcast"})
"""Subtypes of what a person typed; a bot's words, an edit, somebody who joins are others or name a bot."""


class AkkoordListeners:
    """Of all that is said only a short yes under a request is acted on; nothing is kept or logged of it."""

    def __init__(self, nudging: Nudging, staff: Staff, intake_channel: str) -> None:
        self._nudging = nudging
        self._staff = staff
        self._channel = intake_channel

    def listen(self, app: App) -> None:
        """Hang them on the app."""
        app.event("message", matchers=[self._is_agreement])(self._heard)

    def _heard(self, event: Event) -> None:
        try:
            colleague = self._staff.require(str(event["user"]), Role.INTAKE)
        except NoAccess:
            return
        self._nudging.agreed(MessageRef(self._channel, str(event["thread_ts"])), colleague)

    def _is_agreement(self, event: Event) -> bool:
        typed = (
            event.get("subtype") in SPOKEN and event.get("user") and not (event.get("bot_id") or event.get("edited"))
        )
        under = event.get("channel") == self._channel and event.get("thread_ts") not in {None, event.get("ts")}
        return bool(typed and under and is_agreement(str(event.get("text") or "")))


def ignore_other_messages(app: App) -> None:
    """Hung last: what nobody listens to is acknowledged all the same, or Slack would bring it again."""
    app.event("message")(lambda: None)

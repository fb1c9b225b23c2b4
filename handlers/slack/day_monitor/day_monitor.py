"""Listeners: a day monitor dropped in the supervision channel; and what else is said in channels."""

from collections.abc import Callable
from typing import Any

from slack_bolt import App

from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague, Role
from bot.records.chat import MessageRef
from bot.workflow.day_monitor.importing import Importing
from handlers.slack.staff import Staff

Event = dict[str, Any]


class DayMonitorListeners:
    """A file that a superuser drops in their channel; those of others, and other files, are let be."""

    def __init__(self, importing: Importing, staff: Staff, channel_id: str) -> None:
        self._importing = importing
        self._staff = staff
        self._channel_id = channel_id

    def listen(self, app: App) -> None:
        """Hang it on the app; a middleware, because Bolt acknowledges an event before its listener runs."""
        app.event({"type": "message", "subtype": "file_share"}, middleware=[self._keep])(_done)

    def _keep(self, event: Event, next: Callable[[], Any]) -> Any:  # noqa: A002 - Bolt's name for the next step
        """Written down before it is acknowledged: where that fails, Slack brings the event again."""
        if event.get("channel") != self._channel_id or event.get("bot_id"):
            return None  # another listener's, or our own figures
        thread_ts, user_id = str(event.get("thread_ts") or event["ts"]), str(event.get("user", ""))
        message = MessageRef(self._channel_id, thread_ts)
        named = [(str(file["id"]), str(file.get("name") or "")) for file in event.get("files") or []]
        if any(self._importing.wants(name) for _, name in named):
            by = self._superuser(user_id)
            for file_id, name in named:
                self._importing.receive(file_id, name, message, by, user_id)
        return next()

    def _superuser(self, user_id: str) -> Colleague | None:
        try:
            return self._staff.require(user_id, Role.SUPERUSER)
        except NoAccess:
            return None


def _done() -> None:
    """Nothing is left to do."""

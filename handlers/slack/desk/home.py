"""Listeners: the app's Home, drawn when somebody opens it, and anew when what it shows has changed."""

import json
import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

import structlog
from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague
from bot.records.desk import HomeView, Pages, Vitals
from bot.slack import ids
from bot.slack.blocks import Block
from bot.slack.desk.home_view import build_home, page_asked
from bot.texts import texts
from bot.workflow.desk.homing import Homing
from handlers.slack.staff import Staff

log = structlog.get_logger()


class HomeListeners:
    """The Home tab of everybody who has it open."""

    def __init__(self, homing: Homing, staff: Staff, client: WebClient, locale: str) -> None:
        self._homing = homing
        self._staff = staff
        self._client = client
        self._locale = locale

    def listen(self, app: App) -> None:
        """Hang them on the app."""
        app.event("app_home_opened")(self._opened)
        app.action(re.compile(f"^{ids.HOME_PAGE}"))(self._turned)

    def _opened(self, event: dict[str, Any]) -> None:
        self._show(str(event["user"]), {})

    def _turned(self, ack: Ack, body: dict[str, Any]) -> None:
        ack()
        pressed = body["actions"][0]
        self._show(str(body["user"]["id"]), page_asked(pressed["action_id"], pressed["value"]))

    def _show(self, user_id: str, pages: Pages) -> None:
        colleague = self._colleague(user_id)
        self._homing.opened(self._publish(colleague, pages), colleague)

    def _colleague(self, user_id: str) -> Colleague:
        try:
            return self._staff.colleague(user_id)
        except NoAccess:
            return Colleague(user_id, "", frozenset(), self._locale)

    def _publish(self, colleague: Colleague, pages: Pages) -> HomeView:
        drawn = self._draw(colleague, pages)
        self._client.views_publish(user_id=colleague.id, view=drawn)
        return HomeView(colleague.id, colleague.locale, pages, _digest(drawn))

    def _draw(self, colleague: Colleague, pages: Pages, vitals: Vitals | None = None) -> Block:
        return build_home(texts(colleague.locale), self._homing.card(colleague, pages, vitals))

    def renew(self) -> None:
        """Publish what changed to those who have it before them; where nothing did, Slack hears nothing of it."""
        if not (watched := self._homing.watched()):
            return
        vitals = self._homing.vitals()
        try:
            for view in self._changed(watched, vitals):
                self._renew(view)
        except (SlackApiError, OSError) as error:  # the next round is soon
            log.warning("home waits", error=type(error).__name__)

    def _changed(self, watched: Iterable[HomeView], vitals: Vitals) -> list[HomeView]:
        roles = self._staff.roles()
        shown = [(view, Colleague(view.user_id, "", roles(view.user_id), view.locale)) for view in watched]
        return [view for view, who in shown if _digest(self._draw(who, view.pages, vitals)) != view.digest]

    def _renew(self, view: HomeView) -> None:
        """Who they are is asked anew; a page that they turn meanwhile comes back at the next round."""
        colleague = self._colleague(view.user_id)
        self._homing.renewed(self._publish(colleague, view.pages), colleague)


def _digest(view: Block) -> str:
    return sha256(json.dumps(view, sort_keys=True).encode()).hexdigest()

"""Listeners: the app's Home, drawn when somebody opens it, and anew when what it shows has changed."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256

import structlog
from slack_sdk.errors import SlackApiError

from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague
from bot.records.desk import HomeView, Pages, Vitals
from bot.slack import ids
from bot.slack.blocks import Block
from bot.slack.desk.home_view import build_home, page_asked
from bot.texts import texts
from handlers.slack.listeners import ButtonForAll, SlackEvent
from handlers.slack.presses import Body, Desk, Event

log = structlog.get_logger()


def opened(desk: Desk, event: Event) -> None:
    _show(desk, str(event["user"]), {})


def turned(desk: Desk, body: Body) -> None:
    pressed = body["actions"][0]
    _show(desk, str(body["user"]["id"]), page_asked(pressed["action_id"], pressed["value"]))


def renew(desk: Desk) -> None:
    """Publish what changed to those who have it before them; where nothing did, Slack hears nothing of it."""
    if not (watched := desk.workflow.homing.watched()):
        return
    vitals = desk.workflow.homing.vitals()
    try:
        for view, who in _changed(desk, watched, vitals):
            if not desk.workflow.homing.pace.take():
                return
            desk.workflow.homing.renewed(_publish(desk, who, view.pages), who)
    except (SlackApiError, OSError) as error:  # the next round is soon
        log.warning("home waits", error=type(error).__name__)


def _show(desk: Desk, user_id: str, pages: Pages) -> None:
    colleague = _colleague(desk, user_id)
    desk.workflow.homing.pace.count()
    desk.workflow.homing.opened(_publish(desk, colleague, pages), colleague)


def _colleague(desk: Desk, user_id: str) -> Colleague:
    try:
        return desk.staff.colleague(user_id)
    except NoAccess:
        return Colleague(user_id, "", frozenset(), desk.locale)


def _publish(desk: Desk, colleague: Colleague, pages: Pages) -> HomeView:
    drawn = _draw(desk, colleague, pages)
    desk.client.views_publish(user_id=colleague.id, view=drawn)
    return HomeView(colleague.id, colleague.locale, pages, _digest(drawn))


def _draw(desk: Desk, colleague: Colleague, pages: Pages, vitals: Vitals | None = None) -> Block:
    return build_home(texts(colleague.locale), desk.workflow.homing.card(colleague, pages, vitals))


def _changed(desk: Desk, watched: Iterable[HomeView], vitals: Vitals) -> Iterator[tuple[HomeView, Colleague]]:
    """Who they are is known without a call for each; a page that they turn meanwhile comes back at the next round."""
    holders = desk.staff.holders()
    for view in watched:
        who = holders.get(view.user_id) or Colleague(view.user_id, "", frozenset(), view.locale)
        if _digest(_draw(desk, who, view.pages, vitals)) != view.digest:
            yield view, who


def _digest(view: Block) -> str:
    return sha256(json.dumps(view, sort_keys=True).encode()).hexdigest()


LISTENERS = (
    SlackEvent("app_home_opened", opened),
    ButtonForAll(ids.HOME_PAGE, turned),
)

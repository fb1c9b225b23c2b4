"""Listeners: the app's Home, drawn when somebody opens it or turns a page."""

from bot.records.desk import Pages
from bot.slack import ids
from bot.slack.desk.home_view import page_asked
from handlers.slack.desk.publishing import show
from handlers.slack.listeners import ButtonForAll, SlackEvent
from handlers.slack.presses import Body, Desk, Event


def opened(desk: Desk, event: Event) -> None:
    _show(desk, str(event["user"]), {})


def turned(desk: Desk, body: Body) -> None:
    pressed = body["actions"][0]
    _show(desk, str(body["user"]["id"]), page_asked(pressed["action_id"], pressed["value"]))


def _show(desk: Desk, user_id: str, pages: Pages) -> None:
    desk.workflow.homing.pace.count()
    show(desk, user_id, pages)


LISTENERS = (
    SlackEvent("app_home_opened", opened),
    ButtonForAll(ids.HOME_PAGE, turned),
)

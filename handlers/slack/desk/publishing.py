"""The app's Home is published to who has it before them, when what it shows has changed."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256

import structlog
from slack_sdk.errors import SlackApiError

from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague
from bot.records.desk import HomeView, Pages, Vitals
from bot.slack.blocks import Block
from bot.slack.desk.home_view import build_home
from bot.texts import texts
from handlers.slack.presses import Desk

log = structlog.get_logger()


def renew(desk: Desk) -> None:
    """To all who have it before them; where nothing changed, Slack hears nothing of it."""
    if not (watched := desk.workflow.homing.watched()):
        return
    vitals = desk.workflow.homing.vitals()
    try:
        for view, who, drawn in _changed(desk, watched, vitals):
            if not desk.workflow.homing.pace.take():
                return
            desk.workflow.homing.renewed(_publish(desk, who, view.pages, drawn), who)
    except (SlackApiError, OSError) as error:  # the next round is soon
        log.warning("home waits", error=type(error).__name__)


def renew_one(desk: Desk, user_id: str) -> None:
    """To who just did something there: a line that is done must not stand there until the next round."""
    if (view := desk.workflow.homing.view_of(user_id)) and desk.workflow.homing.pace.take():
        show(desk, user_id, view.pages, view.digest)


def show(desk: Desk, user_id: str, pages: Pages, known: str = "") -> None:
    """As it is now; not where it is as it was `known`."""
    colleague = _colleague(desk, user_id)
    drawn = _draw(desk, colleague, pages)
    if _digest(drawn) != known:
        desk.workflow.homing.opened(_publish(desk, colleague, pages, drawn), colleague)


def _colleague(desk: Desk, user_id: str) -> Colleague:
    try:
        return desk.staff.colleague(user_id)
    except NoAccess:
        return Colleague(user_id, "", frozenset(), desk.locale)


def _publish(desk: Desk, colleague: Colleague, pages: Pages, drawn: Block) -> HomeView:
    desk.client.views_publish(user_id=colleague.id, view=drawn)
    return HomeView(colleague.id, colleague.locale, pages, _digest(drawn))


def _draw(desk: Desk, colleague: Colleague, pages: Pages, vitals: Vitals | None = None) -> Block:
    return build_home(texts(colleague.locale), desk.workflow.homing.card(colleague, pages, vitals))


def _changed(desk: Desk, watched: Iterable[HomeView], vitals: Vitals) -> Iterator[tuple[HomeView, Colleague, Block]]:
    """Who they are is known without a call for each; a page that they turn meanwhile comes back at the next round."""
    holders = desk.staff.holders()
    for view in watched:
        who = holders.get(view.user_id) or Colleague(view.user_id, "", frozenset(), view.locale)
        drawn = _draw(desk, who, view.pages, vitals)
        if _digest(drawn) != view.digest:
            yield view, who, drawn


def _digest(view: Block) -> str:
    return sha256(json.dumps(view, sort_keys=True).encode()).hexdigest()

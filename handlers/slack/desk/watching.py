"""Listeners: how it stands, for superusers."""

from bot.domain.participants.people import Role
from bot.records.pages import Turn
from bot.slack import ids
from bot.slack.desk.late_message import build_standing
from handlers.slack.listeners import Command, Pager
from handlers.slack.presses import Press, Told


def tell(press: Press) -> None:
    press.tell(standing(press, Turn(), ""))


def standing(press: Press, turn: Turn, _asked: str) -> Told:
    return build_standing(press.texts, press.workflow.watching.standing(turn))


LISTENERS = (
    Command(ids.WORD_STANDING, Role.SUPERUSER, tell),
    Pager(ids.LATE_PAGE, Role.SUPERUSER, standing),
)

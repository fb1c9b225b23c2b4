"""Listeners: where participants are missing; posted for the superusers where one of them says so."""

from typing import Final

from bot.domain.participants.people import Role
from bot.records.pages import Turn
from bot.slack import ids
from bot.slack.participants.reach_message import build_reach
from handlers.slack.errors import whisper
from handlers.slack.listeners import Button, Command, Pager
from handlers.slack.presses import Press, Told

RECRUITERS: Final = (Role.SUPERUSER, Role.INTAKE)


def tell(press: Press) -> None:
    press.tell(reach(press, Turn(), ""))


def reach(press: Press, turn: Turn, _asked: str) -> Told:
    shares = Role.SUPERUSER in press.colleague.roles
    return build_reach(press.texts, press.workflow.recruiting.reach(), turn, shares=shares)


def share(press: Press) -> None:
    press.workflow.recruiting.share(press.colleague)
    _ = press.texts
    whisper(press.respond, _("The table and its picture are on their way to the supervision channel."))


LISTENERS = (
    Command(ids.WORD_REACH, RECRUITERS, tell),
    Pager(ids.REACH_PAGE, RECRUITERS, reach),
    Button(ids.SHARE_REACH, Role.SUPERUSER, share),
)

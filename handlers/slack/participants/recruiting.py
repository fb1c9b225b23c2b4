"""Listeners: where participants are missing."""

from bot.domain.participants.people import Role
from bot.records.pages import Turn
from bot.slack import ids
from bot.slack.participants.reach_message import build_reach
from bot.workflow.participants.recruiting import Recruiting
from handlers.slack.errors import whisper
from handlers.slack.listeners import Desk, Press, Told

RECRUITERS = (Role.SUPERUSER, Role.INTAKE)


class RecruitListeners:
    """Told to who asks, and posted for the superusers where one of them says so."""

    def __init__(self, recruiting: Recruiting) -> None:
        self._recruiting = recruiting

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(ids.WORD_REACH, RECRUITERS, lambda press: press.tell(self._told(press, Turn(), "")))
        desk.on_turn(ids.REACH_PAGE, RECRUITERS, self._told)
        desk.on_press(ids.SHARE_REACH, Role.SUPERUSER, self._share)

    def _told(self, press: Press, turn: Turn, _asked: str) -> Told:
        shares = Role.SUPERUSER in press.colleague.roles
        return build_reach(press.texts, self._recruiting.reach(), turn, shares=shares)

    def _share(self, press: Press) -> None:
        self._recruiting.share(press.colleague)
        _ = press.texts
        whisper(press.respond, _("The table and its picture are on their way to the supervision channel."))

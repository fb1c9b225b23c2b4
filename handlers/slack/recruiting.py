"""Listeners: where participants are missing."""

from bot.domain.people import Role
from bot.slack import ids
from bot.slack.reach_message import build_reach
from bot.workflow.recruiting import Recruiting
from handlers.slack.desk import Desk, Press
from handlers.slack.errors import whisper


class RecruitListeners:
    """Told to who asks, and to nobody else."""

    def __init__(self, recruiting: Recruiting) -> None:
        self._recruiting = recruiting

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(ids.WORD_REACH, (Role.SUPERUSER, Role.INTAKE), self._tell)

    def _tell(self, press: Press) -> None:
        whisper(press.respond, *build_reach(press.texts, self._recruiting.reach()))

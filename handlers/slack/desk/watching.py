"""Listeners: how it stands, for superusers."""

from bot.domain.participants.people import Role
from bot.records.pages import Turn
from bot.slack import ids
from bot.slack.desk.late_message import build_standing
from bot.workflow.desk.watching import Watching
from handlers.slack.listeners import Desk, Press, Told


class WatchListeners:
    """Told to who asks."""

    def __init__(self, watching: Watching) -> None:
        self._watching = watching

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(ids.WORD_STANDING, Role.SUPERUSER, lambda press: press.tell(self._standing(press, Turn())))
        desk.on_turn(ids.LATE_PAGE, Role.SUPERUSER, lambda press, turn, _asked: self._standing(press, turn))

    def _standing(self, press: Press, turn: Turn) -> Told:
        return build_standing(press.texts, self._watching.standing(turn))

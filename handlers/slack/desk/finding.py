"""Listeners: looking for something; the results are told only to who asked."""

from bot.domain.participants.people import Role
from bot.records.pages import Turn
from bot.slack import ids
from bot.slack.desk.finding_message import build_findings
from bot.workflow.desk.finding import Finding
from handlers.slack.listeners import Desk, Press, Told


class FindListeners:
    """Everybody may look; what they find goes by their role."""

    def __init__(self, finding: Finding) -> None:
        self._finding = finding

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(ids.WORD_FIND, tuple(Role), lambda press: press.tell(self._told(press, Turn(), press.argument)))
        desk.on_turn(ids.FIND_PAGE, tuple(Role), self._told)

    def _told(self, press: Press, turn: Turn, asked: str) -> Told:
        return build_findings(press.texts, self._finding.find(asked, press.colleague, turn))

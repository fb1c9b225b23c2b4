"""Listeners: looking for something; the results are told only to who asked."""

from bot.domain.people import Role
from bot.slack import ids
from bot.slack.finding_message import build_findings
from bot.workflow.finding import Finding
from handlers.slack.desk import Desk, Press
from handlers.slack.errors import whisper


class FindListeners:
    """Everybody may look; what they find goes by their role."""

    def __init__(self, finding: Finding) -> None:
        self._finding = finding

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_command(ids.WORD_FIND, tuple(Role), self._find)

    def _find(self, press: Press) -> None:
        whisper(press.respond, *build_findings(press.texts, self._finding.find(press.argument, press.colleague)))

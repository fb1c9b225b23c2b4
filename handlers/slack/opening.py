"""Listeners: the attachments of a reply, as links for who asked."""

from collections.abc import Sequence

from bot.domain.people import Role
from bot.slack import ids
from bot.slack.attachment_message import build_attachment_links
from bot.workflow.opening import Offered, Opening
from handlers.slack.desk import Desk, Press
from handlers.slack.errors import whisper


class OpenListeners:
    """On a reply for the wijksecretariaat, on a lead for the burglary team."""

    def __init__(self, opening: Opening, public_url: str) -> None:
        self._opening = opening
        self._address = public_url.rstrip("/")

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_press(ids.SHOW_ATTACHMENTS, Role.RESPONDER, self._show)
        desk.on_press(ids.SHOW_LEAD_ATTACHMENTS, Role.BURGLARY_TEAM, self._show_of_lead)

    def _show(self, press: Press) -> None:
        self._tell(press, self._opening.offer(int(press.value), press.colleague))

    def _show_of_lead(self, press: Press) -> None:
        self._tell(press, self._opening.offer_of_lead(int(press.value), press.colleague))

    def _tell(self, press: Press, offered: Sequence[Offered]) -> None:
        whisper(press.respond, *build_attachment_links(press.texts, offered, self._address))

"""Listeners: all of a list whose first lines stand in a channel, for who asks."""

from bot.domain.participants.people import Role
from bot.records.pages import Turn
from bot.slack import ids
from bot.slack.desk.listing_message import build_all_leads, build_open_replies
from bot.workflow.desk.listing import Listing
from handlers.slack.listeners import Desk, Press, Told

LEADS = (Role.BURGLARY_TEAM, Role.SUPERUSER)
REPLIES = (Role.RESPONDER, Role.SUPERUSER)


class ListListeners:
    """Those who find these lists on their Home."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing

    def listen(self, desk: Desk) -> None:
        """Hang them on the app."""
        desk.on_press(ids.ALL_LEADS, LEADS, lambda press: press.tell(self._leads(press, Turn(), press.value)))
        desk.on_turn(ids.ALL_LEADS_PAGE, LEADS, self._leads)
        desk.on_press(ids.OPEN_REPLIES, REPLIES, lambda press: press.tell(self._replies(press, Turn(), "")))
        desk.on_turn(ids.OPEN_REPLIES_PAGE, REPLIES, self._replies)

    def _leads(self, press: Press, turn: Turn, asked: str) -> Told:
        return build_all_leads(press.texts, self._listing.leads(int(asked), turn))

    def _replies(self, press: Press, turn: Turn, _asked: str) -> Told:
        return build_open_replies(press.texts, self._listing.open_replies(turn))

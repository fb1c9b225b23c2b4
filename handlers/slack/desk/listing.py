"""Listeners: all of a list whose first lines stand in a channel, for who finds it on their Home."""

from typing import Final

from bot.domain.participants.people import Role
from bot.records.pages import Turn
from bot.slack import ids
from bot.slack.desk.listing_message import build_all_leads, build_open_replies
from handlers.slack.listeners import Button, Command, Pager
from handlers.slack.presses import Press, Told

LEADS: Final = (Role.BURGLARY_TEAM, Role.SUPERUSER)
REPLIES: Final = (Role.RESPONDER, Role.SUPERUSER)


def tell_leads(press: Press) -> None:
    press.tell(leads(press, Turn(), press.value))


def leads(press: Press, turn: Turn, asked: str) -> Told:
    return build_all_leads(press.texts, press.workflow.listing.leads(int(asked), turn))


def tell_replies(press: Press) -> None:
    press.tell(replies(press, Turn(), ""))


def replies(press: Press, turn: Turn, _asked: str) -> Told:
    return build_open_replies(press.texts, press.workflow.listing.open_replies(turn))


LISTENERS = (
    Button(ids.ALL_LEADS, LEADS, tell_leads),
    Pager(ids.ALL_LEADS_PAGE, LEADS, leads),
    Button(ids.OPEN_REPLIES, REPLIES, tell_replies),
    Command(ids.WORD_REPLIES, REPLIES, tell_replies),
    Pager(ids.OPEN_REPLIES_PAGE, REPLIES, replies),
)

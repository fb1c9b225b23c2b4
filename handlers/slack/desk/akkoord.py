"""Listeners: what colleagues type in a thread of the intake channel.

Of all that is said only a short yes under a request is acted on; nothing is kept or logged of it.
"""

from typing import Final

from bot.domain.alerts.agreeing import is_agreement
from bot.domain.errors import NoAccess
from bot.domain.participants.people import Role
from bot.entering import as_line
from bot.records.chat import Channel, MessageRef
from handlers.slack.listeners import SlackEvent
from handlers.slack.presses import Desk, Event

SPOKEN: Final = frozenset({None, "thread_broadcast"})
"""Subtypes of what a person typed; a bot's words, an edit, somebody who joins are others or name a bot."""


def agreed(desk: Desk, event: Event) -> None:
    try:
        colleague = desk.staff.require(str(event["user"]), Role.INTAKE)
    except NoAccess:
        return
    desk.workflow.nudging.agreed(MessageRef(str(event["channel"]), str(event["thread_ts"])), colleague)


def is_yes(desk: Desk, event: Event) -> bool:
    typed = event.get("subtype") in SPOKEN and event.get("user") and not (event.get("bot_id") or event.get("edited"))
    in_intake = event.get("channel") == desk.channels[Channel.INTAKE]
    under = in_intake and event.get("thread_ts") not in {None, event.get("ts")}
    return bool(typed and under and is_agreement(as_line(str(event.get("text") or ""))))


LISTENERS = (SlackEvent("message", agreed, mine=is_yes),)

"""Listeners: a day monitor that a superuser drops in their channel; files of others, and other files, are let be."""

from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague, Role
from bot.records.chat import Channel, MessageRef
from handlers.slack.listeners import SlackEvent
from handlers.slack.presses import Desk, Event


def keep(desk: Desk, event: Event) -> bool:
    """Written down before it is acknowledged."""
    channel_id = desk.channels[Channel.SUPERVISION]
    if event.get("subtype") != "file_share" or event.get("channel") != channel_id or event.get("bot_id"):
        return False  # another listener's, or our own figures
    thread_ts, user_id = str(event.get("thread_ts") or event["ts"]), str(event.get("user", ""))
    message, importing = MessageRef(channel_id, thread_ts), desk.workflow.importing
    named = [(str(file["id"]), str(file.get("name") or "")) for file in event.get("files") or []]
    if any(not name or importing.wants(name) for _, name in named):
        by = _superuser(desk, user_id)
        for file_id, name in named:
            importing.receive(file_id, name, message, by, user_id)
    return True


def _superuser(desk: Desk, user_id: str) -> Colleague | None:
    try:
        return desk.staff.require(user_id, Role.SUPERUSER)
    except NoAccess:
        return None


def done(_desk: Desk, _event: Event) -> None:
    """Nothing is left to do."""


LISTENERS = (SlackEvent("message", done, mine=keep),)

"""Who called, whether they may, and where they are told what came of it."""

from collections.abc import Callable
from functools import partial

import structlog
from slack_bolt import Respond

from bot.domain.errors import NoAccess, OnlyFor, PublicChannel
from bot.domain.participants.people import Colleague, Role
from bot.slack.blocks import Block, escape, verbatim
from bot.slack.desk.menu_message import those, whose
from bot.texts import texts
from handlers.slack.errors import Answering, whisper
from handlers.slack.presses import Body, Desk, channel_of

log = structlog.get_logger()
Roles = tuple[Role, ...]


def admitted(desk: Desk, user_id: str, may: Roles) -> Colleague:
    """Who has one of these roles; who has another hears whose it is."""
    try:
        return desk.staff.require(user_id, *may)
    except PublicChannel:
        raise
    except NoAccess:
        log.info("not admitted", who=user_id, needs=[str(role) for role in may])
        if desk.staff.has_any_role(user_id):
            raise OnlyFor(who=whose(texts(desk.locale), those(may, desk.channels))) from None
        raise


def logged(work: Callable[..., object], *args: object) -> None:
    """Who would tell it is Bolt, of what it runs itself."""
    try:
        work(*args)
    except Exception as error:
        log.error("listener failed", error=type(error).__name__, exc_info=error)


def in_thread(body: Body, respond: Respond) -> Answering:
    """What is answered to a press inside a thread would leave it by itself; the thread's first message is outside."""
    place = body.get("container") or {}
    thread_ts = place.get("thread_ts")
    return partial(respond, thread_ts=thread_ts) if thread_ts and thread_ts != place.get("message_ts") else respond


def tell(desk: Desk, text: str, body: Body, respond: Answering, blocks: list[Block] | None = None) -> None:
    """In the channel, to this person only; from the Home or a shortcut there is no channel: their own line."""
    if channel_of(body):
        whisper(respond, text, blocks)
    else:
        shown = blocks or [verbatim(text)]
        desk.client.chat_postMessage(channel=user_of(body), text=escape(text), blocks=shown)


def roles_of(may: Role | Roles) -> Roles:
    return (may,) if isinstance(may, Role) else may


def user_of(body: Body) -> str:
    """Commands and interactions name the person differently."""
    return str(body.get("user_id") or body["user"]["id"])

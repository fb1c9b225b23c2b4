"""Listeners: a message was deleted, and a case that is to be shown again."""

from bot.domain.alerts.alerts import may_withdraw_for
from bot.domain.errors import NoReference
from bot.domain.participants.people import Role
from bot.records.chat import MessageRef
from bot.slack import ids
from bot.slack.outbox.shown_message import build_shown
from handlers.slack.listeners import Command, SlackEvent
from handlers.slack.presses import Desk, Event, Press


def is_deleted(desk: Desk, event: Event) -> bool:
    return event.get("subtype") == "message_deleted" and event.get("channel") in set(desk.channels.values())


def repost(desk: Desk, event: Event) -> None:
    desk.workflow.reposting.deleted(MessageRef(str(event["channel"]), str(event["deleted_ts"])))


def show(press: Press) -> None:
    if not press.argument:
        raise NoReference(example=f"{ids.COMMAND} {ids.WORD_SHOW} BM-2026-0042")
    alert, link = press.workflow.reposting.show(press.argument)
    press.tell(build_shown(press.texts, alert, link, may_withdraw=may_withdraw_for(alert, press.colleague)))


LISTENERS = (
    SlackEvent("message", repost, mine=is_deleted),
    Command(ids.WORD_SHOW, (Role.INTAKE, Role.SUPERUSER), show),
)

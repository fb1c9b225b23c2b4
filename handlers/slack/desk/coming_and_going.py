"""Listeners: somebody came into one of our channels, or left it."""

from handlers.slack.listeners import SlackEvent
from handlers.slack.presses import Desk, Event


def came(desk: Desk, event: Event) -> bool:
    return desk.staff.moved(str(event["channel"]), str(event["user"]), is_in=True)


def left(desk: Desk, event: Event) -> bool:
    return desk.staff.moved(str(event["channel"]), str(event["user"]), is_in=False)


def meet(desk: Desk, event: Event) -> None:
    """Their first press finds them known."""
    desk.staff.called(str(event["user"]))


def done(_desk: Desk, _event: Event) -> None:
    """Nothing is left to do."""


LISTENERS = (
    SlackEvent("member_joined_channel", meet, mine=came),
    SlackEvent("member_left_channel", done, mine=left),
)
"""Both are written down before they are acknowledged."""

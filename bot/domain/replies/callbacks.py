"""A citizen who is to be called back: when, by whom, and whether somebody was reminded."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bot.domain.replies.reply_errors import PhoneNeeded, TimePassed

LONGEST_PHONE: Final = 1000
"""Characters: a number as a citizen types it on the page, with words around it."""


@dataclass(frozen=True)
class Callback:
    """A call that somebody promised to make at `due_at`."""

    id: int
    reply_id: int
    by_id: str
    by_name: str
    due_at: datetime
    phone: str = field(default="", repr=False)  # a citizen's: no log shows it


def check_phone(typed: str) -> str:
    """What to call, as it was typed; a refusal where that is nothing."""
    if not typed.strip():
        raise PhoneNeeded("phone")
    return typed.strip()


def check_to_come(moment: datetime, now: datetime) -> datetime:
    """A moment that is still to come."""
    if moment <= now:
        raise TimePassed("time")
    return moment

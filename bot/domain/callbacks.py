"""A citizen who is to be called back: when, by whom, and whether somebody was reminded."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.errors import PhoneNeeded, TimePassed
from bot.domain.people import tidy_phone


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
    """The number to call; a refusal where there is none, or it is not right."""
    number = tidy_phone(typed)
    if not number:
        raise PhoneNeeded("phone")
    return number


def check_to_come(moment: datetime, now: datetime) -> datetime:
    """A moment that is still to come."""
    if moment <= now:
        raise TimePassed("time")
    return moment

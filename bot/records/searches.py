"""What a search finds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FoundKind(StrEnum):
    ALERT = "alert"
    REPLY = "reply"
    LEAD = "lead"


@dataclass(frozen=True)
class Found:
    """One of them; `state` is an alert's status, a lead's result, or whether a reply is "handled" or still "open".

    `reference` and `street` are empty where its alert is unknown, `words` for an alert.
    """

    kind: FoundKind
    reference: str
    street: str
    at: datetime
    link: str
    state: str
    words: str = ""


@dataclass(frozen=True)
class Sight:
    """What the one who asks may see; without `all_alerts` those that have leads."""

    all_alerts: bool
    replies: bool
    leads: bool

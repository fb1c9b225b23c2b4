"""A lead: a reply that went to the burglary team, and what the team says it is worth."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class LeadResult(StrEnum):
    PICKED_UP = "picked_up"
    USABLE = "usable"
    LEADS_TO_SUSPECT = "leads_to_suspect"
    GOLDEN_TIP = "golden_tip"
    RULED_OUT = "ruled_out"
    NOT_USABLE = "not_usable"


USABLE_RESULTS: Final = frozenset({LeadResult.USABLE, LeadResult.LEADS_TO_SUSPECT, LeadResult.GOLDEN_TIP})


@dataclass(frozen=True)
class Lead:
    id: int
    reply_id: int
    alert_id: int | None
    escalated_by_name: str
    escalated_at: datetime
    result: LeadResult | None = None
    result_by_name: str = ""
    result_at: datetime | None = None
    note: str = ""
    read_by_name: str = ""
    read_at: datetime | None = None
    line: str = ""  # what the desk wrote for the team

    @property
    def is_unread(self) -> bool:
        return self.read_at is None and self.result is None


NO_ALERT = 0  # the subject of the one thread for leads whose alert is unknown

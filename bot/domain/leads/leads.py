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


OPEN_RESULTS: Final = frozenset({None, LeadResult.PICKED_UP})
"""The team has not said yet what it is worth."""
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


_BEST_FIRST: Final = (LeadResult.GOLDEN_TIP, LeadResult.LEADS_TO_SUSPECT, LeadResult.USABLE)
_OF_NO_USE: Final = frozenset({LeadResult.RULED_OUT, LeadResult.NOT_USABLE})


def rank(lead: Lead) -> int:
    """For sorting leads: what helps the case, what nobody read yet, what is being looked at, what is of no use."""
    if lead.result in _BEST_FIRST:
        return _BEST_FIRST.index(lead.result)
    if lead.result in _OF_NO_USE:
        return 5
    return 4 if lead.read_at else 3


NO_ALERT = 0  # the subject of the one thread for leads whose alert is unknown

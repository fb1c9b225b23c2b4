"""Leads as the burglary team sees them."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.alerts.alerts import Alert
from bot.domain.leads.leads import Lead, LeadResult
from bot.domain.replies.attachments import Attachment
from bot.domain.replies.replies import Reply
from bot.records.chat import MessageRef
from bot.records.replies import Tie
from bot.texts import Texts


@dataclass(frozen=True)
class LeadLine:
    """A lead in the summary, with the way to its post."""

    lead: Lead
    link: str


@dataclass(frozen=True)
class NearbyCase:
    """Another alert near in place and time; `link` leads to its leads, empty where it has none."""

    reference: str
    street: str
    window_start: datetime
    distance_m: int
    leads: int
    usable: int
    link: str


@dataclass(frozen=True)
class LeadsCard:
    """The one message of an alert in the burglary channel, above its leads; `files`: whether any came with those."""

    alert: Alert | None
    leads: tuple[LeadLine, ...]
    near: tuple[NearbyCase, ...] = ()
    files: bool = False


@dataclass(frozen=True)
class LeadCard:
    """One lead in the thread of its alert; `number`: which of its leads it is; `above`: where that thread hangs."""

    lead: Lead
    reply: Reply
    attachments: tuple[Attachment, ...] = ()
    neighbourhood: str = ""
    distance_m: int | None = None
    follow_ups: tuple[Reply, ...] = ()
    ties: tuple[Tie, ...] = ()
    number: int = 0
    above: MessageRef | None = None


def result_name(_: Texts, result: LeadResult) -> str:
    return {
        LeadResult.PICKED_UP: _("Picked up"),
        LeadResult.USABLE: _("Usable"),
        LeadResult.LEADS_TO_SUSPECT: _("Leads to a suspect"),
        LeadResult.GOLDEN_TIP: _("Golden tip"),
        LeadResult.RULED_OUT: _("Ruled out"),
        LeadResult.NOT_USABLE: _("Not usable"),
    }[result]

"""Colleagues and what they may; participants and where they live."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.errors import NoAccess


class Role(StrEnum):
    """What a colleague is for; each role has its channel."""

    INTAKE = "intake"
    RESPONDER = "responder"
    BURGLARY_TEAM = "burglary_team"
    SUPERUSER = "superuser"
    PROJECT_LEADER = "project_leader"  # reads the team's figures, and changes nothing


@dataclass(frozen=True)
class Colleague:
    """A person of the police team as the chat knows them at this moment."""

    id: str
    name: str
    roles: frozenset[Role]
    locale: str = "nl"

    def require(self, *roles: Role) -> None:
        """Refuse anybody who has none of these roles."""
        if self.roles.isdisjoint(roles):
            raise NoAccess


class ParticipantStatus(StrEnum):
    """Whether a participant gets mail. Who is paused takes part: mail just does not reach them for now."""

    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"


class LeaveReason(StrEnum):
    """Why somebody gets no mail any more; the first three are SendGrid's own event names."""

    UNSUBSCRIBED = "unsubscribe"
    BOUNCED = "bounce"
    COMPLAINED = "spamreport"
    ASKED = "asked"  # the citizen wrote so to us, and a colleague did it
    TAKEN_OUT = "taken_out"  # by a superuser or on the command line, for a reason of its own


class MailKind(StrEnum):
    """What we mail to a neighbourhood; each participant says which of these they want."""

    ALERT = "alerts"
    OUTCOME = "outcomes"
    SURVEY = "surveys"
    PREVENTIVE = "preventive"


ALL_MAILS: Final = frozenset(MailKind)
BY_THEMSELVES: Final = frozenset({LeaveReason.UNSUBSCRIBED, LeaveReason.ASKED})
"""Citizens who did not want the mails: the figures count them as one."""


@dataclass(frozen=True)
class Participant:
    """A citizen who signed up; x and y in metres (RD New, EPSG:28992)."""

    id: int
    email: str
    name: str
    postcode: str
    house_number: str
    neighbourhood: str
    x: float
    y: float
    status: ParticipantStatus = ParticipantStatus.ACTIVE
    left_at: datetime | None = None
    left_reason: LeaveReason | None = None
    paused_at: datetime | None = None
    paused_until: datetime | None = None
    """By themselves: mail goes to them again from then on."""
    wants: frozenset[MailKind] = ALL_MAILS
    own_at: datetime | None = None
    """When they last told us something of this themselves; None where all of it is a file's."""

    @property
    def on_trial(self) -> bool:
        """Whether they were paused, and are tried once more."""
        return self.status is ParticipantStatus.ACTIVE and self.paused_at is not None


@dataclass(frozen=True)
class Leave:
    at: datetime
    reason: LeaveReason


@dataclass(frozen=True)
class ParticipantRow:
    """One line of a participants file, checked; x and y in RD metres.

    `left`, their pauses, which mails they want and when they said so hold for who is not known yet. `mistaken`: another
    person's address, which earlier versions made of this one (IDNA 2003); mostly empty.
    """

    email: str
    name: str
    postcode: str
    house_number: str
    neighbourhood: str
    x: float
    y: float
    left: Leave | None = None
    mistaken: str = ""
    paused_at: datetime | None = None
    paused_until: datetime | None = None
    wants: frozenset[MailKind] = ALL_MAILS
    own_at: datetime | None = None


def mask_address(address: str) -> str:
    """`j•••@e•••.nl`: enough to tell two writers apart, too little to reach one."""
    local_part, _, domain = address.partition("@")
    name, _, ending = domain.rpartition(".")
    return f"{local_part[:1]}•••@{name[:1]}•••.{ending}" if ending else "•••"

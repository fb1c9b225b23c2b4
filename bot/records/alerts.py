"""Alerts as the channel of intake sees them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.alerts.alerts import Alert, AlertContent, CaseResult
from bot.domain.alerts.authorship import Proposal, Whose
from bot.domain.alerts.mailings import Hitch, Progress
from bot.domain.alerts.repeats.repeats import RepeatStatus
from bot.domain.guard.findings import Finding
from bot.domain.guard.kept import Kept
from bot.domain.participants.addresses import Homes
from bot.domain.participants.reach import Lately
from bot.domain.participants.shapes import Area
from bot.records.chat import MessageRef


@dataclass(frozen=True)
class Together:
    """Another alert in the same mail; `link` to its message, where that stands."""

    reference: str
    link: str


@dataclass(frozen=True)
class AlertFacts:
    """What the database knows of an alert, for its message.

    `saw_nothing`: people who said so and did not reply as well; `from_elsewhere`: replies to other alerts that turned
    out to be about this case.
    """

    alert: Alert
    recipients: int
    progress: Progress | None
    overlaps: tuple[str, ...]
    replies: int
    open_replies: int
    hitches: Mapping[Hitch, int]
    about_link: str
    held_until: datetime | None
    saw_nothing: int
    from_elsewhere: int
    images_offered: int
    images_in: int
    proposal: Proposal | None
    together: tuple[Together, ...]
    outcome_under_way: bool


@dataclass(frozen=True)
class AlertCard(AlertFacts):
    """An alert on its message in the intake channel; `lately` and `homes` for who is to approve it."""

    asks_number: bool
    lately: Lately | None
    homes: Homes | None

    def without_map(self) -> "AlertCard":
        """The same card for a chat that can't show the picture (yet)."""
        return replace(self, alert=replace(self.alert, map_file_id=""))


@dataclass(frozen=True)
class MailCard:
    """A mail as it reads; where a colleague proposes other words (`proposed_by`) with those."""

    alert: Alert
    recipients: int
    text: str
    proposed_by: str


@dataclass(frozen=True)
class Overlap:
    """Another alert about the same case, or near it in place and time."""

    reference: str
    same_bvh_number: bool
    sent: bool


@dataclass(frozen=True)
class Preview:
    """What the requester sees before filing: `findings` are to be decided about first, and are marked in the text."""

    draft_id: str
    content: AlertContent
    mail_text: str
    recipients: int
    findings: tuple[Finding, ...]
    overlaps: tuple[Overlap, ...]
    amends: bool
    may_approve: bool
    asks_number: bool = False
    returned: bool = False
    households: int | None = None
    homes: Homes | None = None
    lately: Lately | None = None
    whose: Whose = Whose.OWN
    requester_name: str = ""
    kept: tuple[Kept, ...] = ()
    long_sentences: tuple[str, ...] = ()
    view: str = ""
    """The name under which the chat knows what shows it."""
    near: str = ""
    """The reference of a request that waits near it: they may go out as one mail."""
    joins: bool = False
    """It is the mail of that one, with this in it."""


@dataclass(frozen=True)
class OnMap:
    """The addresses of a form's map: its page, and the picture of its area as it is now (empty: shown later)."""

    page: str
    picture: str


class AreaKind(StrEnum):
    CIRCLE = "circle"
    STREETS = "streets"
    DRAWN = "drawn"


@dataclass(frozen=True)
class AreaWish:
    """What somebody chose on the map, as they filled it in; corners in degrees, latitude first."""

    kind: AreaKind
    radius_m: int = 0
    streets: tuple[str, ...] = ()
    corners: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class Counted:
    """Whom an area holds; `homes` where there is a register."""

    recipients: int
    homes: Homes | None
    lately: Lately


@dataclass(frozen=True)
class StreetNearby:
    """A street with homes near the offence."""

    name: str
    homes: int
    distance_m: float


@dataclass(frozen=True)
class MapPage:
    """What the page of a form shows: its text and area, the streets around it by name."""

    content: AlertContent
    streets: tuple[StreetNearby, ...]
    counted: Counted


@dataclass(frozen=True)
class ChosenArea:
    """What a form shows in place of its radius; `homes` is None where there is no register."""

    area: Area
    homes: int | None


@dataclass(frozen=True)
class TypedRequest:
    """The form as it was typed, nothing checked; dates like 2026-01-31, times like 14:30 in Dutch time."""

    offence: str
    street: str
    house_number: str
    postcode: str
    place: str
    date_from: str
    time_from: str
    date_to: str
    time_to: str
    what_happened: str
    description: str
    question: str
    radius_m: str
    bvh_number: str
    accept_centre: bool


@dataclass(frozen=True)
class TypedForm:
    """A request as it was typed, nothing of it checked, by field; `draft_id` and `incident_id` travel with the form."""

    draft_id: str
    incident_id: int | None
    typed: dict[str, str]
    opened_at: datetime
    typed_at: datetime


@dataclass(frozen=True)
class Repeated:
    """A burglary that a proposal is about, or the mail that was asked for; `link` to its message, where that stands."""

    reference: str
    street: str
    window_start: datetime
    window_end: datetime
    link: str


@dataclass(frozen=True)
class RepeatCard:
    """The proposal of a preventive mail: the burglaries near each other, the newest first, and what became of it."""

    alert_id: int
    burglaries: tuple[Repeated, ...]
    status: RepeatStatus
    decided_by_name: str = ""
    decided_at: datetime | None = None
    mail: Repeated | None = None


class Hint(StrEnum):
    """What one person is told about a request, in their language."""

    AGREED = "agreed"  # in its thread, to who agreed by words: where the button is
    FILED = "filed"  # to who filed it: where it stands
    HELD = "held"  # to who approved it: how it is stopped


@dataclass(frozen=True)
class HintCard:
    """Shown to one person near a request (`at`)."""

    hint: Hint
    alert: Alert
    recipients: int
    asks_number: bool
    link: str
    held_until: datetime | None
    at: MessageRef
    person_id: str
    locale: str


def case_result_name(_: Callable[[str], str], result: CaseResult) -> str:
    """In words, or with `N_` the id of those."""
    return {
        CaseResult.ARRESTED: _("Suspect arrested"),
        CaseResult.IN_COURT: _("Handed to the public prosecutor"),
        CaseResult.STOLEN_GOODS_BACK: _("Stolen goods found"),
        CaseResult.NOT_SOLVED: _("Not solved (yet)"),
        CaseResult.NO_CRIME: _("No crime after all"),
    }[result]

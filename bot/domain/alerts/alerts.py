"""An alert, from request to closing, and the rules that hold for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.alerts.alert_errors import InvalidRadius, NotYourRequest, OwnRequest, TextChanged
from bot.domain.alerts.offences import AnyOffence
from bot.domain.alerts.word_errors import OwnWords
from bot.domain.errors import (
    AlreadyDone,
    EmptyField,
    EndBeforeStart,
    EndDayBeforeStart,
    Refusal,
    TimeInFuture,
    TooLong,
)
from bot.domain.guard.kept import Kept
from bot.domain.numbering import LONGEST_BVH_NUMBER
from bot.domain.participants.people import Colleague, Role
from bot.domain.participants.shapes import Area, Circle, Shape


class AlertKind(StrEnum):
    """An alert, the mail that tells those who got it how it ended, or one with tips for where it happened again."""

    ALERT = "alert"
    OUTCOME = "outcome"
    PREVENTIVE = "preventive"


class AlertStatus(StrEnum):
    REQUESTED = "requested"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    APPROVED = "approved"
    SENT = "sent"
    CLOSED = "closed"
    JOINED = "joined"  # goes out in the mail of another


class CaseResult(StrEnum):
    """What a case came to, said when its alert is closed."""

    ARRESTED = "arrested"
    IN_COURT = "in_court"
    STOLEN_GOODS_BACK = "stolen_goods_back"
    NOT_SOLVED = "not_solved"
    NO_CRIME = "no_crime"


class AlertAction(StrEnum):
    AMEND = "amend"
    APPROVE = "approve"
    STOP = "stop"
    RETURN = "return"
    WITHDRAW = "withdraw"
    PROPOSE = "propose"
    MARK_SENT = "mark_sent"
    CLOSE = "close"
    CHANGE_RESULT = "change_result"
    REOPEN = "reopen"
    JOIN = "join"
    PART = "part"


ALERT_TRANSITIONS: Final[dict[tuple[AlertStatus, AlertAction], AlertStatus]] = {
    (AlertStatus.REQUESTED, AlertAction.AMEND): AlertStatus.REQUESTED,
    (AlertStatus.REQUESTED, AlertAction.APPROVE): AlertStatus.APPROVED,
    (AlertStatus.REQUESTED, AlertAction.RETURN): AlertStatus.RETURNED,
    (AlertStatus.REQUESTED, AlertAction.WITHDRAW): AlertStatus.WITHDRAWN,
    (AlertStatus.REQUESTED, AlertAction.PROPOSE): AlertStatus.RETURNED,
    (AlertStatus.RETURNED, AlertAction.PROPOSE): AlertStatus.RETURNED,
    (AlertStatus.RETURNED, AlertAction.AMEND): AlertStatus.REQUESTED,
    (AlertStatus.RETURNED, AlertAction.WITHDRAW): AlertStatus.WITHDRAWN,
    (AlertStatus.APPROVED, AlertAction.STOP): AlertStatus.REQUESTED,
    (AlertStatus.APPROVED, AlertAction.MARK_SENT): AlertStatus.SENT,
    (AlertStatus.SENT, AlertAction.CLOSE): AlertStatus.CLOSED,
    (AlertStatus.CLOSED, AlertAction.CHANGE_RESULT): AlertStatus.CLOSED,
    (AlertStatus.CLOSED, AlertAction.REOPEN): AlertStatus.SENT,
    (AlertStatus.REQUESTED, AlertAction.JOIN): AlertStatus.JOINED,
    (AlertStatus.JOINED, AlertAction.PART): AlertStatus.REQUESTED,
    (AlertStatus.JOINED, AlertAction.MARK_SENT): AlertStatus.SENT,
}

RADII_M: Final = (100, 200, 300, 400, 500, 750, 1000, 1500, 2000)
DEFAULT_RADIUS_M: Final = 300  # at 200 participants a square kilometre about 57 recipients, the pilot's mean was 52
NEARBY_M: Final = 250
NEARBY_WINDOW: Final = timedelta(hours=24)
LONGEST: Final = {
    "street": 100,
    "house_number": 10,
    "place": 60,
    "what_happened": 1500,
    "description": 1000,
    "question": 500,
    "bvh_number": LONGEST_BVH_NUMBER,
}


@dataclass(frozen=True)
class AlertContent:
    """What the requester fills in, checked; moments are aware UTC, the radius is in metres, x and y are RD metres."""

    offence: AnyOffence
    street: str
    house_number: str
    postcode: str
    place: str
    neighbourhood: str
    window_start: datetime
    window_end: datetime
    what_happened: str
    description: str
    question: str
    radius_m: int
    bvh_number: str
    x: float
    y: float
    approximate: bool = False
    ending: CaseResult | None = None
    """Of an outcome mail: what the case came to, as far as it tells that."""
    shape: Shape | None = None
    """What was drawn or ticked on the map; then the radius says nothing."""

    @property
    def area(self) -> Area:
        return self.shape or Circle(self.x, self.y, self.radius_m)


@dataclass(frozen=True)
class About:
    """The alert that an outcome or a preventive mail is about, as far as that mail tells of it."""

    id: int
    reference: str
    sent_at: datetime


_TEXT_NAMES: Final = {AlertKind.OUTCOME: "outcome", AlertKind.PREVENTIVE: "preventive"}


@dataclass(frozen=True)
class Alert:
    """A request and what became of it; an outcome or a preventive mail is one too, `about` an alert that was sent."""

    id: int
    reference: str
    status: AlertStatus
    version: int
    content: AlertContent
    requester_id: str
    requester_name: str
    requested_at: datetime
    keep_reason: str = ""
    """Only in old requests: since then each kept piece has its own reason."""
    approver_id: str = ""
    approver_name: str = ""
    approved_at: datetime | None = None
    sent_at: datetime | None = None
    decided_by_name: str = ""
    decided_reason: str = ""
    decided_at: datetime | None = None
    map_file_id: str = ""
    about: About | None = None
    result: CaseResult | None = None
    closed_at: datetime | None = None
    held_by_name: str = ""
    held_reason: str = ""
    content_by_id: str = ""
    content_by_name: str = ""
    supplemented_by_id: str = ""
    supplemented_by_name: str = ""
    kept: tuple[Kept, ...] = ()
    """What stays in this version though the guard pointed it out."""
    kind: AlertKind = AlertKind.ALERT
    with_id: int | None = None
    """The alert in whose mail it goes out, or went."""

    @property
    def about_id(self) -> int | None:
        return self.about.id if self.about else None

    @property
    def text_name(self) -> str:
        """What its main text is called: an outcome's and a preventive mail's is its only one."""
        return _TEXT_NAMES.get(self.kind, "what_happened")

    @property
    def has_area(self) -> bool:
        """Whether it goes to an area; an outcome goes to people."""
        return self.kind is not AlertKind.OUTCOME


@dataclass(frozen=True)
class Draft:
    """A filled-in form on its way to being filed.

    `alert_id` and `base_version` where it changes an alert, `about_id` where it is an outcome mail, or, if it says so,
    a preventive one, `incident_id` where it was opened from the day monitor.
    """

    id: str
    owner_id: str
    content: AlertContent
    opened_at: datetime
    alert_id: int | None = None
    base_version: int = 0
    about_id: int | None = None
    incident_id: int | None = None
    kept: tuple[Kept, ...] = ()
    on_map: bool = False
    """Its area was chosen on the map: no radius of the form changes it."""
    form_view: str = ""
    preview_view: str = ""
    """What shows it in the chat, as far as that is known."""
    preventive: bool = False
    joins: str = ""
    """The form of another request, which goes out in this one's mail."""

    @property
    def kind(self) -> AlertKind:
        return kind_of(self.about_id, preventive=self.preventive)


def kind_of(about_id: int | None, *, preventive: bool) -> AlertKind:
    """What a form makes."""
    about = AlertKind.PREVENTIVE if preventive else AlertKind.OUTCOME
    return AlertKind.ALERT if about_id is None else about


UNDER_WAY: Final = frozenset({AlertStatus.REQUESTED, AlertStatus.RETURNED, AlertStatus.APPROVED})
"""A colleague has to act, or it is being sent."""


def next_status(alert: Alert, action: AlertAction) -> AlertStatus:
    """The status after `action`; AlreadyDone where the alert is past it."""
    following = ALERT_TRANSITIONS.get((alert.status, action))
    if following is None:
        raise AlreadyDone
    return following


def own_work(alert: Alert, colleague_id: str) -> Refusal | None:
    """Why this colleague may not send it; None for somebody who neither asked for it nor wrote words of it."""
    who = colleague_id.strip()
    if who == alert.requester_id.strip():
        return OwnRequest()
    return OwnWords() if who in {alert.content_by_id.strip(), *alert.content.offence.written_by} else None


def check_approval(alert: Alert, approver: Colleague, seen_version: int) -> None:
    """Four eyes, on the words too: somebody else approves, and approves the text they saw."""
    if refusal := own_work(alert, approver.id):
        raise refusal
    next_status(alert, AlertAction.APPROVE)
    if seen_version != alert.version:
        raise TextChanged


def may_withdraw_for(alert: Alert, by: Colleague) -> bool:
    """Whether they may take somebody else's request back."""
    return alert.status is AlertStatus.RETURNED and Role.SUPERUSER in by.roles


def check_withdrawal(alert: Alert, by: Colleague) -> None:
    """Only who asked for the mail takes it back; what was sent back to them a superuser too: they may be gone."""
    if by.id != alert.requester_id and not may_withdraw_for(alert, by):
        raise NotYourRequest(name=alert.requester_name)


def tidy_text(field: str, typed: str, *, required: bool = True) -> str:
    """Text without spaces around it, within its length."""
    text = typed.strip()
    if required and not text:
        raise EmptyField(field)
    if len(text) > LONGEST[field]:
        raise TooLong(field, length=len(text), most=LONGEST[field])
    return text


def check_radius(radius_m: int) -> int:
    """A radius in metres that the form offers."""
    if radius_m not in RADII_M:
        raise InvalidRadius("radius_m")
    return radius_m


def window_errors(start: datetime, end: datetime, now: datetime) -> list[Refusal]:
    """What is wrong with the offence's window, local moments, each at its field."""
    errors: list[Refusal] = []
    if start > now:
        errors.append(TimeInFuture("date_from"))
    if end > now:
        errors.append(TimeInFuture("date_to"))
    if end < start and not errors:
        errors.append(EndBeforeStart("time_to") if end.date() == start.date() else EndDayBeforeStart("date_to"))
    return errors

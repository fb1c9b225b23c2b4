"""What things are called in front of people."""

from datetime import datetime
from fractions import Fraction

from bot.contacts.phone_numbers import e164
from bot.domain.alerts.alerts import Alert, AlertKind, AlertStatus
from bot.domain.alerts.endings import was_changed
from bot.domain.alerts.offences import AnyOffence, Offence, OwnOffence
from bot.domain.leads.leads import LeadResult
from bot.domain.measures import half_up
from bot.domain.participants.faults import Fault
from bot.domain.participants.shapes import Area, Circle
from bot.domain.privacy.looks import LookReason
from bot.domain.replies.replies import Caution, CautionKind, Duty, LetterStatus, SenderCheck
from bot.records.alerts import case_result_name
from bot.records.desk import Deed
from bot.records.leads import result_name
from bot.slack import ids
from bot.slack.blocks import escape, shortened
from bot.texts import Texts, lowered


def deed_name(_: Texts, deed: Deed) -> tuple[str, str]:
    """The words of its button, and the listener behind it."""
    return {
        Deed.AMEND: (_("Amend"), ids.AMEND),
        Deed.CHECK: (_("Check"), ids.APPROVE_MANY),
        Deed.CHECK_SURVEY: (_("Check"), ids.CHECK_SURVEY),
        Deed.REQUEST: (_("Request"), ids.REQUEST_INCIDENT),
        Deed.TAKE: (_("Take"), ids.TAKE),
        Deed.CHOOSE_MAIL: (_("Choose the mail"), ids.RATE_REPLY),
        Deed.RATE: (_("Rate"), ids.RATE_REPLY),
        Deed.HANDLE: (_("Deal with it"), ids.HANDLE),
        Deed.CALL: (_("Called"), ids.CALLED),
        Deed.READ: (_("Open and read"), ids.READ_LEAD),
        Deed.JUDGE: (_("Result"), ids.JUDGE_LEAD),
    }[deed]


def offence_name(_: Texts, offence: AnyOffence) -> str:
    """As the team calls it; what superusers added as it was called then."""
    if isinstance(offence, OwnOffence):
        return offence.name
    return {
        Offence.BURGLARY: _("Burglary of a home"),
        Offence.ATTEMPTED_BURGLARY: _("Attempted burglary of a home"),
        Offence.STREET_ROBBERY: _("Street robbery"),
        Offence.ROBBERY: _("Robbery"),
        Offence.VIOLENCE: _("Violence"),
        Offence.CAR_JACKING: _("Car-jacking"),
        Offence.ARSON: _("Arson"),
        Offence.RAM_RAID: _("Ram raid"),
        Offence.OTHER: _("Other"),
    }[offence]


def status_name(_: Texts, status: AlertStatus) -> str:
    return {
        AlertStatus.REQUESTED: _("Waits for approval"),
        AlertStatus.RETURNED: _("Sent back"),
        AlertStatus.WITHDRAWN: _("Withdrawn"),
        AlertStatus.APPROVED: _("Being sent"),
        AlertStatus.SENT: _("Sent"),
        AlertStatus.CLOSED: _("Closed"),
        AlertStatus.JOINED: _("In another mail"),
    }[status]


def duty_name(_: Texts, duty: Duty) -> str:
    return {
        Duty.RATE: _("rate"),
        Duty.ESCALATE: _("send on or not"),
        Duty.ANSWER: _("answer"),
        Duty.RECORD_IN_BVH: _("BVH"),
        Duty.FETCH_IMAGES: _("fetch images"),
    }[duty]


def verdict(_: Texts, result: LeadResult, name: str) -> str:
    """Who said it comes first: a name right behind "leads to a suspect" reads as the suspect's."""
    if result is LeadResult.PICKED_UP:
        return _("Being looked into by {name}", name=name)
    return _("Result of {name}: {result}", name=name, result=lowered(result_name(_, result)))


def closed_line(_: Texts, alert: Alert) -> str:
    """Who closed it, when, and only then what it came to: nobody's name stands beside an arrest."""
    name = escape(alert.decided_by_name)
    result = lowered(case_result_name(_, alert.result)) if alert.result else ""
    closed_at = _.moment(alert.closed_at) if alert.closed_at else ""
    if result and alert.decided_at and was_changed(alert):
        since = _("outcome changed by {name}, {moment}", name=name, moment=_.moment(alert.decided_at))
        return f"*{_('Closed: {result}', result=result)}* · {closed_at} · {since}"
    told = _("Closed by {name}", name=name)
    if result:
        told = _("Closed by {name}: {result}", name=name, result=result)
    return " · ".join(filter(None, (f"*{told}*", closed_at)))


def waited(_: Texts, since: datetime, now: datetime) -> list[str]:
    """How long something has waited, from an hour on: nobody's Home is drawn anew each minute."""
    hours = int((now - since).total_seconds() // 3600)
    if hours < 1:
        return []
    if hours < 48:
        return [_.plural("has waited {n} hour", "has waited {n} hours", hours)]
    return [_.plural("has waited {n} day", "has waited {n} days", hours // 24)]


def letter_status_name(_: Texts, status: LetterStatus) -> str:
    return {
        LetterStatus.WAITING: _("on its way"),
        LetterStatus.CALLING: _("on its way"),
        LetterStatus.SENT: _("sent"),
        LetterStatus.REFUSED: _("refused"),
        LetterStatus.UNKNOWN: _("unknown whether it arrived"),
        LetterStatus.LEFT: _("unknown whether it arrived, left so"),
        LetterStatus.BOUNCED: _("came back"),
        LetterStatus.SPOKEN: _("told by phone"),
        LetterStatus.RECALLED: _("taken back"),
    }[status]


def sender_check_name(_: Texts, check: SenderCheck) -> str:
    """A warning where proving the From line failed; nothing where it was proven, or nobody could look."""
    return _("Careful: sender forged?") if check is SenderCheck.FAILED else ""


def caution_name(_: Texts, caution: Caution) -> str:
    return {
        CautionKind.OTHER_SENDER: _("The sender is not the participant of this mail"),
        CautionKind.CUT: _("Too large: only the beginning was kept"),
        CautionKind.LONG: _("Very long: all of its words stand in the file (text/plain)"),
        CautionKind.NO_ROOM: _("Too much came in today: of this mail the words alone were kept"),
        CautionKind.OTHER_ALERT: _("Names {reference}", reference=caution.detail),
    }[caution.kind]


def look_reason_name(_: Texts, reason: LookReason) -> str:
    return {
        LookReason.CALLBACK: _("Calling back or answering"),
        LookReason.BVH: _("Recording in BVH"),
        LookReason.INVESTIGATION: _("Investigation"),
        LookReason.OTHER: _("Other, namely..."),
    }[reason]


def radius_name(_: Texts, radius_m: int) -> str:
    """100 m, 1 km, 1,5 km."""
    if radius_m < 1000:
        return f"{radius_m} m"
    km = f"{radius_m / 1000:g} km"
    return km.replace(".", ",") if _.locale == "nl" else km


def area_name(_: Texts, area: Area) -> str:
    """A circle by its radius, streets by their names, else how large it is."""
    if isinstance(area, Circle):
        return radius_name(_, area.radius_m)
    return shape_name(_, str(area))


def within_name(_: Texts, area: Area) -> str:
    """The same behind a number of people."""
    if isinstance(area, Circle):
        return _("within {radius}", radius=radius_name(_, area.radius_m))
    return _("in {area}", area=shape_name(_, str(area)))


def shape_name(_: Texts, told: str) -> str:
    """Of a shape as it is told (`str`)."""
    if told.isdecimal():
        return _("an area on the map ({hectares} ha)", hectares=_.tenth(half_up(Fraction(int(told), 10_000))))
    return told


def mail_kind(_: Texts, kind: AlertKind) -> str:
    """What stands before a reference; nothing of an alert, which is what most are."""
    if kind is AlertKind.ALERT:
        return ""
    return f"{_('Outcome mail') if kind is AlertKind.OUTCOME else _('Preventive mail')} "


def field_name(_: Texts, field: str) -> str:
    """The label of a field of the form."""
    return {
        "offence": _("Offence"),
        "street": _("Street"),
        "house_number": _("House number (not in the mail)"),
        "postcode": _("Postcode"),
        "place": _("Place"),
        "neighbourhood": _("Neighbourhood"),
        "window_start": _("From"),
        "window_end": _("To"),
        "what_happened": _("What happened?"),
        "outcome": _("How did it end?"),
        "preventive": _("Tips"),
        "description": _("Description or vehicle"),
        "question": _("What do we want to know?"),
        "radius_m": _("Radius"),
        "shape": _("Area"),
        "bvh_number": _("BVH number (internal)"),
        "x": _("Place on the map"),
        "y": _("Place on the map"),
        "approximate": _("Approximate"),
        "ending": _("What came of it?"),
    }[field]


def shown_phone(_: Texts, typed: str) -> str:
    """Phone numbers as they were typed; what can't be understood says so."""
    numbers = [shortened(number, 200) for number in typed.split(" / ") if number]
    return " / ".join(n if e164(n) else _("{number} (number not recognised)", number=n) for n in numbers)


def fault_name(_: Texts, fault: Fault) -> str:
    """Why a mail did not arrive; as the note says it that somebody is paused."""
    return {
        Fault.GONE: _("no such address"),
        Fault.NO_DOMAIN: _("domain not found"),
        Fault.FULL: _("mailbox full"),
        Fault.BLOCKED: _("refused by their mail server"),
        Fault.EXPIRED: _("mail server out of reach"),
        Fault.OTHER: _("other reason"),
    }[fault]

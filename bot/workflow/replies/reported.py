"""What a delivery report by mail tells of the mail that it came back on."""

from datetime import datetime

from bot.domain.alerts.mailings import DeliveryState, MailEvent
from bot.domain.participants.faults import DeliveryReport
from bot.domain.participants.people import LeaveReason
from bot.domain.replies.replies import SenderCheck
from bot.records.mail import InboundKind, InboundMail
from bot.workflow.owing import owe_shown
from bot.workflow.participants.leaving import take_out
from bot.workflow.participants.pausing import heed_failure
from storage.unit_of_work import UnitOfWork

UNREAD = "a delivery report that names nobody"


def heed_letter_report(uow: UnitOfWork, mail: InboundMail, reply_id: int, now: datetime) -> bool:
    """Of a letter about this reply; whether it is known now that it came back. What a stranger says of it is not."""
    to = uow.letters.recipient_of(mail.undelivered, reply_id)
    others = bool(mail.reports) and all(report.recipient != to for report in mail.reports)
    if mail.kind is not InboundKind.BOUNCE or others or not _may_know(mail):
        return False
    return uow.letters.mark_bounced(mail.undelivered, reply_id, now)


def heed_reports(uow: UnitOfWork, mail: InboundMail, delivery_id: int | None, now: datetime) -> None:
    """Only a report on this participant's own address moves the mail; one on others is written down beside it."""
    participant_id = uow.mailings.participant_of(delivery_id) if delivery_id is not None and _reports(mail) else None
    if delivery_id is None or participant_id is None:
        return
    if mail.complains:
        if mail.sender_check is SenderCheck.FAILED:
            uow.mailings.note(delivery_id, "a complaint by a stranger")
        else:
            _heed_complaint(uow, delivery_id, participant_id, now)
        return
    address = uow.people.get(participant_id).email.lower()
    theirs = next((report for report in mail.reports if report.recipient == address), None)
    if theirs is None:
        about = ", ".join(report.said for report in mail.reports)
        uow.mailings.note(delivery_id, f"a delivery report about another address: {about}" if about else UNREAD)
        return
    if doubt := _doubt(uow, mail, delivery_id):
        uow.mailings.note(delivery_id, f"{doubt}: {theirs.said}")
        return
    for moved in uow.mailings.record_events({delivery_id: _event(delivery_id, theirs, now)}).moved:
        owe_shown(uow, moved.topic)
        if not theirs.delayed:
            heed_failure(uow, participant_id, theirs.fault, now)


def _reports(mail: InboundMail) -> bool:
    return mail.complains or bool(mail.reports) or mail.kind is InboundKind.BOUNCE


def _heed_complaint(uow: UnitOfWork, delivery_id: int, participant_id: int, now: datetime) -> None:
    """Who calls our mail spam wants none; what the event webhook tells of others, some providers tell by mail.

    It needs no proof of its sender: who knows the answer address has the mail, with its link to leave.
    """
    event = MailEvent(f"d{delivery_id}", DeliveryState.SPAMREPORT, now, "complaint by mail")
    for moved in uow.mailings.record_events({delivery_id: event}).moved:
        owe_shown(uow, moved.topic)
    take_out(uow, participant_id, LeaveReason.COMPLAINED, "provider", now)


def _doubt(uow: UnitOfWork, mail: InboundMail, delivery_id: int) -> str:
    """Why a report does not count: by a stranger, or of a mail that is known to have arrived."""
    if not _may_know(mail):
        return "a delivery report by a stranger"
    return "a delivery report of a mail that arrived" if uow.mailings.has_arrived(delivery_id) else ""


def _may_know(mail: InboundMail) -> bool:
    """A mail server writes reports, and nobody else: who shares a citizen's provider is a stranger too."""
    return mail.from_server and mail.sender_check is not SenderCheck.FAILED


def _event(delivery_id: int, report: DeliveryReport, now: datetime) -> MailEvent:
    said = f"delivery report by mail: {report.said}"
    if report.delayed:  # it is still under way
        return MailEvent(f"d{delivery_id}", DeliveryState.DEFERRED, now, said)
    return MailEvent(f"d{delivery_id}", DeliveryState.BOUNCE, now, said, report.fault)

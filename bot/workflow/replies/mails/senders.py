"""Who a mail is from: the From line is only a claim, the participant whose token it carries is known."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.contacts.email_addresses import may_exist
from bot.domain.alerts.alerts import Alert
from bot.domain.replies.replies import STRANGERS, Caution, Reply, ReplyKind, cautions_of, may_be_acknowledged
from bot.records.mail import InboundKind, InboundMail
from bot.records.mailings import SentTo
from bot.records.replies import StoredInbound
from bot.workflow.mail_ports import MailReader
from storage.unit_of_work import UnitOfWork

MOST_NAMED: Final = 10


def with_sender(mail: InboundMail, stored: StoredInbound, sent: SentTo | None) -> InboundMail:
    """A form, and a mail that does not say whom it is from, is from the participant whose token it carries.

    But for a neighbour's: its token tells only who passed it on.

    What a service for large files sends for them (WeTransfer, a drive) is theirs too: it asks to answer to them.
    """
    if stored.kind is ReplyKind.NEIGHBOUR:
        return mail
    if sent and mail.guessed and mail.reply_to.lower() == sent.participant.email:
        return replace(mail, kind=InboundKind.REPLY)
    if sent is None or (stored.kind is ReplyKind.MAIL and mail.from_address):
        return mail
    person = sent.participant
    return replace(mail, from_address=person.email, from_name=mail.from_name or person.name)


def named_in(reader: MailReader, stored: StoredInbound) -> list[int]:
    """Whose answer addresses its envelope holds."""
    numbers = (reader.delivery_of(address) for address in stored.envelope_to)
    return [number for number in numbers if number is not None]


def delivery_meant(
    uow: UnitOfWork, mail: InboundMail, named: Sequence[int], found: int | None, answered: Reply | None
) -> int | None:
    """What it answers; of several answer addresses in one envelope the one that was given to who writes.

    `answered`: the reply that our letter was about which it answers.
    """
    if found is None and answered:
        found = answered.delivery_id
    several = (uow.mailings.sent_to(delivery_id) for delivery_id in named[:MOST_NAMED]) if len(named) > 1 else ()
    theirs = (sent for sent in several if sent and sent.participant.email == mail.from_address.lower())
    return next((sent.delivery_id for sent in theirs), found)


def names_of(mail: InboundMail, sent: SentTo | None) -> tuple[str, ...]:
    """The names under which this citizen may sign."""
    return (mail.from_name, sent.participant.name if sent else "")


def cautions(mail: InboundMail, sent: SentTo | None) -> tuple[Caution, ...]:
    """What a responder should know before believing it."""
    reference, participant = (sent.alert.reference, sent.participant.email) if sent else ("", "")
    return cautions_of(
        subject=mail.subject,
        reference=reference,
        from_address=mail.from_address,
        participant=participant,
        shortened=mail.shortened,
    )


def may_acknowledge(mail: InboundMail, sent: SentTo | None, kind: ReplyKind) -> bool:
    """Whether "we have your mail" may go to where it says that it came from; a server's report is answered by none.

    A neighbour typed it on a page that a participant let them use once: nobody can have many such mails sent.
    """
    exists = may_exist(mail.from_address)
    if mail.reports or kind is ReplyKind.NEIGHBOUR:
        return exists and not mail.reports
    participant = sent.participant.email if sent else ""
    return may_be_acknowledged(mail.from_address, participant, mail.sender_check, exists=exists)


def answered(uow: UnitOfWork, stored: StoredInbound, delivery_id: int | None) -> tuple[SentTo | None, Alert | None]:
    """The mail that it answers, and that mail's alert: a neighbour got none, but a link of who did."""
    sent = uow.mailings.sent_to(delivery_id) if delivery_id is not None else None
    return None if stored.kind is ReplyKind.NEIGHBOUR else sent, sent.alert if sent else None


def lane_of(delivery_id: int | None, sent: SentTo | None, mail: InboundMail) -> str:
    """Whose flood it would belong to: nobody can flood in another's name, nor be many by writing many names, or by
    answering all the mails that they ever got.
    """
    if sent is not None:
        return f"p{sent.participant.id}"
    if delivery_id is not None:
        return f"d{delivery_id}"
    return STRANGERS if mail.letter_to is None else f"r{mail.letter_to}"

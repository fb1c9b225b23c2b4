"""Who a mail is from: the From line is only a claim, the participant whose token it carries is known."""

from dataclasses import replace

from bot.contacts.email_addresses import may_exist
from bot.domain.replies.replies import Caution, ReplyKind, cautions_of, may_be_acknowledged
from bot.records.mail import InboundMail
from bot.records.mailings import SentTo
from bot.records.replies import StoredInbound


def with_sender(mail: InboundMail, stored: StoredInbound, sent: SentTo | None) -> InboundMail:
    """A form, and a mail that does not say whom it is from, is from the participant whose token it carries."""
    if sent is None or (stored.kind is ReplyKind.MAIL and mail.from_address):
        return mail
    person = sent.participant
    return replace(mail, from_address=person.email, from_name=mail.from_name or person.name)


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
        cut=mail.cut,
    )


def may_acknowledge(mail: InboundMail, sent: SentTo | None) -> bool:
    """Whether "we have your mail" may go to where it says that it came from; a server's report is answered by none."""
    if mail.reports:
        return False
    participant = sent.participant.email if sent else ""
    return may_be_acknowledged(mail.from_address, participant, mail.sender_check, exists=may_exist(mail.from_address))

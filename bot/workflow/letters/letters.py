"""A letter to the citizen behind a reply, so made that whatever comes back on it is known as such."""

from dataclasses import replace
from uuid import uuid4

from bot.domain.letters.greetings import SOMEBODY, Greeting, greeting_of
from bot.domain.participants.people import Participant
from bot.domain.replies.replies import Reply
from bot.records.letters import Recipient
from bot.records.mail import Letter, Purpose
from bot.workflow.mail_ports import Composer, Tokens
from storage.unit_of_work import UnitOfWork


def letter_about(
    reply: Reply, subject: str, text: str, composer: Composer, tokens: Tokens, *, automatic: bool = False
) -> Letter:
    """Threaded under the citizen's mail.

    Its Message-ID names the reply, and so does its answer address where no delivery is known: an answer to it, or its
    delivery report, tells what it is about even when a robot leaves everything else out.
    """
    named = tokens.make(Purpose.LETTER, reply.id)
    text = composer.footed(text, tokens.make(Purpose.LEAVE, reply.delivery_id) if reply.delivery_id else "")
    return Letter(
        tag="",
        message_id=f"l.{named}.{uuid4().hex}",
        to=reply.from_address,
        subject=subject,
        text=text,
        html=composer.html(text),
        reply_token=tokens.make(Purpose.REPLY, reply.delivery_id) if reply.delivery_id else named,
        automatic=automatic,
        in_reply_to=reply.message_id,
        references=f"{reply.references} {reply.message_id}".strip(),
    )


def as_last_written(uow: UnitOfWork, reply: Reply, to: Recipient | None = None) -> Reply:
    """The reply as the citizen last wrote about it: the next letter goes under that mail, to where it may go."""
    last = uow.replies.newest_follow_up(reply.id) or reply
    found = _recipients(_mailed(uow, reply), last)
    return replace(
        reply,
        from_address=found[to] if to and to in found else next(iter(found.values()), ""),
        subject=last.subject,
        message_id=last.message_id,
        references=last.references,
    )


def recipients(uow: UnitOfWork, reply: Reply) -> dict[Recipient, str]:
    """Where a letter about it may go, each address once; the first is where it goes unless somebody chooses another."""
    return _recipients(_mailed(uow, reply), uow.replies.newest_follow_up(reply.id) or reply)


def _mailed(uow: UnitOfWork, reply: Reply) -> Participant | None:
    return uow.mailings.person_of(reply.delivery_id) if reply.delivery_id else None


def _recipients(person: Participant | None, last: Reply) -> dict[Recipient, str]:
    """A From line may be a list's, or anybody's: the address that got our mail comes first. A call has none."""
    if not last.from_address:
        return {}
    own = person.email if person else ""
    named = {Recipient.OWN: own, Recipient.SENDER: last.from_address, Recipient.REPLY_TO: last.reply_to}
    found: dict[Recipient, str] = {}
    for recipient, address in named.items():
        if address and address.lower() not in {known.lower() for known in found.values()}:
            found[recipient] = address
    return found


def greeting_for(uow: UnitOfWork, reply: Reply) -> Greeting:
    """By name where the letter can go nowhere else than to the address that its reader signed up with."""
    person = _mailed(uow, reply)
    return greeting_to(person, uow.replies.newest_follow_up(reply.id) or reply) if person else SOMEBODY


def greeting_to(person: Participant | None, last: Reply) -> Greeting:
    """The same where it is known who was mailed, and what they wrote last."""
    if person is None:
        return SOMEBODY
    to = _recipients(person, last)
    own = bool(person.email) and {address.lower() for address in to.values()} == {person.email.lower()}
    return greeting_of(person.name, own_address=own, takes_part=True)


def subject_of(reply: Reply, otherwise: str) -> str:
    """The citizen's own subject, answered; `otherwise` where they gave none."""
    if not reply.subject:
        return otherwise
    return reply.subject if reply.subject[:3].lower() == "re:" else f"Re: {reply.subject}"

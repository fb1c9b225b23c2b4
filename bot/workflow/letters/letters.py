"""A letter to the citizen behind a reply, so made that whatever comes back on it is known as such."""

from dataclasses import replace
from uuid import uuid4

from bot.domain.letters.greetings import SOMEBODY, Greeting, greeting_of
from bot.domain.replies.replies import Reply
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
    named, text = tokens.make(Purpose.LETTER, reply.id), composer.footed(text)
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


def as_last_written(uow: UnitOfWork, reply: Reply) -> Reply:
    """The reply as the citizen last wrote about it: the next letter goes under that mail, to where it came from."""
    last = uow.replies.newest_follow_up(reply.id)
    if last is None:
        return reply
    return replace(
        reply,
        from_address=last.from_address,
        subject=last.subject,
        message_id=last.message_id,
        references=last.references,
    )


def greeting_for(uow: UnitOfWork, reply: Reply) -> Greeting:
    """By name where the letter goes to the address that its reader signed up with."""
    person_id = uow.mailings.participant_of(reply.delivery_id) if reply.delivery_id else None
    if person_id is None:
        return SOMEBODY
    person, to = uow.people.get(person_id), as_last_written(uow, reply).from_address
    own = bool(person.email) and to.lower() == person.email.lower()
    return greeting_of(person.name, own_address=own, takes_part=True)


def subject_of(reply: Reply, otherwise: str) -> str:
    """The citizen's own subject, answered; `otherwise` where they gave none."""
    if not reply.subject:
        return otherwise
    return reply.subject if reply.subject[:3].lower() == "re:" else f"Re: {reply.subject}"

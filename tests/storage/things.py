"""What stands in the database before a test begins."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from bot.domain.alerts.alerts import Alert, Draft
from bot.domain.alerts.mailings import Batch
from bot.domain.participants.people import Colleague, ParticipantRow, Role
from bot.domain.replies.replies import LetterKind, Reply, ReplyKind, ReplyLabel
from bot.records.mail import Letter
from bot.records.replies import NewReply
from storage.unit_of_work import UnitOfWork
from tests.domain.samples import ANNA, BRAM, CONTENT, NOON

Work = Callable[[], AbstractContextManager[UnitOfWork]]

CARLA = Colleague("U3", "Carla", frozenset({Role.RESPONDER}))
DAAN = Colleague("U4", "Daan", frozenset({Role.BURGLARY_TEAM}))
ELS = Colleague("U5", "Els", frozenset({Role.SUPERUSER}))
LATER = NOON + timedelta(minutes=5)
NOOR = ParticipantRow("noor@example.nl", "Noor", "3823 AB", "7", "Kattenbroek", CONTENT.x + 30, CONTENT.y + 40)
LETTER = Letter("", "m1", "noor@example.nl", "Re: Inbraak", "Dank u wel.", "<p>Dank u wel.</p>", "token", True, "<1@x>")

_numbers = count(1)


def filed(work: Work, **changes: Any) -> Alert:
    """A request that waits for a colleague."""
    draft = Draft(uuid4().hex, ANNA.id, replace(CONTENT, **changes), NOON)
    with work() as uow:
        return uow.alerts.file(draft, ANNA, NOON)


def outcome_of(alert_id: int) -> Draft:
    """A form on how it ended."""
    return Draft(uuid4().hex, ANNA.id, CONTENT, NOON, about_id=alert_id)


def enrolled(work: Work, people: int = 1) -> None:
    """So many neighbours of the case."""
    rows = [replace(NOOR, email=f"p{number}@example.nl", x=CONTENT.x + number % 200) for number in range(people)]
    with work() as uow:
        uow.people.enrol(rows)


def approved(work: Work, people: int = 2, batch_size: int = 1000) -> Alert:
    """An alert whose mail is planned and not sent."""
    enrolled(work, people)
    alert = filed(work)
    with work() as uow:
        assert uow.alerts.approve(alert, BRAM, NOON)
        assert uow.mailings.plan(alert, batch_size, NOON) == people
        return uow.alerts.get(alert.id)


def sent(work: Work, people: int = 3) -> int:
    """An alert that was sent at noon."""
    alert = approved(work, people)
    with work() as uow:
        assert uow.alerts.mark_sent(alert.id, NOON)
    return alert.id


def claimed(work: Work) -> Batch:
    """A batch whose call is under way."""
    with work() as uow:
        batch = uow.mailings.claim_batch(NOON, LATER)
    assert batch
    return batch


def replied(work: Work, alert_id: int | None = None, delivery_id: int | None = None, **changes: Any) -> Reply:
    """What a citizen wrote."""
    number = next(_numbers)
    with work() as uow:
        assert uow.inbox.store(ReplyKind.MAIL, f"digest {number}", b"raw", ["antwoord@example.nl"], NOON)
        stored = uow.inbox.waiting(NOON, 1000)[-1]
        assert uow.inbox.mark_read(stored.id, NOON)
        new = NewReply(
            inbound_id=stored.id,
            alert_id=alert_id,
            delivery_id=delivery_id,
            kind=ReplyKind.MAIL,
            label=ReplyLabel.REPLY,
            received_at=NOON,
            words="Een bus.",
            original="Een bus.\n> Er is ingebroken",
            from_address="noor@example.nl",
            from_name="Noor",
            subject="Re: Inbraak",
            message_id=f"<{number}@example.nl>",
            references="",
            attachment_names=("bus.jpg",),
            late=False,
        )
        return uow.replies.add(replace(new, **changes))


def letter_to(work: Work, reply: Reply, kind: LetterKind = LetterKind.ANSWER) -> int:
    """A letter that waits."""
    with work() as uow:
        return uow.letters.add(kind, reply.id, LETTER, NOON)

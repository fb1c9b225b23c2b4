"""A citizen who phones: what they say is written down at the alert, and triaged like any other reply."""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256

from bot.clock import Clock
from bot.contacts.phone_numbers import e164
from bot.domain.alerts.alerts import Alert, AlertStatus
from bot.domain.errors import EmptyField, Refusal, TooLong, UnknownReference
from bot.domain.form_errors import FormErrors
from bot.domain.participants.people import Colleague
from bot.domain.replies.callbacks import LONGEST_PHONE
from bot.domain.replies.replies import Reply, ReplyKind, ReplyLabel
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.records.replies import NewReply
from bot.workflow.owing import N_, owe_note
from bot.workflow.replies.relating import Relating
from storage.unit_of_work import UnitOfWork, Work

LONGEST_WORDS = 3000
LONGEST_NAME = 100


@dataclass(frozen=True)
class TypedCall:
    """The form as it was typed, nothing checked."""

    reference: str
    words: str
    name: str
    phone: str


class Noting:
    """The third step of the pilot for who would rather phone."""

    def __init__(self, work: Work, clock: Clock, relating: Relating) -> None:
        self._work = work
        self._clock = clock
        self._relating = relating

    def reference_of(self, alert_id: int) -> str:
        """The reference that a form at this alert starts with."""
        with self._work() as uow:
            return uow.alerts.get(alert_id).reference

    def note(self, call: TypedCall, form_id: str, colleague: Colleague) -> tuple[str, int]:
        """Keep the call as a reply; FormErrors names every field that is wrong. The same form counts once.

        Gives the alert's reference, and which of its replies the newest is.
        """
        digest = sha256(f"phone {form_id}".encode()).hexdigest()
        raw = json.dumps({**asdict(call), "noted_by": colleague.id}).encode()
        with self._work() as uow:
            alert = _checked(uow, call)
            inbound_id = uow.inbox.store_read(ReplyKind.PHONE, digest, raw, self._clock.now())
            if inbound_id is not None:
                reply = uow.replies.add(self._reply(inbound_id, alert, call))
                self._tell(uow, reply, alert, colleague)
                self._relating.relate(uow, reply, alert)
            return alert.reference, uow.replies.count(alert.id)

    def _reply(self, inbound_id: int, alert: Alert, call: TypedCall) -> NewReply:
        words = call.words.strip()
        return NewReply(
            inbound_id=inbound_id,
            alert_id=alert.id,
            delivery_id=None,
            kind=ReplyKind.PHONE,
            label=ReplyLabel.REPLY,
            received_at=self._clock.now(),
            words=words,
            original=words,
            from_address="",
            from_name=call.name.strip(),
            subject="",
            message_id="",
            references="",
            attachment_names=(),
            late=alert.status is AlertStatus.CLOSED,
            phone=call.phone.strip(),
            phone_number=e164(call.phone),
        )

    def _tell(self, uow: UnitOfWork, reply: Reply, alert: Alert, colleague: Colleague) -> None:
        uow.audit.record(colleague.id, "noted_call", f"reply {reply.id}", self._clock.now(), alert=alert.reference)
        uow.outbox.owe(Task.SHOW_REPLY, reply.id)
        owe_note(uow, Task.REPLY_NOTE, reply.id, Note(N_("{name} wrote this call down."), {"name": colleague.name}))
        uow.outbox.owe(Task.SHOW_ALERT, alert.id)


def _checked(uow: UnitOfWork, call: TypedCall) -> Alert:
    """The alert that the call is about, everything typed being right."""
    refusals: list[Refusal] = []
    alert = uow.alerts.by_reference(call.reference.strip())
    if alert is None or alert.sent_at is None:
        refusals.append(UnknownReference("reference"))
    if not call.words.strip():
        refusals.append(EmptyField("words"))
    longest = (
        ("words", call.words, LONGEST_WORDS),
        ("name", call.name, LONGEST_NAME),
        ("phone", call.phone, LONGEST_PHONE),
    )
    refusals += [
        TooLong(field, length=len(typed.strip()), most=most)
        for field, typed, most in longest
        if len(typed.strip()) > most
    ]
    if refusals or alert is None:
        raise FormErrors(refusals)
    return alert

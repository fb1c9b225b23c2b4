"""Citizens leave Burgernetmail: by the link in a mail, through a colleague, or as mail fails; and come back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.domain.errors import AlreadyDone, UnknownParticipant
from bot.domain.guard.kept import reason_of
from bot.domain.participants.people import Colleague, LeaveReason, Participant, ParticipantStatus, mask_address
from bot.records.chat import Note
from bot.records.mail import Purpose
from bot.records.mailings import LastMail
from bot.records.outbox import Task
from bot.workflow.mail_ports import Tokens
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import UnitOfWork, Work


@dataclass(frozen=True)
class ParticipantCard:
    """What a superuser sees of a participant; `mail`: the newest one to them."""

    person: Participant
    mail: LastMail | None


UNDONE_FOR: Final = timedelta(hours=1)
"""So long whoever left by a link may think better of it there. A mail that was passed on holds that link for ever:
later only a sign-up, which a mail to them confirms, brings them back.
"""


@dataclass(frozen=True)
class Seat:
    """What the page of leaving says of whose link it is; `may_undo`: they left by it a moment ago."""

    gets_mail: bool
    may_undo: bool
    masked_address: str


class Leaving:
    """Tokens name a delivery; it holds for that person before the next send."""

    def __init__(self, work: Work, clock: Clock, tokens: Tokens) -> None:
        self._work = work
        self._clock = clock
        self._tokens = tokens

    def seat(self, token: str) -> Seat | None:
        """Whose token this is; None where it is not ours."""
        participant_id = self._participant_of(token)
        if participant_id is None:
            return None
        with self._work() as uow:
            person = uow.people.get(participant_id)
        left = person.status is ParticipantStatus.LEFT
        return Seat(not left, _may_undo(person, self._clock.now()), mask_address(person.email))

    def leave(self, token: str) -> bool:
        """No mail any more; False where the token is not ours. A second time changes nothing."""
        participant_id = self._participant_of(token)
        if participant_id is None:
            return False
        with self._work() as uow:
            take_out(uow, participant_id, LeaveReason.UNSUBSCRIBED, "citizen", self._clock.now())
        return True

    def come_back(self, token: str) -> bool:
        """Undo leaving by the link, soon after it; False where the token is not ours."""
        participant_id = self._participant_of(token)
        if participant_id is None:
            return False
        now = self._clock.now()
        with self._work() as uow:
            if _may_undo(uow.people.get(participant_id), now) and uow.people.come_back(participant_id, now):
                uow.audit.record("citizen", "came_back", f"participant {participant_id}", now)
        return True

    def look_up(self, email: str, colleague: Colleague) -> ParticipantCard:
        """Whether an address gets mail, and why not; the look is logged."""
        with self._work() as uow:
            person = uow.people.find(email.strip())
            if person is None:
                raise UnknownParticipant
            uow.audit.record(colleague.id, "looked_up", f"participant {person.id}", self._clock.now())
            return ParticipantCard(person, uow.people.last_mail(person.id))

    def restore(self, participant_id: int, reason: str, colleague: Colleague) -> None:
        """A superuser puts somebody back who asks for it, or whose mailbox works again; the reason is recorded."""
        why = reason_of(reason)
        with self._work() as uow:
            if not uow.people.come_back(participant_id, self._clock.now()):
                raise AlreadyDone("reason")
            subject = f"participant {participant_id}"
            uow.audit.record(colleague.id, "restored", subject, self._clock.now(), {"reason": why})
            values = {"name": colleague.name, "number": str(participant_id)}
            note = Note(N_("{name} put participant {number} back:"), values, text=why)
            owe_note(uow, Task.SUPERVISION_NOTE, participant_id, note)

    def take_out(self, participant_id: int, reason: str, colleague: Colleague) -> None:
        """A superuser takes somebody out who asked for it, moved, or died; AlreadyDone where they had left."""
        why, now = reason_of(reason), self._clock.now()
        with self._work() as uow:
            if not take_out(uow, participant_id, LeaveReason.TAKEN_OUT, colleague.id, now, {"why": why}):
                raise AlreadyDone("reason")
            values = {"name": colleague.name, "number": str(participant_id)}
            note = Note(N_("{name} took participant {number} out:"), values, text=why)
            owe_note(uow, Task.SUPERVISION_NOTE, participant_id, note)

    def _participant_of(self, token: str) -> int | None:
        delivery_id = self._tokens.read(Purpose.LEAVE, token)
        if delivery_id is None:
            return None
        with self._work() as uow:
            return uow.mailings.participant_of(delivery_id)


def _may_undo(person: Participant, now: datetime) -> bool:
    by_link = person.left_reason is LeaveReason.UNSUBSCRIBED
    return by_link and person.left_at is not None and person.left_at > now - UNDONE_FOR


def take_out_address(work: Work, clock: Clock, address: str, reason: str, operator: str) -> tuple[int, bool]:
    """On the command line: whose address it is, and whether they had not left; UnknownParticipant, ReasonNeeded."""
    why = reason_of(reason)
    with work() as uow:
        person = uow.people.find(address.strip())
        if person is None:
            raise UnknownParticipant
        by, said = "command line", {"why": why}
        return person.id, take_out(uow, person.id, LeaveReason.TAKEN_OUT, by, clock.now(), said, user=operator)


def take_out(
    uow: UnitOfWork,
    participant_id: int,
    reason: LeaveReason,
    by: str,
    at: datetime,
    said: Mapping[str, object] | None = None,
    /,
    **details: object,
) -> bool:
    """No mail from the next send on, with the reason; False where they had left, which changes nothing."""
    left = uow.people.leave(participant_id, at, reason)
    if left:
        uow.audit.record(by, "left", f"participant {participant_id}", at, said, reason=reason, **details)
    return left

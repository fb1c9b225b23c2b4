"""Citizens leave Burgernetmail by the link in a mail, or because mail does not reach them; and come back."""

from datetime import datetime

from bot.clock import Clock
from bot.domain.errors import AlreadyDone, ReasonNeeded, UnknownParticipant
from bot.domain.people import Colleague, LeaveReason, Participant, ParticipantStatus
from bot.workflow.cards import Note
from bot.workflow.mail_port import Tokens
from bot.workflow.ports import UnitOfWork, Work
from bot.workflow.records import Task
from bot.workflow.wording import N_, owe_note


class Leaving:
    """Tokens name a delivery; it holds for that person before the next send."""

    def __init__(self, work: Work, clock: Clock, tokens: Tokens) -> None:
        self._work = work
        self._clock = clock
        self._tokens = tokens

    def gets_mail(self, token: str) -> bool | None:
        """Whether whose token this is gets mail; None where it is not ours."""
        participant_id = self._participant_of(token)
        if participant_id is None:
            return None
        with self._work() as uow:
            return uow.people.get(participant_id).status is ParticipantStatus.ACTIVE

    def leave(self, token: str) -> bool:
        """No mail any more; False where the token is not ours. A second time changes nothing."""
        participant_id = self._participant_of(token)
        if participant_id is None:
            return False
        with self._work() as uow:
            take_out(uow, participant_id, LeaveReason.UNSUBSCRIBED, "citizen", self._clock.now())
        return True

    def come_back(self, token: str) -> bool:
        """Undo leaving; False where the token is not ours."""
        participant_id = self._participant_of(token)
        if participant_id is None:
            return False
        with self._work() as uow:
            if uow.people.come_back(participant_id):
                uow.audit.record("citizen", "came_back", f"participant {participant_id}", self._clock.now())
        return True

    def look_up(self, email: str, colleague: Colleague) -> Participant:
        """Whether an address gets mail, and why not; the look is logged."""
        with self._work() as uow:
            person = uow.people.find(email.strip())
            if person is None:
                raise UnknownParticipant
            uow.audit.record(colleague.id, "looked_up", f"participant {person.id}", self._clock.now())
        return person

    def restore(self, participant_id: int, reason: str, colleague: Colleague) -> None:
        """A superuser puts somebody back who asks for it, or whose mailbox works again; the reason is recorded."""
        if not reason.strip():
            raise ReasonNeeded("reason")
        with self._work() as uow:
            if not uow.people.come_back(participant_id):
                raise AlreadyDone("reason")
            subject = f"participant {participant_id}"
            uow.audit.record(colleague.id, "restored", subject, self._clock.now(), reason=reason.strip())
            values = {"name": colleague.name, "number": str(participant_id)}
            note = Note(N_("{name} put participant {number} back:"), values, text=reason.strip())
            owe_note(uow, Task.SUPERVISION_NOTE, participant_id, note)

    def _participant_of(self, token: str) -> int | None:
        delivery_id = self._tokens.read("leave", token)
        if delivery_id is None:
            return None
        with self._work() as uow:
            return uow.mailings.participant_of(delivery_id)


def take_out(uow: UnitOfWork, participant_id: int, reason: LeaveReason, by: str, at: datetime) -> None:
    """No mail from the next send on, with the reason; a second time changes nothing."""
    if uow.people.leave(participant_id, at, reason):
        uow.audit.record(by, "left", f"participant {participant_id}", at, reason=reason)

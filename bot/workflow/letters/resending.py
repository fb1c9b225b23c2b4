"""Whether an acknowledgement arrived is not known: a colleague has it sent once more, or leaves it so."""

from bot.clock import Clock
from bot.domain.errors import AlreadyDone, WasErased
from bot.domain.participants.people import Colleague
from bot.domain.replies.replies import LetterStatus, is_erased
from bot.records.outbox import Task
from bot.workflow.handling import reply_changed, reply_in_hand
from storage.unit_of_work import Work


class Resending:
    """Decided once; what the provider tells later counts all the same."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def decide(self, reply_id: int, colleague: Colleague, *, send_again: bool) -> None:
        """AlreadyDone where it is known by now, or was decided."""
        now = self._clock.now()
        with self._work() as uow:
            if is_erased(reply_in_hand(uow, reply_id, colleague, now)):
                raise WasErased
            letter_id = uow.letters.acknowledgement_of(reply_id)
            after = LetterStatus.WAITING if send_again else LetterStatus.LEFT
            if letter_id is None or not uow.letters.move(letter_id, LetterStatus.UNKNOWN, after, "", now):
                raise AlreadyDone
            if send_again:
                uow.outbox.owe(Task.SEND_LETTER, letter_id)
            what = "sends_acknowledgement_again" if send_again else "leaves_acknowledgement"
            uow.audit.record(colleague.id, what, f"reply {reply_id}", now)
            reply_changed(uow, reply_id, now)

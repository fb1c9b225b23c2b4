"""Mail that does not arrive: one failure for good takes somebody out, many that may pass pause them for a while."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.domain.participants.faults import LOOKS_BACK, PAUSED_FOR, Consequence, Fault, consequence_of
from bot.domain.participants.people import LeaveReason
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.owing import N_, owe_note
from bot.workflow.participants.leaving import take_out
from storage.unit_of_work import UnitOfWork, Work

BY = "burgernetmail"
UNHEARD_AFTER = timedelta(days=3)  # a mail that does not come back by then arrived, as far as SMTP tells
WHY: Mapping[Fault, str] = {
    Fault.GONE: N_("no such address"),
    Fault.NO_DOMAIN: N_("domain not found"),
    Fault.FULL: N_("mailbox full"),
    Fault.BLOCKED: N_("refused by their mail server"),
    Fault.EXPIRED: N_("mail server out of reach"),
    Fault.OTHER: N_("other reason"),
}


class Pausing:
    """Who was paused gets mail again after 30 days, on trial: one more failure pauses them anew."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def try_again(self) -> int:
        """Begin the trials that are due, end those of whose mail nothing bad was heard, and pauses that are over."""
        now = self._clock.now()
        with self._work() as uow:
            tried = uow.people.try_again(now - PAUSED_FOR, now)
            passed = uow.people.pass_unheard(now - UNHEARD_AFTER, now)
            over = uow.own.end_pauses(now)
            for what, people in (("tried_again", tried), ("resumed", passed), ("went_on", over)):
                for participant_id in people:
                    uow.audit.record(BY, what, f"participant {participant_id}", now)
        return len(tried) + len(passed) + len(over)


def heed_failure(uow: UnitOfWork, participant_id: int, fault: Fault, now: datetime) -> None:
    """Of a mail that just came back, and stands in the ledger as such."""
    failures = uow.people.failures(participant_id, now - LOOKS_BACK, now - UNHEARD_AFTER)
    if not failures:  # it was sent before mail to them was known to work
        return
    on_trial = uow.people.get(participant_id).on_trial
    consequence = consequence_of(failures, on_trial=on_trial)
    if consequence is Consequence.LEAVE:
        take_out(uow, participant_id, LeaveReason.BOUNCED, BY, now, fault=fault)
    if consequence is Consequence.PAUSE and uow.people.pause(participant_id, now):
        uow.audit.record(BY, "paused", f"participant {participant_id}", now, fault=fault, on_trial=on_trial)
        _tell(uow, participant_id, fault, on_trial=on_trial)


def _tell(uow: UnitOfWork, participant_id: int, fault: Fault, *, on_trial: bool) -> None:
    first = N_("Participant {number} gets no mail for 30 days: five mails did not arrive ({why}).")
    again = N_("Participant {number} gets no mail for 30 days more: the mail that we tried did not arrive ({why}).")
    note = Note(again if on_trial else first, {"number": str(participant_id)}, terms={"why": WHY[fault]})
    owe_note(uow, Task.SUPERVISION_NOTE, participant_id, note)


def heed_arrivals(uow: UnitOfWork, participant_ids: list[int], now: datetime) -> None:
    """Mail that was delivered ends a trial."""
    for participant_id in uow.people.arrived(participant_ids, now) if participant_ids else ():
        uow.audit.record(BY, "resumed", f"participant {participant_id}", now)


def heard_from(uow: UnitOfWork, participant_id: int, at: datetime) -> None:
    """A citizen wrote to us from their own address: it works, so mail goes there again."""
    if uow.people.works(participant_id, at):
        uow.audit.record("citizen", "resumed", f"participant {participant_id}", at)

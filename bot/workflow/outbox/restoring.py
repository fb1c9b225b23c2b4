"""After a back-up was put back: what it still owes went out since, or did not, and nobody knows."""

from dataclasses import dataclass
from typing import Final

from bot.clock import Clock
from bot.records.outbox import Task
from bot.workflow.handling import reply_changed
from storage.unit_of_work import Work

WHY: Final = "a back-up was put back"


@dataclass(frozen=True)
class Doubted:
    """How much of it waits for people, or is looked for before it is done again."""

    batches: int
    letters: int
    owed: int


class Restoring:
    """No mail twice: people decide about mails; what is owed to Slack is looked for first."""

    def __init__(self, work: Work, clock: Clock, operator: str) -> None:
        self._work = work
        self._clock = clock
        self._operator = operator

    def mark(self) -> Doubted:
        """The database is of an earlier moment than the world."""
        now = self._clock.now()
        with self._work() as uow:
            owed = uow.outbox.doubt_all()
            letters, batches = uow.letters.doubt_waiting(WHY, now), uow.standstills.doubt_batches(WHY)
            for reply_id in sorted({reply_id for one in letters if (reply_id := uow.letters.reply_of(one))}):
                reply_changed(uow, reply_id, now)
            if letters or batches:
                uow.outbox.owe(Task.SHOW_STANDSTILL, uow.standstills.ask(batches, letters))
            doubted = Doubted(len(batches), len(letters), owed)
            uow.audit.record(self._operator, "restored", "database", now, batches=doubted.batches)
        return doubted

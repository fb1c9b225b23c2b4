"""Calls of the mail provider that were not taken: they are counted, and who can mend it hears why no mail comes."""

from collections import Counter
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import timedelta
from threading import Lock
from typing import Final
from uuid import uuid4

from bot.clock import Clock
from bot.records.chat import Note
from bot.records.mail import CallFault, Door
from bot.records.outbox import Task
from bot.workflow.owing import N_, owe_note
from bot.workflow.replies.keeping import Keeping
from storage.unit_of_work import UnitOfWork, Work

TOLD: Final = "no mail told"
PATIENCE: Final = timedelta(minutes=10)  # one stray call between two mails is no news
AGAIN: Final = timedelta(hours=1)
CAUSES: Final[Mapping[CallFault, str]] = {
    CallFault.NO_KEY: N_("SENDGRID_INBOUND_PUBLIC_KEY is not set."),
    CallFault.NO_SIGNATURE: N_("the calls are not signed. Switch on the security policy of Inbound Parse."),
    CallFault.BAD_SIGNATURE: N_(
        "SENDGRID_INBOUND_PUBLIC_KEY is not the key of the security policy, or something on the way changes the calls."
    ),
    CallFault.CLOCK: N_("the clock of the bot's machine is wrong."),
    CallFault.NO_MAIL: N_('"POST the raw, full MIME message" is off in Inbound Parse.'),
    CallFault.INCOMPLETE: N_("the calls do not come in whole. Look at the proxy in front of the bot."),
    CallFault.BUSY: N_("more large mails come in at once than the bot has room for."),
    CallFault.NOT_STORED: N_("the bot cannot store them. Look at the disk, the store of attachments and the log."),
    CallFault.ADDRESS: N_(
        "Inbound Parse calls another address than /mail/inbound, with MAIL_INBOUND_SECRET behind it where that is set."
    ),
}


class Doorkeeping:
    """A call that nobody signed costs no transaction: it is counted here, and written down now and then."""

    def __init__(self, work: Work, clock: Clock, keeping: Keeping, *, posted: bool) -> None:
        """`posted`: whether mail comes by these calls at all; else nobody misses it."""
        self._work = work
        self._clock = clock
        self._keeping = keeping
        self._posted = posted
        self._lock = Lock()
        self._refused: Counter[tuple[Door, CallFault]] = Counter()

    def coming(self) -> AbstractContextManager[None]:
        """While a call is answered; what can wait gives way."""
        return self._keeping.coming()

    def refuse(self, door: Door, fault: CallFault) -> None:
        """Count a call that was not taken."""
        with self._lock:
            self._refused[door, fault] += 1

    def keep_up(self) -> None:
        """Write down what was counted, and tell where it keeps all mail out."""
        self.count()
        if self._posted:
            with self._work() as uow:
                self._tell(uow)

    def count(self) -> None:
        """Write down what was counted since the last time; it is counted on where the database is away."""
        with self._lock:
            refused, self._refused = self._refused, Counter()
        if not refused:
            return
        try:
            with self._work() as uow:
                good = uow.inbox.last_mail_at()
                for (door, fault), count in sorted(refused.items()):
                    uow.tallies.add(door, fault, count, self._clock.now(), good)
        except BaseException:
            with self._lock:
                self._refused += refused
            raise

    def _tell(self, uow: UnitOfWork) -> None:
        """Once an hour in all copies: the lease lasts until the next time."""
        now, fault = self._clock.now(), self._keeps_out(uow)
        if fault and uow.leases.take(TOLD, uuid4().hex, now, now + AGAIN):
            told = N_("No mail from citizens comes in: the mail provider's calls are refused. Perhaps {cause}")
            owe_note(uow, Task.SUPERVISION_NOTE, 0, Note(told, terms={"cause": CAUSES[fault]}))

    def keeps_out(self) -> CallFault | None:
        """Why all mail is refused at the door; None where some came in since, or nobody knocked for an hour."""
        if not self._posted:
            return None
        with self._work() as uow:
            return self._keeps_out(uow)

    def _keeps_out(self, uow: UnitOfWork) -> CallFault | None:
        now, good = self._clock.now(), uow.inbox.last_mail_at()
        lately = [row for row in uow.tallies.lately(Door.INBOUND, now - AGAIN) if not good or row.since > good]
        if not lately or min(row.since for row in lately) > now - PATIENCE:
            return None
        return CallFault(lately[0].detail)

"""The reply mailbox, fetched by one copy of the program at a time."""

from datetime import timedelta
from uuid import uuid4

from bot.clock import Clock
from bot.workflow.mail_ports import MAILBOX_TIMEOUT_S, ReplyMailbox
from bot.workflow.replies.receiving import Receiving
from storage.unit_of_work import Work

NAME = "mailbox"
WAIT_S = 5.0
LEASE = timedelta(seconds=WAIT_S + 2 * MAILBOX_TIMEOUT_S)
"""Prolonged at every step and every mail: as long as a killed copy keeps the others waiting.

A copy that is slower than that shares its mail with another: what both store is stored once.
"""


class Fetching:
    """For teams whose mail provider posts nothing."""

    def __init__(self, work: Work, clock: Clock, mailbox: ReplyMailbox, receiving: Receiving) -> None:
        self._work = work
        self._clock = clock
        self._mailbox = mailbox
        self._receiving = receiving
        self._holder = uuid4().hex

    def fetch(self) -> None:
        """Store what is new, then wait a little for more; a mail is marked as stored only once it is."""
        if self._hold():
            self._mailbox.fetch(self._store)
            self._mailbox.wait(WAIT_S)

    def interrupt(self) -> None:
        """End the wait, for a program that stops."""
        self._mailbox.close()

    def give_back(self) -> None:
        """Another copy, or this one started anew, need not wait for the lease to run out."""
        with self._work() as uow:
            uow.leases.give_back(NAME, self._holder)

    def _hold(self) -> bool:
        now = self._clock.now()
        with self._work() as uow:
            return uow.leases.take(NAME, self._holder, now, now + LEASE)

    def _store(self, raw: bytes, envelope_to: list[str]) -> None:
        self._receiving.store_mail(raw, envelope_to)
        self._hold()

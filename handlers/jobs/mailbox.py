"""The reply mailbox, fetched by one copy of the program at a time."""

from datetime import timedelta
from uuid import uuid4

from bot.clock import Clock
from bot.mail.imap import ImapMailbox
from bot.workflow.ports import Work
from bot.workflow.receiving import Receiving

LEASE = timedelta(minutes=2)  # longer than a fetch takes with its time-outs
WAIT_S = 5.0


class MailboxJob:
    """A step for the schedule."""

    def __init__(self, mailbox: ImapMailbox, receiving: Receiving, work: Work, clock: Clock) -> None:
        self._mailbox = mailbox
        self._receiving = receiving
        self._work = work
        self._clock = clock
        self._holder = uuid4().hex

    def __call__(self) -> None:
        """Store what is new, then wait a little for more; a mail counts as seen only once it is stored."""
        now = self._clock.now()
        with self._work() as uow:
            ours = uow.leases.take("mailbox", self._holder, now, now + LEASE)
        if ours:
            self._mailbox.fetch(self._store)
            self._mailbox.wait(WAIT_S)

    def _store(self, raw: bytes, envelope_to: list[str]) -> None:
        self._receiving.store_mail(raw, envelope_to)

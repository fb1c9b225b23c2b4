"""A day monitor that comes by mail: from a sender who may and is proven, else nothing of it is read."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from bot.clock import Clock, local
from bot.domain.day_monitor.file_errors import InfectedFile, NoSheet, NotASheet, UnknownSender
from bot.domain.errors import Refusal
from bot.domain.participants.people import mask_address
from bot.domain.replies.attachments import File
from bot.domain.replies.replies import SenderCheck
from bot.records.day_monitor import FileSource
from bot.records.mail import InboundMail
from bot.records.outbox import BlobKeys, Task
from bot.records.replies import StoredInbound
from bot.workflow.day_monitor.importing import Importing, Looked
from bot.workflow.mail_ports import MailReader
from bot.workflow.ports import ScanFailed, Scanner
from storage.unit_of_work import UnitOfWork, Work

MOST_REFUSALS: Final = 5
"""A day of one kind: anybody may make up senders."""


class DayMonitorMail:
    """Mail to the set address; it never becomes a citizen's reply, and is not kept."""

    def __init__(
        self,
        work: Work,
        clock: Clock,
        reader: MailReader,
        importing: Importing,
        scanner: Scanner | None,
        address: str,
        senders: Collection[str],
    ) -> None:
        """`senders` in small letters."""
        self._work = work
        self._clock = clock
        self._reader = reader
        self._importing = importing
        self._scanner = scanner
        self._address = address
        self._senders = senders

    def takes(self, stored: StoredInbound) -> bool:
        return self.is_for_it(stored.raw, stored.envelope_to)

    def is_for_it(self, raw: bytes, envelope_to: Sequence[str]) -> bool:
        return self._reader.is_for(raw, envelope_to, self._address)

    def read(self, stored: StoredInbound) -> None:
        """Each of its files by itself; ScannerDown: it is tried again."""
        mail = self._reader.read(stored.raw, stored.envelope_to)
        if mail.from_address.lower() not in self._senders or mail.sender_check is not SenderCheck.PROVEN:
            self._refuse(stored, mail, UnknownSender())
            return
        files = [file for file in mail.files if self._importing.wants(file.name)]
        if not files:
            self._refuse(stored, mail, NoSheet())
            return
        looked = [self._look(file) for file in files]
        with self._work() as uow:
            if not uow.inbox.mark_read(stored.id, self._clock.now()):
                return
            for place, one in enumerate(looked):
                number = self._add(uow, f"{stored.digest}-{place}", mail)
                if number is not None:
                    self._importing.settle(uow, number, one, f"mail {stored.id}")
                    uow.outbox.owe(Task.SHOW_DAY_MONITOR, number)
            _forget(uow, stored)

    def give_up(self, stored: StoredInbound) -> None:
        """Refuse a mail on which reading failed too often."""
        self._refuse(stored, self._reader.read(stored.raw, stored.envelope_to), NotASheet())

    def _look(self, file: File) -> Looked:
        if self._scanner and not self._is_clean(self._scanner, file):
            return Looked(refusal=InfectedFile())
        return self._importing.look(file.content)

    def _is_clean(self, scanner: Scanner, file: File) -> bool:
        """What the scanner can't judge is not read either."""
        try:
            return scanner.is_clean(iter([file.content]))
        except ScanFailed:
            return False

    def _refuse(self, stored: StoredInbound, mail: InboundMail, refusal: Refusal) -> None:
        """Told once a day of one sender, and of few senders: spam must not fill the channel."""
        why = f"{local(self._clock.now()):%Y-%m-%d} {type(refusal).__name__} "
        with self._work() as uow:
            if not uow.inbox.mark_read(stored.id, self._clock.now()):
                return
            full = uow.day_monitor_files.count_mailed(why) >= MOST_REFUSALS
            number = None if full else self._add(uow, f"{why}{mask_address(mail.from_address)}", mail)
            if number is not None:
                self._importing.refuse(uow, number, refusal)
                uow.outbox.owe(Task.SHOW_DAY_MONITOR, number)
            _forget(uow, stored)

    def _add(self, uow: UnitOfWork, key: str, mail: InboundMail) -> int | None:
        at: datetime = self._clock.now()
        return uow.day_monitor_files.add(FileSource.MAIL, key, "", mask_address(mail.from_address), at)


def _forget(uow: UnitOfWork, stored: StoredInbound) -> None:
    """What the file held stands in the incidents; the mail itself is not kept."""
    if keys := uow.erasures.empty_mail(stored.id):
        uow.outbox.owe(Task.REMOVE_BLOBS, stored.id, BlobKeys(tuple(keys)))

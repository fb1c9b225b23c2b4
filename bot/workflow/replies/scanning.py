"""Virus scans: what waits for one stays held until the scanner has said what it is."""

from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.clock import Clock
from bot.domain.replies.attachments import Attachment, Scan, may_be_too_large
from bot.workflow.handling import owe_mail
from bot.workflow.ports import Blobs, BlobsDown, ScanFailed, Scanner, ScannerDown, TooLargeToScan
from bot.workflow.replies.images.hearing import Hearing
from storage.unit_of_work import Work

log = structlog.get_logger()
AGAIN: Final = timedelta(minutes=10)
MOST_SCANNED: Final = 500_000_000
"""Bytes; ClamAV's own limit is lower as it comes, and it says so."""


class Scanning:
    """A job. Two copies may scan the same file: the first judgement stands."""

    def __init__(self, work: Work, clock: Clock, blobs: Blobs, scanner: Scanner, hearing: Hearing) -> None:
        self._work = work
        self._clock = clock
        self._blobs = blobs
        self._scanner = scanner
        self._hearing = hearing
        self._resting: dict[int, datetime] = {}

    def scan_waiting(self) -> int:
        """Scan what waits; how many were judged. A scanner that is away ends the round: all stay held."""
        with self._work() as uow:
            waiting = uow.attachments.waiting()
        now = self._clock.now()
        due = [one for one in waiting if self._resting.get(one.id, now) <= now]
        try:
            return sum(self._scan(attachment) for attachment in due)
        except ScannerDown as down:
            log.warning("virus scanner away", waiting=len(waiting), reason=str(down))
            return 0

    def _scan(self, attachment: Attachment) -> bool:
        """A file that can't be judged must not hold up the rest."""
        try:
            scan = self._judged(attachment)
        except (ScanFailed, BlobsDown) as failure:
            self._resting[attachment.id] = self._clock.now() + AGAIN
            log.error("scan failed", attachment=attachment.id, reason=str(failure))
            return False
        self._resting.pop(attachment.id, None)
        with self._work() as uow:
            if not uow.attachments.judge(attachment, scan):
                return False
            if scan is Scan.INFECTED:
                self._hearing.found_infected(uow, attachment.reply_id, self._clock.now())
            owe_mail(uow, attachment.reply_id)
        log.info("scanned", attachment=attachment.id, scan=scan)
        return True

    def _judged(self, attachment: Attachment) -> Scan:
        """ScanFailed, ScannerDown, BlobsDown. What no scanner takes is sent to none: others would wait for it."""
        try:
            if attachment.size > MOST_SCANNED:
                raise TooLargeToScan("too large")
            clean = self._scanner.is_clean(self._blobs.pieces(attachment.blob_key))
        except TooLargeToScan:
            if not may_be_too_large(attachment):
                raise
            return Scan.TOO_LARGE
        return Scan.CLEAN if clean else Scan.INFECTED

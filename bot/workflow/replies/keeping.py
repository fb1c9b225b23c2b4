"""Where the bytes of incoming mail are kept: small mails in the database, large ones and attachments as blobs."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final

from bot.clock import Clock
from bot.domain.replies.attachments import File, Scan
from bot.domain.replies.replies import ReplyKind
from bot.records.replies import StoredInbound
from bot.workflow.ports import Blobs
from storage.unit_of_work import UnitOfWork, Work

MOST_IN_DATABASE: Final = 256 * 1024  # bytes


class Keeping:
    """Bytes are safe before the row that names them: a crash between the two leaves a blob that is written again.

    A key follows from the mail's digest, which nobody knows who has not the mail itself: the same mail taken in or
    read twice writes the same blobs, so nothing is left over.
    """

    def __init__(self, work: Work, clock: Clock, blobs: Blobs, *, scanned: bool) -> None:
        self._work = work
        self._clock = clock
        self._blobs = blobs
        self._first_scan = Scan.HELD if scanned else Scan.UNSCANNED

    def store(self, kind: ReplyKind, digest: str, raw: bytes, envelope_to: Sequence[str], queue_key: str) -> bool:
        """Keep a raw message whole; False where it came before. BlobsDown: who brought it has to try again.

        No transaction is open while a large one is written.
        """
        key = None
        if len(raw) > MOST_IN_DATABASE:
            with self._work() as uow:
                if uow.inbox.knows(digest):
                    return False
            key = _key(digest, "raw")
            self._blobs.put(key, raw)
            raw = b""
        with self._work() as uow:
            return uow.inbox.store(kind, digest, raw, envelope_to, self._clock.now(), queue_key, key)

    def whole(self, stored: StoredInbound) -> StoredInbound:
        """The message with its bytes, wherever they are; BlobsDown."""
        return replace(stored, raw=self._blobs.get(stored.blob_key)) if stored.blob_key else stored

    def keep_files(self, stored: StoredInbound, files: Iterable[File]) -> list[tuple[str, File]]:
        """The files of a message with the keys under which they now are; BlobsDown."""
        kept = [(_key(stored.digest, str(number)), file) for number, file in enumerate(files)]
        for key, file in kept:
            self._blobs.put(key, file.content)
        return kept

    def add_files(self, uow: UnitOfWork, reply_id: int, kept: list[tuple[str, File]]) -> None:
        """The rows that name them, in the transaction that makes the reply."""
        uow.attachments.add(reply_id, kept, self._first_scan)


def _key(digest: str, what: str) -> str:
    return sha256(f"{digest} {what}".encode()).hexdigest()[:40]

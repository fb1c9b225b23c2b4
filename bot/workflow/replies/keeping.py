"""Where the bytes of incoming mail are kept: small mails in the database, large ones and attachments as blobs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from threading import Condition, Lock
from typing import Final

from bot.clock import Clock
from bot.domain.replies.attachments import File, Scan
from bot.domain.replies.replies import ReplyKind
from bot.records.outbox import BlobKeys, Task
from bot.records.replies import StoredInbound, Upload
from bot.workflow.ports import Blobs, Films
from storage.unit_of_work import UnitOfWork, Work

MOST_IN_DATABASE: Final = 256 * 1024  # bytes
GIVE_WAY_S: Final = 1.0


@dataclass
class _Turn:
    """Somebody who wants to write; `tried` once a shared transaction had it in, `written` once that is committed."""

    key: str
    write: Callable[[UnitOfWork], bool]
    tried: bool = False
    written: bool | None = None


class Together:
    """Who comes while a transaction runs waits for it, and then writes for all who waited beside them.

    So one wait for the database's lock and its disk serves them all. Where a shared transaction fails, each tries
    alone: one that can't be written costs nobody else their words.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._writing = Lock()
        self._adding = Lock()
        self._waiting: list[_Turn] = []

    def write(self, key: str, write: Callable[[UnitOfWork], bool]) -> bool:
        """What `write` gives back, once it is committed. Copies that write the same keys do so in one order."""
        mine = _Turn(key, write)
        with self._adding:
            self._waiting.append(mine)
        with self._writing:
            if not mine.tried:
                self._write_all()
        if mine.written is None:
            with self._work() as uow:
                return write(uow)
        return mine.written

    def _write_all(self) -> None:
        with self._adding:
            turns, self._waiting = self._waiting, []
        turns.sort(key=lambda turn: turn.key)
        for turn in turns:
            turn.tried = True
        try:
            with self._work() as uow:
                found = [turn.write(uow) for turn in turns]
        except Exception:  # whose fault it is shows when each tries alone
            return
        for turn, written in zip(turns, found, strict=True):
            turn.written = written


class Keeping:
    """Bytes are safe before the row that names them: a crash between the two leaves a blob that is written again.

    A key follows from the mail's digest, which nobody knows who has not the mail itself: the same mail taken in or
    read twice writes the same blobs, so nothing is left over.
    """

    def __init__(self, work: Work, clock: Clock, blobs: Blobs, films: Films, *, scanned: bool) -> None:
        self._work = work
        self._films = films
        self._together = Together(work)
        self._quiet, self._coming = Condition(), 0
        self._clock = clock
        self._blobs = blobs
        self._first_scan = Scan.HELD if scanned else Scan.UNSCANNED

    def store(
        self,
        kind: ReplyKind,
        digest: str,
        raw: bytes,
        envelope_to: Sequence[str],
        queue_key: str,
        *,
        once: bool = False,
    ) -> bool:
        """Keep a raw message whole; False where it came before. BlobsDown: who brought it has to try again.

        No transaction is open while a large one is written. `once`: one of this kind comes over a link, and of another
        one nothing is kept.
        """
        key, size = None, len(raw)
        if size > MOST_IN_DATABASE:
            with self._work() as uow:
                if uow.inbox.knows(digest):
                    return False
            key = _key(digest, "raw")
            self._blobs.put(key, raw)
            raw = b""
        now = self._clock.now()

        def write(uow: UnitOfWork) -> bool:
            if not once or uow.inbox.is_first(kind, queue_key):
                return uow.inbox.store(kind, digest, raw, envelope_to, now, queue_key, key, size)
            if key and not uow.inbox.knows(digest):
                uow.outbox.owe(Task.REMOVE_BLOBS, 0, BlobKeys((key,)))
            return False

        return self._together.write(digest, write)

    @contextmanager
    def coming(self) -> Iterator[None]:
        """While somebody waits to hear that their message is kept."""
        with self._quiet:
            self._coming += 1
        try:
            yield
        finally:
            with self._quiet:
                self._coming -= 1
                self._quiet.notify_all()

    def give_way(self) -> None:
        """Let those go first who wait for an answer; for a moment only: a crowd without end stops nothing."""
        with self._quiet:
            self._quiet.wait_for(lambda: not self._coming, GIVE_WAY_S)

    def whole(self, stored: StoredInbound) -> StoredInbound:
        """The message with its bytes, wherever they are; BlobsDown."""
        return replace(stored, raw=self._blobs.get(stored.blob_key)) if stored.blob_key else stored

    def keep_files(self, stored: StoredInbound, files: Iterable[File]) -> list[tuple[str, File]]:
        """The files of a message with the keys under which they now are; BlobsDown."""
        kept = [(_key(stored.digest, str(number)), file) for number, file in enumerate(files)]
        for key, file in kept:
            self._blobs.put(key, file.content)
        return kept

    def film_facts(self, key: str, size: int) -> Mapping[str, str]:
        """What a kept film tells of itself; BlobsDown."""
        film = self._films.look(size, partial(self._blobs.pieces, key))
        return film.facts if film else {}

    def add_files(self, uow: UnitOfWork, reply_id: int, kept: list[tuple[str, File]]) -> None:
        """The rows that name them, in the transaction that makes the reply."""
        uow.attachments.add(reply_id, kept, self._first_scan)
        if kept:
            self._record(uow, reply_id, [sha256(file.content).hexdigest() for _, file in kept])

    def add_upload(self, uow: UnitOfWork, reply_id: int, upload: Upload) -> None:
        """The same of a file that came in pieces, where it is."""
        uow.attachments.add_upload(reply_id, upload, self._first_scan)
        self._record(uow, reply_id, [upload.sha256])

    def _record(self, uow: UnitOfWork, reply_id: int, digests: list[str]) -> None:
        """Sealed within the minute: nobody can say later that they were other files."""
        uow.audit.record("burgernetmail", "kept_files", f"reply {reply_id}", self._clock.now(), sha256=digests)


def _key(digest: str, what: str) -> str:
    return sha256(f"{digest} {what}".encode()).hexdigest()[:40]

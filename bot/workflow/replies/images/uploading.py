"""Files that a citizen sends in pieces, as they come: what is taken, how far they are, until when they wait."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Final

import structlog

from bot.clock import Clock
from bot.domain.desk.troubles import is_nearly_full
from bot.domain.replies.images.uploads import (
    LIVES,
    Brought,
    Room,
    TooMuch,
    UploadState,
    most_of_a_file,
    too_much,
)
from bot.records.mail import Purpose
from bot.records.mailings import SentTo
from bot.records.replies import Upload
from bot.workflow.mail_ports import Tokens
from bot.workflow.ports import BlobsDown, LargeBlobs, Space
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()
A_DAY: Final = timedelta(days=1)


class NotTaken(Exception):
    """A file that is not taken, and why."""

    def __init__(self, why: TooMuch) -> None:
        super().__init__(why)
        self.why = why


class LineTaken(Exception):
    """Another call brings this file by now."""


class IsProgram(Exception):
    """A file that is a program, by its first bytes."""


class Incoming:
    """The bytes of one call. With `held` nothing of them counts before `note`."""

    def __init__(self, uploading: "Uploading", upload: Upload, *, held: bool) -> None:
        self._uploading = uploading
        self._upload = upload
        self._held = held
        self._noted = upload.received
        self.at = upload.received
        """Up to where the bytes are in the store."""

    def take(self, piece: bytes) -> None:
        """Within one stretch of GROWS_BY bytes. BlobsDown, LineTaken, IsProgram."""
        if self.at == 0 and self._uploading.is_program(piece):
            self._uploading.end(self._upload)
            raise IsProgram
        self._uploading.blobs.add(self._upload.blob_key, self._upload.store, self.at, piece)
        self.at += len(piece)
        if not self._held:
            self.note()

    def note(self) -> None:
        """What came counts from now on, after a crash too."""
        if self.at == self._noted:
            return
        self._uploading.advance(self._upload, self.at)
        with suppress(BlobsDown):  # what it can't take away goes with the whole file
            self._uploading.blobs.added(self._upload.blob_key, self._noted)
        self._noted = self.at


class Uploading:
    """Whose link it is, a token tells; `is_program` is asked of a file's first bytes."""

    def __init__(
        self, work: Work, clock: Clock, blobs: LargeBlobs, tokens: Tokens, is_program: Callable[[bytes], bool]
    ) -> None:
        self._work = work
        self._clock = clock
        self._tokens = tokens
        self.blobs = blobs
        self.is_program = is_program

    def seat(self, token: str) -> SentTo | None:
        """Whose link it is; None where it is none of ours."""
        delivery_id = self._tokens.read(Purpose.IMAGES, token)
        if delivery_id is None:
            return None
        with self._work() as uow:
            return uow.mailings.sent_to(delivery_id)

    def most(self, sent: SentTo) -> int:
        """The largest file that this link takes."""
        with self._work() as uow:
            return most_of_a_file(asked=_brought(uow, sent, self._clock.now()).asked)

    def begin(self, sent: SentTo, length: int, name: str, told: str) -> Upload:
        """Make room for a file of so many bytes; NotTaken, BlobsDown."""
        space, now = self.blobs.space(), self._clock.now()
        with self._work() as uow:
            if why := too_much(length, _brought(uow, sent, now), _room(uow, space)):
                raise NotTaken(why)
            values = {"name": name, "told": told, "length": length, "blob_key": token_hex(20)}
            whose = {"delivery_id": sent.delivery_id, "alert_id": sent.alert.id}
            upload = uow.uploads.begin({**values, **whose, "begun_at": now, "expires_at": now + LIVES})
        log.info("upload begun", upload=upload.id, bytes=length)
        return upload

    def named(self, upload: Upload) -> str:
        """How its own address ends."""
        return self._tokens.make(Purpose.UPLOAD, upload.id)

    def find(self, sent: SentTo, named: str) -> Upload | None:
        """The file of that address, if it came over this link."""
        upload_id = self._tokens.read(Purpose.UPLOAD, named)
        if upload_id is None:
            return None
        with self._work() as uow:
            found = uow.uploads.get(upload_id)
        if found is None or found.delivery_id != sent.delivery_id:
            return None
        if found.state is UploadState.COMING and found.expires_at <= self._clock.now():
            self.end(found)
            with self._work() as uow:
                return uow.uploads.get(upload_id)
        return found

    def bring(self, upload: Upload, *, held: bool) -> Incoming:
        """Take its next bytes: a call that brought some before, and hangs, has lost them. LineTaken, BlobsDown."""
        store = upload.store or self.blobs.begin(upload.blob_key)
        writer = token_hex(8)
        with self._work() as uow:
            if not uow.uploads.claim(upload, writer, store):
                raise LineTaken
            claimed = uow.uploads.get(upload.id)
        assert claimed is not None
        return Incoming(self, claimed, held=held)

    def advance(self, upload: Upload, to: int) -> None:
        """LineTaken; where the file is gone, what was written of it since goes too."""
        with self._work() as uow:
            moved = uow.uploads.advance(upload, upload.writer, to, self._clock.now() + LIVES)
            now = uow.uploads.get(upload.id)
        if not moved:
            if now is None or now.state in (UploadState.ENDED, UploadState.GONE):
                self.blobs.abandon(upload.blob_key, upload.store)
            raise LineTaken
        if to == upload.length:
            log.info("upload whole", upload=upload.id, bytes=to)

    def end(self, upload: Upload) -> bool:
        """Its sender does not want it any more; False where all of it came."""
        if upload.state is not UploadState.COMING:
            return False
        with self._work() as uow:
            return uow.uploads.move(upload, UploadState.ENDED, expires_at=self._clock.now())


def _brought(uow: UnitOfWork, sent: SentTo, now: datetime) -> Brought:
    return uow.uploads.brought(sent.delivery_id, sent.alert.id, sent.participant.id, now - A_DAY)


def _room(uow: UnitOfWork, space: Space) -> Room:
    free = space.total - uow.uploads.stored() if space.free is None else space.free
    return Room(space.total, free - uow.uploads.promised(), is_nearly_full(free, space.total))

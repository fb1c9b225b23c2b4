"""Files that came in whole become attachments of what the citizen wrote; those that don't are told of, and go.

The digest is made of what the store holds: once, read back from there. So it survives a restart in the middle, and
says of the kept bytes what one of the bytes that came could not.
"""

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Final

import structlog

from bot.clock import Clock
from bot.domain.leads.leads import NO_ALERT
from bot.domain.replies.attachments import PROGRAMS, File, is_film
from bot.domain.replies.images.uploads import FORGOTTEN_AFTER, WARNED_BEFORE, UploadState, came_at
from bot.domain.replies.replies import LetterKind, Reply, ReplyKind, ReplyLabel, is_answered
from bot.records.chat import Note
from bot.records.mail import FormReply, Purpose
from bot.records.outbox import Task
from bot.records.replies import Upload
from bot.workflow.handling import owe_mail, reply_changed
from bot.workflow.letters.letters import as_last_written, greeting_for, letter_about
from bot.workflow.letters.receipting import Receipting
from bot.workflow.mail_ports import Composer, Tokens
from bot.workflow.owing import N_, owe_note
from bot.workflow.ports import BlobsDown, LargeBlobs
from bot.workflow.replies.images.hearing import Hearing
from bot.workflow.replies.images.looking_at_films import LookingAtFilms
from bot.workflow.replies.keeping import Keeping
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()
LOOKED_INTO: Final = 30_000_000
"""Bytes of a picture, which tells of itself; of anything else the first tell what it is."""
FIRST: Final = 8192
WORDS_FOLLOW: Final = timedelta(minutes=10)
"""A page sends its files as they are chosen, and the words when its button is pressed: so long files wait for them."""


class Bringing:
    """Three jobs; each may run in several copies of the program, and begins anew where one stopped."""

    def __init__(
        self,
        work: Work,
        clock: Clock,
        blobs: LargeBlobs,
        keeping: Keeping,
        composer: Composer,
        tokens: Tokens,
        hearing: Hearing,
        look: Callable[[str, bytes], File],
    ) -> None:
        self._work = work
        self._clock = clock
        self._blobs = blobs
        self._keeping = keeping
        self._composer = composer
        self._tokens = tokens
        self._hearing = hearing
        self._look = look
        self._receipting = Receipting(clock, composer, tokens)
        self.deliveries = LookingAtFilms(work, keeping, self._receipting).deliveries
        """Of films that came another way."""

    def keep_up(self) -> int:
        """What came in whole, what will go, what has to go; how many moved on."""
        now = self._clock.now()
        with self._work() as uow:
            late = uow.uploads.to_warn(now + WARNED_BEFORE)
            finished, expired = uow.uploads.to_finish(), uow.uploads.expired(now)
            uow.uploads.forget(now - FORGOTTEN_AFTER)
        moves = {UploadState.WHOLE: self._keep, UploadState.KEPT: self._attach, UploadState.ENDED: self._remove}
        done = sum(self._safely(moves[upload.state], upload) for upload in finished)
        done += sum(self._safely(self._expire, upload) for upload in expired)
        return done + sum(self._safely(self._warn, upload) for upload in late if upload.expires_at > now)

    def _safely(self, move: Callable[[Upload], bool], upload: Upload) -> bool:
        """A store that is away, or a file that makes the code stumble, must not hold up the rest."""
        try:
            return move(upload)
        except BlobsDown as down:
            log.error("upload waits", upload=upload.id, reason=str(down))
        except Exception as error:
            log.error("upload failed", upload=upload.id, error=type(error).__name__)
        return False

    def _keep(self, upload: Upload) -> bool:
        self._blobs.complete(upload.blob_key, upload.store, upload.length)
        digest, start, size = sha256(), b"", 0
        for piece in self._blobs.pieces(upload.blob_key):
            digest.update(piece)
            size += len(piece)
            if len(start) < FIRST:
                start += piece
        if size != upload.length:
            raise BlobsDown("another length than came in")
        file = self._look(upload.name, start)
        if file.media_type in PROGRAMS:  # whose first bytes came one by one, which tell nothing
            return self._end(upload)
        if file.media_type.startswith("image/") and size <= LOOKED_INTO:
            file = self._look(upload.name, self._blobs.get(upload.blob_key))
        facts = self._keeping.film_facts(upload.blob_key, size) if is_film(file.media_type) else file.facts
        found = {"media_type": file.media_type, "sha256": digest.hexdigest(), "facts": dict(facts)}
        with self._work() as uow:
            return uow.uploads.move(upload, UploadState.KEPT, **found)

    def _attach(self, upload: Upload) -> bool:
        now = self._clock.now()
        with self._work() as uow:
            if reply := uow.uploads.newest_reply(upload.delivery_id):
                if not uow.uploads.belongs_to(upload, reply.id):
                    return False
                self._keeping.add_upload(uow, reply.id, upload)
                self._tell_desk(uow, reply)
                self._receipt(uow, reply, upload)
                return True
        if came_at(upload.expires_at) > now - WORDS_FOLLOW:
            return False
        return self._has_reply(upload) or self._end(upload)  # what they wrote was erased meanwhile

    def _end(self, upload: Upload) -> bool:
        with self._work() as uow:
            return uow.uploads.move(upload, UploadState.ENDED, expires_at=self._clock.now())

    def _tell_desk(self, uow: UnitOfWork, reply: Reply) -> None:
        """As when the citizen writes on with a film: whoever answered before did not see it."""
        now = self._clock.now()
        if reply.label is ReplyLabel.REPLY:
            if is_answered(reply):
                uow.replies.reopen(reply.id, now)
            self._hearing.brought(uow, reply, now)
            reply_changed(uow, reply.id, now)
            owe_note(uow, Task.REPLY_NOTE, reply.id, Note(N_("Images came in over the citizen's link."), {}))
        owe_mail(uow, reply.id)
        if lead := uow.leads.of_reply(reply.id):
            uow.leads.mark_unread(lead.id)
            uow.outbox.owe(Task.SHOW_LEADS, lead.alert_id or NO_ALERT)

    def _receipt(self, uow: UnitOfWork, reply: Reply, upload: Upload) -> None:
        """One for all that came over the link, once nothing more is on its way."""
        if not uow.uploads.is_more_coming(upload):
            self._receipting.owe(uow, reply, uow.alerts.get(upload.alert_id))

    def _has_reply(self, upload: Upload) -> bool:
        """Whether it has one, or will have as soon as the form is read that waits; without words, one that says so."""
        queue_key = f"d{upload.delivery_id}"
        with self._work() as uow:
            if uow.uploads.newest_reply(upload.delivery_id) or uow.uploads.is_being_read(queue_key):
                return True
        raw = self._composer.form_mail(upload.delivery_id, FormReply(""), ())
        digest = sha256(f"upload {upload.id} {upload.blob_key}".encode()).hexdigest()
        return self._keeping.store(ReplyKind.FORM, digest, raw, [], queue_key)

    def _warn(self, upload: Upload) -> bool:
        """One mail for all that is coming over the link, where we know an address; and the desk has a reply."""
        if not self._has_reply(upload):
            return False
        now = self._clock.now()
        with self._work() as uow:
            reply = uow.uploads.newest_reply(upload.delivery_id)
            if reply is None:
                return False  # it is being read
            beside = uow.uploads.unfinished_beside(upload)
            if upload.id not in [one.id for one in beside if uow.uploads.warn(one, now)]:
                return False
            if reply.label is not ReplyLabel.REPLY:
                return True
            about = uow.alerts.get(upload.alert_id)
            self._hearing.offered(uow, reply, about, now)
            written = as_last_written(uow, reply)
            if written.from_address:
                link = self._tokens.make(Purpose.IMAGES, upload.delivery_id)
                subject, text = self._composer.unfinished(about.content, upload, link, greeting_for(uow, reply))
                letter = letter_about(written, subject, text, self._composer, self._tokens, automatic=True)
                letter_id = uow.letters.add(LetterKind.UNFINISHED, reply.id, letter, now)
                uow.outbox.owe(Task.SEND_LETTER, letter_id)
        return True

    def _expire(self, upload: Upload) -> bool:
        """The desk hears of it: the images are still to be fetched."""
        now = self._clock.now()
        if not self._has_reply(upload):
            return False
        with self._work() as uow:
            reply = uow.uploads.newest_reply(upload.delivery_id)
            if reply is None or not uow.uploads.move(upload, UploadState.ENDED, expires_at=now):
                return False
            self._receipt(uow, reply, upload)
            if reply.label is ReplyLabel.REPLY:
                self._hearing.offered(uow, reply, uow.alerts.get(upload.alert_id), now)
                note = Note(N_("A film or photo did not come in whole, and the citizen did not send the rest."), {})
                owe_note(uow, Task.REPLY_NOTE, reply.id, note)
        return True

    def _remove(self, upload: Upload) -> bool:
        if upload.store:
            self._blobs.abandon(upload.blob_key, upload.store)
        with self._work() as uow:
            return uow.uploads.move(upload, UploadState.GONE, name="", told="", store="")

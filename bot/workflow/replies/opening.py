"""Opening attachments: a short-lived link of one's own that is used once, on record, then some time in that browser."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from hashlib import sha256
from typing import Final

from bot.clock import Clock
from bot.domain.errors import NoAccess, Refusal
from bot.domain.participants.people import Colleague, Role
from bot.domain.privacy.looks import LINK_OF
from bot.domain.replies.attachments import Attachment, check_may_be_opened
from bot.domain.replies.reply_errors import NoAttachments
from bot.records.mail import Purpose
from bot.records.replies import Pass
from bot.workflow.mail_ports import Passes
from bot.workflow.ports import Blobs, Films
from storage.unit_of_work import UnitOfWork, Work

LINK_LIVES: Final = timedelta(minutes=15)
OPEN_FOR: Final = timedelta(minutes=30)


@dataclass(frozen=True)
class Offered:
    """An attachment with the token of this person's link; empty where it may not be opened."""

    attachment: Attachment
    token: str


@dataclass(frozen=True)
class OpenFile:
    """A file that somebody may have: `pieces` gives its bytes from one on, `still` a small JPEG of a film, empty where
    there is none (both BlobsDown); `saved` is called before it goes to where they keep it.
    """

    attachment: Attachment
    pieces: Callable[[int], Iterator[bytes]]
    still: Callable[[], bytes]
    saved: Callable[[], None]


class Opening:
    """Citizens' files are never at a public address: a link is one person's, for one file, for a quarter of an hour.

    Whoever has the link may have it from somebody else: the trail says whose link it is, not who used it.
    """

    def __init__(self, work: Work, clock: Clock, blobs: Blobs, passes: Passes, films: Films, *, scanned: bool) -> None:
        self._work = work
        self._clock = clock
        self._blobs = blobs
        self._passes = passes
        self._films = films
        self._scanned = scanned

    def check_any(self, uow: UnitOfWork, reply_id: int) -> None:
        """NoAttachments where nothing came along."""
        if not uow.attachments.of_reply(reply_id):
            raise NoAttachments

    def offer(self, uow: UnitOfWork, reply_id: int, colleague: Colleague) -> tuple[Offered, ...]:
        """A reply's attachments, a link each; that somebody asked is on record (looking.py)."""
        files = uow.attachments.of_reply(reply_id)
        return tuple(Offered(attachment, self._token(attachment, colleague)) for attachment in files)

    def _token(self, attachment: Attachment, colleague: Colleague) -> str:
        try:
            check_may_be_opened(attachment, scanned_here=self._scanned)
        except Refusal:
            return ""
        granted = Pass(attachment.id, colleague.id, self._clock.now() + LINK_LIVES)
        return self._passes.make_pass(Purpose.ATTACHMENT, granted)

    def pass_of(self, token: str) -> Pass | None:
        """Whose link this is; None where it is not ours, too old or used. Whether they still may, the chat knows."""
        granted = self._passes.read_pass(Purpose.ATTACHMENT, token, self._clock.now())
        if granted is None:
            return None
        with self._work() as uow:
            return None if uow.attachments.is_link_used(_digest(token)) else granted

    def opened(self, token: str) -> Pass | None:
        """What a browser that used a link may open still."""
        return self._passes.read_pass(Purpose.OPENED, token, self._clock.now())

    def use(self, token: str, granted: Pass, holder: Colleague) -> str | None:
        """Use a link up, on record: what its browser opens the file with from now on; None where it was used, or the
        file is gone. A Refusal, or BlobsDown, which use nothing up.
        """
        found = self._found(granted, holder)
        if found is None:
            return None
        next(self._blobs.pieces(found.blob_key), None)
        now = self._clock.now()
        with self._work() as uow:
            if not uow.attachments.use_link(_digest(token), now, LINK_LIVES):
                return None
            who, subject = f"{LINK_OF}{granted.holder_id}", f"reply {found.reply_id}"
            uow.audit.record(who, "opened_attachment", subject, now, attachment=found.id)
        return self._passes.make_pass(Purpose.OPENED, Pass(found.id, granted.holder_id, now + OPEN_FOR))

    def open(self, granted: Pass, holder: Colleague) -> OpenFile | None:
        """None where it is gone. A Refusal."""
        found = self._found(granted, holder)
        if found is None:
            return None
        pieces = partial(self._blobs.pieces, found.blob_key)
        return OpenFile(found, pieces, partial(self._still, found.size, pieces), partial(self._saved, granted, found))

    def _still(self, size: int, pieces: Callable[[int], Iterator[bytes]]) -> bytes:
        """Made when it is looked at: nothing more of who is on it is kept, and has to be erased."""
        film = self._films.look(size, pieces)
        return film.still if film else b""

    def _saved(self, granted: Pass, found: Attachment) -> None:
        """On record, once for all that a browser that used a link does with it."""
        now = self._clock.now()
        with self._work() as uow:
            if uow.attachments.use_link(_digest(f"saved {granted}"), now, LINK_LIVES):
                who, subject = f"{LINK_OF}{granted.holder_id}", f"reply {found.reply_id}"
                uow.audit.record(who, "saved_attachment", subject, now, attachment=found.id)

    def _found(self, granted: Pass, holder: Colleague) -> Attachment | None:
        with self._work() as uow:
            attachment = uow.attachments.get(granted.subject_id)
            if attachment is None or attachment.gone_at:
                return None
            lead = uow.leads.of_reply(uow.replies.root_of(attachment.reply_id))
            if Role.RESPONDER not in holder.roles and lead is None:
                raise NoAccess  # the burglary team sees leads only
        check_may_be_opened(attachment, scanned_here=self._scanned)
        return attachment


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()

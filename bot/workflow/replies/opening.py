"""Opening attachments: a short-lived link of one's own, and every opening on record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.domain.errors import NoAccess, Refusal
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.attachments import Attachment, check_may_be_opened
from bot.domain.replies.reply_errors import NoAttachments
from bot.records.replies import Pass
from bot.workflow.mail_ports import Passes
from bot.workflow.ports import Blobs
from storage.unit_of_work import UnitOfWork, Work

LINK_LIVES: Final = timedelta(minutes=15)


@dataclass(frozen=True)
class Offered:
    """An attachment with the token of this person's link; empty where it may not be opened."""

    attachment: Attachment
    token: str


class Opening:
    """Citizens' files are never at a public address: a link is one person's, for one file, for a quarter of an hour."""

    def __init__(self, work: Work, clock: Clock, blobs: Blobs, passes: Passes, *, scanned: bool) -> None:
        self._work = work
        self._clock = clock
        self._blobs = blobs
        self._passes = passes
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
        return self._passes.make_pass(Pass(attachment.id, colleague.id, self._clock.now() + LINK_LIVES))

    def pass_of(self, token: str) -> Pass | None:
        """Whose link this is; None where it is not ours or too old. Whether they still may is asked of the chat."""
        return self._passes.read_pass(token, self._clock.now())

    def open(self, granted: Pass, holder: Colleague) -> tuple[Attachment, Iterator[bytes]] | None:
        """The file in pieces, on record before the first; None where it is gone. A Refusal, or BlobsDown."""
        with self._work() as uow:
            attachment = uow.attachments.get(granted.attachment_id)
            if attachment is None:
                return None
            lead = uow.leads.of_reply(uow.replies.root_of(attachment.reply_id))
            if Role.RESPONDER not in holder.roles and lead is None:
                raise NoAccess  # the burglary team sees leads only
        check_may_be_opened(attachment, scanned_here=self._scanned)
        pieces = self._blobs.pieces(attachment.blob_key)
        with self._work() as uow:
            who, subject = granted.holder_id, f"reply {attachment.reply_id}"
            uow.audit.record(who, "opened_attachment", subject, self._clock.now(), attachment=attachment.id)
        return attachment, pieces

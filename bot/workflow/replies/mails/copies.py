"""The same mail by two paths, or to several answer addresses of ours: it is one reply."""

from collections.abc import Sequence
from typing import Final

from bot.domain.replies.attachments import File
from bot.domain.replies.replies import ReplyLabel
from bot.records.chat import Note
from bot.records.mail import InboundMail
from bot.records.outbox import BlobKeys, Task
from bot.records.replies import StoredInbound
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import UnitOfWork

NO_MESSAGE: Final = frozenset({ReplyLabel.FLOOD, ReplyLabel.TEST})


def came_before(
    uow: UnitOfWork, stored: StoredInbound, mail: InboundMail, words: str, files: Sequence[tuple[str, File]]
) -> bool:
    """Whether Message-ID, sender, words and files are those of a reply that stands; then nothing more of it is kept.

    Its sender can make up a Message-ID, so that alone says nothing. Copies of the program that read both at the same
    moment wait for each other, until their transactions end.
    """
    if not mail.message_id:
        return False
    uow.inbox.be_alone(mail.message_id)
    first = uow.replies.same_mail(mail, words)
    if first is None:
        return False
    if first.label not in NO_MESSAGE:
        owe_note(uow, Task.REPLY_NOTE, first.id, Note(N_("The same mail came in once more, by another path.")))
    keys = [*(key for key, _ in files), *uow.erasures.empty_mail(stored.id)]
    if keys:
        uow.outbox.owe(Task.REMOVE_BLOBS, stored.id, BlobKeys(tuple(keys)))
    return True

"""The end of images: what is decided goes after a short term; what is not is asked about first, and never kept on."""

from collections import defaultdict
from datetime import datetime
from typing import Final

import structlog

from bot.clock import Clock, local, start_of
from bot.domain.replies.attachments import Attachment
from bot.domain.replies.images.offered import ASKED_BEFORE, DECIDED, Images, brings_images, end_of, was_asked
from bot.domain.replies.replies import Reply
from bot.records.chat import Note
from bot.records.outbox import BlobKeys, Task
from bot.workflow.handling import owe_mail, reply_changed
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import UnitOfWork, Work

log = structlog.get_logger()
BY: Final = "burgernetmail"


class EndingImages:
    """One reply a transaction. Legal hold keeps all of it; when that is lifted it is asked about first."""

    def __init__(self, work: Work, clock: Clock) -> None:
        self._work = work
        self._clock = clock

    def due(self) -> int:
        """How many replies' images would go, or not be waited for any more, now."""
        now = self._clock.now()
        with self._work() as uow:
            ended = map(uow.replies.get, uow.images.ended(now))
            return sum(_may_end(uow, reply, now) for reply in ended)

    def run(self) -> tuple[int, int]:
        """How many files' bytes went, and how many replies failed."""
        self._ask()
        files = failed = 0
        with self._work() as uow:
            ended = uow.images.ended(self._clock.now())
        for reply_id in ended:
            try:
                files += self._end(reply_id)
            except Exception as error:
                log.error("ending images failed", reply=reply_id, error=type(error).__name__)
                failed += 1
        return files, failed

    def _ask(self) -> None:
        """In each one's thread, and the superusers which they are."""
        now = self._clock.now()
        asked = []
        with self._work() as uow:
            for reply_id in uow.images.to_ask(now + ASKED_BEFORE):
                reply = uow.replies.get_for_change(reply_id)
                if uow.erasures.is_held(reply_id):
                    continue
                uow.images.ask(reply_id, now)
                owe_note(uow, Task.REPLY_NOTE, reply_id, Note(_ASKED[reply.images is Images.WANTED]))
                reply_changed(uow, reply_id, now)
                asked.append(uow.alerts.get(reply.alert_id).reference if reply.alert_id else "")
            if asked:
                told = N_("In a week the time of images is over, and nobody said what becomes of them ({n}): {which}")
                which = ", ".join(dict.fromkeys(filter(None, asked))) or "-"
                owe_note(uow, Task.SUPERVISION_NOTE, 0, Note(told, {"n": str(len(asked)), "which": which}))

    def _end(self, reply_id: int) -> int:
        """Judged again under its lock: somebody may have decided since, or put its alert under legal hold."""
        now = self._clock.now()
        with self._work() as uow:
            reply = uow.replies.get_for_change(reply_id)
            if not _may_end(uow, reply, now):
                return 0
            kept = [one for one in uow.attachments.of_reply(reply_id) if brings_images(one)]
            gone = [one for one in kept if reply.images in DECIDED or _is_old(uow, one, now)]
            left = [_end_of(uow, one) for one in kept if one not in gone]
            files = _erase(uow, gone, now)
            over = not (left or reply.images in DECIDED)
            uow.images.end(reply_id, min(left, default=None), Images.EXPIRED if over else None)
            if files or over:
                sums = [one.sha256 for one in gone]
                uow.audit.record(BY, "erased_images", f"reply {reply_id}", now, images=reply.images, sha256=sums)
                owe_note(uow, Task.REPLY_NOTE, reply_id, Note(_ENDED if files else _NOT_FETCHED))
            reply_changed(uow, reply_id, now)
            if reply.alert_id:
                uow.outbox.owe(Task.SHOW_ALERT, reply.alert_id)
            owe_mail(uow, reply_id)
        return files


def _may_end(uow: UnitOfWork, reply: Reply, now: datetime) -> bool:
    if reply.images_end is None or reply.images_end > now or uow.erasures.is_held(reply.id):
        return False
    return reply.images in DECIDED or was_asked(reply.images_asked_at, now)


def _is_old(uow: UnitOfWork, file: Attachment, now: datetime) -> bool:
    return _end_of(uow, file) <= now


def _end_of(uow: UnitOfWork, file: Attachment) -> datetime:
    """Of one that nobody decided about: what came later is kept until its own time is over."""
    return start_of(end_of(Images.IN, local(uow.images.came(file.reply_id)).date(), 0))


def _erase(uow: UnitOfWork, files: list[Attachment], at: datetime) -> int:
    """By the mail that brought them, which holds them too."""
    by_mail = defaultdict(list)
    for file in files:
        by_mail[file.reply_id].append(file.id)
    number = 0
    for reply_id, ids in by_mail.items():
        gone = uow.erasures.erase_files(reply_id, ids, at)
        if gone.blob_keys:
            uow.outbox.owe(Task.REMOVE_BLOBS, reply_id, BlobKeys(gone.blob_keys))
        number += gone.files
    return number


_ASKED: Final = {
    True: N_("In a week nobody waits for these images any more. Are they needed? Then fetch them, or say that not."),
    False: N_("In a week these images are erased. Hand them over, or say that they are not needed."),
}
_ENDED: Final = N_("The images were erased, their time being over. What they were stays on record.")
_NOT_FETCHED: Final = N_("Nobody waits for these images any more: they did not come in time.")

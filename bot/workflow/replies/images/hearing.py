"""Images that a citizen's mail, form or call offers, or brings."""

from collections.abc import Sequence
from datetime import datetime

from bot.clock import local, start_of
from bot.domain.alerts.alerts import Alert
from bot.domain.replies.attachments import Attachment
from bot.domain.replies.images.absent import absent
from bot.domain.replies.images.offered import DECIDED, Images, brings_images, end_of, heard, last_safe_day
from bot.domain.replies.images.offering import offers_images
from bot.domain.replies.replies import Reply
from bot.records.chat import Note
from bot.records.outbox import Task
from bot.workflow.handling import reply_changed
from bot.workflow.owing import N_, owe_note
from storage.unit_of_work import UnitOfWork


class Hearing:
    """`kept_days`: how long a camera keeps its images, as far as nobody knows better; `short_days`: how long we keep
    them once somebody said what becomes of them.
    """

    def __init__(self, kept_days: int, short_days: int) -> None:
        self._kept_days = kept_days
        self._short_days = short_days

    def hear(self, uow: UnitOfWork, reply: Reply, about: Alert | None, files: Sequence[Attachment]) -> None:
        """What is offered is owed a fetching; what comes in settles that, wherever the citizen offered it."""
        root = uow.replies.get(reply.follow_up_of) if reply.follow_up_of else reply
        missing = absent(reply.words, files)
        offers = missing is not None or offers_images(reply.words, reply.subject)
        elsewhere = missing is not None and missing.service != "" and root.images is not Images.IN
        brings = any(map(brings_images, files)) and not elsewhere
        then = heard(root.images, offers=offers, brings=brings)
        if then and then is not root.images:
            days = reply.camera_days or root.camera_days
            until = self.until(about, reply.received_at, days) if then is Images.WANTED else root.images_until
            end = self.end(then, self._since(uow, root, then, reply.received_at))
            uow.images.put(root.id, then, until, end, reply.received_at)
            changed(uow, root, reply.received_at)
        elif brings and root.images in DECIDED:
            uow.images.end(root.id, self.end(root.images, reply.received_at))  # not with those of before
        if brings:
            _settle_others(uow, root, reply.received_at)

    def brought(self, uow: UnitOfWork, reply: Reply, at: datetime) -> None:
        """Some came in by themselves, and are attachments of this reply."""
        if not any(map(brings_images, uow.attachments.of_reply(reply.id))):
            return
        if reply.images in (None, Images.WANTED):
            end = self.end(Images.IN, self._since(uow, reply, Images.IN, at))
            uow.images.put(reply.id, Images.IN, reply.images_until, end, at)
            changed(uow, reply, at)
        elif reply.images in DECIDED:
            uow.images.end(reply.id, self.end(reply.images, at))  # not with those of before
        _settle_others(uow, reply, at)

    def offered(self, uow: UnitOfWork, reply: Reply, about: Alert | None, at: datetime) -> None:
        """They are still to come."""
        if reply.images in (None, Images.IN):
            until = self.until(about, at, reply.camera_days)
            uow.images.put(reply.id, Images.WANTED, until, self.end(Images.WANTED, at), at)
            changed(uow, reply, at)

    def _since(self, uow: UnitOfWork, root: Reply, then: Images, at: datetime) -> datetime:
        """What came before and is still here is kept no longer for what came now."""
        kept = uow.attachments.of_reply(root.id) if then is Images.IN else []
        return min((uow.images.came(file.reply_id) for file in kept if brings_images(file)), default=at)

    def until(self, about: Alert | None, offered: datetime, camera_days: int | None = None) -> datetime:
        """The last day on which they can surely be fetched, as it begins; `camera_days` as the citizen says."""
        seen = about.content.window_end if about else offered
        return start_of(last_safe_day(local(seen), local(offered), camera_days or self._kept_days))

    def end(self, images: Images, since: datetime) -> datetime:
        """When at the latest that ends, as a day begins."""
        return start_of(end_of(images, local(since).date(), self._short_days))

    def found_infected(self, uow: UnitOfWork, reply_id: int, at: datetime) -> None:
        """A file that nobody can look at brings no images: those are owed again, wherever they were taken for here."""
        root = uow.replies.get_for_change(uow.replies.root_of(reply_id))
        if any(map(brings_images, uow.attachments.of_reply(root.id))):
            return
        others = uow.images.here_of_writer(root)
        kept = any(brings_images(file) for one in others for file in uow.attachments.of_reply(one))
        about = uow.alerts.get(root.alert_id) if root.alert_id else None
        for one in (root, *([] if kept else map(uow.replies.get, others))):
            if one.images is Images.IN:
                until, end = self.until(about, at), self.end(Images.WANTED, at)
                uow.images.put(one.id, Images.WANTED, until, end, at)
                told = N_("The file holds a virus and can't be opened: the images are still to be fetched.")
                owe_note(uow, Task.REPLY_NOTE, one.id, Note(told))
                changed(uow, one, at)


def _settle_others(uow: UnitOfWork, reply: Reply, at: datetime) -> None:
    """What this citizen offered elsewhere is in."""
    for other in uow.images.wanted_of_writer(reply):
        one = uow.replies.get(other)
        uow.images.put(other, Images.IN, one.images_until, None, at)  # nothing of it is kept under that one
        changed(uow, one, at)


def changed(uow: UnitOfWork, reply: Reply, at: datetime) -> None:
    """Its alert's message counts the images."""
    reply_changed(uow, reply.id, at)
    if reply.alert_id:
        uow.outbox.owe(Task.SHOW_ALERT, reply.alert_id)

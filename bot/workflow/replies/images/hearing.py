"""Images that a citizen's mail, form or call offers, or brings."""

from datetime import datetime

from bot.clock import local, start_of
from bot.domain.alerts.alerts import Alert
from bot.domain.replies.images.offered import Images, brings_images, heard, last_safe_day
from bot.domain.replies.images.offering import offers_images
from bot.domain.replies.replies import Reply
from bot.records.outbox import Task
from bot.workflow.handling import reply_changed
from storage.unit_of_work import UnitOfWork


class Hearing:
    """`kept_days`: how long a camera keeps its images, as far as nobody knows better."""

    def __init__(self, kept_days: int) -> None:
        self._kept_days = kept_days

    def hear(self, uow: UnitOfWork, reply: Reply, about: Alert | None) -> None:
        """What is offered is owed a fetching; what comes in settles that, wherever the citizen offered it."""
        root = uow.replies.get(reply.follow_up_of) if reply.follow_up_of else reply
        brings = any(map(brings_images, uow.attachments.of_reply(reply.id)))
        then = heard(root.images, offers=offers_images(reply.words, reply.subject), brings=brings)
        if then and then is not root.images:
            days = reply.camera_days or root.camera_days
            until = self.until(about, reply.received_at, days) if then is Images.WANTED else root.images_until
            uow.images.put(root.id, then, until)
            changed(uow, root, reply.received_at)
        if brings:
            _settle_others(uow, root, reply.received_at)

    def brought(self, uow: UnitOfWork, reply: Reply, at: datetime) -> None:
        """Some came in by themselves, and are attachments of this reply."""
        brings = any(map(brings_images, uow.attachments.of_reply(reply.id)))
        if brings and reply.images in (None, Images.WANTED):
            uow.images.put(reply.id, Images.IN, reply.images_until)
            changed(uow, reply, at)
        if brings:
            _settle_others(uow, reply, at)

    def offered(self, uow: UnitOfWork, reply: Reply, about: Alert | None, at: datetime) -> None:
        """They are still to come."""
        if reply.images in (None, Images.IN):
            uow.images.put(reply.id, Images.WANTED, self.until(about, at, reply.camera_days))
            changed(uow, reply, at)

    def until(self, about: Alert | None, offered: datetime, camera_days: int | None = None) -> datetime:
        """The last day on which they can surely be fetched, as it begins; `camera_days` as the citizen says."""
        seen = about.content.window_end if about else offered
        return start_of(last_safe_day(local(seen), local(offered), camera_days or self._kept_days))


def _settle_others(uow: UnitOfWork, reply: Reply, at: datetime) -> None:
    """What this citizen offered elsewhere is in."""
    for other in uow.images.wanted_of_writer(reply):
        uow.images.put(other, Images.IN, None)
        changed(uow, uow.replies.get(other), at)


def changed(uow: UnitOfWork, reply: Reply, at: datetime) -> None:
    """Its alert's message counts the images."""
    reply_changed(uow, reply.id, at)
    if reply.alert_id:
        uow.outbox.owe(Task.SHOW_ALERT, reply.alert_id)

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
            until = self.until(about, reply.received_at) if then is Images.WANTED else root.images_until
            uow.images.put(root.id, then, until)
            changed(uow, root, reply.received_at)
        for other in uow.images.wanted_of_writer(root) if brings else ():
            uow.images.put(other, Images.IN, None)
            changed(uow, uow.replies.get(other), reply.received_at)

    def until(self, about: Alert | None, offered: datetime) -> datetime:
        """The last day on which they can surely be fetched, as it begins."""
        seen = about.content.window_end if about else offered
        return start_of(last_safe_day(local(seen), local(offered), self._kept_days))


def changed(uow: UnitOfWork, reply: Reply, at: datetime) -> None:
    """Its alert's message counts the images."""
    reply_changed(uow, reply.id, at)
    if reply.alert_id:
        uow.outbox.owe(Task.SHOW_ALERT, reply.alert_id)

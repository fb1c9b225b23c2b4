"""What colleagues say of the images that a citizen offered: needed, not needed, or here another way."""

from typing import Final

from bot.clock import Clock
from bot.domain.errors import AlreadyDone, SomebodyWasFirst
from bot.domain.participants.people import Colleague
from bot.domain.replies.images.offered import BECOMES, DECIDED, Images, ImagesDeed, brings_images, possible_deeds
from bot.domain.replies.replies import Reply, ReplyLabel, is_erased
from bot.workflow.handling import reply_in_hand
from bot.workflow.replies.images.hearing import Hearing, changed
from storage.unit_of_work import UnitOfWork, Work

RECORDED: Final = {
    ImagesDeed.WANT: "wanted_images",
    ImagesDeed.GOT: "got_images_elsewhere",
    ImagesDeed.DROP: "needed_no_images",
}


class DecidingOnImages:
    """Each can be undone from the same menu, as long as the reply was not erased."""

    def __init__(self, work: Work, clock: Clock, hearing: Hearing) -> None:
        self._work = work
        self._clock = clock
        self._hearing = hearing

    def decide(self, reply_id: int, deed: ImagesDeed, colleague: Colleague) -> None:
        """Of two at once, the second is told who was first."""
        now = self._clock.now()
        with self._work() as uow:
            reply = reply_in_hand(uow, reply_id, colleague, now)
            check_possible(reply, deed, colleague)
            then = self._then(uow, reply, deed)
            about = uow.alerts.get(reply.alert_id) if reply.alert_id else None
            until = self._hearing.until(about, now, reply.camera_days) if then is Images.WANTED else reply.images_until
            uow.images.put(reply_id, then, until, self._hearing.end(then, now), now, colleague.name)
            if then is Images.WANTED:
                uow.images.mark_wanted(reply_id, now)
            uow.audit.record(colleague.id, RECORDED[deed], f"reply {reply_id}", now, before=reply.images)
            changed(uow, reply, now)

    def _then(self, uow: UnitOfWork, reply: Reply, deed: ImagesDeed) -> Images:
        """What was handed over or not needed, and is needed after all, need not be fetched where it is still here."""
        here = deed is ImagesDeed.WANT and reply.images in DECIDED
        kept = here and any(map(brings_images, uow.attachments.of_reply(reply.id)))
        return Images.IN if kept else BECOMES[deed]


def check_possible(reply: Reply, deed: ImagesDeed, colleague: Colleague) -> None:
    possible = reply.label is ReplyLabel.REPLY and not is_erased(reply) and deed in possible_deeds(reply.images)
    if possible:
        return
    if reply.images_by_name and reply.images_by_name != colleague.name:
        raise SomebodyWasFirst(name=reply.images_by_name)
    raise AlreadyDone

"""Images that a citizen offered, on their reply: until when they can be fetched, what was decided, what can be done."""

from typing import Final

from bot.domain.replies.images.absent import Absent, absent
from bot.domain.replies.images.offered import ASKED_BEFORE, Images, ImagesDeed, possible_deeds
from bot.domain.replies.replies import UNDELIVERED, Duty, Reply, ReplyKind, ReplyLabel, duties
from bot.records.replies import ReplyCard
from bot.slack import ids
from bot.slack.blocks import Block, button, escape
from bot.slack.names import duty_name
from bot.texts import Texts

WRITTEN: Final = (ReplyLabel.REPLY, ReplyLabel.FOLLOW_UP)
DEEDS: Final = {
    ids.WANT_IMAGES: ImagesDeed.WANT,
    ids.GOT_IMAGES: ImagesDeed.GOT,
    ids.DROP_IMAGES: ImagesDeed.DROP,
}
"""What each button says of them."""


def fetch_by(_: Texts, reply: Reply) -> str:
    """What is owed, with the last day on which the images are safe."""
    told = duty_name(_, Duty.FETCH_IMAGES)
    if reply.images_until:
        told = _("{what} by {day}", what=told, day=_.short_weekday(reply.images_until))
    return f"{told} ({_('asked for')})" if reply.images_status and not may_ask_for_images(reply) else told


def image_lines(_: Texts, reply: Reply) -> list[str]:
    """What is to be fetched, of a reply that is not rated yet, or who decided about it."""
    if reply.label is not ReplyLabel.REPLY or reply.erased_at:
        return []
    if Duty.FETCH_IMAGES in duties(reply):
        owed = fetch_by(_, reply)
        return [] if reply.rating else [f":camera: *{owed[:1].upper()}{owed[1:]}*"]
    if reply.images is Images.IN and reply.images_asked_at and reply.images_end:
        day = _.short_weekday(max(reply.images_end, reply.images_asked_at + ASKED_BEFORE))
        return [f":camera: *{_('Images: hand them over by {day}, or say that they are not needed', day=day)}*"]
    by = escape(reply.images_by_name)
    told = {
        Images.ELSEWHERE: _("Images received another way ({name})", name=by),
        Images.NOT_NEEDED: _("Images not needed ({name})", name=by),
        Images.HANDED_OVER: _("Images handed over ({name})", name=by),
        Images.EXPIRED: _("The time of the images is over"),
    }
    return [f":camera: {told[reply.images]}"] if reply.images and reply.images in told else []


def absent_line(_: Texts, card: ReplyCard) -> list[str]:
    """What they say is there and is not, until images are in or somebody decided about them."""
    missing = absent_of(card)
    if missing is None:
        return []
    if missing.service:
        return [f"⚠️ {_('The files stand at {service}, not with us', service=missing.service)}"]
    return [f"⚠️ {_('Speaks of an attachment, but no file came along')}"]


def absent_of(card: ReplyCard) -> Absent | None:
    """None as well where nothing is to be fetched."""
    reply, dropped = card.reply, len(card.attachment_names) > len(card.attachments)
    told = reply.label in WRITTEN and reply.kind is not ReplyKind.PHONE and not (reply.erased_at or dropped)
    return absent(reply.words, card.attachments) if told and reply.images in (None, Images.WANTED) else None


def may_ask_for_images(reply: Reply) -> bool:
    """Once, unless the first mail did not arrive, and where there is an address."""
    asked = reply.images_status is not None and reply.images_status not in UNDELIVERED
    return not asked and bool(reply.from_address) and not reply.erased_at


def ask_button(_: Texts, reply: Reply) -> list[Block]:
    wanted = reply.images is Images.WANTED and may_ask_for_images(reply)
    return [button(_("Ask for the images"), ids.ASK_IMAGES, str(reply.id))] if wanted else []


def image_buttons(_: Texts, reply: Reply) -> list[Block]:
    """What can be said of them, by how they stand."""
    names = {
        ids.WANT_IMAGES: _("Images needed"),
        ids.GOT_IMAGES: _("Images received another way"),
        ids.DROP_IMAGES: _("Images not needed"),
    }
    possible = possible_deeds(reply.images)
    hand_over = [button(_("Images handed over"), ids.HAND_OVER, str(reply.id))]
    said = [button(name, action_id, str(reply.id)) for action_id, name in names.items() if DEEDS[action_id] in possible]
    return [*ask_button(_, reply), *(hand_over if ImagesDeed.HAND_OVER in possible else []), *said]

"""Images that a citizen offered: where they stand, what may be done about them, until when they are there."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.replies.attachments import Attachment, is_evidence


class Images(StrEnum):
    WANTED = "wanted"  # offered, and not in
    IN = "in"
    ELSEWHERE = "elsewhere"  # they came another way
    NOT_NEEDED = "not_needed"


class ImagesDeed(StrEnum):
    """What a colleague says of them."""

    WANT = "want"
    GOT = "got"
    DROP = "drop"


BECOMES: Final[Mapping[ImagesDeed, Images]] = {
    ImagesDeed.WANT: Images.WANTED,
    ImagesDeed.GOT: Images.ELSEWHERE,
    ImagesDeed.DROP: Images.NOT_NEEDED,
}
_NO_IMAGES: Final = ("text/", "audio/", "message/", "application/vnd.", "application/pdf", "application/rtf")
_MIDNIGHT: Final = timedelta(microseconds=1)
"""What ends as a day begins was of the day before."""


def possible_deeds(now: Images | None) -> tuple[ImagesDeed, ...]:
    """What can be said of images that stand so; None: nobody spoke of any."""
    return (ImagesDeed.GOT, ImagesDeed.DROP) if now is Images.WANTED else (ImagesDeed.WANT,)


def heard(now: Images | None, *, offers: bool, brings: bool) -> Images | None:
    """Where they stand once a mail came that offers or brings some; what a colleague decided stands."""
    if brings and now in (None, Images.WANTED):
        return Images.IN
    if offers and not brings and now in (None, Images.IN):
        return Images.WANTED
    return now


def brings_images(attachment: Attachment) -> bool:
    """Whether a file may be what was offered: a picture, a film, or an archive of some; no document."""
    return is_evidence(attachment) and not attachment.media_type.startswith((*_NO_IMAGES, "application/msword"))


def last_safe_day(window_end: datetime, offered: datetime, kept_days: int) -> date:
    """The last day on which a camera that keeps images for `kept_days` has them all, both moments local.

    Who offers them later than that has a camera that keeps them longer: the day after the offer, then.
    """
    day = (window_end - _MIDNIGHT).date() + timedelta(days=kept_days)
    return day if day >= offered.date() else offered.date() + timedelta(days=1)

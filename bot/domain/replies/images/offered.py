"""Images that a citizen offered: where they stand, what may be done about them, until when they are there."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.replies.attachments import Attachment, Scan, is_evidence


class Images(StrEnum):
    WANTED = "wanted"  # offered, and not in
    IN = "in"
    ELSEWHERE = "elsewhere"  # they came another way
    NOT_NEEDED = "not_needed"
    HANDED_OVER = "handed_over"  # to a system of the police's
    EXPIRED = "expired"  # nobody fetched them, or said what becomes of them, and their time is over


DECIDED: Final = frozenset({Images.ELSEWHERE, Images.NOT_NEEDED, Images.HANDED_OVER})
"""What is kept of them goes after the short term; what is undecided is asked about first."""
CAME: Final = frozenset({Images.IN, Images.ELSEWHERE})
LONGEST_DAYS: Final = 60
"""So long images are kept of which nobody says what becomes of them, and waited for where they were offered."""
ASKED_BEFORE: Final = timedelta(days=7)
ALMOST: Final = timedelta(hours=12)  # a night's work begins a little sooner or later than the night before


class ImagesDeed(StrEnum):
    """What a colleague says of them."""

    WANT = "want"
    GOT = "got"
    DROP = "drop"
    HAND_OVER = "hand_over"


BECOMES: Final[Mapping[ImagesDeed, Images]] = {
    ImagesDeed.WANT: Images.WANTED,
    ImagesDeed.GOT: Images.ELSEWHERE,
    ImagesDeed.DROP: Images.NOT_NEEDED,
    ImagesDeed.HAND_OVER: Images.HANDED_OVER,
}
_OVER: Final = (Images.HANDED_OVER, Images.EXPIRED)
_POSSIBLE: Final = {
    Images.WANTED: (ImagesDeed.GOT, ImagesDeed.DROP),
    Images.IN: (ImagesDeed.HAND_OVER, ImagesDeed.DROP, ImagesDeed.WANT),
}
_NO_IMAGES: Final = ("text/", "audio/", "message/", "application/vnd.", "application/pdf", "application/rtf")
_MIDNIGHT: Final = timedelta(microseconds=1)
"""What ends as a day begins was of the day before."""


def possible_deeds(now: Images | None) -> tuple[ImagesDeed, ...]:
    """What can be said of images that stand so; None: nobody spoke of any."""
    return _POSSIBLE.get(now, (ImagesDeed.WANT,)) if now else (ImagesDeed.WANT,)


def heard(now: Images | None, *, offers: bool, brings: bool) -> Images | None:
    """Where they stand once a mail came that offers or brings some; what a colleague decided stands.

    What comes after others were handed over, or their time was over, is decided about anew.
    """
    if brings and now in (None, Images.WANTED, *_OVER):
        return Images.IN
    if offers and not brings and now in (None, Images.IN, *_OVER):
        return Images.WANTED
    return now


def brings_images(attachment: Attachment) -> bool:
    """Whether a file may be what was offered: a picture, a film, or an archive of some; no document.

    One with a virus brings nothing: nobody can look at it.
    """
    if attachment.scan is Scan.INFECTED or attachment.gone_at:
        return False
    return is_evidence(attachment) and not attachment.media_type.startswith((*_NO_IMAGES, "application/msword"))


def last_safe_day(window_end: datetime, offered: datetime, kept_days: int) -> date:
    """The last day on which a camera that keeps images for `kept_days` has them all, both moments local.

    Who offers them later than that has a camera that keeps them longer: the day after the offer, then.
    """
    day = (window_end - _MIDNIGHT).date() + timedelta(days=kept_days)
    return day if day >= offered.date() else offered.date() + timedelta(days=1)


def end_of(images: Images, since: date, short_days: int) -> date:
    """The day on which what is kept of them goes, or nobody waits for them any more; `since` as a local day."""
    return since + timedelta(days=short_days if images in DECIDED else LONGEST_DAYS)


def was_asked(asked: datetime | None, now: datetime) -> bool:
    """Whether somebody could say long enough what becomes of undecided images."""
    return asked is not None and asked <= now - ASKED_BEFORE + ALMOST

"""A file that came with a reply: what it is, what it tells of itself, whether it may be opened."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.replies.reply_errors import AttachmentGone, AttachmentHeld, AttachmentInfected

PROGRAMS: Final = frozenset({"application/x-msdownload", "application/x-executable"})
"""Media types, by content, that the reply page does not take."""


class Scan(StrEnum):
    """What the virus scanner says; UNSCANNED where the team has none."""

    UNSCANNED = "unscanned"
    HELD = "held"
    CLEAN = "clean"
    TOO_LARGE = "too_large"
    INFECTED = "infected"


@dataclass(frozen=True)
class File:
    """Somebody else's file. `name` is as declared, cleaned; `media_type` is by content, never as declared.

    `facts` are what a picture tells of itself: taken, camera, place (latitude, longitude in degrees), pixels;
    and `logo` for a small one that stands in the mail's layout. Of a film: taken, pixels, length (h:mm:ss); and
    `unread` where it does not open.
    """

    name: str
    content: bytes
    media_type: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Attachment:
    """A stored file of a reply; `size` in bytes."""

    id: int
    reply_id: int
    name: str
    media_type: str
    size: int
    blob_key: str
    scan: Scan
    facts: Mapping[str, str]
    sha256: str = ""
    """Of its bytes as they came; empty for those of before this was kept."""
    gone_at: datetime | None = None
    """Its term was over: its bytes went, and this is the receipt."""
    came_at: datetime | None = None
    """All of it; of a film in pieces its last byte. None where it was not asked for."""


def is_film(media_type: str) -> bool:
    return media_type.startswith("video/")


def is_evidence(attachment: Attachment) -> bool:
    """Whether a citizen may have meant to send it: not what their mail program puts under each of their mails."""
    return "logo" not in attachment.facts


def may_be_too_large(attachment: Attachment) -> bool:
    """Whether it may be opened though no scanner can judge it: films and photos are, which run nothing by themselves.

    Others stay held: whoever hides a program in a large archive must gain nothing.
    """
    return attachment.media_type.startswith(("video/", "image/", "audio/"))


def check_may_be_opened(attachment: Attachment, *, scanned_here: bool) -> None:
    """Refuse what is gone or infected, and where there is a scanner also what it has not seen: it fails closed."""
    if attachment.gone_at:
        raise AttachmentGone
    if attachment.scan is Scan.INFECTED:
        raise AttachmentInfected
    judged = attachment.scan in (Scan.CLEAN, Scan.TOO_LARGE)
    if attachment.scan is Scan.HELD or (scanned_here and not judged):
        raise AttachmentHeld

"""How much one link to the reply page may bring, and the mails of one day: photos and films, and no full disk."""

from enum import StrEnum
from typing import Final

FORMS_AN_HOUR: Final = 10
"""With files; words alone may always come."""
FILES_A_DAY: Final = 130_000_000
"""Bytes of forms as they are kept: three with as many files as one takes."""
MOST_A_DAY: Final = FILES_A_DAY + 5_000_000
"""Words too: so many nobody types."""


MAIL_OF_WORDS: Final = 64 * 1024
"""Bytes: one that is no larger is always kept whole."""
MAIL_OF_ONE_A_DAY: Final = FILES_A_DAY
"""Bytes of the mails by which one citizen answers one of ours."""
STRANGERS_A_DAY: Final = 300_000_000
"""Of all others together: who they say that they are is whatever they like."""


class Room(StrEnum):
    """What of a form is kept."""

    ALL = "all"
    WORDS = "words"
    NOTHING = "nothing"


def room_for(files: int, *, has_words: bool, forms_this_hour: int, bytes_today: int) -> Room:
    """For a form with so many bytes of files; the other numbers are of what its link brought before."""
    if bytes_today > MOST_A_DAY:
        return Room.NOTHING
    if not files or (forms_this_hour < FORMS_AN_HOUR and bytes_today + files <= FILES_A_DAY):
        return Room.ALL
    return Room.WORDS if has_words else Room.NOTHING


def is_kept_whole(size: int, before: int, *, is_stranger: bool) -> bool:
    """Whether a mail of so many bytes is, after so many on the same day; its words are always kept."""
    return before + size <= (STRANGERS_A_DAY if is_stranger else MAIL_OF_ONE_A_DAY)

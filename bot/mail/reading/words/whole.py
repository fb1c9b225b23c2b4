"""All that a mail says, where that is more than what is shown of it."""

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final

from bot.domain.replies.replies import CautionKind
from bot.mail.reading.html_text import LONGEST_HTML, LONGEST_SOURCE
from bot.mail.reading.inbound import CUT_HEADER, NO_ROOM, NO_ROOM_HEADER
from bot.mail.reading.parsing import MailFile, ParsedMail
from bot.records.mail import MailWords

NAME: Final = "(text/plain)"
MUCH: Final = 100_000
"""Signs of a page: one with less is long for its pictures or its layout."""
OF_THE_BODY: Final = re.compile(
    rb"^(?:content-[a-z-]{1,40}|mime-version)[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*", re.IGNORECASE | re.MULTILINE
)
SPACE: Final = 1000
"""What may go at an end."""


def whole_words(mail: ParsedMail, shown: Sequence[MailWords], most: int) -> list[MailFile]:
    """A file of all words, where not all of them can be shown: no more than `most` signs are."""
    bodies = (*mail.bodies, *mail.packed)
    page, seen = sum(len(body.html) for body in bodies), sum(len(words.page) for words in shown)
    long_page = page > LONGEST_SOURCE or (page > LONGEST_HTML and seen > MUCH) or seen > most - SPACE
    if not long_page and sum(len(body.plain) for body in bodies) <= most:
        return []
    words = "\n\n".join(filter(None, chain.from_iterable((body.plain, body.html) for body in bodies)))
    return [MailFile(NAME, "text/plain", words.encode("utf-8", "replace"))]


def with_text(head: bytes, text: str) -> bytes:
    """A mail with this head and these words, and without its files."""
    kept = OF_THE_BODY.sub(b"", head + b"\r\n").rstrip(b"\r\n")
    return NO_ROOM + kept + b"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text.encode("utf-8", "replace")


def shortened(mail: ParsedMail, *, long: bool) -> tuple[CautionKind, ...]:
    """Why this is not all of a mail: what a sender writes in such a header warns of nothing, no more."""
    headers = {CautionKind.CUT: CUT_HEADER, CautionKind.NO_ROOM: NO_ROOM_HEADER}
    told = [kind for kind, header in headers.items() if header in mail.headers]
    return (*told, *([CautionKind.LONG] if long else []))

"""What a receipt tells of files, as people read it."""

from datetime import datetime
from typing import Final

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from bot.clock import local
from bot.domain.replies.images.offered import LONGEST_DAYS
from bot.mail.headers import one_line
from bot.mail.sending.placeholders import harmless
from bot.mail.sending.windows import BABEL_LOCALE
from bot.records.letters import Receipt, ReceivedFile

MOST_LISTED: Final = 25
LONGEST_NAME: Final = 60
ENDS: Final = 8  # signs of a sum at either end: nobody makes another file with the same


def receipt_words(receipt: Receipt, locale: str) -> dict[str, object]:
    babel = BABEL_LOCALE[locale]
    moments = [_moment(file.came_at, locale) for file in receipt.files]
    same = all(moment == moments[0] for moment in moments)
    return {
        "reference": receipt.reference,
        "images": receipt.images,
        "moment": moments[0] if same else "",
        "files": [
            {**_told(file, babel), "moment": "" if same else moment}
            for file, moment in zip(receipt.files[:MOST_LISTED], moments, strict=False)
        ],
        "more": max(0, len(receipt.files) - MOST_LISTED),
        "days": LONGEST_DAYS,
        "neighbour": receipt.neighbour,
    }


def _moment(at: datetime, locale: str) -> dict[str, str]:
    here, babel = local(at), BABEL_LOCALE[locale]
    time = format_time(here, "HH.mm" if locale == "nl" else "HH:mm", locale=babel)
    return {"day": format_date(here, "EEEE d MMMM y", locale=babel), "time": time}


def _told(file: ReceivedFile, locale: str) -> dict[str, object]:
    """No name of a file becomes a link, nor a line of its own."""
    name = one_line(harmless(file.name)).replace("://", "_").replace("www.", "www_")
    short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 9]}…{name[-8:]}"
    digest = f"{file.sha256[:ENDS]}…{file.sha256[-ENDS:]}"
    return {"name": short, "size": _size(file.size, locale), "sum": digest, "opens": file.opens}


def _size(size: int, locale: str) -> str:
    for unit, bytes_ in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= bytes_:
            return f"{format_decimal(round(size / bytes_, 1), locale=locale)} {unit}"
    return f"{size} bytes"

"""Eighty thousand accents on one letter: to put them in their order took half a minute, and all else stood still, since
Python does nothing beside that. One mail of half a megabyte, or one form, was half an hour.
"""

import unicodedata
from collections.abc import Callable
from itertools import accumulate
from urllib.parse import quote

import pytest

from bot.domain.folding import folded
from bot.entering import as_line, as_text, without_piles
from bot.mail.reading.characters import clean_line, clean_text
from bot.mail.reading.reading import MimeReader
from handlers.web.forms import parse_form
from tests.mail.samples import ADDRESSES, TOKENS

READER = MimeReader(ADDRESSES, TOKENS)
HIGH = 400
PILES = {
    "accents": "\u0301" * HIGH + "\u0327" * HIGH,
    "Thai": "\u0e48\u0e38" * HIGH,
    "Hebrew": "\u05b9\u05b0" * HIGH,
    "marks that are two": "\u0f73" * HIGH,
    "half-width": ("\u0301" * 20 + "\uff9e\u0327") * HIGH,
    "nothing seen among them": ("\u0301" * 20 + "\u200b" + "\u0327" * 20 + "\u00ad") * HIGH,
    "letters that are blank among them": ("\u0301" * 20 + "\u3164" + "\u0327" * 20 + "\uffa0") * HIGH,
    "tags among them": ("\u0301" * 20 + "\U000e0041" + "\u0327" * 20) * HIGH,
    "joiners among them": ("\u0301" * 20 + "\u200d" + "\u0327" * 20) * HIGH,
}
DOORS: dict[str, Callable[[str], str]] = {
    "a line that is typed": as_line,
    "a text that is typed": as_text,
    "a mail's words": clean_text,
    "a mail's words, as a value": lambda pile: as_line(clean_text(pile)),
    "a name": lambda pile: clean_line(pile, 100_000),
    "a mail": lambda pile: READER.read(f"From: a@example.nl\r\n\r\nx {pile}".encode(), ()).text,
    "a page": lambda pile: (
        READER.read(
            f"From: a@example.nl\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>x {pile}".encode(), ()
        ).text
    ),
    "a form": lambda pile: parse_form(f"what={quote(pile)}".encode())["what"],
}


def highest(text: str) -> int:
    """Marks in a row, once letters and marks stand apart."""
    marks = (unicodedata.combining(sign) > 0 for sign in unicodedata.normalize("NFKD", text))
    return max(accumulate(marks, lambda height, is_mark: height + 1 if is_mark else 0, initial=0))


@pytest.mark.parametrize("pile", PILES.values(), ids=PILES)
@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_no_pile_of_accents_comes_in(door: Callable[[str], str], pile: str) -> None:
    come_in = door(f"e{pile} zag ik")
    assert highest(come_in) <= 80
    assert "zag ik" in folded(come_in)


@pytest.mark.parametrize("text", ["नमस्ते दुनिया", "👨‍👩‍👧‍👦 ☂️", "中文" * 99, "שָׁלוֹם", "Zoë, café", "ก็", "ญี่ปุ่น"])
def test_what_people_write_stays(text: str) -> None:
    assert without_piles(text) == text

"""Rich text: its words come out, and the page that Exchange wrapped in it; what is endless comes to an end."""

import time
from struct import pack

import pytest

from bot.mail.reading.mime.rtf import rtf_words, unpacked

HELLO = "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
AGAIN = "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0"
"""The examples of [MS-OXRTFCP], 4."""
PAGE = rb"""{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}
{\*\htmltag64}\htmlrtf {\htmlrtf0
{\*\htmltag18 <html>}{\*\htmltag64 <p>}\htmlrtf \par\htmlrtf0 Ik zag \'e9\'e9n{\*\htmltag84 &nbsp;}
\htmlrtf \'a0\htmlrtf0 bus{\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0 }"""


@pytest.mark.parametrize(
    ("packed", "rtf"),
    [
        (bytes.fromhex(HELLO), b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"),
        (bytes.fromhex(AGAIN), b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
        (bytes.fromhex(HELLO)[:30], b"{\\rtf1\\ansi\\ansicpg1252"),
        (pack("<LL4sL", 0, 0, b"MELA", 0) + b"{\\rtf1 x}", b"{\\rtf1 x}"),
        (b"{\\rtf1 x}", b"{\\rtf1 x}"),
        (b"", b""),
    ],
)
def test_it_is_unpacked(packed: bytes, rtf: bytes) -> None:
    assert unpacked(packed) == rtf


@pytest.mark.parametrize(
    ("rtf", "words"),
    [
        (
            rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator x;}\f0 \'e9\'e9n\par om \{drie\}}",
            "één\nom {drie}",
        ),
        (rb"{\rtf1\ansicpg1251 \'e1\'f3\'f1{\pict ffd8ffe0}}", "бус"),
        (rb"{\rtf1\uc1 \u8364?5, \u-10179?\u-8937?{\uc2\u233 ab}c}", "€5, 🔗éc"),
        (rb"{\rtf1 a\tab b\line c\~d\_e\\}", "a\tb\nc\u00a0d-e\\"),
        (rb"{\rtf1 wit {\field{\*\fldinst HYPERLINK x}{\fldrslt hier}}", "wit hier"),
        (rb"{\rtf1\ansicpg99999 bus", "bus"),
        (b"geen rtf", "geen rtf"),
        (b"}}}", ""),
    ],
)
def test_its_words_come_out(rtf: bytes, words: str) -> None:
    assert rtf_words(rtf) == (words, "")


def test_a_page_that_was_wrapped_comes_out_as_it_was() -> None:
    assert rtf_words(PAGE) == ("", "<html><p>Ik zag één&nbsp;bus</p>")


@pytest.mark.parametrize("hostile", [b"{" * 3_000_000, b"\\'e9" * 1_000_000, b"\\u8364" * 500_000, b"\\" * 1_000_000])
def test_what_is_endless_comes_to_an_end(hostile: bytes) -> None:
    began = time.process_time()
    rtf_words(hostile)
    unpacked(bytes(8) + b"LZFu" + bytes(4) + b"\xff\x00\x0f" * 1_000_000)
    assert time.process_time() - began < 4

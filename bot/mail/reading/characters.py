"""Bytes and headers of other people's mail as clean text; nothing here raises, whatever comes in."""

import codecs
import re
from email.errors import HeaderParseError
from email.header import decode_header
from typing import Final

# Charsets that mail uses. Python knows codecs besides that are no text (zlib) or slow on purpose-made input (punycode).
CHARSETS: Final = re.compile(r"(utf|iso|cp|ascii|koi8|gb|hz|big5|shift_jis|euc|mac|latin|tis|ptcp|johab)[\w-]*")
CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff]")
SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
# Marks that turn the reading direction: in a name they make `exe.jpg` of `gpj.exe`.
DIRECTION: Final = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def decoded(raw: bytes, charset: str | None) -> str:
    """Text in its declared charset where that works out, else UTF-8, else Windows-1252 (what mail mislabels most)."""
    for name in (_known(charset), "utf-8"):
        try:
            return raw.decode(name)
        except (UnicodeError, LookupError):
            continue
    return raw.decode("cp1252", "replace")


def _known(charset: str | None) -> str:
    try:
        name = codecs.lookup(charset or "utf-8").name
    except (LookupError, ValueError, UnicodeError):
        return "utf-8"
    # Senders that say Latin-1 or ASCII mean Windows-1252, as browsers do: 0x80 to 0x9f are its quotes and euro sign.
    if name in ("iso8859-1", "ascii"):
        return "utf-8" if name == "ascii" else "cp1252"
    return name if CHARSETS.fullmatch(name) else "utf-8"


def clean_text(text: str) -> str:
    """Lines that end in a line feed, without NUL and other control characters but tabs, and no lone surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return SURROGATE.sub("\ufffd", CONTROL.sub("", text))


def clean_line(text: str, longest: int) -> str:
    """One line, cut, that reads in the order it is written."""
    return DIRECTION.sub("", " ".join(clean_text(text).split()))[:longest]


def header_text(value: str, longest: int = 1000) -> str:
    """A header as people read it: encoded words (RFC 2047) decoded, raw 8-bit bytes guessed."""
    raw = value.encode("utf-8", "surrogateescape")
    plain = raw.decode("utf-8") if _is_utf8(raw) else raw.decode("cp1252", "replace")
    try:
        parts = decode_header(plain)
    except (HeaderParseError, ValueError):
        parts = [(plain, None)]
    text = clean_line("".join(_part(part, charset) for part, charset in parts), longest)
    return text or clean_line(plain, longest)


def _part(part: bytes | str, charset: str | None) -> str:
    if isinstance(part, str):
        return part
    # The library hands back the stretches between encoded words as raw-unicode-escape.
    return decoded(part, charset) if charset else part.decode("raw-unicode-escape", "replace")


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeError:
        return False
    return True

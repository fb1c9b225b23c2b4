"""Bytes and headers of other people's mail as clean text; nothing here raises, whatever comes in."""

import codecs
import re
from email.errors import HeaderParseError
from email.header import decode_header
from typing import Final

import webencodings  # type: ignore[import-untyped]

from bot.entering import without_piles

# Charsets that mail uses. Python knows codecs besides that are no text (zlib) or slow on purpose-made input (punycode).
CHARSETS: Final = re.compile(r"(utf|iso|cp|ascii|koi8|gb|hz|big5|shift_jis|euc|mac|latin|tis|ptcp|johab)[\w-]*")
BAD_BYTE: Final = re.compile(r"[\udc80-\udcff]")
UTF_8_LETTER: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
META_CHARSET: Final = re.compile(rb"<meta[^>]{0,300}charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
LOOKED_AT: Final = 8192
JUDGED_BY: Final = 1_000_000  # bytes
# Control characters in ISO's charsets, and letters in the one of Windows that programs call by ISO's name.
WINDOWS: Final = {
    "2": "cp1250",
    "5": "cp1251",
    "6": "cp1256",
    "7": "cp1253",
    "8": "cp1255",
    "13": "cp1257",
    "15": "cp1252",
}
ISO: Final = re.compile(r"iso[_-]?8859[_-]?(\d{1,2})(?:[_-][ei])?")
C1: Final = re.compile(r"[\x80-\x9f]")
# With them go signs that nobody sees and that tear words apart: where a line may be broken, and where not.
CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff]")
SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
# Marks that turn the reading direction: in a name they make `exe.jpg` of `gpj.exe`.
DIRECTION: Final = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def decoded(raw: bytes, charset: str | None) -> str:
    """Text in its declared charset where that works out, else UTF-8, else Windows-1252 (what mail mislabels most).

    One bad byte does not make Windows-1252 of all of it: it alone is read so.
    """
    name = _known(charset)
    for codec in ("utf-8", name) if name == "cp1252" else (name, "utf-8"):
        try:
            text = raw.decode(codec)
        except (UnicodeError, LookupError):
            continue
        return _as_windows_has_it(raw, codec) or text if C1.search(text) else text
    start = raw[:JUDGED_BY]
    if len(BAD_BYTE.findall(start.decode("utf-8", "surrogateescape"))) <= len(UTF_8_LETTER.findall(start)):
        return raw.decode("utf-8", "burgernetmail.cp1252")
    return raw.decode("cp1252", "replace")


def _as_windows_has_it(raw: bytes, codec: str) -> str:
    iso = ISO.fullmatch(codec)
    try:
        return raw.decode(WINDOWS[iso[1]]) if iso else ""
    except (UnicodeError, KeyError):
        return ""


def declared_in_html(raw: bytes) -> str | None:
    """The charset that a page names itself."""
    found = META_CHARSET.search(raw[:LOOKED_AT])
    return found[1].decode("ascii") if found else None


def _in_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "\ufffd" if len(bad) > 1 else bad.decode("cp1252", "replace"), error.end  # the former: a letter cut off


codecs.register_error("burgernetmail.cp1252", _in_cp1252)


def _known(charset: str | None) -> str:
    """By the names that Python knows, and browsers: theirs say what senders mean (Latin-1 is Windows-1252)."""
    label = (charset or "utf-8").strip(" \t'\"").lower()
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError, UnicodeError):
        name = ""
    if name == "ascii" or name.startswith("utf"):
        return "utf-8" if name == "ascii" or not CHARSETS.fullmatch(name) else name
    if browsers := webencodings.lookup(label):
        return "cp1252" if browsers.name == "windows-1252" else str(browsers.codec_info.name)
    return name if name and CHARSETS.fullmatch(name) else "utf-8"


def clean_text(text: str) -> str:
    """Lines that end in a line feed, without NUL and other control characters but tabs, lone surrogates and piles of
    accents.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return without_piles(SURROGATE.sub("\ufffd", CONTROL.sub("", text)))


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

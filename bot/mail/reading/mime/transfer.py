"""Content-Transfer-Encoding, as gateways and scanners leave it: whatever is no base64 in base64 is text."""

import binascii
import quopri
import re
from typing import Final

COMMENT: Final = re.compile(r"\([^()]{0,200}\)")
TOKEN: Final = re.compile(r"[A-Za-z0-9_-]+")
UUENCODED: Final = ("x-uuencode", "uuencode", "uue", "x-uue")
BASE64: Final = re.compile(rb"[A-Za-z0-9+/]+={0,3}")
BLANK_LINE: Final = re.compile(rb"\n\r?\n")
LINE: Final = re.compile(rb"[^\r\n]*[\r\n]|[^\r\n]+")
NOT_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/=]")
# Spaces at a line's end are added on the way (RFC 2045, 6.7): the line goes on behind them.
PADDED_BREAK: Final = re.compile(rb"=[ \t]+(?=\r?\n|\Z)")
SHORTEST_SURE: Final = 40  # signs; no word is that long
SHORTEST_LINES: Final = 25  # signs, one with another: code of many lines that are shorter is no program's
MANY_LINES: Final = 10_000
QUOTED: Final = ("quoted-printable", "quotedprintable", "quoted", "q", "qp")
UNSAID: Final = ("", "7bit", "8bit", "binary")
NO_CODE: Final = re.compile(rb"=(?![0-9A-F]{2}|[ \t]*(?:\r?\n|\Z))", re.IGNORECASE)
LONG_BREAK: Final = re.compile(rb"^[^\r\n]{60,75}=[ \t]*\r?\n", re.MULTILINE)
TWO_BYTES: Final = re.compile(rb"=[C-F][0-9A-F]=[89AB][0-9A-F]", re.IGNORECASE)
"""A letter of UTF-8: "=C3=A9"."""
# A control sign, a figure or a letter, alone: no program codes these, but "From" at the beginning of a line.
NO_NEED: Final = re.compile(
    rb"(?<!=[0-9A-F]{2})=(?=(?:0[0-8BCEF]|1[0-9A-F]|3[0-9]|4[1-57-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9AF])(?!=[0-9A-F]{2}))",
    re.IGNORECASE,
)
"""The "=" of words that were decoded before: kenteken=12-ABC-3."""


def encoding_of(header: str) -> str:
    """The first token: programs add spaces, folds, comments, quotes and semicolons."""
    found = TOKEN.search(COMMENT.sub(" ", header))
    return found[0].lower().replace("_", "-") if found else ""


def decode_transfer(body: bytes, header: str) -> tuple[bytes, bytes]:
    """The content, and the words that somebody put among its base64; the body itself for an unknown encoding."""
    encoding = encoding_of(header)
    if encoding in ("base64", "b", "base-64", "b64"):
        return _from_base64(body)
    if encoding in QUOTED:
        return quopri.decodestring(NO_NEED.sub(b"=3D", PADDED_BREAK.sub(b"=", body))), b""
    return body, b""


def decode_text(body: bytes, header: str) -> tuple[bytes, bytes]:
    """The same of a text: a gateway may have decoded what is quoted-printable, or left out that it is."""
    looks_so = LONG_BREAK.search(body) or TWO_BYTES.search(body)
    sound = not NO_CODE.search(body)
    if encoding_of(header) in UNSAID:
        return decode_transfer(body, QUOTED[0] if looks_so and sound else header)
    decoded_before = encoding_of(header) in QUOTED and not looks_so and not sound
    return (body, b"") if decoded_before else decode_transfer(body, header)


def _from_base64(body: bytes) -> tuple[bytes, bytes]:
    """Block by block: padding ends one. A line of anything else is text, and so is a last line that fits no block."""
    if (whole := _whole(body)) is not None:
        return whole, b""
    if (lines := body.count(b"\n")) > MANY_LINES and lines * SHORTEST_LINES > len(body):  # ten million took 16 seconds
        return b"", body
    bare = body.strip().replace(b"\r\n", b"\n")
    content, block, text = bytearray(), bytearray(), bytearray()
    after_blank = False
    for found in LINE.finditer(bare):  # a list of them may be twenty times as large
        line = _mended(found[0].strip())
        if not line:
            after_blank = True
        elif not BASE64.fullmatch(line) or ((after_blank or text) and not _fits(line, len(block))):
            text += found[0].rstrip(b"\r\n") + b"\n"
        else:
            after_blank = False
            block += line
            if line.endswith(b"="):
                content += _decoded(block)
                block.clear()
    if not content and len(block) < SHORTEST_SURE and not _reads(_decoded(block)):
        return b"", body  # a word, declared as what it is not
    content += _decoded(block)
    return bytes(content), bytes(text[:-1])


def _whole(body: bytes) -> bytes | None:
    """What is nothing but one block, as nearly all of it is; with few copies, as it may be a film."""
    if BLANK_LINE.search(body, len(body) - len(body.lstrip()), len(body.rstrip())):
        return None
    code = body.strip().translate(None, b"\r\n")
    try:
        return binascii.a2b_base64(code) if len(code) % 4 == 0 and BASE64.fullmatch(code) else None
    except binascii.Error:
        return None


def _fits(line: bytes, before: int) -> bool:
    return len(line) >= SHORTEST_SURE or (before + len(line)) % 4 == 0


def _reads(content: bytes) -> bool:
    try:
        return bool(content) and content.decode("utf-8").replace("\n", "").replace("\r", "").isprintable()
    except UnicodeError:
        return False


def _mended(line: bytes) -> bytes:
    """Long code without the few signs that don't belong, where no space says that these are words."""
    strange = NOT_BASE64.findall(line) if len(line) >= SHORTEST_SURE else []
    if not strange or b" " in strange or len(strange) * 20 > len(line):
        return line
    return NOT_BASE64.sub(b"", line)


def _decoded(block: bytes | bytearray) -> bytes:
    bare = bytes(block).rstrip(b"=")
    bare = bare[: len(bare) - 1] if len(bare) % 4 == 1 else bare
    try:
        return binascii.a2b_base64(bare + b"=" * (-len(bare) % 4))
    except binascii.Error:
        return b""


def decode_uu(lines: list[bytes]) -> bytes | None:
    """The bytes of uuencoded lines; None where they are none."""
    content = bytearray()
    for line in lines:
        if not line.strip(b" `"):
            continue
        if not 33 <= line[0] <= 96:
            return None
        length = (line[0] - 32) & 63
        code = line[1 : 1 + (length + 2) // 3 * 4]
        try:  # spaces at a line's end may be lost on the way
            content += binascii.a2b_uu(line[:1] + code.ljust((length + 2) // 3 * 4))
        except binascii.Error:
            return None
    return bytes(content)

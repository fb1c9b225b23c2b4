"""What a mail makes the program do: counted, as the calls of its code, not by a clock."""

import struct
import sys
import zlib
from collections.abc import Callable

import pytest

from bot.mail.reading.files import picture_facts
from tests.doubles.files import photo

SIZE = 1_000_000


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    return struct.pack("!L", len(data)) + kind + data + struct.pack("!L", zlib.crc32(kind + data))


PICTURES = {
    "image/jpeg": (b"\xff\xd8", b"\xff\xe5\x00\x02"),
    "image/jpeg of filling": (b"\xff\xd8\xff\xe0", b"\xff"),
    "image/png": (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack("!LLBBBBB", 9, 9, 8, 2, 0, 0, 0)), chunk(b"abCd")),
    "image/gif": (b"GIF89a\x10\0\x10\0\0\0\0", b"\x21\xfe\0"),
    "image/gif of nothing": (b"GIF89a\x10\0\x10\0\0\0\0", b"a"),
}


def calls_of(work: Callable[[], object]) -> int:
    """How often a function was called meanwhile."""
    calls = 0

    def called(_frame: object, what: str, _arg: object) -> None:
        nonlocal calls
        calls += what in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(("kind", "head", "piece"), [(kind, *made) for kind, made in PICTURES.items()], ids=PICTURES)
def test_a_picture_of_millions_of_pieces_is_put_down(kind: str, head: bytes, piece: bytes) -> None:
    """One of 25 MB took seven seconds."""
    picture_facts(photo(), "image/jpeg")  # what it needs is loaded
    picture = head + piece * (SIZE // len(piece))
    assert calls_of(lambda: picture_facts(picture, kind.partition(" ")[0])) < 30_000

"""What a mail makes the program do: counted, as the calls of its code, not by a clock."""

import struct
import sys
import zlib
from collections.abc import Callable
from functools import partial

import pytest

from bot.domain.replies.replies import CautionKind
from bot.mail.reading import reading
from bot.mail.reading.files import picture_facts
from tests.doubles.files import photo
from tests.mail.samples import READER

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


HEAD = b"From: x@example.org\r\nSubject: Hallo\r\nContent-Type: %b\r\n"
ATTACHED = HEAD % b"image/jpeg; name=a.jpg" + b"Content-Disposition: attachment\r\n"
BASE64, QUOTED = (b"Content-Transfer-Encoding: %b\r\n\r\n" % how for how in (b"base64", b"quoted-printable"))
PLAIN, PAGE, MIXED = (HEAD % kind for kind in (b"text/plain", b"text/html", b"multipart/mixed; boundary=b"))
LINE = b"Ik zag een witte bus bij de buren, om half drie.\r\n"
MAILS = {
    "a film": (ATTACHED + BASE64, b"QUJD" * 19 + b"\r\n"),
    "a film with words in it": (ATTACHED + BASE64, b"QUJD" * 19 + b"\r\n" * 2),
    "a film of short lines": (ATTACHED + BASE64, b"a \n"),
    "a text of short lines that says it is code": (HEAD % b"text/plain; name=a.txt" + BASE64, b"Op ma\n"),
    "a text": (PLAIN + b"\r\n", LINE),
    "a text in one line": (PLAIN + b"\r\n", b"Ik zag een bus "),
    "empty lines": (PLAIN + b"\r\n", b"\r\n"),
    "a text, quoted-printable": (PLAIN + QUOTED, b"Ik zag =C3=A9=C3=A9n bus=\r\n"),
    "a page": (PAGE + b"\r\n", b"<p>Ik zag <b>een</b> <a href='https://example.org/x'>bus</a>.</p>\r\n"),
    "a page without an end of a tag": (PAGE + b"\r\n", b'<p a="b '),
    "parts": (MIXED + b"\r\n", b"--b\r\nContent-Type: text/plain\r\n\r\nIk zag een bus.\r\n"),
    "files": (MIXED + b"\r\n", b"--b\r\nContent-Type: image/png; name=a.png\r\n\r\nIk zag een bus.\r\n"),
    "headers": (HEAD % b"text/plain", b"X-Looked: at by somebody\r\n"),
    "people": (HEAD % b"text/plain" + b"To: x@example.org", b",\r\n noor@example.org"),
}


@pytest.mark.parametrize(("what", "head", "piece"), [(what, *made) for what, made in MAILS.items()], ids=MAILS)
def test_a_mail_costs_what_its_bounds_say_however_large_it_is(what: str, head: bytes, piece: bytes) -> None:
    """Thirty megabytes of short lines, declared as code, took sixteen seconds."""
    READER.read(head + piece, ())  # what it needs is loaded
    mails = [head + piece * (size // len(piece)) for size in (SIZE, 2 * SIZE)]
    small, large = (calls_of(partial(READER.read, mail, ())) for mail in mails)
    assert large <= 2.1 * small
    assert large < (8_000_000 if "page" in what else 400_000)


def test_what_does_not_fit_is_kept_beside_it() -> None:
    """Half a million signs of a mail are shown, and no more of them are looked through."""
    words = "Ik zag een bus. " * 40_000 + "Kenteken 12-GBK-3."
    for head, kind in ((PLAIN, "plain"), (PAGE, "page")):
        read = READER.read(head + b"\r\n" + words.encode(), ())
        assert "12-GBK-3" not in read.text
        assert [file.name for file in read.files] == ["(text/plain)"] == list(read.attachment_names)
        assert read.files[0].content.decode().endswith(words), kind
        assert read.shortened == (CautionKind.LONG,)
    assert READER.read(PLAIN + b"\r\n" + b"Ik zag een bus.", ()).shortened == ()


def test_no_more_is_cleaned_than_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    cleaned: list[int] = []

    def clean_text(text: str) -> str:
        cleaned.append(len(text))
        return text

    monkeypatch.setattr(reading, "clean_text", clean_text)
    READER.read(PLAIN + b"\r\n" + LINE * 400_000, ())
    assert max(cleaned) <= 20 * reading.LONGEST_TEXT

"""Mails of 30 MB that took a gigabyte to read: each line, bad byte or boundary of one became a thing of its own."""

import tracemalloc

import pytest

from bot.mail.reading import characters
from bot.mail.reading.mime import splitting
from bot.mail.reading.parsing import parse_mail

SIZE = 1_000_000
HEAD = b"From: x@example.org\r\nContent-Type: %b\r\n\r\n"
MIXED = HEAD % b"multipart/mixed; boundary=b"
NESTED = b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (number, number) for number in range(25)
)
BASE64 = b"From: x@example.org\r\nContent-Transfer-Encoding: base64\r\n\r\n"
GROWING = {
    "bytes of no charset": (HEAD % b"text/plain; charset=utf-8", b"\xff\xc3\xa9"),
    "on a page": (HEAD % b"text/html; charset=utf-8", b"\xff\xc3\xa9"),
    "boundaries": (MIXED, b"--b\r\n"),
    "nests": (NESTED, b"--b24\r\n"),
    "nests without boundaries": (NESTED, b"--x\r\n"),
    "lines that are no code": (BASE64, b"a \n"),
    "lines that are each a block": (BASE64, b"aaaa=\n"),
    "empty lines": (BASE64, b"\n"),
    "lines": (HEAD % b"text/plain", b"a\n"),
}


@pytest.mark.parametrize(("head", "piece"), GROWING.values(), ids=GROWING)
def test_no_mail_takes_many_times_its_size(head: bytes, piece: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(characters, "JUDGED_BY", 10_000)
    raw = head + piece * (SIZE // len(piece))
    tracemalloc.start()
    try:
        parse_mail(raw)
        assert tracemalloc.get_traced_memory()[1] < 12 * SIZE
    finally:
        tracemalloc.stop()


def test_nests_are_searched_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty nests of 25 MB took half a minute."""
    searched = []
    boundary = splitting._boundary

    def searches(entity: splitting.Entity) -> object:
        searched.append(len(entity.body))
        return boundary(entity)

    monkeypatch.setattr(splitting, "_boundary", searches)
    raw = NESTED + b"--x\r\n" * 1_000_000
    parse_mail(raw)
    assert sum(searched) <= 6 * len(raw)

"""An 81 kB workbook took 2 GB, and a mail that ended the program was read again at every start."""

import time
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from bot.adapters import sheets
from bot.adapters.sheets import MOST_RATIO, Sheets
from bot.domain.day_monitor.file_errors import FileTooLarge, NotASheet
from bot.isolation import child
from bot.isolation.child import Bounds, ReadingEnded, read_apart
from bot.mail.reading.mime import signed as wrapping
from bot.mail.reading.reading import MimeReader
from bot.workflow.replies.receiving import MOST_TRIES
from tests.doubles.citizen import reply_from
from tests.stage import Stage


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in production."""
    monkeypatch.setattr(sheets, "read_apart", child.read_apart)


def workbook(change: Callable[[str, bytes], bytes] = lambda _, part: part) -> bytes:
    book, packed, changed = Workbook(), BytesIO(), BytesIO()
    sheet = book.worksheets[0]
    sheet.append(["BVH-nummer", "Straat", "=1+1", 1.5, True])
    book.save(packed)
    with ZipFile(packed) as parts, ZipFile(changed, "w", ZIP_DEFLATED) as archive:
        for part in parts.namelist():
            archive.writestr(part, change(part, parts.read(part)))
    return changed.getvalue()


def bombed(cells: int) -> bytes:
    row = b'<row r="1">' + b"<c><v>1</v></c>" * cells + b"</row>"

    def bomb(name: str, part: bytes) -> bytes:
        return part.replace(b"</sheetData>", row + b"</sheetData>") if name.endswith("sheet1.xml") else part

    return workbook(bomb)


def read(content: bytes) -> list[Any]:
    return [list(sheet.lines) for sheet in Sheets().sheets(content)]


def test_a_usual_one_is_read_apart_as_it_is() -> None:
    assert load_workbook(BytesIO(workbook()))
    assert read(workbook()) == [[["BVH-nummer", "Straat", None, 1.5, True]]]
    assert read(b"a;b\n1;2\n")[0] == [["a", "b"], ["1", "2"]]


def test_a_bomb_is_told_by_its_ratio_and_ended_by_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = bombed(100_000)
    with pytest.raises(FileTooLarge):
        read(bomb)
    monkeypatch.setattr(sheets, "MOST_RATIO", 100 * MOST_RATIO)
    monkeypatch.setattr(sheets, "BOUNDS", Bounds(seconds=5, patience_s=20, memory=150 * 1024 * 1024))
    with pytest.raises(NotASheet):
        read(bomb)


def test_a_process_that_does_not_end_is_ended_and_knows_no_secret(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hostile.py").write_text(
        "import os, sys, time\n"
        "what = sys.stdin.buffer.read()\n"
        "print('[\"' + os.environ.get('SECRET_KEY', 'none') + '\"]', flush=True)\n"
        "time.sleep(60 * len(what))\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("SECRET_KEY", "a secret")
    assert list(read_apart("hostile", b"", Bounds(1, 10, 10**9))) == [["none"]]
    began = time.monotonic()
    with pytest.raises(ReadingEnded):
        list(read_apart("hostile", b"x", Bounds(1, 0.3, 10**9)))
    assert time.monotonic() - began < 5


def test_a_mail_that_ends_the_program_is_given_up_like_one_that_can_not_be_read(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.lives("Noor")
    stage.approved()
    ours, read_rightly = stage.mail_to("noor@example.nl"), MimeReader.read

    class Killed(BaseException):
        """What no code of ours catches."""

    def reads(reader: MimeReader, raw: bytes, to: Any) -> Any:
        if b"bomb.bin" in raw:
            raise Killed
        return read_rightly(reader, raw, to)

    monkeypatch.setattr(MimeReader, "read", reads)
    for files in ([("bomb.bin", b"\0")], []):
        raw = reply_from(ours, "Ik zag een bus.", attachments=files)
        assert stage.inbound.post(stage.url("/mail/inbound"), raw, [ours.from_], "noor@example.nl") == [200]
    for _ in range(MOST_TRIES):
        with pytest.raises(Killed):
            stage.program.workflow.receiving.read_waiting()
    stage.settle()
    told = [message.plain() for message in stage.triage.messages]
    assert any("Ik zag een bus." in one for one in told)
    assert len(told) == 2
    assert "kon niet worden gelezen" in stage.supervision.messages[-1].plain()
    tries = [row.attempts for row in stage.rows("SELECT attempts FROM inbound ORDER BY id")]
    assert tries == [MOST_TRIES + 1, 2]  # who was found beside it pays for one end, not for all


def der(tag: int, content: bytes) -> bytes:
    length = len(content)
    long = length.to_bytes(max(1, (length.bit_length() + 7) // 8), "big")
    return bytes((tag, length)) + content if length < 128 else bytes((tag, 0x80 | len(long))) + long + content


def signed(octets: bytes) -> bytes:
    """A mail in S/MIME's wrapping (RFC 5652, 5.1), with nobody's signature."""
    data, signed_data = (bytes.fromhex(f"06092a864886f70d01070{last}") for last in (1, 2))
    inside = der(0x30, data + der(0xA0, octets))
    return der(0x30, signed_data + der(0xA0, der(0x30, der(2, b"\x01") + der(0x31, b"") + inside + der(0x31, b""))))


def test_a_signed_mail_in_pieces_of_one_byte_is_ended_by_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each megabyte took a second and a half; twenty of them come in one mail."""
    monkeypatch.setattr(wrapping, "read_apart", child.read_apart)
    monkeypatch.setattr(wrapping, "BOUNDS", Bounds(seconds=1, patience_s=20, memory=512 * 1024 * 1024))
    words = b"Content-Type: text/plain\r\n\r\nIk zag een bus."
    assert wrapping.open_signed(signed(der(4, words))) == words
    pieces = b"\x24\x80" + b"".join(der(4, bytes((byte,))) for byte in words) + b"\0\0"
    assert wrapping.open_signed(signed(pieces)) == words
    began = time.process_time()
    assert wrapping.open_signed(signed(b"\x24\x80" + der(4, b"a") * 1_000_000 + b"\0\0")) is None
    assert time.process_time() - began < 0.5

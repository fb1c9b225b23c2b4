"""What a file is, and what a picture tells of itself: by content, never as declared, never by decoding it."""

import struct
import zlib
from base64 import b64encode
from email.message import EmailMessage
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from bot.domain.replies.attachments import File
from bot.mail.reading.files import file_of, media_type_of, picture_facts
from bot.records.mail import InboundMail
from tests.doubles.files import PDF, photo
from tests.mail.samples import READER


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack("!L", len(data)) + kind + data + struct.pack("!L", zlib.crc32(kind + data))


BOMB = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack("!LLBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
"""Eleven gigabytes once unpacked."""


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (photo(), "image/jpeg"),
        (PDF, "application/pdf"),
        (BOMB, "image/png"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "video/mp4"),
        (b"MZ" + bytes(100), "application/x-msdownload"),
        (b"PK\x03\x04" + bytes(40), "application/zip"),
        (b"<html><script>alert(1)</script>", "text/plain"),
        ("Een café".encode(), "text/plain"),
        (("x" * 8191 + "é").encode(), "text/plain"),
        (b"\xff\xfe\x00\x01", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_a_type_is_told_by_the_content(content: bytes, media_type: str) -> None:
    assert media_type_of(content) == media_type
    assert file_of("foto.jpg", content, "image/jpeg").media_type == media_type


def test_a_forwarded_mail_is_what_it_says() -> None:
    assert file_of("a.eml", b"From: x\r\n\r\nhoi", "message/rfc822").media_type == "message/rfc822"


def test_a_photo_tells_when_where_and_with_what() -> None:
    assert picture_facts(photo(), "image/jpeg") == {
        "pixels": "64 x 48",
        "taken": "2026-01-14 10:12:30",
        "place": "52.18900, 5.39400",
        "camera": "Google Pixel 8",
    }


def test_southern_and_western_places_are_negative() -> None:
    exif = Image.Exif()
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "S", (1.0, 30.0, 0.0)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "W", (2.0, 0.0, 36.0)
    written = BytesIO()
    Image.new("RGB", (1, 1)).save(written, "JPEG", exif=exif)
    assert picture_facts(written.getvalue(), "image/jpeg")["place"] == "-1.50000, -2.01000"


@pytest.mark.parametrize(
    ("tags", "missing"),
    [
        ({"taken": "gisteren"}, "taken"),
        ({"taken": "0000:00:00 00:00:00"}, "taken"),
        ({"camera": "\u202e\n\0"}, "\u202e"),
    ],
)
def test_nonsense_in_a_tag_is_left_out(tags: dict[str, str], missing: str) -> None:
    facts = picture_facts(photo(**tags), "image/jpeg")
    assert missing not in str(facts)
    assert all(line.isprintable() and len(line) <= 100 for line in facts.values())


def test_long_tags_are_cut() -> None:
    assert len(picture_facts(photo(camera="x" * 5000), "image/jpeg")["camera"]) <= 100


@pytest.mark.parametrize("content", [photo()[:200], photo()[:20], BOMB, b"\xff\xd8\xff"], ids=repr)
def test_a_picture_that_is_cut_off_or_a_bomb_is_kept_all_the_same(content: bytes) -> None:
    file = file_of("foto.jpg", content)
    assert file.content == content
    assert "image/" in file.media_type


@given(st.binary(max_size=300), st.integers(0, 700), st.sampled_from([photo(), BOMB, PDF, b"PK\x03\x04", b""]))
def test_whatever_comes_in_nothing_raises(noise: bytes, at: int, start: bytes) -> None:
    content = start[:at] + noise + start[at + len(noise) :]
    file = file_of("x", content)
    assert file.content == content
    assert all(line.isprintable() for line in file.facts.values())


def _inline(picture: bytes) -> File:
    message = EmailMessage()
    message.set_content('<p>Dank u wel. <img src="cid:one"></p>', subtype="html")
    message.add_related(picture, "image", "png", cid="<one>", disposition="inline", filename="one.png")
    [file] = READER.read(message.as_bytes(), []).files
    return file


def _drawn(width: int, height: int) -> bytes:
    written = BytesIO()
    Image.new("RGB", (width, height)).save(written, "PNG")
    return written.getvalue()


def _page(page: str, head: str = "Content-Type: text/html; charset=utf-8") -> InboundMail:
    return READER.read(f"{head}\n\n{page}\n".encode(), [])


@pytest.mark.parametrize(
    "source",
    ['src="data:image/png;base64,{}"', "SRC='data:image/png;charset=utf-8;base64,{}'", "src=data:image/png;base64,{}"],
)
def test_a_picture_that_stands_in_the_page_as_code_is_a_file(source: str) -> None:
    picture = _drawn(600, 400)
    mail = _page(f"<p>Zie foto.</p><img alt=x {source.format(b64encode(picture).decode())}><p>Om tien uur.</p>")
    [file] = mail.files
    assert (file.name, file.content, file.facts) == ("(image/png)", picture, {"pixels": "600 x 400"})
    assert mail.text == "Zie foto.\n\nOm tien uur."


def test_a_logo_that_stands_in_the_page_as_code_is_a_logo() -> None:
    [file] = _page(f'Dank. <img src="data:image/png;base64,{b64encode(_drawn(300, 90)).decode()}">').files
    assert "logo" in file.facts


@pytest.mark.parametrize(
    "code", ["", "x", "%%%%", "AAAA" * 9, b64encode(b"<svg/>").decode(), "A" * 3_000_001], ids=lambda code: code[:9]
)
def test_code_that_is_no_picture_is_no_file(code: str) -> None:
    mail = _page(f'<p>Een man.</p><img src="data:image/png;base64,{code}">')
    assert (mail.text, mail.files) == ("Een man.", ())


def test_no_page_holds_more_pictures_than_a_mail_has_files() -> None:
    picture = f'<img src="data:image/gif;base64,{b64encode(_drawn(2, 2)).decode()}">'
    assert len(_page(f"Bus. {picture * 300}").files) == 50


def test_the_place_of_a_picture_that_came_along_is_no_word() -> None:
    raw = (
        "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/plain\n\nZie:\n\n[cid:a.png@01]\n\n"
        "Groet [cid:elders@01]\n--b\nContent-Type: image/png; name=a.png\nContent-ID: <a.png@01>\n\n\x89PNG\n--b--\n"
    )
    assert READER.read(raw.encode(), []).text == "Zie:\n\n\n\nGroet [cid:elders@01]"


def test_a_small_picture_in_the_layout_is_a_logo_and_a_large_one_or_a_cameras_is_evidence() -> None:
    assert "logo" in _inline(_drawn(300, 90)).facts
    assert "logo" not in _inline(_drawn(600, 400)).facts
    assert "logo" not in _inline(photo()).facts

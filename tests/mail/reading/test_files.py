"""What a file is, and what a picture tells of itself: by content, never as declared, never by decoding it."""

import struct
import zlib
from email.message import EmailMessage
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from bot.domain.replies.attachments import File
from bot.mail.reading.files import file_of, media_type_of, picture_facts
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


def test_a_small_picture_in_the_layout_is_a_logo_and_a_large_one_or_a_cameras_is_evidence() -> None:
    assert "logo" in _inline(_drawn(300, 90)).facts
    assert "logo" not in _inline(_drawn(600, 400)).facts
    assert "logo" not in _inline(photo()).facts

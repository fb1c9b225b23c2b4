"""What a file is, by its content, and what a picture tells of itself. Nothing here raises; no pixel is decoded."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from bot.domain.replies.attachments import File
from bot.mail.reading.characters import clean_line

UNKNOWN: Final = "application/octet-stream"
PICTURES: Final = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/gif": "GIF"}
LOGO_PIXELS: Final = 150  # of the shorter side
LOGO_BYTES: Final = 30_000
LONGEST_FACT: Final = 100
LOOKED_AT: Final = 8192  # bytes, to tell text from what is none
MOST_READ: Final = 2000  # pieces of a picture until its pixels begin; a telephone's photo has some fifty
MOST_EXIF: Final = 100_000  # bytes; a JPEG's own limit is 65,533


class _Pieces(BytesIO):
    """A picture of which only so many pieces are read: one made of millions of empty ones took seven seconds."""

    left = MOST_READ

    def read(self, size: int | None = -1, /) -> bytes:
        self.left -= 1
        if self.left < 0:
            raise OSError
        return super().read(size)


def file_of(name: str, content: bytes, declared: str = "") -> File:
    """A file with what its content says; `message/rfc822` is taken as declared: it has no mark of its own."""
    media_type = declared if declared == "message/rfc822" else media_type_of(content)
    return File(name, content, media_type, picture_facts(content, media_type))


def as_logo(file: File) -> File:
    """A picture that the mail's own HTML shows, called a logo where it is small and no camera made it."""
    pixels = re.fullmatch(r"(\d+) x (\d+)", file.facts.get("pixels", ""))
    small = (
        pixels is not None and min(int(pixels[1]), int(pixels[2])) <= LOGO_PIXELS and len(file.content) <= LOGO_BYTES
    )
    by_camera = file.facts.keys() & {"taken", "camera", "place"}
    return replace(file, facts={**file.facts, "logo": "yes"}) if small and not by_camera else file


def media_type_of(content: bytes) -> str:
    """By magic numbers; `text/plain` for any text, HTML too; else `application/octet-stream`."""
    import filetype

    try:
        guessed = filetype.guess_mime(content)
    except Exception:  # it looks into archives, which may be broken in any way
        guessed = None
    if guessed:
        return str(guessed)
    return "text/plain" if _is_text(content[:LOOKED_AT]) else UNKNOWN


def _is_text(start: bytes) -> bool:
    try:
        text = start.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(start) - 3:  # not just a letter that was cut in two
            return False
        text = start[: error.start].decode("utf-8")
    return bool(text) and "\0" not in text


def picture_facts(content: bytes, media_type: str) -> Mapping[str, str]:
    """`taken`, `camera`, `place` and `pixels`, those there are, as one line each; nothing for other files."""
    if media_type not in PICTURES:
        return {}
    from PIL import Image

    try:
        with Image.open(_Pieces(content), formats=(PICTURES[media_type],)) as image:
            size, raw = image.size, image.info.get("exif", b"")
        found = {"pixels": f"{size[0]} x {size[1]}", **_exif_facts(raw)}
    except Exception:  # made-up sizes, broken tags: the file is kept all the same
        return {}
    return {name: line for name, fact in found.items() if (line := clean_line(fact, LONGEST_FACT))}


def _exif_facts(raw: bytes) -> dict[str, str]:
    if not raw or len(raw) > MOST_EXIF:
        return {}
    from PIL import ExifTags, Image

    exif = Image.Exif()
    exif.load(raw)
    detail, gps = exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo)
    camera = " ".join(str(exif.get(tag, "")).strip("\0 ") for tag in (ExifTags.Base.Make, ExifTags.Base.Model))
    taken = str(detail.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime) or "")
    return {"taken": _moment(taken), "place": _place(gps), "camera": camera.strip()}


def _moment(taken: str) -> str:
    """As the camera's own clock had it, which names no time zone."""
    try:
        return datetime.strptime(taken.strip("\0 "), "%Y:%m:%d %H:%M:%S").strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:
        return ""


def _place(gps: Mapping[int, Any]) -> str:
    """Latitude and longitude in degrees, to a metre."""
    from PIL import ExifTags

    try:
        latitude = _degrees(gps[ExifTags.GPS.GPSLatitude], gps.get(ExifTags.GPS.GPSLatitudeRef) == "S")
        longitude = _degrees(gps[ExifTags.GPS.GPSLongitude], gps.get(ExifTags.GPS.GPSLongitudeRef) == "W")
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return ""
    return f"{latitude:.5f}, {longitude:.5f}" if abs(latitude) <= 90 and abs(longitude) <= 180 else ""


def _degrees(parts: Iterable[Any], negative: bool) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    return (degrees + minutes / 60 + seconds / 3600) * (-1 if negative else 1)

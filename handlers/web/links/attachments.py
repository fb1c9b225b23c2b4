"""/bijlage/{token}: a citizen's file, for the colleague whose link it is."""

import re
from collections.abc import Callable, Iterator, Mapping
from mimetypes import guess_extension
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.domain.replies.attachments import Attachment, is_film
from bot.slack.replies.attachment_message import what_it_is
from bot.texts import Texts
from bot.workflow.replies.opening import OpenFile
from handlers.web.links.personal import HEADERS
from handlers.web.pages import Pages

SHOWN: Final = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
"""Plain pictures show in the browser; everything else is saved, whatever it says it is."""

COOKIE: Final = "bijlage"
RANGE: Final = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.IGNORECASE)
PLAYED, STILL, SAVED = "film", "beeld", "opslaan"
"""A film's parts, behind the address of its page."""


class AttachmentDoor:
    """Serves what a personal link opens: a film stands on a page of its own, which plays it where the browser can."""

    def __init__(self, pages: Pages, told: Texts) -> None:
        self._pages = pages
        self._told = told

    def __call__(self, opened: OpenFile, request: Request) -> Response:
        attachment = opened.attachment
        if not is_film(attachment.media_type):
            return _serve(opened, request, "inline" if attachment.media_type in SHOWN else "attachment")
        parts: Mapping[str, Callable[[], Response]] = {
            PLAYED: lambda: _serve(opened, request, "inline"),
            STILL: lambda: _serve_still(opened),
            SAVED: lambda: _save(opened, request),
        }
        part = parts.get(request.url.query)
        return part() if part else self._pages.film(attachment.name, what_it_is(self._told, attachment))


def _save(opened: OpenFile, request: Request) -> Response:
    """On record before a byte."""
    opened.saved()
    return _serve(opened, request, "attachment")


def _serve_still(opened: OpenFile) -> Response:
    still = opened.still()
    return Response(still, 200 if still else 404, HEADERS, media_type="image/jpeg")


def _serve(opened: OpenFile, request: Request, how: str) -> Response:
    """All of it, or the part that is asked for."""
    attachment, pieces_from = opened.attachment, opened.pieces
    plain = {**HEADERS, "Accept-Ranges": "bytes"}
    headers = {**plain, "Content-Disposition": _disposition(attachment, how)}
    # A charset of our own making would be a guess: a text is saved, not shown.
    headers["Content-Type"] = attachment.media_type
    part = _part(request, attachment.size)
    if part is None:
        return StreamingResponse(pieces_from(0), headers={**headers, "Content-Length": str(attachment.size)})
    if not part:
        return Response(status_code=416, headers={**plain, "Content-Range": f"bytes */{attachment.size}"})
    headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{attachment.size}"
    headers["Content-Length"] = str(len(part))
    return StreamingResponse(_first(pieces_from(part.start), len(part)), 206, headers=headers)


def _part(request: Request, size: int) -> range | None:
    """The bytes that are asked for (RFC 9110, one range); None: all; an empty range: none that there are."""
    asked = RANGE.fullmatch(request.headers.get("range", "").replace(" ", ""))
    if asked is None or "if-range" in request.headers or not (asked[1] or asked[2]):
        return None
    if not asked[1]:
        return range(max(0, size - int(asked[2])), size)
    stop = min(int(asked[2]) + 1, size) if asked[2] else size
    return range(int(asked[1]), stop)


def _first(pieces: Iterator[bytes], most: int) -> Iterator[bytes]:
    for piece in pieces:
        yield piece[:most]
        most -= len(piece)
        if most <= 0:
            return


def _disposition(attachment: Attachment, how: str) -> str:
    """The citizen's name for it in UTF-8 (RFC 6266), and one that any browser can read."""
    name = attachment.name.strip("(). ").replace("/", "-") or f"bijlage-{attachment.id}"
    if "." not in name:
        name += guess_extension(attachment.media_type) or ""
    plain = re.sub(r"[^A-Za-z0-9 ._-]", "_", name)
    return f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"

"""/bijlage/{token}: a citizen's file, for the colleague whose link it is."""

import re
from collections.abc import Callable, Iterator
from mimetypes import guess_extension
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.domain.replies.attachments import Attachment
from handlers.web.links.personal import HEADERS

SHOWN: Final = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
"""Plain pictures show in the browser; everything else is saved, whatever it says it is."""

COOKIE: Final = "bijlage"
RANGE: Final = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.IGNORECASE)
Opened = tuple[Attachment, Callable[[int], Iterator[bytes]]]


def serve_attachment(opened: Opened, request: Request) -> Response:
    """All of it, or the part that is asked for."""
    attachment, pieces_from = opened
    plain = {**HEADERS, "Accept-Ranges": "bytes"}
    headers = {**plain, "Content-Disposition": _disposition(attachment)}
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


def _disposition(attachment: Attachment) -> str:
    """The citizen's name for it in UTF-8 (RFC 6266), and one that any browser can read."""
    how = "inline" if attachment.media_type in SHOWN else "attachment"
    name = attachment.name.strip("(). ").replace("/", "-") or f"bijlage-{attachment.id}"
    if "." not in name:
        name += guess_extension(attachment.media_type) or ""
    plain = re.sub(r"[^A-Za-z0-9 ._-]", "_", name)
    return f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"

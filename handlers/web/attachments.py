"""/bijlage/{token}: a citizen's file, for the colleague whose link it is."""

import re
from collections.abc import Callable, Iterator
from mimetypes import guess_extension
from typing import Final, Literal
from urllib.parse import quote

import structlog
from slack_sdk.errors import SlackApiError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.attachments import Attachment
from bot.domain.replies.reply_errors import AttachmentHeld, AttachmentInfected
from bot.records.replies import Pass
from bot.workflow.desk.recognising import Recognising
from bot.workflow.ports import BlobsDown
from bot.workflow.replies.opening import OPEN_FOR, Opening

log = structlog.get_logger()
Why = Literal["ask", "gone", "no_access", "held", "infected", "away"]
SHOWN: Final = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
"""Plain pictures show in the browser; everything else is saved, whatever it says it is."""

COOKIE: Final = "bijlage"
SECURE: Final = "__Secure-"
"""Browsers take such a name over https alone. Not `__Host-`: that would send it to the other pages too."""

HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; sandbox",
    "X-Robots-Tag": "noindex",
    "Accept-Ranges": "bytes",
}
# Cubot makes telephones.
ROBOT: Final = re.compile(r"(?<!cu)bot\b|preview|crawler|spider|facebookexternalhit|whatsapp", re.IGNORECASE)
RANGE: Final = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.IGNORECASE)


class AttachmentEndpoint:
    """A link that is only looked at opens nothing: its page has a button, which uses it up and lets that browser in.

    Whether the person still may is looked at anew each time, as with every button.
    """

    def __init__(
        self, opening: Opening, staff: Recognising, page: Callable[[Why, int], Response], *, https: bool
    ) -> None:
        self._opening = opening
        self._staff = staff
        self._page = page
        self._https = https
        self._cookie = f"{SECURE if https else ''}{COOKIE}"

    def __call__(self, request: Request) -> Response:
        """GET: the button, or the file for the browser that pressed it. POST: the button; on record before a byte."""
        if request.method == "HEAD" or _only_looks(request):
            return Response(status_code=405, headers={"Allow": "GET, POST"})
        try:
            return self._answer(request)
        except NoAccess:
            log.info("not admitted", door="attachment")
            return self._page("no_access", 403)
        except AttachmentHeld:
            return self._page("held", 409)
        except AttachmentInfected:
            return self._page("infected", 403)
        except (BlobsDown, SlackApiError, OSError) as error:
            log.error("attachment away", error=type(error).__name__)
            return self._page("away", 503)

    def _answer(self, request: Request) -> Response:
        token = request.path_params["token"]
        if opened := self._opening.opened(request.cookies.get(self._cookie, "")):
            return self._served(opened, request) if request.method == "GET" else _see(request)
        granted = self._opening.pass_of(token)
        if granted is None:
            return self._page("gone", 404)
        holder = self._holder(granted)
        if request.method == "GET":
            return self._page("ask", 200) if self._opening.open(granted, holder) else self._page("gone", 404)
        used = self._opening.use(token, granted, holder)
        return self._let_in(request, used) if used else self._page("gone", 404)

    def _holder(self, granted: Pass) -> Colleague:
        return self._staff.require(granted.holder_id, Role.RESPONDER, Role.BURGLARY_TEAM)

    def _let_in(self, request: Request, used: str) -> Response:
        """For this file's address alone, and never sent along from another site."""
        answer, age = _see(request), int(OPEN_FOR.total_seconds())
        answer.set_cookie(
            self._cookie, used, age, path=request.url.path, secure=self._https, httponly=True, samesite="strict"
        )
        return answer

    def _served(self, granted: Pass, request: Request) -> Response:
        opened = self._opening.open(granted, self._holder(granted))
        if opened is None:
            return self._page("gone", 404)
        attachment, pieces_from = opened
        headers = {**HEADERS, "Content-Disposition": _disposition(attachment)}
        # A charset of our own making would be a guess: a text is saved, not shown.
        headers["Content-Type"] = attachment.media_type
        part = _part(request, attachment.size)
        if part is None:
            return StreamingResponse(pieces_from(0), headers={**headers, "Content-Length": str(attachment.size)})
        if not part:
            return Response(status_code=416, headers={**HEADERS, "Content-Range": f"bytes */{attachment.size}"})
        headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{attachment.size}"
        headers["Content-Length"] = str(len(part))
        return StreamingResponse(_first(pieces_from(part.start), len(part)), 206, headers=headers)


def _see(request: Request) -> Response:
    return RedirectResponse(request.url.path, 303, headers={"Cache-Control": "no-store"})


def _only_looks(request: Request) -> bool:
    """Link previews, and browsers that fetch ahead."""
    purpose = f"{request.headers.get('sec-purpose', '')} {request.headers.get('purpose', '')}"
    return bool(ROBOT.search(request.headers.get("user-agent", ""))) or "prefetch" in purpose


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

"""GET /bijlage/{token}: a citizen's file, for the colleague whose link it is."""

import re
from collections.abc import Callable
from mimetypes import guess_extension
from typing import Final, Literal
from urllib.parse import quote

import structlog
from slack_sdk.errors import SlackApiError
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.domain.errors import NoAccess
from bot.domain.participants.people import Role
from bot.domain.replies.attachments import Attachment
from bot.domain.replies.reply_errors import AttachmentHeld, AttachmentInfected
from bot.workflow.desk.recognising import Recognising
from bot.workflow.ports import BlobsDown
from bot.workflow.replies.opening import Opening

log = structlog.get_logger()
Why = Literal["gone", "no_access", "held", "infected", "away"]
SHOWN: Final = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
"""Plain pictures show in the browser; everything else is saved, whatever it says it is."""

HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox",
    "X-Robots-Tag": "noindex",
}
# Cubot makes telephones.
ROBOT: Final = re.compile(r"(?<!cu)bot\b|preview|crawler|spider|facebookexternalhit|whatsapp", re.IGNORECASE)


class AttachmentEndpoint:
    """Whether the person still may is looked at anew at each opening, as with every button."""

    def __init__(self, opening: Opening, staff: Recognising, problem: Callable[[Why, int], Response]) -> None:
        self._opening = opening
        self._staff = staff
        self._problem = problem

    def __call__(self, request: Request) -> Response:
        """The file, on record before its first byte; never to what only looks whether the link works."""
        if request.method == "HEAD" or _only_looks(request):
            return Response(status_code=405, headers={"Allow": "GET"})
        try:
            return self._served(request.path_params["token"])
        except NoAccess:
            return self._problem("no_access", 403)
        except AttachmentHeld:
            return self._problem("held", 409)
        except AttachmentInfected:
            return self._problem("infected", 403)
        except (BlobsDown, SlackApiError, OSError) as error:
            log.error("attachment away", error=type(error).__name__)
            return self._problem("away", 503)

    def _served(self, token: str) -> Response:
        granted = self._opening.pass_of(token)
        if granted is None:
            return self._problem("gone", 404)
        holder = self._staff.require(granted.holder_id, Role.RESPONDER, Role.BURGLARY_TEAM)
        opened = self._opening.open(granted, holder)
        if opened is None:
            return self._problem("gone", 404)
        attachment, pieces = opened
        headers = {**HEADERS, "Content-Length": str(attachment.size), "Content-Disposition": _disposition(attachment)}
        # A charset of our own making would be a guess: a text is saved, not shown.
        headers["Content-Type"] = attachment.media_type
        return StreamingResponse(pieces, headers=headers)


def _only_looks(request: Request) -> bool:
    """Link previews, and browsers that fetch ahead."""
    purpose = f"{request.headers.get('sec-purpose', '')} {request.headers.get('purpose', '')}"
    return bool(ROBOT.search(request.headers.get("user-agent", ""))) or "prefetch" in purpose


def _disposition(attachment: Attachment) -> str:
    """The citizen's name for it in UTF-8 (RFC 6266), and one that any browser can read."""
    how = "inline" if attachment.media_type in SHOWN else "attachment"
    name = attachment.name.strip("(). ").replace("/", "-") or f"bijlage-{attachment.id}"
    if "." not in name:
        name += guess_extension(attachment.media_type) or ""
    plain = re.sub(r"[^A-Za-z0-9 ._-]", "_", name)
    return f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"

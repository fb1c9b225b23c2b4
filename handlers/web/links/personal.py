"""A personal link to something of a citizen's: what it leads to is opened by a button, once, in one browser."""

import re
from collections.abc import Callable
from typing import Any, Final, Literal, Protocol

import structlog
from slack_sdk.errors import SlackApiError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.domain.errors import NoAccess
from bot.domain.participants.people import Colleague, Role
from bot.domain.replies.reply_errors import AttachmentHeld, AttachmentInfected
from bot.workflow.desk.recognising import Recognising
from bot.workflow.ports import BlobsDown
from bot.workflow.replies.opening import OPEN_FOR

log = structlog.get_logger()
Why = Literal["ask", "gone", "no_access", "held", "infected", "away"]
SECURE: Final = "__Secure-"
"""Browsers take such a name over https alone. Not `__Host-`: that would send it to the other pages too."""

HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; sandbox",
    "X-Robots-Tag": "noindex",
}
# Cubot makes telephones.
ROBOT: Final = re.compile(r"(?<!cu)bot\b|preview|crawler|spider|facebookexternalhit|whatsapp", re.IGNORECASE)


class Granted(Protocol):
    """What a link grants."""

    @property
    def holder_id(self) -> str:
        """Whose link it is."""


class Door(Protocol):
    """What links lead to; each of these may raise a Refusal or BlobsDown."""

    def pass_of(self, token: str) -> Any:
        """What a link grants; None where it is not ours, too old or used."""

    def opened(self, token: str) -> Any:
        """What a browser that used a link may open still."""

    def use(self, token: str, granted: Any, holder: Colleague) -> str | None:
        """Use a link up, on record: what its browser opens it with from now on."""

    def open(self, granted: Any, holder: Colleague) -> Any:
        """What is behind it; None where that is gone."""


class PersonalLinks:
    """A link that is only looked at opens nothing: its page has a button, which uses it up and lets that browser in.

    Whether the person still may is looked at anew each time, as with every button.
    """

    def __init__(
        self,
        door: Door,
        staff: Recognising,
        page: Callable[[Why, int], Response],
        served: Callable[[Any, Request], Response],
        cookie: str,
        *,
        https: bool,
    ) -> None:
        """`served` answers with what the door opened."""
        self._door = door
        self._staff = staff
        self._page = page
        self._served = served
        self._https = https
        self._name = cookie
        self._cookie = f"{SECURE if https else ''}{cookie}"

    def __call__(self, request: Request) -> Response:
        """GET: the button, or the file for the browser that pressed it. POST: the button; on record before a byte."""
        if request.method == "HEAD" or _only_looks(request):
            return Response(status_code=405, headers={"Allow": "GET, POST"})
        try:
            return self._answer(request)
        except NoAccess:
            log.info("not admitted", door=self._name)
            return self._page("no_access", 403)
        except AttachmentHeld:
            return self._page("held", 409)
        except AttachmentInfected:
            return self._page("infected", 403)
        except (BlobsDown, SlackApiError, OSError) as error:
            log.error("attachment away", door=self._name, error=type(error).__name__)
            return self._page("away", 503)

    def _answer(self, request: Request) -> Response:
        token = request.path_params["token"]
        if opened := self._door.opened(request.cookies.get(self._cookie, "")):
            return self._shown(opened, request) if request.method == "GET" else _see(request)
        granted = self._door.pass_of(token)
        if granted is None:
            return self._page("gone", 404)
        holder = self._holder(granted)
        if request.method == "GET":
            return self._page("ask", 200) if self._door.open(granted, holder) else self._page("gone", 404)
        used = self._door.use(token, granted, holder)
        return self._let_in(request, used) if used else self._page("gone", 404)

    def _holder(self, granted: Granted) -> Colleague:
        return self._staff.require(granted.holder_id, Role.RESPONDER, Role.BURGLARY_TEAM)

    def _let_in(self, request: Request, used: str) -> Response:
        """For this file's address alone, and never sent along from another site."""
        answer, age = _see(request), int(OPEN_FOR.total_seconds())
        answer.set_cookie(
            self._cookie, used, age, path=request.url.path, secure=self._https, httponly=True, samesite="strict"
        )
        return answer

    def _shown(self, granted: Granted, request: Request) -> Response:
        found = self._door.open(granted, self._holder(granted))
        return self._served(found, request) if found else self._page("gone", 404)


def _see(request: Request) -> Response:
    return RedirectResponse(request.url.path, 303, headers={"Cache-Control": "no-store"})


def _only_looks(request: Request) -> bool:
    """Link previews, and browsers that fetch ahead."""
    purpose = f"{request.headers.get('sec-purpose', '')} {request.headers.get('purpose', '')}"
    return bool(ROBOT.search(request.headers.get("user-agent", ""))) or "prefetch" in purpose

"""POST /slack/events: Slack's calls in HTTP mode."""

import re
from collections.abc import Sequence
from typing import Final

from slack_bolt import App, BoltRequest
from slack_sdk.signature import SignatureVerifier
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.clock import Clock
from handlers.web.bodies import MACHINES, SMALL_BYTES, BadLength, BodyRoom, BodyTooLarge, BodyTooSlow, read_body

FRESH_S: Final = 300  # as Slack's own signature check has it
LONGEST_TIMESTAMP: Final = 12
SSL_CHECK_BYTES: Final = 256
SIGNATURE: Final = re.compile(r"v0=[0-9a-f]{64}")


class SlackEndpoint:
    """Hands to Bolt what Slack signed; what can't be Slack's is not read, and what is not is not taken apart.

    Bolt would take it apart first. Slack's `ssl_check` has no signature: it is a form of one line.
    """

    def __init__(self, app: App, signing_secret: str, clock: Clock, room: BodyRoom) -> None:
        self._app = app
        self._signatures = SignatureVerifier(signing_secret)
        self._clock = clock
        self._room = room

    async def __call__(self, request: Request) -> Response:
        """Bolt is synchronous: it runs in a thread, so that a slow listener never holds up another call."""
        if not self._may_be_slack(request):
            return Response(status_code=200 if await _is_ssl_check(request) else 401)
        async with self._room.place(request):
            body = await read_body(request, SMALL_BYTES, MACHINES)
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return Response(status_code=401)
        if not self._signatures.is_valid_request(text, dict(request.headers)):
            return Response(status_code=401)
        return await run_in_threadpool(self._answer, request, text)

    def _answer(self, request: Request, body: str) -> Response:
        headers: dict[str, str | Sequence[str]] = {name: [value] for name, value in request.headers.items()}
        try:
            call = BoltRequest(body=body, query=request.url.query, headers=headers)
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):  # signed, and no call of Slack's
            return Response(status_code=400)
        answer = self._app.dispatch(call)
        names = {name: values[0] for name, values in answer.headers.items() if name.lower() != "content-length"}
        return Response(answer.body, answer.status, names)

    def _may_be_slack(self, request: Request) -> bool:
        """By its headers alone."""
        timestamp = request.headers.get("x-slack-request-timestamp", "")
        if not (timestamp.isascii() and timestamp.isdecimal() and len(timestamp) <= LONGEST_TIMESTAMP):
            return False
        fresh = abs(self._clock.now().timestamp() - int(timestamp)) <= FRESH_S
        return fresh and bool(SIGNATURE.fullmatch(request.headers.get("x-slack-signature", "")))


async def _is_ssl_check(request: Request) -> bool:
    try:
        body = await read_body(request, SSL_CHECK_BYTES, MACHINES)
    except (BadLength, BodyTooLarge, BodyTooSlow):
        return False
    return b"ssl_check=1" in body.split(b"&")

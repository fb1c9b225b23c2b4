"""POST /slack/events: Slack's calls in HTTP mode."""

import re
from collections.abc import Sequence
from typing import Final

from slack_bolt import App, BoltRequest
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
    """Hands the raw body to Bolt, which checks the signature over it; what can't be Slack's is not read.

    Slack's `ssl_check` has no signature: it is a form of one line.
    """

    def __init__(self, app: App, clock: Clock, room: BodyRoom) -> None:
        self._app = app
        self._clock = clock
        self._room = room

    async def __call__(self, request: Request) -> Response:
        """Bolt is synchronous: it runs in a thread, so that a slow listener never holds up another call."""
        if not self._may_be_slack(request):
            return Response(status_code=200 if await _is_ssl_check(request) else 401)
        async with self._room.place(request):
            body = await read_body(request, SMALL_BYTES, MACHINES)
        headers: dict[str, str | Sequence[str]] = {name: [value] for name, value in request.headers.items()}
        call = BoltRequest(body=body.decode("utf-8", "replace"), query=request.url.query, headers=headers)
        answer = await run_in_threadpool(self._app.dispatch, call)
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

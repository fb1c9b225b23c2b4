"""POST /slack/events: Slack's calls in HTTP mode."""

from collections.abc import Sequence

from slack_bolt import App, BoltRequest
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from handlers.web.bodies import SMALL_BYTES, read_body


class SlackEndpoint:
    """Hands the raw body to Bolt, which checks the signature over it; Slack's `ssl_check` alone has none."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, request: Request) -> Response:
        """Bolt is synchronous: it runs in a thread, so that a slow listener never holds up another call."""
        if not request.headers.get("x-slack-request-timestamp", "0").isdecimal():
            return Response(status_code=401)
        body = await read_body(request, SMALL_BYTES)
        headers: dict[str, str | Sequence[str]] = {name: [value] for name, value in request.headers.items()}
        call = BoltRequest(body=body.decode("utf-8", "replace"), query=request.url.query, headers=headers)
        answer = await run_in_threadpool(self._app.dispatch, call)
        names = {name: values[0] for name, values in answer.headers.items() if name.lower() != "content-length"}
        return Response(answer.body, answer.status, names)

"""POST /mail/inbound and POST /mail/events: the mail provider's calls, signed over the raw body."""

from collections.abc import Callable

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.clock import Clock
from bot.mail.events import parse_events
from bot.mail.reading.inbound import read_post
from bot.mail.reading.multipart import BadForm, read_form
from bot.mail.reading.signatures import EVENTS_WINDOW_S, INBOUND_WINDOW_S, SIGNATURE_HEADER, TIMESTAMP_HEADER, verify
from bot.workflow.alerts.sending import Sending
from bot.workflow.replies.receiving import Receiving
from handlers.web.bodies import MOST_BYTES, BodyRoom, read_body

log = structlog.get_logger()


class SignedEndpoint:
    """Takes a body only where its signature holds and is at most `window_s` old; without a key of ours nothing."""

    def __init__(
        self, public_key: str, window_s: int, clock: Clock, room: BodyRoom, take: Callable[[Request, bytes], Response]
    ) -> None:
        self._public_key = public_key
        self._window_s = window_s
        self._clock = clock
        self._room = room
        self._take = take

    async def __call__(self, request: Request) -> Response:
        """403 for a bad signature; what `take` says for a good one. Without any, the body is not even read."""
        if not self._public_key or not request.headers.get(SIGNATURE_HEADER):
            log.warning("signature missing", path=request.url.path)
            return Response(status_code=403)
        async with self._room.place(request):
            return await run_in_threadpool(self._checked, request, await read_body(request, MOST_BYTES))

    def _checked(self, request: Request, body: bytes) -> Response:
        signature, timestamp = (request.headers.get(name, "") for name in (SIGNATURE_HEADER, TIMESTAMP_HEADER))
        now, key = self._clock.now(), self._public_key
        if not key or not verify(key, signature, timestamp, body, now, self._window_s):
            log.warning("signature refused", path=request.url.path)
            return Response(status_code=403)
        return self._take(request, body)


def inbound_endpoint(public_key: str, clock: Clock, room: BodyRoom, receiving: Receiving) -> SignedEndpoint:
    """A citizen's mail (Inbound Parse, raw mode): 200 only after it is stored whole."""

    def take(request: Request, body: bytes) -> Response:
        try:
            post = read_post(read_form(request.headers.get("content-type", ""), body))
        except BadForm as error:
            log.error("inbound malformed", reason=str(error))
            return Response(status_code=400)
        receiving.store_mail(post.raw, post.envelope_to)
        return Response(status_code=200)

    return SignedEndpoint(public_key, INBOUND_WINDOW_S, clock, room, take)


def events_endpoint(public_key: str, clock: Clock, room: BodyRoom, sending: Sending) -> SignedEndpoint:
    """What became of single mails (Event Webhook)."""

    def take(_request: Request, body: bytes) -> Response:
        sending.record_events(parse_events(body))
        return Response(status_code=200)

    return SignedEndpoint(public_key, EVENTS_WINDOW_S, clock, room, take)

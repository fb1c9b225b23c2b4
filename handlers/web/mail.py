"""POST /mail/inbound and POST /mail/events: the mail provider's calls, signed over the raw body."""

import json
from collections.abc import Callable
from typing import Any

import structlog
from bot.mail.events import parse_events
from bot.mail.multipart import MultipartError, parse_multipart
from bot.mail.signatures import verify
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.clock import Clock
from bot.workflow.receiving import Receiving
from bot.workflow.sending import Sending
from handlers.web.bodies import MOST_BYTES, read_body

log = structlog.get_logger()
SIGNATURE = "x-twilio-email-event-webhook-signature"
TIMESTAMP = "x-twilio-email-event-webhook-timestamp"


class SignedEndpoint:
    """Takes a body only where its signature holds; without a key of ours nothing is taken."""

    def __init__(self, public_key: str, clock: Clock, take: Callable[[Request, bytes], Response]) -> None:
        self._public_key = public_key
        self._clock = clock
        self._take = take

    async def __call__(self, request: Request) -> Response:
        """403 for a bad signature; what `take` says for a good one."""
        body = await read_body(request, MOST_BYTES)
        return await run_in_threadpool(self._checked, request, body)

    def _checked(self, request: Request, body: bytes) -> Response:
        signature, timestamp = (request.headers.get(name, "") for name in (SIGNATURE, TIMESTAMP))
        if not self._public_key or not verify(self._public_key, signature, timestamp, body, self._clock.now()):
            log.warning("signature refused", path=request.url.path)
            return Response(status_code=403)
        return self._take(request, body)


def inbound_endpoint(public_key: str, clock: Clock, receiving: Receiving) -> SignedEndpoint:
    """A citizen's mail (Inbound Parse, raw mode): 200 only after it is stored whole."""

    def take(request: Request, body: bytes) -> Response:
        try:
            fields = parse_multipart(request.headers.get("content-type", ""), body)
            raw, envelope = fields["email"], _envelope(fields)
        except (MultipartError, KeyError, ValueError) as error:
            log.error("inbound malformed", error=type(error).__name__)
            return Response(status_code=400)
        receiving.store_mail(raw, envelope)
        return Response(status_code=200)

    return SignedEndpoint(public_key, clock, take)


def _envelope(fields: dict[str, bytes]) -> list[str]:
    envelope: Any = json.loads(fields.get("envelope", b"{}"))
    return [str(address) for address in envelope.get("to", [])]


def events_endpoint(public_key: str, clock: Clock, sending: Sending) -> SignedEndpoint:
    """What became of single mails (Event Webhook)."""

    def take(_request: Request, body: bytes) -> Response:
        sending.record_events(parse_events(body))
        return Response(status_code=200)

    return SignedEndpoint(public_key, clock, take)

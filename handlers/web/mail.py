"""POST /mail/inbound and POST /mail/events: the mail provider's calls, signed over the raw body.

It throws a citizen's mail away for good on any answer 3xx or 4xx, and tries for 72 hours on 5xx: so each call that is
not taken is answered 503, whoever's fault it is, and counted.
"""

from collections.abc import Callable, Mapping
from typing import Final

import structlog
from anyio import CapacityLimiter, to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bot.clock import Clock
from bot.mail.events import parse_events
from bot.mail.reading.inbound import read_post
from bot.mail.reading.multipart import MOST_BYTES, BadForm, read_form
from bot.mail.reading.signatures import (
    EVENTS_WINDOW_S,
    INBOUND_WINDOW_S,
    SIGNATURE_HEADER,
    TIMESTAMP_HEADER,
    fault_before,
    fault_of,
)
from bot.records.mail import CallFault, Door
from bot.workflow.alerts.sending import Sending
from bot.workflow.desk.doorkeeping import Doorkeeping
from bot.workflow.replies.receiving import Receiving
from handlers.web.bodies import BadLength, Body, BodyRoom, BodyTooLarge, BodyTooSlow, TooManyBodies, read_start

log = structlog.get_logger()
MOST_SENT: Final = 4 * MOST_BYTES
"""What is over the limit is not kept, but the signature stands over all of it."""
AT_ONCE: Final = 16  # threads: those who wait for one transaction write together in the next
AGAIN: Final = {"Retry-After": "60"}
FAULTS: Final[Mapping[type[Exception], CallFault]] = {
    BadForm: CallFault.NO_MAIL,
    BadLength: CallFault.INCOMPLETE,
    BodyTooLarge: CallFault.INCOMPLETE,
    BodyTooSlow: CallFault.INCOMPLETE,
    ClientDisconnect: CallFault.INCOMPLETE,
    TooManyBodies: CallFault.BUSY,
}


class SignedEndpoint:
    """Takes a body only where its signature holds and is at most `window_s` old; without a key of ours nothing."""

    def __init__(
        self,
        door: Door,
        keys: tuple[str, int],
        clock: Clock,
        room: BodyRoom,
        doorkeeping: Doorkeeping,
        take: Callable[[Request, Body], None],
    ) -> None:
        """`keys`: the public key, and how many seconds a signature holds."""
        self._door = door
        self._public_key, self._window_s = keys
        self._clock = clock
        self._room = room
        self._doorkeeping = doorkeeping
        self._take = take
        self._threads = CapacityLimiter(AT_ONCE)

    async def __call__(self, request: Request) -> Response:
        """200 once it is taken, else 503."""
        try:
            with self._doorkeeping.coming():
                fault = await self._fault(request)
        except Exception as error:
            fault = FAULTS.get(type(error), CallFault.NOT_STORED)
            unforeseen = error if fault is CallFault.NOT_STORED else None  # its place is logged, never the body
            log.warning("call failed", door=self._door, error=type(error).__name__, exc_info=unforeseen)
        return self.refuse(fault) if fault else Response(status_code=200)

    def refuse(self, fault: CallFault) -> Response:
        self._doorkeeping.refuse(self._door, fault)
        log.warning("call refused", door=self._door, fault=fault)
        return Response(status_code=503, headers=AGAIN)

    async def wrong_address(self, _request: Request) -> Response:
        """A call to an address below this one, as a slip in the provider's form makes it."""
        return self.refuse(CallFault.ADDRESS)

    async def _fault(self, request: Request) -> CallFault | None:
        """What keeps it out; nothing where it was taken. Without what may be a signature the body is not even read."""
        if not self._public_key:
            return CallFault.NO_KEY
        signature, timestamp = _signed(request)
        if not (signature and timestamp):
            return CallFault.NO_SIGNATURE
        if fault := fault_before(signature, timestamp, self._clock.now(), self._window_s):
            return fault
        async with self._room.place(request):
            body = await read_start(request, MOST_BYTES, MOST_SENT, timestamp.encode())
            return await to_thread.run_sync(self._checked, request, body, limiter=self._threads)

    def _checked(self, request: Request, body: Body) -> CallFault | None:
        signature, timestamp = _signed(request)
        now = self._clock.now()
        fault = fault_of(self._public_key, signature, timestamp, body.digest, now, self._window_s)
        if fault is None:
            self._take(request, body)
        return fault


def _signed(request: Request) -> tuple[str, str]:
    """The signature and its timestamp, as the headers have them."""
    return request.headers.get(SIGNATURE_HEADER, ""), request.headers.get(TIMESTAMP_HEADER, "")


def inbound_endpoint(
    public_key: str, clock: Clock, room: BodyRoom, doorkeeping: Doorkeeping, receiving: Receiving
) -> SignedEndpoint:
    """A citizen's mail (Inbound Parse, raw mode): 200 only after it is stored whole, or up to the limit."""

    def take(request: Request, body: Body) -> None:
        fields = read_form(request.headers.get("content-type", ""), body.start, whole=body.whole)
        post = read_post(fields, whole=body.whole)
        receiving.store_mail(post.raw, post.envelope_to)

    return SignedEndpoint(Door.INBOUND, (public_key, INBOUND_WINDOW_S), clock, room, doorkeeping, take)


def events_endpoint(
    public_key: str, clock: Clock, room: BodyRoom, doorkeeping: Doorkeeping, sending: Sending
) -> SignedEndpoint:
    """What became of single mails (Event Webhook)."""

    def take(_request: Request, body: Body) -> None:
        sending.record_events(parse_events(body.start))

    return SignedEndpoint(Door.EVENTS, (public_key, EVENTS_WINDOW_S), clock, room, doorkeeping, take)

"""Request bodies, read with limits before anything looks at them: how large, how slow, how many at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Final

from starlette.requests import ClientDisconnect, Request

MOST_BYTES: Final = 35 * 1024 * 1024  # the mail provider's own limit is 30 MB; the multipart around it needs room
SMALL_BYTES: Final = 1024 * 1024
FREE_BYTES: Final = 64 * 1024
"""As many of these as there are connections still fit into memory."""
PATIENCE_S: Final = 20.0


class BadLength(Exception):
    """A Content-Length that is no number."""


class BodyTooLarge(Exception):
    """More bytes than this address takes."""


class BodyTooSlow(Exception):
    """It did not come in time."""


class TooManyBodies(Exception):
    """Other large bodies are being read: the sender has to come back."""


@dataclass(frozen=True)
class Pace:
    """Bytes a second, on average after a while; that while, also the longest silence; and the end of all patience."""

    least: int
    grace_s: float
    longest_s: float


MACHINES: Final = Pace(128 * 1024, 5.0, 60.0)
PEOPLE: Final = Pace(2 * 1024, 15.0, 60.0)


async def pieces(request: Request, pace: Pace) -> AsyncIterator[bytes]:
    """The body as it comes; BodyTooSlow as soon as it falls behind."""
    clock = asyncio.get_running_loop().time
    begun, size, more = clock(), 0, True
    while more:
        try:
            async with asyncio.timeout(min(pace.grace_s, begun + pace.longest_s - clock())):
                message = await request.receive()
        except TimeoutError:
            raise BodyTooSlow from None
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        piece, more = message.get("body", b""), message.get("more_body", False)
        size += len(piece)
        if size < pace.least * (clock() - begun - pace.grace_s):
            raise BodyTooSlow
        if piece:
            yield piece


async def read_body(request: Request, most: int, pace: Pace = PEOPLE) -> bytes:
    """The raw bytes, as signatures are checked over; BodyTooLarge as soon as they pass `most`, or BodyTooSlow."""
    if (declared_length(request) or 0) > most:
        raise BodyTooLarge
    body = BytesIO()  # whose getvalue copies nothing
    async for piece in pieces(request, pace):
        if body.write(piece) and body.tell() > most:
            raise BodyTooLarge
    return body.getvalue()


@dataclass(frozen=True)
class Body:
    """The beginning of a body, all of it where it is `whole`; the digest is of all that came."""

    start: bytes
    digest: bytes
    whole: bool


async def read_start(request: Request, kept: int, most: int, before: bytes) -> Body:
    """Read to the end, keep so many bytes; SHA-256 over `before` and all. BodyTooLarge beyond `most`, BodyTooSlow."""
    if (declared_length(request) or 0) > most:
        raise BodyTooLarge
    start, digest, size = BytesIO(), sha256(before), 0
    async for piece in pieces(request, MACHINES):
        digest.update(piece)
        start.write(piece[: max(0, kept - size)])
        size += len(piece)
        if size > most:
            raise BodyTooLarge
    return Body(start.getvalue(), digest.digest(), size <= kept)


def declared_length(request: Request) -> int | None:
    """As declared; None where it is not, as in chunks. BadLength."""
    declared = request.headers.get("content-length")
    if declared is not None and not (declared.isascii() and declared.isdecimal()):
        raise BadLength
    return None if declared is None else int(declared)


class BodyRoom:
    """Places for bodies by their size, so that no number of senders fills the memory, and small ones pass large ones.

    One takes up to five times its size while it is read, unpacked and stored.
    """

    def __init__(self, large: int, middling: int = 16) -> None:
        self._large = asyncio.Semaphore(large)
        self._middling = asyncio.Semaphore(middling)

    @asynccontextmanager
    async def place(self, request: Request) -> AsyncIterator[None]:
        """Until the block ends; TooManyBodies after a while. What does not say how large it is counts as large."""
        length = declared_length(request)
        if length is not None and length <= FREE_BYTES:
            yield
            return
        places = self._large if length is None or length > SMALL_BYTES else self._middling
        try:
            await asyncio.wait_for(places.acquire(), PATIENCE_S)
        except TimeoutError:
            raise TooManyBodies from None
        try:
            yield
        finally:
            places.release()

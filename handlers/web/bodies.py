"""Request bodies, read with limits before anything looks at them: how large, how slow, how many at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Final

from starlette.requests import Request

MOST_BYTES: Final = 35 * 1024 * 1024  # the mail provider's own limit is 30 MB; the multipart around it needs room
SMALL_BYTES: Final = 1024 * 1024
SLOWEST_S: Final = 60.0  # 35 MB within it is 5 Mbit a second: what sends slower than that is no mail provider
PATIENCE_S: Final = 20.0


class BadLength(Exception):
    """A Content-Length that is no number."""


class BodyTooLarge(Exception):
    """More bytes than this address takes."""


class BodyTooSlow(Exception):
    """It did not come in time."""


class TooManyBodies(Exception):
    """Other large bodies are being read: the sender has to come back."""


async def read_body(request: Request, most: int) -> bytes:
    """The raw bytes, as signatures are checked over; BodyTooLarge as soon as they pass `most`, or BodyTooSlow."""
    if (_length(request) or 0) > most:
        raise BodyTooLarge
    body = BytesIO()  # whose getvalue copies nothing
    async with within(SLOWEST_S):
        async for chunk in request.stream():
            if body.write(chunk) and body.tell() > most:
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
    if (_length(request) or 0) > most:
        raise BodyTooLarge
    start, digest, size = BytesIO(), sha256(before), 0
    async with within(SLOWEST_S):
        async for chunk in request.stream():
            digest.update(chunk)
            start.write(chunk[: max(0, kept - size)])
            size += len(chunk)
            if size > most:
                raise BodyTooLarge
    return Body(start.getvalue(), digest.digest(), size <= kept)


def _length(request: Request) -> int | None:
    """As declared; None where it is not, as in chunks. BadLength."""
    declared = request.headers.get("content-length")
    if declared is not None and not (declared.isascii() and declared.isdecimal()):
        raise BadLength
    return None if declared is None else int(declared)


@asynccontextmanager
async def within(seconds: float) -> AsyncIterator[None]:
    """BodyTooSlow where the block takes longer."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError:
        raise BodyTooSlow from None


class BodyRoom:
    """Room for a few large bodies, so that no number of senders fills the memory.

    One takes up to five times its size while it is read, unpacked and stored.
    """

    def __init__(self, at_once: int) -> None:
        self._large = asyncio.Semaphore(at_once)

    @asynccontextmanager
    async def place(self, request: Request) -> AsyncIterator[None]:
        """For a large body, or one that does not say how large, until the block ends. TooManyBodies after a while."""
        if (length := _length(request)) is not None and length <= SMALL_BYTES:
            yield
            return
        try:
            await asyncio.wait_for(self._large.acquire(), PATIENCE_S)
        except TimeoutError:
            raise TooManyBodies from None
        try:
            yield
        finally:
            self._large.release()

"""Request bodies, read with a limit before anything looks at them."""

from starlette.requests import Request

MOST_BYTES = 35 * 1024 * 1024  # the mail provider's own limit is 30 MB; the multipart around it needs room
SMALL_BYTES = 1024 * 1024


class BodyTooLarge(Exception):
    """More bytes than this address takes."""


async def read_body(request: Request, most: int) -> bytes:
    """The raw bytes, as signatures are checked over; BodyTooLarge as soon as they pass `most`."""
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise BodyTooLarge
        chunks.append(chunk)
    return b"".join(chunks)

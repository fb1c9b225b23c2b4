"""A body as it comes, to the store a stretch at a time."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import ClientDisconnect, Request

from bot.workflow.ports import GROWS_BY
from bot.workflow.replies.images.uploading import Incoming
from handlers.web.bodies import BodyTooLarge, BodyTooSlow, pieces
from handlers.web.forms import UPLOADS

Take = Callable[[bytes], Awaitable[None]]


async def stream(request: Request, incoming: Incoming, most: int, digest: Any, take: Take) -> None:
    """To the store as they come, a stretch at a time; of a body that breaks off what did come."""
    waiting = _Waiting()
    try:
        async for piece in pieces(request, UPLOADS):
            if incoming.at + waiting.size + len(piece) > most:
                raise BodyTooLarge
            waiting.add(piece)
            if digest:
                digest.update(piece)
            while waiting.size >= (room := GROWS_BY - incoming.at % GROWS_BY):
                await take(waiting.first(room))
    except (ClientDisconnect, BodyTooSlow):
        if waiting.size and not digest:
            await take(waiting.first(waiting.size))
        raise
    if waiting.size:
        await take(waiting.first(waiting.size))


class _Waiting:
    """Pieces until they are a stretch: joined once, for copying them as they come took longer than bringing them."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.size = 0

    def add(self, piece: bytes) -> None:
        self._pieces.append(piece)
        self.size += len(piece)

    def first(self, size: int) -> bytes:
        """So many of them, which wait no longer."""
        over = self.size - size
        last = self._pieces.pop()
        self._pieces.append(last[: len(last) - over])
        stretch = b"".join(self._pieces)
        self._pieces, self.size = [last[len(last) - over :]] if over else [], over
        return stretch

"""Connections, before anything of a request is known: how many, of one address how many, how long silent."""

import asyncio
from ipaddress import ip_address
from typing import Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from handlers.web.headers import SAFE

HEAD_S: Final = 10.0
"""Until the headers of a request are in."""
MOST: Final = 384
"""In all, and twice as many for a moment: with the rest they stay below the 1,024 descriptors that a process has."""
TO_SPEAK_S: Final = 0.2
"""A new connection has not said anything yet, whoever it is."""
MOST_OF_ONE: Final = 64
"""From one address of the internet; what stands on this network is the proxy, which speaks for everybody."""
ACCEPTED_AT_ONCE: Final = 128


class GuardedProtocol(H11Protocol):
    """Where all places are taken, the oldest connection on which nothing was asked yet makes room for a new one.

    So whoever opens connections and keeps silent shuts out nobody who asks for something.
    """

    _giving_up: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect_head()
        if self._is_one_of_many():
            transport.abort()
        elif len(self.connections) > 2 * MOST:
            self._make_room()
        elif len(self.connections) > MOST:
            self.loop.call_later(TO_SPEAK_S, self._make_room)

    def _make_room(self) -> None:
        silent = [one for one in self.connections if isinstance(one, GuardedProtocol) and one._giving_up]
        if silent and len(self.connections) > MOST:
            min(silent, key=_since).transport.abort()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._is_asked():
            self._stop_expecting()
        else:
            self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_expecting()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """As every other answer has them."""
        headers = [*SAFE.items(), ("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close")]
        answer = (h11.Response(status_code=400, headers=headers), h11.Data(data=msg.encode()), h11.EndOfMessage())
        self.transport.write(b"".join(self.conn.send(event) or b"" for event in answer))
        self.transport.close()

    def _is_asked(self) -> bool:
        """Whether a request is being answered."""
        return self.cycle is not None and not self.cycle.response_complete

    def _expect_head(self) -> None:
        """From the first byte on, whatever comes behind it: a byte now and then wins no time."""
        if self._giving_up is None:
            self._giving_up = self.loop.call_later(HEAD_S, self._give_up)

    def _stop_expecting(self) -> None:
        if self._giving_up is not None:
            self._giving_up.cancel()
            self._giving_up = None

    def _give_up(self) -> None:
        if not self._is_asked():
            self.transport.abort()

    def _is_one_of_many(self) -> bool:
        if self.client is None or not ip_address(self.client[0].partition("%")[0]).is_global:
            return False
        others = (one.client for one in self.connections if isinstance(one, GuardedProtocol))
        return sum(other is not None and other[0] == self.client[0] for other in others) > MOST_OF_ONE


def _since(one: GuardedProtocol) -> float:
    return one._giving_up.when() if one._giving_up else 0.0

"""Connections, before anything of a request is known: how many, of one address how many, how long silent."""

import asyncio
import re
from collections.abc import Callable
from operator import itemgetter
from typing import Any, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from handlers.web.headers import SAFE
from handlers.web.people.homes import home_of

HEAD_S: Final = 10.0
"""Until the headers of a request are in."""
TO_TAKE_S: Final = 60.0
"""Until all that was written is on its way: answers are written in pieces, and the slowest telephone takes one."""
MOST: Final = 384
"""In all, and twice as many for a moment: with the rest they stay below the 1,024 descriptors that a process has."""
TO_SPEAK_S: Final = 0.2
"""A new connection has not said anything yet, whoever it is."""
SLOW: Final = 16 * 1024
"""Bytes a second of a body: an upload that brings fewer is not waited for either."""
MOST_OF_ONE: Final = 64
"""From one address of the internet; what stands on this network is the proxy, which speaks for everybody."""
ACCEPTED_AT_ONCE: Final = 128
LONGEST_HEAD: Final = 16 * 1024
MOST_LINES: Final = 100
"""Of a head; programs and proxies together write some thirty."""
CRUMB: Final = 512
MOST_CRUMBS: Final = 100
LENGTHS: Final = {b"content-length", b"transfer-encoding"}
"""Of both a proxy may believe the other one, and hand us one caller's words as the next one's request."""
HEAD_END: Final = re.compile(rb"\n\r?\n")


class Wait:
    """For the other side, which is hung up on once it lasts too long; `since` is None while nobody waits."""

    def __init__(self, loop: asyncio.AbstractEventLoop, give_up: Callable[[], None]) -> None:
        self._loop = loop
        self._give_up = give_up
        self._timer: asyncio.TimerHandle | None = None
        self.since: float | None = None

    def begin(self, seconds: float) -> None:
        """From the first time on: what comes in between wins no time."""
        if self.since is None:
            self.since = self._loop.time()
            self._timer = self._loop.call_later(seconds, self._give_up)

    def end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self.since = None


class GuardedConnection(h11.Connection):
    """Takes no request that costs much time for few bytes: thousands of headers, or a body in crumbs.

    One connection of a stranger who sent a byte a chunk kept everybody waiting for ten seconds.
    """

    def __init__(self) -> None:
        super().__init__(h11.SERVER, LONGEST_HEAD)
        self._crumbs = 0

    def next_event(self) -> Any:
        if self.their_state is h11.IDLE:
            self._crumbs = 0
            came, _ended = self.trailing_data
            head = HEAD_END.search(came)
            if came.count(b"\n", 0, head.end() if head else len(came)) > MOST_LINES:
                raise h11.RemoteProtocolError("too many headers", 431)
        event = super().next_event()
        if isinstance(event, h11.Request) and {name for name, _ in event.headers} >= LENGTHS:
            raise h11.RemoteProtocolError("two lengths")
        if isinstance(event, h11.Data) and event.chunk_start and event.chunk_end and len(event.data) < CRUMB:
            self._crumbs += 1
        if self._crumbs > MOST_CRUMBS or (isinstance(event, h11.EndOfMessage) and event.headers):
            raise h11.RemoteProtocolError("a body in crumbs, or with headers behind it")
        return event


class GuardedProtocol(H11Protocol):
    """Where all places are taken, the connection that was waited for longest makes room for a new one: nothing was
    asked on it yet, or what it was answered is not taken. Where none is, the one whose body comes in slowest.

    So whoever opens connections and keeps silent, asks and does not listen, or brings a form byte by byte shuts out
    nobody who asks for something.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.home = home_of(self.client[0]) if self.client else ""
        self.conn = GuardedConnection()
        self._head = Wait(self.loop, self._give_up)
        self._taking = Wait(self.loop, transport.abort)
        self._brought = 0
        self._brings_since: float | None = None
        transport.set_write_buffer_limits(high=0)  # whatever is left unsent is known at once
        self._expect_head()
        if self._is_one_of_many():
            transport.abort()
        elif len(self.connections) > 2 * MOST:
            self._make_room()
        elif len(self.connections) > MOST:
            self.loop.call_later(TO_SPEAK_S, self._make_room)

    def waited_since(self) -> float | None:
        """None while it is our turn."""
        return min((wait.since for wait in (self._head, self._taking) if wait.since is not None), default=None)

    def pace(self) -> float | None:
        """Bytes a second of a body that is still to come; None where none is."""
        if self._brings_since is None:
            return None
        return self._brought / max(self.loop.time() - self._brings_since, TO_SPEAK_S)

    def _make_room(self) -> None:
        """A new connection has a moment to speak; where there are far too many, only until nobody else can go."""
        many, now = len(self.connections) > 2 * MOST, self.loop.time()
        others = [one for one in self.connections if isinstance(one, GuardedProtocol)]
        waited = [(since, one) for one in others if (since := one.waited_since()) is not None]
        silent = [one for one in waited if one[0] <= now - TO_SPEAK_S]
        slow = [(pace, one) for one in others if (pace := one.pace()) is not None and pace < SLOW]
        gone = silent or (many and (slow or waited))
        if len(self.connections) > MOST and gone:
            min(gone, key=itemgetter(0))[1].transport.abort()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._taking.begin(TO_TAKE_S)

    def resume_writing(self) -> None:
        self._taking.end()
        super().resume_writing()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._brought += len(data)
        if self.conn.their_state is not h11.SEND_BODY:
            self._brought, self._brings_since = 0, None
        elif self._brings_since is None:
            self._brings_since = self.loop.time()
        if self._is_asked():
            self._head.end()
        else:
            self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._head.end()
        self._taking.end()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """With what every other answer has; nothing where another one was begun."""
        if self.conn.our_state not in {h11.IDLE, h11.SEND_RESPONSE}:
            self.transport.abort()
            return
        headers = [*SAFE.items(), ("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close")]
        answer = (h11.Response(status_code=400, headers=headers), h11.Data(data=msg.encode()), h11.EndOfMessage())
        self.transport.write(b"".join(self.conn.send(event) or b"" for event in answer))
        self.transport.close()

    def _is_asked(self) -> bool:
        """Whether a request is being answered."""
        return self.cycle is not None and not self.cycle.response_complete

    def _expect_head(self) -> None:
        self._head.begin(HEAD_S)

    def _give_up(self) -> None:
        if not self._is_asked():
            self.transport.abort()

    def _is_one_of_many(self) -> bool:
        others = (one.home for one in self.connections if isinstance(one, GuardedProtocol))
        return bool(self.home) and sum(home == self.home for home in others) > MOST_OF_ONE

"""The Socket Mode server: tickets, several connections, envelopes, acknowledgements, requests to reconnect."""

import contextlib
import json
import logging
import socket
from threading import Event, Lock, Thread

from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import ServerConnection, serve

from .rules import Json
from .world import World

MOST_CONNECTIONS = 10


class _Waiting:
    """An envelope on its way and the answer to it."""

    def __init__(self) -> None:
        self.answered = Event()
        self.answer: Json = {}


class SocketHub:
    """Hands every envelope to one of the connected sockets, in turn."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._lock = Lock()
        self._connections: list[ServerConnection] = []
        self._turn = 0
        self.was_used = False
        self.refusing = False
        """Whether every connection is refused, as by a proxy that lets calls through but no sockets."""
        self.held: Event | None = None
        """Who connects meanwhile hears nothing, neither yes nor no, until it is set."""
        self._waiting: dict[str, _Waiting] = {}
        logger = logging.getLogger("slack.double.sockets")
        logger.setLevel(logging.CRITICAL)
        self._server = serve(
            self._serve, "127.0.0.1", 0, process_request=self._admit, ping_interval=None, logger=logger
        )
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self._server.socket.getsockname()[1]}"

    @property
    def count(self) -> int:
        return len(self._connections)

    def _admit(self, connection: ServerConnection, request: Request) -> Response | None:
        ticket = request.path.partition("ticket=")[2]
        if self.held is not None:
            self.held.wait(20)
        with self._world.lock:
            if self.refusing or ticket not in self._world.tickets or self.count >= MOST_CONNECTIONS:
                return connection.respond(403, "this address was used before or there are too many connections")
            self._world.tickets.remove(ticket)
        return None

    def _serve(self, connection: ServerConnection) -> None:
        hello = {"type": "hello", "num_connections": self.count + 1, "connection_info": {"app_id": self._world.app_id}}
        connection.send(json.dumps(hello))
        with self._lock:
            self._connections.append(connection)
            self.was_used = True
        try:
            for raw in connection:
                self._take_answer(json.loads(raw))
        except ConnectionClosed:
            pass
        finally:
            self._forget(connection)

    def _forget(self, connection: ServerConnection) -> None:
        with self._lock, contextlib.suppress(ValueError):
            self._connections.remove(connection)

    def _take_answer(self, answer: Json) -> None:
        waiting = self._waiting.get(answer.get("envelope_id", ""))
        if waiting is not None:
            waiting.answer = answer
            waiting.answered.set()

    def send(self, envelope: Json, seconds: float) -> Json | None:
        """Deliver to any one socket; the acknowledgement, or None when it does not come in time."""
        waiting = self._waiting[envelope["envelope_id"]] = _Waiting()
        try:
            self._send_to_one(json.dumps(envelope))
            return waiting.answer if waiting.answered.wait(seconds) else None
        finally:
            self._waiting.pop(envelope["envelope_id"], None)

    def _send_to_one(self, raw: str) -> None:
        while connection := self._next():
            try:
                connection.send(raw)
            except ConnectionClosed:
                self._forget(connection)
            else:
                return

    def _next(self) -> ServerConnection | None:
        with self._lock:
            if not self._connections:
                return None
            self._turn = (self._turn + 1) % len(self._connections)
            return self._connections[self._turn]

    def ask_to_reconnect(self, reason: str) -> None:
        """Tell every client to come back on a new socket, as Slack does about every hour.

        The old sockets get nothing more, but what they still have to acknowledge is heard.
        """
        for connection in list(self._connections):
            self._forget(connection)
            with contextlib.suppress(ConnectionClosed):
                connection.send(json.dumps({"type": "disconnect", "reason": reason}))

    def drop_all(self) -> None:
        """Cut every connection without a word."""
        for connection in list(self._connections):
            self._forget(connection)
            with contextlib.suppress(OSError):
                connection.socket.shutdown(socket.SHUT_RDWR)

    def deafen_all(self) -> None:
        """Every connection stays open and forwards nothing more, not even the answer to a ping."""
        for connection in list(self._connections):
            self._forget(connection)
            connection.protocol.data_to_send = list  # type: ignore[method-assign]

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()

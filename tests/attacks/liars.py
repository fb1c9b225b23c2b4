"""A service that lies: it says what it was told to say, byte by byte if need be, whatever it was asked."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Final

PATIENCE_S: Final = 20.0
Answering = Callable[["Asker"], None]


class Asker:
    """Who called, as the liar sees them."""

    def __init__(self, connection: socket.socket, over: Event) -> None:
        self.connection = connection
        self._over = over

    def asked(self, end: bytes = b"\r\n\r\n") -> bytes:
        """All that came up to there."""
        got = b""
        while not got.endswith(end) and (piece := self.connection.recv(1)):
            got += piece
        return got

    def says(self, *pieces: bytes) -> None:
        for piece in pieces:
            self.connection.sendall(piece)

    def drips(self, piece: bytes, every_s: float) -> None:
        """On and on, until nobody listens."""
        while not self._over.wait(every_s):
            self.connection.sendall(piece)

    def pours(self, piece: bytes) -> None:
        """As fast as it is taken, without an end."""
        while not self._over.is_set():
            self.connection.sendall(piece)


class Liar:
    """`calls`: how often somebody connected; `inside`: how often the address that it sends people to was."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering
        self._over = Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.calls = 0
        Thread(target=self._listens, daemon=True).start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._listening.getsockname()[1]}"

    def _listens(self) -> None:
        while not self._over.is_set():
            with suppress(OSError):
                connection, _ = self._listening.accept()
                self.calls += 1
                Thread(target=self._talks, args=[connection], daemon=True).start()

    def _talks(self, connection: socket.socket) -> None:
        connection.settimeout(PATIENCE_S)
        with connection, suppress(OSError):
            self._answering(Asker(connection, self._over))

    def stop(self) -> None:
        self._over.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()


@contextmanager
def lying(answering: Answering) -> Iterator[Liar]:
    liar = Liar(answering)
    try:
        yield liar
    finally:
        liar.stop()


def http(*head: str, body: bytes = b"", length: int | None = None) -> bytes:
    """An answer with these lines; its length as it says it is."""
    said = len(body) if length is None else length
    return "\r\n".join((*head, f"Content-Length: {said}", "Connection: close", "", "")).encode() + body

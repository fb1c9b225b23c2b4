"""ClamAV's daemon: PING and INSTREAM to the letter of clamd(8), and what it does when it does not work."""

import socket
import socketserver
import struct
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Self

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""Everybody's harmless test virus."""


class BadRequest(Exception):
    """What a real clamd answers with UNKNOWN COMMAND, or hangs up on."""


class ClamdDouble:
    """Listens on TCP, or on a socket file. `answer` set: it says that, whatever was asked; `limit` in bytes."""

    def __init__(self, socket_file: Path | None = None) -> None:
        self._file = socket_file
        self._port = 0
        self._server: socketserver.BaseServer | None = None
        self.answer: bytes | None = None
        self.limit = 25_000_000
        self.scanned: list[bytes] = []
        self.problems: list[str] = []

    @property
    def url(self) -> str:
        """For CLAMAV_URL."""
        return f"unix://{self._file}" if self._file else f"tcp://127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        self.starts()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stops()

    def starts(self) -> None:
        """Listen, at the same address as before."""
        self._server = self._tcp() if self._file is None else self._unix(self._file)
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def _tcp(self) -> socketserver.BaseServer:
        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True

        server = Server(("127.0.0.1", self._port), self._handler())
        self._port = server.server_address[1]
        return server

    def _unix(self, file: Path) -> socketserver.BaseServer:
        file.unlink(missing_ok=True)
        server = socketserver.ThreadingUnixStreamServer(str(file), self._handler())
        server.daemon_threads = True
        return server

    def _handler(self) -> type[socketserver.BaseRequestHandler]:
        double = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                double.serve(self.request)

        return Handler

    def stops(self) -> None:
        """Nobody listens any more."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def serve(self, connection: Any) -> None:
        """One connection, one command."""
        try:
            answer = self._answer(connection)
        except BadRequest as bad:
            self.problems.append(str(bad))
            answer = b"UNKNOWN COMMAND"
        connection.sendall((answer if self.answer is None else self.answer) + b"\0")

    def _answer(self, connection: Any) -> bytes:
        command = b""
        while not command.endswith(b"\0") and len(command) < 20:
            command += self._exactly(connection, 1)
        if command == b"zPING\0":
            return b"PONG"
        if command != b"zINSTREAM\0":
            raise BadRequest(f"the command {command!r}")
        return self._scan(connection)

    def _scan(self, connection: Any) -> bytes:
        content = b""
        while length := struct.unpack("!L", self._exactly(connection, 4))[0]:
            content += self._exactly(connection, length)
            if len(content) > self.limit:
                return b"INSTREAM size limit exceeded. ERROR"
        self.scanned.append(content)
        return b"stream: Eicar-Signature FOUND" if EICAR in content else b"stream: OK"

    def _exactly(self, connection: socket.socket, size: int) -> bytes:
        got = b""
        while len(got) < size:
            piece = connection.recv(size - len(got))
            if not piece:
                raise BadRequest("it ends in the middle")
            got += piece
        return got

"""ClamAV's daemon as Scanner: its INSTREAM command, nothing more."""

import socket
import struct
from collections.abc import Iterator
from contextlib import suppress
from typing import Final
from urllib.parse import unquote, urlsplit

from bot.workflow.ports import ScanFailed, ScannerDown

DEFAULT_PORT: Final = 3310
CONNECT_S: Final = 5.0
ANSWER_S: Final = 60.0  # a large archive takes the daemon tens of seconds
LONGEST_ANSWER: Final = 4096


class ClamAv:
    """`tcp://host:3310` or `unix:///run/clamav/clamd.ctl`; a connection a file."""

    def __init__(self, url: str) -> None:
        self._parts = urlsplit(url)

    def is_clean(self, pieces: Iterator[bytes]) -> bool:
        """Whether nothing was found; ScannerDown where it is away, ScanFailed where it can't judge this file."""
        answer = self._asked(b"zINSTREAM\0", pieces)
        if answer == "stream: OK":
            return True
        if answer.endswith(" FOUND"):
            return False
        if answer.endswith("ERROR"):
            raise ScanFailed(answer[:100])
        raise ScannerDown("an answer that is none")

    def check(self) -> str:
        """Empty where it answers PING."""
        try:
            answer = self._asked(b"zPING\0", None)
        except ScannerDown as error:
            return str(error)
        return "" if answer == "PONG" else "it is no clamd"

    def _asked(self, command: bytes, pieces: Iterator[bytes] | None) -> str:
        try:
            with self._connected() as connection:
                connection.sendall(command)
                if pieces is not None:
                    _stream(connection, pieces)
                return _answer(connection)
        except OSError as error:
            raise ScannerDown(type(error).__name__) from error

    def _connected(self) -> socket.socket:
        if self._parts.scheme == "unix":
            connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            connection.settimeout(CONNECT_S)
            try:
                connection.connect(unquote(self._parts.path))
            except OSError:
                connection.close()
                raise
        else:
            address = (self._parts.hostname or "", self._parts.port or DEFAULT_PORT)
            connection = socket.create_connection(address, CONNECT_S)
        connection.settimeout(ANSWER_S)
        return connection


def _stream(connection: socket.socket, pieces: Iterator[bytes]) -> None:
    """Send each piece after its length. A daemon that has had enough hangs up: its answer then says why."""
    for piece in pieces:
        try:
            connection.sendall(struct.pack("!L", len(piece)) + piece)
        except (BrokenPipeError, ConnectionResetError):
            return
    with suppress(BrokenPipeError, ConnectionResetError):
        connection.sendall(struct.pack("!L", 0))


def _answer(connection: socket.socket) -> str:
    answer = b""
    while len(answer) < LONGEST_ANSWER and not answer.endswith(b"\0") and (piece := connection.recv(LONGEST_ANSWER)):
        answer += piece
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")

"""ClamAV's daemon as Scanner: its INSTREAM command, nothing more."""

import socket
import struct
from collections.abc import Iterator
from time import monotonic
from typing import Final
from urllib.parse import unquote, urlsplit

from bot.workflow.ports import ScanFailed, ScannerDown, TooLargeToScan

DEFAULT_PORT: Final = 3310
CONNECT_S: Final = 5.0
ANSWER_S: Final = 60.0  # a large archive takes the daemon tens of seconds
IN_ALL_S: Final = 120.0
LONGEST_ANSWER: Final = 4096
CLEAN: Final = "stream: OK"
TOO_LARGE: Final = "size limit exceeded"


class ClamAv:
    """`tcp://host:3310` or `unix:///run/clamav/clamd.ctl`; a connection a file."""

    def __init__(self, url: str) -> None:
        self._parts = urlsplit(url)

    def is_clean(self, pieces: Iterator[bytes]) -> bool:
        """Whether nothing was found; ScannerDown where it is away, ScanFailed where it can't judge this file."""
        answer = self._asked(b"zINSTREAM\0", pieces)
        if answer == CLEAN:
            return True
        if answer.startswith("stream: ") and answer.endswith(" FOUND"):
            return False
        if TOO_LARGE in answer:
            raise TooLargeToScan(answer[:100])
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
        until = monotonic() + IN_ALL_S
        try:
            with self._connected() as connection:
                connection.sendall(command)
                whole = pieces is None or _stream(connection, pieces, until)
                answer = _answer(connection, until)
        except OSError as error:
            raise ScannerDown(type(error).__name__) from error
        if answer == CLEAN and not whole:
            raise ScannerDown("it did not hear all of it")
        return answer

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


def _stream(connection: socket.socket, pieces: Iterator[bytes], until: float) -> bool:
    """Send each piece after its length; whether all of it went. A daemon that has had enough hangs up, and says why."""
    try:
        for piece in pieces:
            _waits(connection, until)
            connection.sendall(struct.pack("!L", len(piece)) + piece)
        connection.sendall(struct.pack("!L", 0))
    except (BrokenPipeError, ConnectionResetError):
        return False
    return True


def _answer(connection: socket.socket, until: float) -> str:
    """Up to its end, which is a zero byte; TimeoutError."""
    answer = b""
    while len(answer) < LONGEST_ANSWER and not answer.endswith(b"\0"):
        _waits(connection, until)
        piece = connection.recv(LONGEST_ANSWER)
        if not piece:
            return ""
        answer += piece
    return answer.removesuffix(b"\0").rstrip(b"\n").decode("utf-8", "replace")


def _waits(connection: socket.socket, until: float) -> None:
    """A byte now and then wins no time."""
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError
    connection.settimeout(min(ANSWER_S, left))

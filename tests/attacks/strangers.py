"""Whoever is out there: knows the addresses of the web pages, and no key."""

import socket
import time
from base64 import b64encode
from contextlib import suppress
from typing import Final

from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from bot.mail.reading.signatures import SIGNATURE_HEADER, TIMESTAMP_HEADER

JUNK: Final = {SIGNATURE_HEADER: "x", TIMESTAMP_HEADER: "1"}
TEN_MINUTES: Final = 600


def forged(seconds_ago: float = 0) -> dict[str, str]:
    """What looks like a signature of now: nobody can tell before all of the body is there."""
    signature = b64encode(encode_dss_signature(1, 2)).decode()
    return {SIGNATURE_HEADER: signature, TIMESTAMP_HEADER: str(int(time.time() - seconds_ago))}


def as_slack() -> dict[str, str]:
    """What looks like a call of Slack's."""
    return {"X-Slack-Request-Timestamp": str(int(time.time())), "X-Slack-Signature": f"v0={'0' * 64}"}


def opens(port: int, sent: bytes = b"") -> socket.socket:
    """A connection on which nothing comes but this."""
    connection = socket.create_connection(("127.0.0.1", port), 5)
    connection.settimeout(5)
    with suppress(OSError):
        connection.sendall(sent)
    return connection


def begins(port: int, path: str, length: int, headers: dict[str, str]) -> socket.socket:
    """A request whose body does not come."""
    named = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return opens(port, f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n{named}\r\n".encode())


def is_closed(connection: socket.socket) -> bool:
    """Whether the other side hung up; waits for it up to the connection's patience."""
    try:
        return connection.recv(1) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def asks_and_does_not_listen(port: int) -> socket.socket:
    """A page again and again, as long as that is heard; of the answers not one is taken."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    connection.settimeout(0.5)
    connection.connect(("127.0.0.1", port))
    asked = b"GET /privacy HTTP/1.1\r\nHost: x\r\n\r\n" * 100
    with suppress(OSError):
        while True:
            connection.sendall(asked)
    return connection


def hung_up_on(connection: socket.socket) -> bool:
    """Whatever came before and was not taken."""
    try:
        connection.send(b"x")
    except TimeoutError:
        return False
    except OSError:
        return True
    return False

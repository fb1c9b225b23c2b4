"""Where a mail server is and who we are there, as one address in the settings says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

PORTS: Final[Mapping[str, int]] = {"smtp": 25, "smtps": 465, "imap": 143, "imaps": 993}
_OFF: Final = ("0", "false", "no")


@dataclass(frozen=True)
class ServerUrl:
    """`smtp://user:password@host:25`, `imaps://user:password@host/INBOX`; `?starttls=1` (or `required`) insists on it.

    User, password and path may hold any character, percent-encoded.
    """

    host: str
    port: int
    tls: bool
    starttls: bool
    user: str
    password: str = field(repr=False)
    path: str

    @classmethod
    def parse(cls, url: str, schemes: tuple[str, ...], complaint: str) -> "ServerUrl":
        """ValueError with the complaint where it is no such address."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError:  # a port that is no number, a bracket that is not closed
            raise ValueError(complaint) from None
        if parts.scheme not in schemes or not host:
            raise ValueError(complaint)
        starttls = parse_qs(parts.query).get("starttls", ["0"])[0] not in _OFF
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        tls = parts.scheme.endswith("s")
        return cls(host, port or PORTS[parts.scheme], tls, starttls, user, password, unquote(parts.path.strip("/")))


def smtp_server(url: str) -> ServerUrl:
    """ValueError, naming the variable, where it is no SMTP address."""
    complaint = "SMTP_URL: give it like smtp://user:password@host:25 or smtps://host"
    return ServerUrl.parse(url, ("smtp", "smtps"), complaint)


def imap_server(url: str) -> ServerUrl:
    """ValueError, naming the variable, where it is no IMAP address; its path is the folder."""
    return ServerUrl.parse(url, ("imap", "imaps"), "IMAP_URL: give it like imaps://user:password@host/INBOX")

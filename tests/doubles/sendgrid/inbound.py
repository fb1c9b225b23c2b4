"""Inbound Parse in raw mode: a citizen's mail, posted whole."""

import json
from collections.abc import Callable, Iterator
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from typing import TypedDict, Unpack

from .signing import SignedPost, Signer, Tamper, application_time

# SendGrid's own boundary, always the same; it grows only where a mail holds it.
BOUNDARY = b"xYzZY"
SPAM_REPORT = 'Spam detection software, running on "mx.sendgrid.example", has NOT identified this mail as spam.'


class Findings(TypedDict, total=False):
    """What SendGrid found out about a mail."""

    dkim: str
    spf: str
    spam_score: str
    sender_ip: str


class InboundParse:
    """Posts mails to an application; `public_key` is that of the webhook's security policy.

    Basic auth goes into the URL, as with SendGrid: `http://user:password@127.0.0.1:8080/mail/inbound`.
    """

    def __init__(self, now: Callable[[], float] = application_time) -> None:
        self._signer = Signer(now)
        self.public_key = self._signer.public_key

    def signed(
        self,
        raw_mime: bytes,
        envelope_to: list[str],
        envelope_from: str,
        tamper: Tamper | None = None,
        stale: bool = False,
        **findings: Unpack[Findings],
    ) -> SignedPost:
        """The request, for tests that post it themselves; an empty `envelope_from` is a bounce's."""
        envelope = json.dumps({"to": envelope_to, "from": envelope_from})
        boundary = _boundary(raw_mime)
        body = b"".join(_parts(_fields(raw_mime, envelope, findings), boundary))
        kind = f"multipart/form-data; boundary={boundary.decode()}"
        return self._signer.signed(body, {"Content-Type": kind, "User-Agent": "Sendlib/1.0"}, tamper, stale)

    def post(
        self,
        url: str,
        raw_mime: bytes,
        envelope_to: list[str],
        envelope_from: str,
        tamper: Tamper | None = None,
        stale: bool = False,
        times: int = 1,
        **findings: Unpack[Findings],
    ) -> list[int]:
        """Post one mail; the statuses. A repeated post is the same to the byte, signature included."""
        request = self.signed(raw_mime, envelope_to, envelope_from, tamper, stale, **findings)
        return [request.to(url) for _ in range(times)]


def _fields(raw_mime: bytes, envelope: str, findings: Findings) -> dict[str, bytes]:
    """The form, in SendGrid's order."""
    head = BytesParser(policy=policy.compat32).parsebytes(raw_mime, headersonly=True)
    return {
        "dkim": findings.get("dkim", "{@example.nl : pass}").encode(),
        "email": raw_mime,
        "to": _shown(head, "To"),
        "from": _shown(head, "From"),
        "sender_ip": findings.get("sender_ip", "192.0.2.7").encode(),
        "spam_report": SPAM_REPORT.encode(),
        "envelope": envelope.encode(),
        "subject": _shown(head, "Subject"),
        "spam_score": findings.get("spam_score", "0.1").encode(),
        "charsets": json.dumps({"to": "UTF-8", "subject": "UTF-8", "from": "UTF-8"}).encode(),
        "SPF": findings.get("spf", "pass").encode(),
    }


def _shown(head: Message, name: str) -> bytes:
    """A header in plain UTF-8, as SendGrid hands it over; what can't be decoded comes as it is."""
    value = str(head.get(name, ""))
    try:
        return str(make_header(decode_header(value))).encode()
    except (LookupError, ValueError, MessageError):
        return value.encode("utf-8", "replace")


def _boundary(raw_mime: bytes) -> bytes:
    boundary = BOUNDARY
    while boundary in raw_mime:
        boundary += b"Y"
    return boundary


def _parts(fields: dict[str, bytes], boundary: bytes) -> Iterator[bytes]:
    for name, value in fields.items():
        disposition = f'Content-Disposition: form-data; name="{name}"'.encode()
        yield b"--" + boundary + b"\r\n" + disposition + b"\r\n\r\n" + value + b"\r\n"
    yield b"--" + boundary + b"--\r\n"

"""SMTP servers to test against: a real one (aiosmtpd), and one that follows a script of its own."""

import socketserver
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from typing import Final

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import CertificateBuilder, Name, NameAttribute, random_serial_number
from cryptography.x509.oid import NameOID

HOST: Final = "127.0.0.1"
OK: Final = "250 OK"
DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Taken:
    """A mail as the server took it."""

    sender: str
    to: list[str]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        """The mail, parsed; its lines end as Python's do."""
        return message_from_bytes(self.raw.replace(b"\r\n", b"\n"), policy=policy.default)


@dataclass
class Inbox:
    """An aiosmtpd handler; `answers` gives what it says at MAIL, RCPT or DATA instead of OK, once each."""

    taken: list[Taken] = field(default_factory=list)
    connections: int = 0
    answers: dict[str, list[str]] = field(default_factory=dict)

    async def handle_HELO(self, server: SMTP, session: Session, envelope: Envelope, hostname: str) -> str:  # noqa: N802
        session.host_name = hostname
        return OK

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Sequence[str]
    ) -> str:
        said = self._answer("MAIL")
        if said == OK:
            envelope.mail_from = address
        return said

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Sequence[str]
    ) -> str:
        said = self._answer("RCPT")
        if said == OK:
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        said = self._answer("DATA")
        if said == OK:
            content = envelope.original_content or b""
            self.taken.append(Taken((envelope.mail_from or "").strip("<>"), list(envelope.rcpt_tos), content))
        return said

    def _answer(self, verb: str) -> str:
        waiting = self.answers.get(verb, [])
        return waiting.pop(0) if waiting else OK


def _authenticator(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"bot@x", b"p@ss/word")
    return AuthResult(success=good, handled=good)  # what is not handled is answered with 535


class _Counting(Controller):
    """Counts connections: a mailer should keep its own. With `tls` it offers STARTTLS, and a login only after it."""

    tls: SSLContext | None = None

    def factory(self) -> SMTP:
        self.handler.connections += 1
        return SMTP(
            self.handler,
            authenticator=_authenticator,
            auth_require_tls=self.tls is not None,
            hostname="mail.test",
            tls_context=self.tls,
        )


@contextmanager
def smtp_server(inbox: Inbox, tls: SSLContext | None = None) -> Iterator[int]:
    """A server on a free port; the port. It ends every connection when it stops."""
    controller = _Counting(inbox, hostname=HOST, port=_free_port())
    controller.tls = tls
    controller.start()
    inbox.connections = 0  # it connects to itself to see whether it is up
    try:
        yield controller.port
    finally:
        controller.stop()


def self_signed(folder: Path) -> SSLContext:
    """A certificate that no authority made."""
    key, name = generate_private_key(SECP256R1()), Name([NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = CertificateBuilder(name, name, key.public_key(), random_serial_number(), now - DAY, now + DAY)
    file = folder / "self-signed.pem"
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(pem + made.sign(key, SHA256()).public_bytes(Encoding.PEM))
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def _free_port() -> int:
    with socketserver.TCPServer((HOST, 0), socketserver.BaseRequestHandler) as probe:
        return int(probe.server_address[1])


@contextmanager
def scripted_server(*script: str) -> Iterator[int]:
    """Says the lines of its script, one an incoming command (a mail's whole content counts as one), then hangs up."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            for said in script:
                self.wfile.write(said.encode() + b"\r\n")
                self._listen(b"\r\n.\r\n" if said.startswith("354") else b"\r\n")

        def _listen(self, end: bytes) -> None:
            heard = b""
            while not heard.endswith(end) and (more := self.connection.recv(65536)):
                heard += more

    with socketserver.ThreadingTCPServer((HOST, 0), Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield int(server.server_address[1])
        finally:
            server.shutdown()
            thread.join()

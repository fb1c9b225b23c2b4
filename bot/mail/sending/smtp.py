"""Mailer over SMTP, one mail a call, with the standard library."""

import re
import smtplib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Final

from bot.domain.alerts.mailings import Hitch, Outcome, Recipient, SendResult
from bot.mail.addresses import Addresses
from bot.mail.headers import alert_headers, letter_headers, personal_headers, without_addresses
from bot.mail.sending import placeholders
from bot.mail.sending.writing import ascii_address, new_message, wire_bytes
from bot.mail.servers import smtp_server
from bot.records.mail import AlertMail, Letter
from bot.tls import trusted

TIMEOUT_S: Final = 20.0  # for each wait
PATIENCE_S: Final = 30.0  # for the one connection, while another worker's mail is on it
PAUSE_S: Final = 60.0
"""For all mail, where the trouble is the server's or ours: it does not say when to come back."""

CLOSED: Final = 421
TOO_LARGE: Final = 552
EXTENDED: Final = re.compile(r"\d{3} [245]\.(\d{1,3}\.\d{1,3})\b")


class _Stopped(Exception):
    """The conversation ended before the mail was taken."""

    def __init__(
        self, outcome: Outcome, detail: str, retry_after_s: float | None = None, hitch: Hitch = Hitch.SERVER
    ) -> None:
        super().__init__(detail)
        self.result = SendResult(outcome, without_addresses(detail), retry_after_s, hitch=hitch)


class SmtpMailer:
    """Sends one mail a call over a connection that stays open between calls; safe to share between threads."""

    batch_size = 1
    events_follow = False

    def __init__(self, addresses: Addresses, smtp_url: str) -> None:
        self._addresses = addresses
        self._url = smtp_server(smtp_url)
        self._lock = threading.Lock()
        self._connection: smtplib.SMTP | None = None

    def send_alert(self, mail: AlertMail, recipients: Sequence[Recipient]) -> SendResult:
        """The mail of the one recipient; bounces come back to the answer address, which names the delivery."""
        (recipient,) = recipients
        filled = placeholders.values(self._addresses, recipient.delivery_id)
        sender = self._addresses.of_delivery(recipient.delivery_id)
        mailed = AlertMail(*(placeholders.fill(text, filled) for text in (mail.subject, mail.text, mail.html)))
        own = personal_headers(self._addresses, recipient.delivery_id, filled[placeholders.LEAVE_TAG])
        headers = alert_headers(self._addresses) | own
        return self._send(mailed, headers, recipient.email, sender, envelope_sender=sender)

    def send_letter(self, letter: Letter) -> SendResult:
        """One letter; an automatic one goes out with an empty return path, so that nothing answers it.

        Another's bounces come back to the letter's own address: they say nothing of the alert's delivery.
        """
        sender = self._addresses.answer_address(letter.reply_token)
        returns = "" if letter.automatic else self._addresses.returns_of(letter.message_id) or sender
        mail = AlertMail(letter.subject, letter.text, letter.html)
        headers = letter_headers(self._addresses, letter)
        return self._send(mail, headers, letter.to, sender, envelope_sender=returns)

    def check(self) -> str:
        """Empty where the server answers and takes our name, password and sender; else what is wrong."""
        try:
            with self._turn():
                self._try_sender(self._connected())
        except _Stopped as stopped:
            return f"SMTP_URL: {stopped.result.detail}"
        return ""

    def _try_sender(self, server: smtplib.SMTP) -> None:
        try:
            _expect(server.mail(self._addresses.mail_from))
            server.rset()
        except (OSError, smtplib.SMTPException) as error:
            raise _Stopped(Outcome.FAILED, f"connection lost: {type(error).__name__}") from error

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """The connection for one call; a caller that waited too long for it has certainly sent nothing."""
        if not self._lock.acquire(timeout=PATIENCE_S):
            raise _Stopped(Outcome.FAILED, "the connection is busy with another mail")
        try:
            yield
        except _Stopped:
            self._drop()
            raise
        finally:
            self._lock.release()

    def close(self) -> None:
        with self._lock:
            self._drop()

    def _send(
        self, mail: AlertMail, headers: dict[str, str], to: str, sender: str, *, envelope_sender: str
    ) -> SendResult:
        try:
            to = ascii_address(to)
            shown = Address(self._addresses.sender_name, addr_spec=sender)
            message = new_message(shown, to, mail.subject, headers, mail.text, mail.html)
        except (ValueError, IndexError, MessageError) as error:
            return SendResult(Outcome.REFUSED, without_addresses(f"this mail can't be written: {error}"))
        try:
            with self._turn():
                return self._converse(self._connected(), message, envelope_sender, to)
        except _Stopped as stopped:
            return stopped.result

    def _converse(self, server: smtplib.SMTP, message: EmailMessage, envelope_sender: str, to: str) -> SendResult:
        data = wire_bytes(message)
        try:
            # What is refused before this citizen's address is named, or without a look at the mail, is the set-up's
            # fault (530 Must issue STARTTLS, 550 relay denied): it is mended, and the mail waits for that.
            _expect(server.mail(envelope_sender))
            _expect(server.rcpt(to), of_citizen=True)
            _expect(server.docmd("DATA"), 354)
            server.send(data)
        except (OSError, smtplib.SMTPException) as error:
            raise _Stopped(Outcome.FAILED, f"connection lost: {type(error).__name__}") from error
        return _taken(server)

    def _connected(self) -> smtplib.SMTP:
        """The open connection where it still answers, else a new one."""
        if self._connection is not None:
            with suppress(OSError, smtplib.SMTPException):
                if self._connection.noop()[0] == 250:
                    return self._connection
            self._drop()
        try:
            self._connection = self._connect()
        except (OSError, smtplib.SMTPException) as error:
            raise _Stopped(Outcome.FAILED, f"no connection: {type(error).__name__}: {error}", PAUSE_S) from error
        return self._connection

    def _connect(self) -> smtplib.SMTP:
        url, context = self._url, trusted()
        server = (
            smtplib.SMTP_SSL(url.host, url.port, timeout=TIMEOUT_S, context=context)
            if url.tls
            else smtplib.SMTP(url.host, url.port, timeout=TIMEOUT_S)
        )
        try:
            if url.starttls:
                server.starttls(context=context)
            server.ehlo_or_helo_if_needed()
            if url.user:
                server.login(url.user, url.password)
        except BaseException:
            server.close()
            raise
        return server

    def _drop(self) -> None:
        if self._connection is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._connection.quit()
            self._connection.close()
        self._connection = None


def _taken(server: smtplib.SMTP) -> SendResult:
    """The server has the whole mail: without its answer nobody knows whether it took it."""
    try:
        answer = server.getreply()
        if answer[0] < 0:
            raise smtplib.SMTPServerDisconnected("that was no answer")
    except (OSError, smtplib.SMTPException) as error:
        raise _Stopped(Outcome.UNKNOWN, f"the answer was lost: {type(error).__name__}") from error
    _expect(answer, of_citizen=True)
    return SendResult(Outcome.ACCEPTED, without_addresses(answer[1].decode("utf-8", "replace"), 100))


def _expect(answer: tuple[int, bytes], code: int = 250, *, of_citizen: bool = False) -> None:
    """Go on where the server agrees; else whose trouble it is. 5xx is a refusal for good (RFC 5321, 4.2.1).

    `of_citizen`: it knows to whom the mail goes, and may mean their address. The second number of an extended code
    tells them apart (RFC 3463): 1 and 2 are of an address, 3 of the mail system.
    """
    said = f"{answer[0]} {answer[1].decode('utf-8', 'replace')}"
    subject = found[1] if (found := EXTENDED.match(said)) else ""
    if answer[0] == code or (code == 250 and answer[0] == 251):
        return
    if 500 <= answer[0] <= 599 and (subject == "3.4" or (answer[0] == TOO_LARGE and not subject.startswith("2."))):
        raise _Stopped(Outcome.FAILED, said, PAUSE_S, Hitch.TOO_LARGE)
    if not of_citizen or answer[0] == CLOSED or subject.startswith("3."):
        raise _Stopped(Outcome.FAILED, said, PAUSE_S)
    if 500 <= answer[0] <= 599:
        raise _Stopped(Outcome.REFUSED, said)
    raise _Stopped(Outcome.FAILED, said, hitch=Hitch.ADDRESS)

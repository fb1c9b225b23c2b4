"""A real mail server for tests: mail-devel, with SMTP, IMAP and a web page on free loopback ports.

    with MailServer() as server:
        ...                                              # SMTP_URL=server.smtp_url IMAP_URL=server.imap_url
        [alert] = server.mailbox("noor@example.nl")
        server.deliver(reply_from(alert, "Ik zag iets."), to=alert["From"], sender="noor@example.nl")

What is peculiar to it, found by trying 0.18.1:

- Every address has a mailbox, made when it is first written to or logged in to; one password opens them all. SMTP
  takes mail without a login.
- It files mail by To, Cc and Bcc and not by the envelope, so `deliver` refuses what would get lost. A comma in a
  recipient's name splits the address, and by chance the mail is lost: give recipients no such names.
- The alias and the mailboxes heed capitals: `Antwoord+X@d` is not `antwoord+x@d`.
- The envelope stands in X-MailFrom (`<>` for an empty return path) and X-RcptTo: the last of each, for a sender may
  have written others above them. There is no Return-Path, Delivered-To or Received.
- 8-bit parts are re-encoded and line ends become LF. 8-bit text in an unknown charset is refused (500), as are a line
  over 998 characters and mail over 33,554,432 bytes (552). A bare LF ends no line.
- It keeps no keywords, only the flags that IMAP knows itself; `MailServer(keywords=True)` has it keep any.
- IDLE hears of mail from its page in a second; of mail over SMTP only when something else wakes the server, such as
  the next connection: waiting clients have to look by themselves too. It is announced after the login only, and
  imaplib keeps what was announced before.
"""

import re
import subprocess
import sys
import tempfile
import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses
from imaplib import IMAP4
from smtplib import SMTP
from socket import create_connection, socket
from typing import IO, Final, Self
from urllib.parse import quote

HOST: Final = "127.0.0.1"
PASSWORD: Final = "oefenen"
PATIENCE_S: Final = 10.0
# Sleeps are counted, not timed: a test may have frozen the clock.
STEP_S: Final = 0.02
STEPS: Final = 1000
WITH_KEYWORDS: Final = """
from runpy import run_module
from pymap.backend.mailbox import MailboxDataInterface
from pymap.parsing.specials.flag import Recent, Wildcard, get_system_flags
MailboxDataInterface.permanent_flags = property(lambda _: get_system_flags() - {Recent} | {Wildcard})
run_module("mail_devel", run_name="__main__")
"""


class MailServer:
    """One server for one domain. Use it as a context manager, or call `start` and `stop`; mail lives in memory.

    Mail to `antwoord+anything@domain` is gathered in the mailbox of `reply_address`.
    """

    def __init__(self, domain: str = "burgernet.example", *, keywords: bool = False) -> None:
        self._program = ["-c", WITH_KEYWORDS] if keywords else ["-m", "mail_devel"]
        self.reply_address = f"antwoord@{domain}"
        self._alias = f"antwoord+*@{domain}:{self.reply_address}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        """Start it and wait until all three doors are open, half a second as a rule."""
        self.smtp_port, self.imap_port, self.page_port = _free_ports(3)
        # A file and not a pipe: nobody reads along, and a full pipe would stop the server.
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the server runs
        self._process = subprocess.Popen(self._command(), stdout=self._log, stderr=subprocess.STDOUT)
        for port in (self.smtp_port, self.imap_port, self.page_port):
            self._wait_for(port)
        return self

    def stop(self) -> None:
        """End it; everything it held is gone."""
        if self._process:
            self._process.terminate()
            self._process.wait(PATIENCE_S)
            self._process = None
            self._log.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *exc: object) -> None:
        self.stop()

    @property
    def smtp_url(self) -> str:
        return f"smtp://{self._login}@{HOST}:{self.smtp_port}"

    @property
    def imap_url(self) -> str:
        """The mailbox that gathers the answers."""
        return f"imap://{self._login}@{HOST}:{self.imap_port}/INBOX"

    @property
    def page_url(self) -> str:
        """Its web page, which shows every mailbox and can write mail."""
        return f"http://{HOST}:{self.page_port}/"

    def mailbox(self, address: str) -> list[EmailMessage]:
        """What somebody got, oldest first; reading leaves it unseen."""
        with IMAP4(HOST, self.imap_port, timeout=PATIENCE_S) as imap:
            imap.login(address, PASSWORD)
            imap.select("INBOX", readonly=True)
            found = imap.search(None, "ALL")[1][0].split()
            return [_parsed(imap, number.decode()) for number in found]

    def deliver(self, raw: bytes, to: str, sender: str) -> None:
        """Hand over a mail by SMTP; an empty `sender` is a bounce's. ValueError where it would get lost."""
        head = BytesParser(policy=policy.compat32).parsebytes(raw, headersonly=True)
        named = [str(value) for name in ("To", "Cc", "Bcc") for value in head.get_all(name, [])]
        if to.lower() not in {address.lower() for _, address in getaddresses(named)}:
            raise ValueError(f"mail-devel files mail by its headers, and {to} is not among them")
        with SMTP(HOST, self.smtp_port, timeout=PATIENCE_S) as smtp:
            smtp.sendmail(sender, [to], re.sub(rb"\r?\n", b"\r\n", raw))

    @property
    def _login(self) -> str:
        return f"{quote(self.reply_address, safe='')}:{PASSWORD}"

    def _command(self) -> list[str]:
        # Without --host it listens on every interface; its page takes 1 MB unless told otherwise.
        options = {
            **{"--host": HOST, "--user": self.reply_address, "--password": PASSWORD, "--alias": self._alias},
            **{"--smtp-port": self.smtp_port, "--imap-port": self.imap_port, "--http-port": self.page_port},
            "--client-max-size": "40M",
        }
        given = [str(word) for option in options.items() for word in option]
        return [sys.executable, *self._program, "--multi-user", *given]

    def _wait_for(self, port: int) -> None:
        for _ in range(STEPS):
            if self._process is None or self._process.poll() is not None:
                break
            try:
                create_connection((HOST, port), PATIENCE_S).close()
            except ConnectionRefusedError:
                time.sleep(STEP_S)
            else:
                return
        said = _words(self._log)
        self.stop()
        raise RuntimeError(f"mail-devel did not start:\n{said}")


def _free_ports(count: int) -> list[int]:
    """Ports nobody uses now, all different."""
    sockets = [socket() for _ in range(count)]
    for each in sockets:
        each.bind((HOST, 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _parsed(imap: IMAP4, number: str) -> EmailMessage:
    answer = imap.fetch(number, "(BODY.PEEK[])")[1][0]
    assert isinstance(answer, tuple)
    message = message_from_bytes(answer[1], policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _words(log: IO[bytes]) -> str:
    log.seek(0)
    return log.read().decode("utf-8", "replace")

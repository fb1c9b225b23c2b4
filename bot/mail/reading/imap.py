"""The reply mailbox over IMAP, for teams without SendGrid's Inbound Parse."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from imaplib import IMAP4
from math import ceil
from typing import Final

from imap_tools import AND, BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted, MailMessageFlags
from imap_tools.errors import ImapToolsError

from bot.mail.reading.inbound import CUT
from bot.mail.servers import imap_server
from bot.tls import trusted
from bot.workflow.mail_ports import MAILBOX_TIMEOUT_S

STEP_S: Final = 1.0  # how long `wait` may keep a closing program
MOST_BYTES: Final = 35_000_000
STORED: Final = "$BurgernetmailStored"
"""Our own keyword on what is stored: a colleague who opens the mailbox in a mail program makes mail seen."""

LOOK_BACK: Final = timedelta(days=30)  # an old mailbox is not taken in whole; a mail that is stored comes once anyway
TROUBLE: Final = (OSError, IMAP4.error, ImapToolsError)

Handle = Callable[[bytes, list[str]], None]


class MailboxDown(Exception):
    """The reply mailbox can't be reached, or refuses us; nothing is lost, mail stays as it is."""


class ImapMailbox:
    """Hands over new mail over one connection, one call at a time.

    New is what lacks our keyword and came in the last 30 days; on a server that keeps no keywords, what is unseen.
    """

    def __init__(self, imap_url: str) -> None:
        self._url = imap_server(imap_url)
        self._box: BaseMailBox | None = None
        self._keeps_keywords = False
        self._busy = threading.Lock()
        self._closing = threading.Event()

    def fetch(self, handle: Handle) -> int:
        """Give every new mail to `handle` (raw bytes, no envelope: its headers tell); how many there were.

        A mail is marked as stored only when `handle` has returned, so it has to store it. Where `handle` raises for
        one, the others are still handed over, then the first error is raised. MailboxDown where the server is away.
        """
        with self._in_turn():
            box = self._connected()
            try:
                uids = box.uids(self._new_ones(), None)
                errors = [error for uid in uids if (error := self._hand_over(box, uid, handle)) is not None]
            except TROUBLE as error:
                self._drop()
                raise MailboxDown(_told(error)) from error
        if errors:
            raise errors[0]
        return len(uids)

    def _new_ones(self) -> str:
        if not self._keeps_keywords:
            return "UNSEEN"
        return str(AND(no_keyword=STORED, date_gte=datetime.now(UTC).date() - LOOK_BACK))

    def _hand_over(self, box: BaseMailBox, uid: str, handle: Handle) -> Exception | None:
        """One mail to `handle`, and marked when that is done; the error where `handle` raised: the mail comes again."""
        raw = _whole_mail(box, uid)
        if raw is None:
            return None
        try:
            handle(raw, [])
        except Exception as error:  # whatever storing raises
            return error
        box.flag(uid, [MailMessageFlags.SEEN, *([STORED] if self._keeps_keywords else [])], True)
        return None

    def wait(self, seconds: float) -> None:
        """Until there is new mail, about `seconds` are over or `close` is called; never raises.

        Uses IDLE where the server has it. A server that is away is waited for like one without IDLE.
        """
        steps = ceil(seconds / STEP_S)  # counted, not timed: a clock that stands still must not hang a program
        with self._in_turn(), suppress(MailboxDown):
            box = self._connected()
            if "IDLE" in box.client.capabilities:
                self._idle(box, steps)
                return
        self._closing.wait(seconds)

    def check(self) -> str:
        """Empty where the mailbox opens; else what is wrong. It leaves no connection behind."""
        with self._busy:
            try:
                self._connected()
            except MailboxDown as error:
                return f"IMAP_URL: {error}"
            finally:
                self._drop()
        return ""

    def close(self) -> None:
        """Wake `wait` for good and leave the server; a call that is under way, or still comes, leaves it at its end."""
        self._closing.set()
        if self._busy.acquire(timeout=3 * STEP_S):
            self._drop()
            self._busy.release()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        with self._busy:
            try:
                yield
            finally:
                if self._closing.is_set():
                    self._drop()

    def _idle(self, box: BaseMailBox, steps: int) -> None:
        """Trouble ends it as news does, so that the mailbox is looked at: imap-tools fails on a line in two pieces."""
        try:
            with box.idle:
                for _ in range(steps):
                    if self._closing.is_set() or box.idle.poll(STEP_S):
                        return
        except TROUBLE:
            self._drop()

    def _connected(self) -> BaseMailBox:
        """The open mailbox where it still answers, else a new connection."""
        if self._box is not None:
            with suppress(*TROUBLE):
                if self._box.client.noop()[0] == "OK":
                    return self._box
            self._drop()
        try:
            self._box = self._open()
        except TROUBLE as error:
            raise MailboxDown(_told(error)) from error
        return self._box

    def _open(self) -> BaseMailBox:
        url, context = self._url, trusted()
        box: BaseMailBox
        if url.tls:
            box = MailBox(url.host, url.port, MAILBOX_TIMEOUT_S, ssl_context=context)
        elif url.starttls:
            box = MailBoxStartTls(url.host, url.port, MAILBOX_TIMEOUT_S, context)
        else:
            box = MailBoxUnencrypted(url.host, url.port, MAILBOX_TIMEOUT_S)
        try:
            box.login(url.user, url.password, url.path or "INBOX")
            kept = str(box.client.untagged_responses.get("PERMANENTFLAGS"))
            self._keeps_keywords = r"\*" in kept or STORED in kept
            # Many servers announce IDLE after the login only, and imaplib keeps what it heard before.
            box.client.capabilities = tuple(
                (box.client.capability()[1][-1] or b"").decode("ascii", "replace").upper().split()
            )
            return box
        except BaseException:
            box.client.shutdown()
            raise

    def _drop(self) -> None:
        if self._box is not None:
            with suppress(*TROUBLE):
                self._box.client.shutdown()
        self._box = None


def _whole_mail(box: BaseMailBox, uid: str) -> bytes | None:
    """A mail up to its 35 millionth byte, left as it is; None where somebody took it away meanwhile."""
    _, items = box.client.uid("FETCH", uid, f"(BODY.PEEK[]<0.{MOST_BYTES}>)")
    raw: bytes | None = next((item[1] for item in items if isinstance(item, tuple)), None)
    return CUT + raw if raw is not None and len(raw) >= MOST_BYTES else raw


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:300]

"""The reply mailbox, against a real IMAP server."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from imaplib import IMAP4, Time2Internaldate

import pytest

from bot.mail.reading.imap import ImapMailbox, MailboxDown
from tests.doubles.mailserver import PASSWORD, MailServer
from tests.mail.samples import ADDRESSES, DELIVERY, READER

ANSWER = ADDRESSES.of_delivery(DELIVERY)


@pytest.fixture(name="server", scope="module", params=[True, False], ids=["keywords", "no keywords"])
def running_server(request: pytest.FixtureRequest) -> Iterator[MailServer]:
    with MailServer(ADDRESSES.domain, keywords=request.param) as server:
        yield server


@pytest.fixture(name="keeping", scope="module")
def keyword_server() -> Iterator[MailServer]:
    with MailServer(ADDRESSES.domain, keywords=True) as server:
        yield server


@contextmanager
def mail_program(server: MailServer) -> Iterator[IMAP4]:
    """A colleague's, open on the reply mailbox."""
    with IMAP4("127.0.0.1", server.imap_port, timeout=10) as program:
        program.login(server.reply_address, PASSWORD)
        program.select("INBOX")
        yield program


@pytest.fixture(name="mailbox")
def open_mailbox(server: MailServer) -> Iterator[ImapMailbox]:
    mailbox = ImapMailbox(server.imap_url)
    fetched(mailbox)
    yield mailbox
    mailbox.close()


def reply(words: str) -> bytes:
    head = (
        f"From: noor@example.nl\r\nTo: {ANSWER}\r\nSubject: Re: Inbraak\r\nContent-Type: text/plain; charset=utf-8\r\n"
    )
    return f"{head}Content-Transfer-Encoding: 8bit\r\n\r\n{words}\r\n".encode()


def deliver(server: MailServer, *words: str) -> None:
    for one in words:
        server.deliver(reply(one), to=ANSWER, sender="noor@example.nl")


def fetched(mailbox: ImapMailbox) -> list[str]:
    words = []
    mailbox.fetch(lambda raw, to: words.append(READER.read(raw, to).text))
    return words


def test_every_mail_comes_once_with_its_token(server: MailServer, mailbox: ImapMailbox) -> None:
    deliver(server, "een café", "twee")
    stored: list[bytes] = []
    assert mailbox.fetch(lambda raw, to: stored.append(raw)) == 2
    assert [READER.read(raw, []).text for raw in stored] == ["een café", "twee"]
    assert READER.delivery_of(READER.read(stored[0], []).token_address) == DELIVERY
    assert message_from_bytes(stored[0])["Subject"] == "Re: Inbraak"
    assert fetched(mailbox) == []
    assert ImapMailbox(server.imap_url).check() == ""


def test_what_could_not_be_stored_comes_again_and_holds_up_nothing(server: MailServer, mailbox: ImapMailbox) -> None:
    deliver(server, "lastig", "gewoon")
    stored: list[str] = []

    def store(raw: bytes, to: list[str]) -> None:
        if b"lastig" in raw:
            raise OSError("disk full")
        stored.append(READER.read(raw, to).text)

    with pytest.raises(OSError, match="disk full"):
        mailbox.fetch(store)
    assert stored == ["gewoon"]
    assert fetched(mailbox) == ["lastig"]


def test_a_mail_that_a_colleague_opened_comes_all_the_same(keeping: MailServer) -> None:
    mailbox = ImapMailbox(keeping.imap_url)
    deliver(keeping, "gelezen door een collega")
    with mail_program(keeping) as program:
        program.store("1:*", "+FLAGS", "(\\Seen)")
    assert fetched(mailbox) == ["gelezen door een collega"]
    with mail_program(keeping) as program:
        program.store("1:*", "-FLAGS", "(\\Seen)")
    assert fetched(mailbox) == []
    mailbox.close()


def test_an_old_mailbox_is_not_taken_in_whole(keeping: MailServer) -> None:
    mailbox = ImapMailbox(keeping.imap_url)
    fetched(mailbox)
    for days in (40, 20):
        moment = datetime.now(UTC) - timedelta(days=days)
        with mail_program(keeping) as program:
            program.append("INBOX", None, Time2Internaldate(moment), reply(f"{days} dagen"))
    assert fetched(mailbox) == ["20 dagen"]
    mailbox.close()


def test_a_connection_that_died_is_opened_again(server: MailServer, mailbox: ImapMailbox) -> None:
    assert mailbox._box is not None
    mailbox._box.client.sock.shutdown(socket.SHUT_RDWR)
    deliver(server, "toch")
    assert fetched(mailbox) == ["toch"]


def test_it_waits_no_longer_than_told(mailbox: ImapMailbox) -> None:
    start = time.monotonic()
    mailbox.wait(0.2)
    assert time.monotonic() - start < 4
    assert fetched(mailbox) == []  # and the connection is still good


def test_it_uses_idle_and_new_mail_wakes_it(server: MailServer, mailbox: ImapMailbox) -> None:
    """Mail that another connection files: of mail by SMTP this server tells the one that waits by chance only."""
    assert mailbox._box is not None
    assert "IDLE" in mailbox._box.client.capabilities
    for _ in range(5):  # its news comes in one piece or in several
        waiting = threading.Thread(target=mailbox.wait, args=(120,))
        waiting.start()
        with IMAP4("127.0.0.1", server.imap_port, timeout=10) as other:
            other.login(server.reply_address, PASSWORD)
            while waiting.is_alive():  # a mail before the waiting began does not end it
                other.append("INBOX", None, None, reply("wakker"))
                waiting.join(0.5)


def test_closing_wakes_it(server: MailServer) -> None:
    mailbox = ImapMailbox(server.imap_url)
    waiting = threading.Thread(target=mailbox.wait, args=(600,))
    waiting.start()
    mailbox.close()
    waiting.join(10)
    assert not waiting.is_alive()


def test_who_comes_after_the_closing_leaves_no_connection(server: MailServer) -> None:
    mailbox = ImapMailbox(server.imap_url)
    mailbox.close()
    mailbox.wait(600)
    assert mailbox._box is None
    fetched(mailbox)
    assert mailbox._box is None


def test_who_is_at_work_when_it_closes_leaves_no_connection(server: MailServer, mailbox: ImapMailbox) -> None:
    deliver(server, "net binnen")
    assert mailbox.fetch(lambda _raw, _to: mailbox.close()) == 1
    assert mailbox._box is None


def test_a_server_that_is_away(server: MailServer) -> None:
    mailbox = ImapMailbox("imap://a:secret@127.0.0.1:9/INBOX")
    with pytest.raises(MailboxDown, match="ConnectionRefusedError"):
        fetched(mailbox)
    mailbox.wait(0.01)
    assert mailbox.check().startswith("IMAP_URL: ConnectionRefusedError")


def test_a_wrong_password(server: MailServer) -> None:
    problem = ImapMailbox(server.imap_url.replace("oefenen", "secret")).check()
    assert problem.startswith("IMAP_URL: MailboxLoginError")
    assert "secret" not in problem


def test_a_mailbox_that_opens(server: MailServer) -> None:
    assert ImapMailbox(server.imap_url).check() == ""

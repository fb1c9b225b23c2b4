"""mail-devel as the tests and the practice town use it: for real, over SMTP, IMAP and its page."""

import json
import smtplib
import sys
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

import httpx
import pytest
from freezegun import freeze_time
from imap_tools import AND, MailBoxUnencrypted
from websockets.sync.client import connect

from tests.doubles.citizen import Hostility, bounce, hostile, out_of_office, reply_from
from tests.doubles.mailserver import HOST, PASSWORD, MailServer

DOMAIN = "burgernet.example"


@pytest.fixture(scope="module")
def server() -> Iterator[MailServer]:
    with MailServer(DOMAIN) as running:
        yield running


def alert(to: str, token: str = "ab2c") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = f"Politie <antwoord+{token}@{DOMAIN}>", to
    message["Subject"], message["Message-ID"] = "Inbraak", f"<d.{token}@{DOMAIN}>"
    message.set_content("Zag u iets? Café.")
    return message


def sent(server: MailServer, message: EmailMessage) -> EmailMessage:
    """The message as its recipient finds it."""
    to = str(message["To"])
    server.deliver(message.as_bytes(), to, f"antwoord@{DOMAIN}")
    return server.mailbox(to)[-1]


def imap_of(server: MailServer, address: str) -> MailBoxUnencrypted:
    box = MailBoxUnencrypted(HOST, server.imap_port)
    box.login(address, PASSWORD)
    return box


def test_in_by_smtp_and_out_by_imap(server: MailServer) -> None:
    found = sent(server, alert("noor@example.nl"))
    assert (found["Subject"], found["Message-ID"]) == ("Inbraak", f"<d.ab2c@{DOMAIN}>")
    assert found.get_content().strip() == "Zag u iets? Café."
    assert server.mailbox("omar@example.nl") == []


def test_answers_are_gathered_in_one_mailbox_and_tell_their_envelope(server: MailServer) -> None:
    for token in ("tok2", "tok3"):
        received = sent(server, alert("noor@example.nl", token))
        to = f"antwoord+{token}@{DOMAIN}"
        server.deliver(reply_from(received, "Ik zag iets.", html=True), to, "oom@example.com")
    first, second = server.mailbox(server.reply_address)[-2:]
    assert (first["X-RcptTo"], second["X-RcptTo"]) == (f"antwoord+tok2@{DOMAIN}", f"antwoord+tok3@{DOMAIN}")
    assert (first["To"], first["X-MailFrom"]) == (f"antwoord+tok2@{DOMAIN}", "oom@example.com")
    assert first["In-Reply-To"] == f"<d.tok2@{DOMAIN}>"
    assert not {"Return-Path", "Delivered-To", "Received"} & set(first.keys())


def test_machines_answer_with_an_empty_return_path(server: MailServer) -> None:
    received = sent(server, alert("noor@example.nl", "leeg"))
    for raw in (bounce(received), out_of_office(received)):
        server.deliver(raw, f"antwoord+leeg@{DOMAIN}", "")
    assert [mail["X-MailFrom"] for mail in server.mailbox(server.reply_address)[-2:]] == ["<>", "<>"]


@pytest.mark.parametrize("kind", ["mentions", "html"])
def test_hostile_mail_gets_through(server: MailServer, kind: Hostility) -> None:
    received = sent(server, alert("noor@example.nl", "kwaad"))
    raw = hostile(received, kind)
    server.deliver(raw, f"antwoord+kwaad@{DOMAIN}", "noor@example.nl")
    found, meant = server.mailbox(server.reply_address)[-1], message_from_bytes(raw, policy=policy.default)
    assert "".join(found.get_content().split()) == "".join(meant.get_content().split())


def test_text_in_an_unknown_charset_is_refused(server: MailServer) -> None:
    raw = hostile(alert("noor@example.nl"), "broken_mime")
    with pytest.raises(smtplib.SMTPDataError, match="unknown encoding"):
        server.deliver(raw, f"antwoord+ab2c@{DOMAIN}", "noor@example.nl")


def test_mail_that_would_get_lost_is_not_delivered(server: MailServer) -> None:
    with pytest.raises(ValueError, match="by its headers"):
        server.deliver(alert("noor@example.nl").as_bytes(), "omar@example.nl", "")


def test_bare_line_feeds_are_put_right(server: MailServer) -> None:
    message = alert("puck@example.nl")
    message.set_content("regel\n" * 500)
    assert sent(server, message).get_content().count("regel") == 500


def test_reading_leaves_mail_unseen(server: MailServer) -> None:
    sent(server, alert("quinten@example.nl"))
    with imap_of(server, "quinten@example.nl") as box:
        assert len(box.uids(AND(seen=False))) == 1
        assert len(list(box.fetch(AND(seen=False)))) == 1
        assert box.uids(AND(seen=False)) == []


def test_the_urls_carry_the_login(server: MailServer) -> None:
    for url, scheme, port in [
        (server.smtp_url, "smtp", server.smtp_port),
        (server.imap_url, "imap", server.imap_port),
    ]:
        parts = urlsplit(url)
        assert (parts.scheme, parts.hostname, parts.port) == (scheme, HOST, port)
        assert (unquote(parts.username or ""), parts.password) == (server.reply_address, PASSWORD)
    with smtplib.SMTP(HOST, server.smtp_port) as smtp:
        assert smtp.login(server.reply_address, PASSWORD)[0] == 235
    with imap_of(server, server.reply_address) as box:
        assert b"IDLE" in box.client.capability()[1][0]


def test_idle_hears_of_mail_from_the_page(server: MailServer) -> None:
    header = {"from": "noor@example.nl", "to": f"antwoord+pagina@{DOMAIN}", "subject": "Re: Inbraak"}
    mail = {"header": header, "body": "Ik zag iets.", "attachments": []}
    said = json.dumps({"command": "send_mail", "account": "noor@example.nl", "mailbox": "INBOX", "mail": mail})
    page_url = f"ws://{HOST}:{server.page_port}/websocket"
    with imap_of(server, server.reply_address) as box, connect(page_url) as page, box.idle:
        page.send(said)
        box.client.sock.settimeout(60)
        heard = b""
        while b" EXISTS\r\n" not in heard:  # it may come in pieces, at which imap-tools' own poll fails
            piece = box.client.sock.recv(4096)
            assert piece, heard
            heard += piece
    assert server.mailbox(server.reply_address)[-1]["To"] == f"antwoord+pagina@{DOMAIN}"


def test_the_page_is_there_and_gone_after_stop() -> None:
    with freeze_time("2026-03-01"), MailServer() as other, httpx.Client(trust_env=False) as client:
        assert "html" in client.get(other.page_url).headers["content-type"]
        other.stop()
        with pytest.raises(httpx.ConnectError):
            client.get(other.page_url)
        other.stop()


def test_a_server_that_does_not_start_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MailServer, "_command", lambda _self: [sys.executable, "-c", "raise SystemExit('geen zin')"])
    with pytest.raises(RuntimeError, match="geen zin"):
        MailServer().start()

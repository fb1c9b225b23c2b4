"""The practice mail server as the demo starts it."""

import smtplib
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import httpx
import pytest
from imap_tools import MailBoxUnencrypted

from bot.practice import mailbox
from bot.practice.mailbox import DOMAIN, PASSWORD, REPLY_ADDRESS, Ports


@pytest.fixture
def ports(tmp_path: Path) -> Iterator[Ports]:
    ports = mailbox.choose_ports()
    child = mailbox.start(tmp_path, ports)
    try:
        for port in ports:
            child.wait_for(port)
        yield ports
    finally:
        child.stop()


def test_its_doors_do_not_meet(ports: Ports) -> None:
    assert len({*ports, *mailbox.choose_ports()}) == 6


def test_mail_to_a_tokens_address_lands_in_the_reply_mailbox(ports: Ports) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "noor@example.nl", f"antwoord+abc234@{DOMAIN}", "Re: Inbraak"
    mail.set_content("Ik zag iets.")
    with smtplib.SMTP("127.0.0.1", ports.smtp) as server:
        server.send_message(mail)
    with MailBoxUnencrypted("127.0.0.1", ports.imap).login(REPLY_ADDRESS, PASSWORD) as box:
        [received] = box.fetch()
    assert received.to == (f"antwoord+abc234@{DOMAIN}",)


def test_the_page_answers_as_the_citizen_whose_mailbox_is_open(ports: Ports) -> None:
    script = httpx.get(f"http://127.0.0.1:{ports.page}/main.js").text
    assert script.endswith(mailbox.ADDITION.read_text())
    shipped = (mailbox.shipped_page() / "main.js").read_text()
    for replaced_or_used in ("class MailClient {", "async on_reply_mail(data)", "async reset_editor(", "account_name"):
        assert replaced_or_used in shipped

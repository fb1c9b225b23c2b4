"""Addresses of mail servers, as the settings give them."""

import pytest

from bot.mail.servers import ServerUrl, imap_server, smtp_server


@pytest.mark.parametrize(
    ("url", "parsed"),
    [
        ("smtp://mail", ServerUrl("mail", 25, False, False, "", "", "")),
        ("smtps://a:b@mail", ServerUrl("mail", 465, True, False, "a", "b", "")),
        ("smtps://a%40b.nl:p%C3%A9%2F%3A%25@[::1]:2465", ServerUrl("::1", 2465, True, False, "a@b.nl", "pé/:%", "")),
        ("smtp://mail:587?starttls=required", ServerUrl("mail", 587, False, True, "", "", "")),
        ("smtp://mail:587/?starttls=0", ServerUrl("mail", 587, False, False, "", "", "")),
    ],
)
def test_a_server_that_sends(url: str, parsed: ServerUrl) -> None:
    assert smtp_server(url) == parsed


@pytest.mark.parametrize(
    ("url", "parsed"),
    [
        ("imap://mail", ServerUrl("mail", 143, False, False, "", "", "")),
        ("imaps://a%40b:c%2Fd@mail", ServerUrl("mail", 993, True, False, "a@b", "c/d", "")),
        ("imap://mail:1143/Archief/In?starttls=1", ServerUrl("mail", 1143, False, True, "", "", "Archief/In")),
        ("imap://mail/Oude%20post/", ServerUrl("mail", 143, False, False, "", "", "Oude post")),
    ],
)
def test_a_mailbox(url: str, parsed: ServerUrl) -> None:
    assert imap_server(url) == parsed


@pytest.mark.parametrize(
    "url", ["", "mail:25", "http://mail", "smtp://", "imap://mail", "smtp://mail:x", "smtp://[::1"]
)
def test_what_is_no_server_that_sends(url: str) -> None:
    with pytest.raises(ValueError, match="SMTP_URL"):
        smtp_server(url)


@pytest.mark.parametrize("url", ["", "mail", "http://mail", "imap://", "smtp://mail", "imap://mail:99999"])
def test_what_is_no_mailbox(url: str) -> None:
    with pytest.raises(ValueError, match="IMAP_URL"):
        imap_server(url)

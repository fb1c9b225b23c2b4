"""What an SMTP server says, and whose trouble it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.check import smtp_remedy
from bot.domain.alerts.mailings import Hitch, Outcome, Recipient
from bot.mail.sending.smtp import SmtpMailer
from tests.mail.samples import ADDRESSES, ALERT, DELIVERY
from tests.mail.smtp_server import HOST, Inbox, self_signed, smtp_server

NOOR = Recipient(DELIVERY, 1, "noor@example.nl")


@pytest.fixture(name="inbox")
def empty_inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def mailer(inbox: Inbox) -> Iterator[SmtpMailer]:
    with smtp_server(inbox) as port:
        mailer = SmtpMailer(ADDRESSES, f"smtp://{HOST}:{port}")
        yield mailer
        mailer.close()


@pytest.mark.parametrize(
    ("verb", "said", "pause", "hitch"),
    [
        ("MAIL", "450 4.7.1 try again later", 60.0, Hitch.SERVER),
        ("MAIL", "550 5.7.1 sender not allowed", 60.0, Hitch.SERVER),
        ("MAIL", "552 5.3.4 message too big for system", 60.0, Hitch.TOO_LARGE),
        ("RCPT", "450 4.2.0 greylisted", None, Hitch.ADDRESS),
        ("RCPT", "452 4.2.2 mailbox full", None, Hitch.ADDRESS),
        ("RCPT", "452 4.3.1 out of disk", 60.0, Hitch.SERVER),
        ("DATA", "451 4.7.1 greylisted", None, Hitch.ADDRESS),
        ("DATA", "552 message exceeds fixed size", 60.0, Hitch.TOO_LARGE),
        ("DATA", "554 5.3.4 too large", 60.0, Hitch.TOO_LARGE),
    ],
)
def test_whose_trouble_it_is(
    mailer: SmtpMailer, inbox: Inbox, verb: str, said: str, pause: float | None, hitch: Hitch
) -> None:
    """The server's own holds all mail; one citizen's holds theirs; ours costs nobody their mail."""
    inbox.answers[verb] = [said]
    result = mailer.send_alert(ALERT, [NOOR])
    assert (result.outcome, result.retry_after_s, result.hitch) == (Outcome.FAILED, pause, hitch)


def test_a_full_mailbox_is_the_citizens(mailer: SmtpMailer, inbox: Inbox) -> None:
    inbox.answers["RCPT"] = ["552 5.2.2 mailbox full"]
    assert mailer.send_alert(ALERT, [NOOR]).outcome is Outcome.REFUSED


def test_a_certificate_that_nobody_vouches_for_and_a_password_only_after_starttls(tmp_path: Path, inbox: Inbox) -> None:
    with smtp_server(inbox, tls=self_signed(tmp_path)) as port:
        problem = SmtpMailer(ADDRESSES, f"smtp://{HOST}:{port}?starttls=1").check()
        assert "CERTIFICATE_VERIFY_FAILED" in problem
        assert "SSL_CERT_FILE" in smtp_remedy(problem)
        problem = SmtpMailer(ADDRESSES, f"smtp://bot%40x:p%40ss%2Fword@{HOST}:{port}").check()
        assert "AUTH" in problem
        assert "?starttls=1" in smtp_remedy(problem)
    assert smtp_remedy("no connection") == "Check SMTP_URL."

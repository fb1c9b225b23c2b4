"""Mail through SendGrid's own client, against the strict stand-in."""

import json
import logging
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Final

import pytest

from bot.domain.alerts.mailings import Outcome, Recipient
from bot.mail.sending.sendgrid import SendGridMailer
from bot.records.mail import Purpose
from tests.doubles.sendgrid import SendGridDouble
from tests.mail.samples import ADDRESSES, ALERT, CONTENT, DUTCH, TOKENS, content, filled, letter

NOOR: Final = Recipient(1, 11, "noor@example.nl")
OMAR: Final = Recipient(2, 12, "omar@example.nl")


@pytest.fixture(name="double")
def running_double() -> Iterator[SendGridDouble]:
    with SendGridDouble() as double:
        yield double


@pytest.fixture
def mailer(double: SendGridDouble) -> Iterator[SendGridMailer]:
    with mailing(f"{double.url}/", double.api_key) as mailer:
        yield mailer


def mailing(url: str, key: str = "key") -> closing[SendGridMailer]:
    """A mailer that hangs up in the end."""
    return closing(SendGridMailer(ADDRESSES, key, url))


def test_everybody_gets_a_mail_of_their_own_in_one_request(mailer: SendGridMailer, double: SendGridDouble) -> None:
    result = mailer.send_alert(ALERT, [NOOR, OMAR])
    assert result.outcome is Outcome.ACCEPTED
    assert double.requests == 1
    for mail, person in zip(double.sent, (NOOR, OMAR), strict=True):
        mine = filled(delivery_id=person.delivery_id)
        assert (mail.to, mail.from_) == (person.email, ADDRESSES.of_delivery(person.delivery_id))
        assert (mail.subject, mail.text, mail.html) == (mine.subject, mine.text, mine.html)
        assert mail.from_name == "Politie Amersfoort"
        assert mail.message_id == ADDRESSES.message_id(person.delivery_id)
        assert (
            mail.headers["List-Unsubscribe"] == f"<{ADDRESSES.leave_link(ADDRESSES.leave_token(person.delivery_id))}>"
        )
        assert mail.request_id == result.detail
    double.assert_clean()


def test_the_provider_hears_opaque_ids_only(mailer: SendGridMailer, double: SendGridDouble) -> None:
    mailer.send_alert(ALERT, [NOOR])
    mailer.send_letter(letter())
    assert [(mail.custom_args, mail.categories) for mail in double.sent] == [
        ({"tag": "d1"}, ("alert",)),
        ({"tag": "l7"}, ("letter",)),
    ]


def test_a_thousand_people_in_one_request(mailer: SendGridMailer, double: SendGridDouble) -> None:
    people = [Recipient(number, number, f"p{number}@example.nl") for number in range(mailer.batch_size)]
    assert mailer.send_alert(ALERT, people).outcome is Outcome.ACCEPTED
    assert [mail.to for mail in double.sent] == [person.email for person in people]


def test_a_letter_is_an_answer_in_the_citizens_thread(mailer: SendGridMailer, double: SendGridDouble) -> None:
    assert mailer.send_letter(letter()).outcome is Outcome.ACCEPTED
    [mail] = double.sent
    assert (mail.to, mail.from_) == ("noor@example.nl", ADDRESSES.answer_address(TOKENS.make(Purpose.REPLY, 7)))
    assert (mail.headers["In-Reply-To"], mail.headers["Auto-Submitted"]) == ("<q1@example.nl>", "auto-replied")
    assert mailer.send_letter(letter(reply_token="", automatic=False)).outcome is Outcome.ACCEPTED
    assert double.sent[1].from_ == "burgernetmail@mail.example"
    double.assert_clean()


def test_typed_text_reaches_people_as_it_was_typed(mailer: SendGridMailer, double: SendGridDouble) -> None:
    typed = "-leave_token- {{x}} [unsubscribe] <%x%> é € 😀\r\nb"
    mail = DUTCH.alert("x", content(what_happened=typed))
    mailer.send_alert(mail, [NOOR])
    assert "-leave_token - {{x}} [unsubscribe] <%x%> é € 😀\nb" in double.sent[0].text
    double.assert_clean()


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (400, Outcome.REFUSED),
        (401, Outcome.FAILED),
        (403, Outcome.FAILED),
        (404, Outcome.FAILED),
        (405, Outcome.FAILED),
        (413, Outcome.FAILED),
        (451, Outcome.FAILED),
        (307, Outcome.FAILED),
        (408, Outcome.UNKNOWN),
        (429, Outcome.FAILED),
        (500, Outcome.UNKNOWN),
        (503, Outcome.FAILED),
        (501, Outcome.UNKNOWN),
        (502, Outcome.UNKNOWN),
        (504, Outcome.UNKNOWN),
    ],
)
def test_what_a_status_means(mailer: SendGridMailer, double: SendGridDouble, status: int, outcome: Outcome) -> None:
    double.fail_next(status=status)
    result = mailer.send_alert(ALERT, [NOOR])
    assert result.outcome is outcome
    assert result.detail.startswith(str(status))
    assert double.sent == []


def test_it_comes_back_when_sendgrid_says_so(mailer: SendGridMailer, double: SendGridDouble) -> None:
    double.fail_next(status=429, retry_after=40)
    pause = mailer.send_alert(ALERT, [NOOR]).retry_after_s
    assert pause is not None
    assert 35 <= pause <= 45


def test_a_lost_answer_is_unknown(mailer: SendGridMailer, double: SendGridDouble) -> None:
    double.drop_next(stored=True)
    assert mailer.send_alert(ALERT, [NOOR]).outcome is Outcome.UNKNOWN
    assert len(double.sent) == 1


def test_silence_is_unknown(mailer: SendGridMailer, double: SendGridDouble, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.mail.sending.sendgrid.TIMEOUT_S", 0.2)
    double.hang_next(1.0)
    result = mailer.send_letter(letter())
    assert (result.outcome, result.detail) == (Outcome.UNKNOWN, "ReadTimeout: timed out")


def test_a_machine_that_can_not_be_reached_got_nothing(mailer: SendGridMailer, double: SendGridDouble) -> None:
    double.stop()
    assert mailer.send_alert(ALERT, [NOOR]).outcome is Outcome.FAILED
    assert mailer.check().startswith("SendGrid can't be reached at SENDGRID_API_URL")


@pytest.mark.parametrize("url", ["http://no-such-host.invalid", "https://127.0.0.1:9"])
def test_a_host_that_is_none(url: str) -> None:
    with mailing(url) as mailer:
        assert mailer.send_alert(ALERT, [NOOR]).outcome is Outcome.FAILED


def test_a_refusal_tells_why_and_names_nobody(mailer: SendGridMailer, double: SendGridDouble) -> None:
    result = mailer.send_alert(ALERT, [NOOR, NOOR._replace(delivery_id=3)])
    assert result.outcome is Outcome.REFUSED
    assert "personalizations" in result.detail
    assert "noor" not in result.detail
    assert len(double.refused) == 1


def test_check_tells_a_good_key_from_a_bad_one(mailer: SendGridMailer, double: SendGridDouble) -> None:
    assert mailer.check() == ""
    double.scopes.remove("mail.send")
    assert mailer.check() == "SENDGRID_API_KEY lacks the scope mail.send"
    with mailing(double.url, "wrong") as bad:
        assert bad.check().startswith("SendGrid refuses SENDGRID_API_KEY: 401")


def test_one_domain_for_sender_and_answers() -> None:
    with pytest.raises(ValueError, match="share their domain"):
        SendGridMailer(replace(ADDRESSES, mail_from="bot@other.example"), "key", "https://api.eu.sendgrid.com")


def test_neither_the_key_nor_a_citizens_words_are_logged(
    mailer: SendGridMailer, double: SendGridDouble, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        mailer.send_alert(ALERT, [NOOR])
        double.fail_next(status=400)
        mailer.send_alert(ALERT, [NOOR])
    for secret in (double.api_key, "noor", CONTENT.street):
        assert secret not in caplog.text


@contextmanager
def answering(status: int, headers: dict[str, str], body: bytes) -> Iterator[str]:
    """A server that gives one answer to everything, as no SendGrid would."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def do_GET(self) -> None:
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Quietly."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("status", "headers", "body", "outcome", "pause"),
    [
        (200, {}, b"{}", Outcome.UNKNOWN, None),
        (202, {}, b"", Outcome.ACCEPTED, None),
        (202, {"Content-Length": "50"}, b"cut", Outcome.UNKNOWN, None),
        (400, {}, b"<html>", Outcome.FAILED, None),
        (400, {}, b'{"errors": [{"message": null}]}', Outcome.REFUSED, None),
        (400, {}, b'{"errors": 5}', Outcome.FAILED, None),
        (429, {"Retry-After": "30"}, b"{}", Outcome.FAILED, 30.0),
        (429, {"Retry-After": "soon"}, b"{}", Outcome.FAILED, None),
        (429, {"X-RateLimit-Reset": "1"}, b"{}", Outcome.FAILED, 1.0),
        (503, {"Retry-After": "99999"}, b"{}", Outcome.FAILED, 3600.0),
        (503, {}, b"\xff", Outcome.FAILED, None),
    ],
)
def test_odd_answers(status: int, headers: dict[str, str], body: bytes, outcome: Outcome, pause: float | None) -> None:
    with answering(status, headers, body) as url, mailing(url) as mailer:
        result = mailer.send_alert(ALERT, [NOOR])
    assert (result.outcome, result.retry_after_s) == (outcome, pause)


def test_a_body_that_is_json_but_no_answer() -> None:
    with answering(200, {}, json.dumps([1]).encode()) as url, mailing(url) as mailer:
        assert "can't be reached" in mailer.check()


@pytest.mark.parametrize(
    ("people", "sender", "one"),
    [
        (["noor@example.nl", "jörg@example.nl"], "burgernetmail@mail.example", True),
        (["noor@example.nl"], "nobody", False),
    ],
)
def test_it_tells_whether_one_of_its_people_may_be_why_it_was_refused(
    mailer: SendGridMailer, people: list[str], sender: str, one: bool
) -> None:
    mailer._addresses = replace(ADDRESSES, mail_from=sender)
    result = mailer.send_alert(ALERT, [Recipient(number, number, to) for number, to in enumerate(people, 1)])
    assert (result.outcome, result.may_be_one) == (Outcome.REFUSED, one)


def test_a_content_that_is_refused_is_no_persons_fault(mailer: SendGridMailer) -> None:
    result = mailer.send_alert(replace(ALERT, subject=""), [NOOR])
    assert (result.outcome, result.may_be_one) == (Outcome.REFUSED, False)

"""The mails that people would get: substitutions, merged headers, suppressions; and the real client."""

from collections.abc import Iterator
from typing import Any

import pytest
from sendgrid import SendGridAPIClient

from tests.doubles.sendgrid import SendGridDouble, SentMail
from tests.doubles.sendgrid_requests import letter, personal, send

BOTH = [{"type": "text/plain", "value": "Dag -naam-, -naam-2"}, {"type": "text/html", "value": "<p>-naam-</p>"}]


@pytest.fixture
def sendgrid() -> Iterator[SendGridDouble]:
    with SendGridDouble() as double:
        yield double


def sent(double: SendGridDouble, *personalizations: dict[str, Any], **more: object) -> list[SentMail]:
    assert send(double, letter(*personalizations, **more)).status_code == 202
    return double.sent


def test_one_mail_a_person_with_its_own_sender_and_words(sendgrid: SendGridDouble) -> None:
    sender: Any = {"from": {"email": "antwoord+a@burgernet.example", "name": "Politie"}}
    anna = personal(
        **sender,
        substitutions={"-naam-": "-naam-2", "-naam-2": "twee"},
        headers={"message-id": "<a@burgernet.example>", "X-Kind": "own"},
        custom_args={"tag": "d1"},
    )
    bert = {"to": [{"email": "bert@example.nl", "name": "Bert"}], "subject": "Bert!", "send_at": 1}
    first, second = sent(
        sendgrid,
        anna,
        bert,
        content=BOTH,
        subject="Voor -naam-",
        reply_to={"email": "antwoord+-naam-@burgernet.example"},
        headers={"X-Kind": "root", "x-more": "-naam-"},
        custom_args={"tag": "root", "alert": "7"},
        categories=["alert"],
    )
    assert (first.to, first.from_, first.from_name) == ("anna@example.nl", "antwoord+a@burgernet.example", "Politie")
    assert (first.subject, first.text, first.html) == ("Voor -naam-2", "Dag -naam-2, twee", "<p>-naam-2</p>")
    assert first.reply_to == "antwoord+-naam-2@burgernet.example"
    assert first.headers == {"x-more": "-naam-", "message-id": "<a@burgernet.example>", "X-Kind": "own"}
    assert first.message_id == "<a@burgernet.example>"
    assert first.custom_args == {"tag": "d1", "alert": "7"}
    assert first.categories == ("alert",)
    assert (first.send_at, second.send_at) == (None, 1)
    assert (second.to_name, second.subject, second.from_) == ("Bert", "Bert!", "politie@burgernet.example")
    assert second.headers == {"X-Kind": "root", "x-more": "-naam-"}
    assert second.message_id.startswith(f"<{second.request_id}")


def test_everybody_on_a_personalization_gets_it(sendgrid: SendGridDouble) -> None:
    mails = sent(sendgrid, personal(cc=[{"email": "b@example.nl"}], bcc=[{"email": "c@example.nl"}]))
    assert [mail.to for mail in mails] == ["anna@example.nl", "b@example.nl", "c@example.nl"]
    assert len({mail.message_id for mail in mails}) == 3


def test_batches_are_numbered_and_mails_found_by_person(sendgrid: SendGridDouble) -> None:
    sent(sendgrid)
    mails = sent(sendgrid, personal("bert@example.nl"))
    assert [mail.batch for mail in mails] == [1, 2]
    assert mails[0].request_id != mails[1].request_id
    assert sendgrid.sent_to("BERT@example.nl") == mails[1:]


def test_suppressed_people_get_nothing(sendgrid: SendGridDouble) -> None:
    sendgrid.suppressed.add("Bert@example.nl")
    [mail] = sent(sendgrid, personal(), personal("bert@EXAMPLE.nl"))
    assert mail.to == "anna@example.nl"
    assert [mail.to for mail in sendgrid.dropped] == ["bert@EXAMPLE.nl"]


def test_a_bypass_reaches_the_suppressed(sendgrid: SendGridDouble) -> None:
    sendgrid.suppressed.add("anna@example.nl")
    assert sent(sendgrid, mail_settings={"bypass_list_management": {"enable": True}})
    assert not sendgrid.dropped


def test_the_sandbox_answers_200_and_sends_nothing(sendgrid: SendGridDouble) -> None:
    response = send(sendgrid, letter(mail_settings={"sandbox_mode": {"enable": True}}))
    assert (response.status_code, response.content, sendgrid.sent) == (200, b"", [])
    assert send(sendgrid, letter(mail_settings={"sandbox_mode": {"enable": False}})).status_code == 202


def test_as_an_email_it_has_the_headers_and_both_parts(sendgrid: SendGridDouble) -> None:
    headers = {"List-Id": "Burgernet <b.example>", "Message-ID": "<m@b.example>"}
    [mail] = sent(sendgrid, content=BOTH, headers=headers, subject="Ingebroken in café")
    email = mail.as_email()
    assert email["From"] == "Politie Amersfoort <politie@burgernet.example>"
    assert (email["To"], email["Subject"], email["List-Id"]) == ("anna@example.nl", mail.subject, headers["List-Id"])
    assert email.get_all("Message-ID") == ["<m@b.example>"]
    assert [part.get_content_type() for part in email.iter_parts()] == ["text/plain", "text/html"]


@pytest.mark.parametrize(("part", "kind"), [(BOTH[0], "text/plain"), (BOTH[1], "text/html")])
def test_as_an_email_with_one_part(sendgrid: SendGridDouble, part: dict[str, str], kind: str) -> None:
    [mail] = sent(sendgrid, content=[part])
    assert mail.as_email().get_content_type() == kind


def test_the_real_client_sends_and_reads_its_scopes(sendgrid: SendGridDouble) -> None:
    client = SendGridAPIClient(sendgrid.api_key, host=sendgrid.url).client
    response = client.mail.send.post(request_body=letter(), timeout=5)
    assert response.status_code == 202
    assert response.headers["X-Message-Id"] == sendgrid.sent[0].request_id
    assert client.scopes.get(timeout=5).to_dict == {"scopes": ["mail.send"]}
    sendgrid.assert_clean()

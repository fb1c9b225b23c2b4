"""SendGrid's posts to an application: signed, tampered with, stale, repeated."""

import io
import json
import time
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from freezegun import freeze_time
from python_multipart import parse_form
from python_multipart.multipart import Field, File
from sendgrid.helpers.eventwebhook import EventWebhook as Verifier

from tests.doubles.sendgrid import EventName, EventWebhook, InboundParse, SendGridDouble, SentMail, Tamper
from tests.doubles.sendgrid_requests import SIGNATURE, TIMESTAMP, Recorder, genuine, letter, personal, recording, send

HEAD = b"From: =?utf-8?q?Ren=C3=A9?= <rene@example.nl>\r\nTo: a@b.nl\r\nSubject: Caf\xe9\r\n\r\n"
RAW = HEAD + b"Ik zag iets.\r\n--xYzZY\r\n\xff\r\n"
SPOILED: list[Tamper] = ["body", "signature"]
MISSING: list[tuple[Tamper, set[str]]] = [
    ("unsigned", set()),
    ("no_signature", {TIMESTAMP}),
    ("no_timestamp", {SIGNATURE}),
]


@pytest.fixture(scope="module")
def sendgrid() -> Iterator[SendGridDouble]:
    with SendGridDouble() as double:
        double.suppressed.add("bert@example.nl")
        told = {"custom_args": {"tag": "d1"}, "categories": ["alert"], "headers": {"Message-ID": "<m@b.example>"}}
        assert send(double, letter(personal(), personal("bert@example.nl"), **told)).status_code == 202
        yield double


@pytest.fixture
def app() -> Iterator[Recorder]:
    with recording() as recorder:
        yield recorder


@pytest.fixture
def webhook(sendgrid: SendGridDouble) -> EventWebhook:
    return EventWebhook(sendgrid)


def mail_of(double: SendGridDouble) -> SentMail:
    return double.sent[0]


def form_of(headers: dict[str, str], body: bytes) -> dict[str, bytes]:
    fields: dict[str, bytes] = {}

    def keep(field: Any) -> None:
        fields[field.field_name.decode()] = field.value

    def no_files(_file: File | Field) -> None:
        raise AssertionError("raw mode has no files")

    given = {"Content-Type": headers["content-type"].encode(), "Content-Length": str(len(body)).encode()}
    parse_form(given, io.BytesIO(body), keep, no_files)
    return fields


def test_events_carry_the_mail_and_its_arguments(sendgrid: SendGridDouble, webhook: EventWebhook) -> None:
    mail = mail_of(sendgrid)
    events = webhook.events_for(mail, *get_args(EventName))
    assert [event["event"] for event in events] == list(get_args(EventName))
    for event in events:
        assert (event["email"], event["tag"], event["category"]) == ("anna@example.nl", "d1", ["alert"])
        assert event["smtp-id"] == "<m@b.example>"
        assert event["sg_message_id"].startswith(f"{mail.request_id}.")
        assert abs(event["timestamp"] - time.time()) < 60
    assert len({event["sg_event_id"] for event in events}) == len(events)


def test_details_of_bounces_and_drops(sendgrid: SendGridDouble, webhook: EventWebhook) -> None:
    bounce, dropped = webhook.events_for(mail_of(sendgrid), "bounce", "dropped")
    assert (bounce["type"], bounce["status"], bounce["reason"][:3]) == ("bounce", "5.1.1", "550")
    assert dropped["reason"] == "Bounced Address"
    [blocked] = webhook.events_for(mail_of(sendgrid), "bounce", type="blocked", timestamp=5)
    assert (blocked["type"], blocked["timestamp"]) == ("blocked", 5)


def test_a_mail_without_categories_has_no_category(sendgrid: SendGridDouble, webhook: EventWebhook) -> None:
    with SendGridDouble() as other:
        send(other, letter())
        [event] = EventWebhook(other).events_for(other.sent[0], "open")
    assert "category" not in event


def test_the_whole_story(webhook: EventWebhook) -> None:
    told = [(event["email"], event["event"]) for event in webhook.whole_story()]
    anna, bert = "anna@example.nl", "bert@example.nl"
    assert told == [(anna, "processed"), (anna, "delivered"), (bert, "dropped")]


def test_events_follow_the_clock_of_the_code_under_test(sendgrid: SendGridDouble, webhook: EventWebhook) -> None:
    with freeze_time("2026-03-01 12:00:00"):
        [event] = webhook.events_for(mail_of(sendgrid), "open")
        headers = webhook.signed([event]).headers
        assert headers["X-Twilio-Email-Event-Webhook-Timestamp"] == str(event["timestamp"]) == str(int(time.time()))


def test_posts_are_signed_as_the_real_library_wants(
    sendgrid: SendGridDouble, webhook: EventWebhook, app: Recorder
) -> None:
    events = webhook.events_for(mail_of(sendgrid), "processed", "delivered")
    assert webhook.post(app.url, events) == [204]
    [body], [headers] = app.bodies, app.headers
    assert body.endswith(b"]\r\n")
    assert json.loads(body) == events
    assert headers["content-type"] == "application/json"
    assert Verifier(webhook.public_key).verify_signature(body.decode(), headers[SIGNATURE], headers[TIMESTAMP])
    assert genuine(webhook.public_key, headers, body)
    assert not genuine(EventWebhook(sendgrid).public_key, headers, body)


@pytest.mark.parametrize("tamper", SPOILED)
def test_a_spoiled_post_still_parses(
    sendgrid: SendGridDouble, webhook: EventWebhook, app: Recorder, tamper: Tamper
) -> None:
    webhook.post(app.url, webhook.events_for(mail_of(sendgrid), "open"), tamper=tamper)
    assert json.loads(app.bodies[0])
    assert not genuine(webhook.public_key, app.headers[0], app.bodies[0])


@pytest.mark.parametrize(("tamper", "left"), MISSING)
def test_missing_headers(webhook: EventWebhook, app: Recorder, tamper: Tamper, left: set[str]) -> None:
    webhook.post(app.url, [], tamper=tamper)
    assert {SIGNATURE, TIMESTAMP} & app.headers[0].keys() == left


def test_a_signature_that_is_no_base64(webhook: EventWebhook, app: Recorder) -> None:
    webhook.post(app.url, [], tamper="not_base64")
    with pytest.raises(ValueError):
        Verifier(webhook.public_key).verify_signature("[]\r\n", app.headers[0][SIGNATURE], app.headers[0][TIMESTAMP])


def test_a_stale_post_is_genuine_but_old(webhook: EventWebhook, app: Recorder) -> None:
    webhook.post(app.url, [], stale=True)
    assert genuine(webhook.public_key, app.headers[0], app.bodies[0])
    assert time.time() - int(app.headers[0][TIMESTAMP]) >= 3600


def test_repeated_events_have_other_event_ids(sendgrid: SendGridDouble, webhook: EventWebhook, app: Recorder) -> None:
    app.status = 500
    assert webhook.post(app.url, webhook.events_for(mail_of(sendgrid), "delivered"), times=3) == [500] * 3
    told = [json.loads(body)[0] for body in app.bodies]
    assert len({event.pop("sg_event_id") for event in told}) == 3
    assert told[0] == told[1] == told[2]


def test_inbound_mail_comes_raw_with_its_envelope(app: Recorder) -> None:
    inbound = InboundParse()
    assert inbound.post(app.url, RAW, ["antwoord+x@b.nl"], "rene@example.nl", spf="fail", spam_score="4.2") == [204]
    [body], [headers] = app.bodies, app.headers
    assert genuine(inbound.public_key, headers, body)
    form = form_of(headers, body)
    assert form["email"] == RAW
    assert json.loads(form["envelope"]) == {"to": ["antwoord+x@b.nl"], "from": "rene@example.nl"}
    assert (form["from"].decode(), form["to"]) == ("René <rene@example.nl>", b"a@b.nl")
    assert (form["SPF"], form["dkim"], form["spam_score"]) == (b"fail", b"{@example.nl : pass}", b"4.2")
    assert form.keys() >= {"subject", "sender_ip", "spam_report", "charsets"}


def test_a_repeated_inbound_post_is_the_same(app: Recorder) -> None:
    InboundParse().post(app.url, RAW, ["a@b.nl"], "", times=2)
    assert app.bodies[0] == app.bodies[1]
    assert app.headers[0][SIGNATURE] == app.headers[1][SIGNATURE]


@pytest.mark.parametrize("tamper", SPOILED)
def test_spoiled_inbound_still_parses(app: Recorder, tamper: Tamper) -> None:
    inbound = InboundParse(now=lambda: 1000.0)
    inbound.post(app.url, RAW, ["a@b.nl"], "", tamper=tamper)
    assert form_of(app.headers[0], app.bodies[0])["email"] == RAW
    assert not genuine(inbound.public_key, app.headers[0], app.bodies[0])
    assert app.headers[0][TIMESTAMP] == "1000"


@pytest.mark.parametrize("subject", [b"=?x-unknown?q?a?=", b"=?utf-8?b?a?=", b"=?utf-16?q?a?=", b"\xe9"])
def test_headers_that_cannot_be_decoded_come_as_they_are(app: Recorder, subject: bytes) -> None:
    InboundParse().post(app.url, b"Subject: " + subject + b"\r\n\r\nx", ["a@b.nl"], "")
    assert form_of(app.headers[0], app.bodies[0])["subject"]


def test_basic_auth_goes_into_the_url(app: Recorder) -> None:
    InboundParse().post(app.url.replace("://", "://team:geheim@"), RAW, ["a@b.nl"], "")
    assert app.headers[0]["authorization"].startswith("Basic ")

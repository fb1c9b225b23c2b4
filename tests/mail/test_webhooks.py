"""What SendGrid's two webhooks bring: signatures, forms, events."""

import base64
import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.alerts.mailings import DeliveryState, MailEvent
from bot.mail.events import parse_events
from bot.mail.reading.inbound import read_post
from bot.mail.reading.multipart import MOST_BYTES, BadForm, FormReader, read_form
from bot.mail.reading.signatures import EVENTS_WINDOW_S, INBOUND_WINDOW_S, SIGNATURE_HEADER, TIMESTAMP_HEADER, fault_of
from tests.doubles.sendgrid import EventWebhook, InboundParse, SendGridDouble
from tests.doubles.sendgrid.signing import SignedPost, Tamper

NOW = datetime(2026, 1, 5, 20, 0, tzinfo=UTC)
EVENTS = EventWebhook(SendGridDouble(now=NOW.timestamp))
INBOUND = InboundParse(now=NOW.timestamp)
RAW = b"From: no\xebl@example.nl\r\nTo: x\r\n\r\nIk zag \x00\xff iets\r\n--xYzZY\r\n"


def holds(post: SignedPost, key: str = EVENTS.public_key, now: datetime = NOW, window_s: int = 600) -> bool:
    signature, timestamp = (post.headers.get(name, "") for name in (SIGNATURE_HEADER, TIMESTAMP_HEADER))
    digest = sha256(timestamp.encode() + post.body).digest()
    return fault_of(key, signature, timestamp, digest, now, window_s) is None


def test_a_signed_call_holds_trailing_line_break_included() -> None:
    post = EVENTS.signed([{"event": "open"}])
    assert post.body.endswith(b"\r\n")
    assert holds(post)


@pytest.mark.parametrize("tamper", ["body", "signature", "unsigned", "no_signature", "no_timestamp", "not_base64"])
def test_a_forged_call_does_not(tamper: Tamper) -> None:
    assert not holds(EVENTS.signed([{"event": "open"}], tamper))


@pytest.mark.parametrize(
    ("late", "fresh"), [(0, True), (599, True), (-599, True), (601, False), (-601, False), (86_400, False)]
)
def test_a_signature_grows_old(late: int, fresh: bool) -> None:
    assert holds(EVENTS.signed([]), now=NOW + timedelta(seconds=late)) is fresh


@pytest.mark.parametrize(("window_s", "hours"), [(EVENTS_WINDOW_S, 24), (INBOUND_WINDOW_S, 72)])
def test_as_long_as_sendgrid_repeats_a_call_it_is_taken(window_s: int, hours: int) -> None:
    post = EVENTS.signed([])
    assert holds(post, now=NOW + timedelta(hours=hours, minutes=30), window_s=window_s)
    assert not holds(post, now=NOW + timedelta(hours=hours + 25), window_s=window_s)
    assert not holds(post, now=NOW - timedelta(hours=1), window_s=window_s)  # nor is one from the future


def other_kind_of_key() -> str:
    der = (
        ed25519.Ed25519PrivateKey.generate().public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    )
    return base64.b64encode(der).decode()


@pytest.mark.parametrize(
    "key",
    ["", "AAAA", "%%%", "é", InboundParse().public_key, other_kind_of_key()],
    ids=["empty", "no key", "no base64", "no ascii", "somebody else's", "another kind"],
)
def test_a_key_that_is_none_holds_nothing(key: str) -> None:
    assert not holds(EVENTS.signed([]), key)


@given(
    st.text(max_size=40), st.text(max_size=40), st.text(max_size=20) | st.just(str(int(NOW.timestamp()))), st.binary()
)
def test_no_header_raises(key: str, signature: str, timestamp: str, body: bytes) -> None:
    for one in (key, EVENTS.public_key):
        assert fault_of(one, signature, timestamp, sha256(body).digest(), NOW, 600)


TRACE = (
    b"Authentication-Results: inbound-parse.burgernetmail.invalid; dkim=pass header.d=example.nl; spf=pass\r\n"
    b"Received: by burgernetmail\r\n"
)


def test_a_citizens_mail_comes_through_to_the_byte() -> None:
    post = INBOUND.signed(RAW, ["antwoord+x@mail.example"], "noel@example.nl")
    got = read_post(read_form(post.headers["Content-Type"], post.body))
    path = b"Return-Path: <noel@example.nl>\r\n"
    assert (got.raw, got.envelope_to) == (path + TRACE + RAW, ("antwoord+x@mail.example",))


@settings(max_examples=50)
@given(st.binary(max_size=500), st.integers(1, 50))
def test_in_pieces_of_any_size(raw: bytes, size: int) -> None:
    post = INBOUND.signed(raw + b"x", ["a@b"], "c@d")
    reader = FormReader(post.headers["Content-Type"])
    for start in range(0, len(post.body), size):
        reader.feed(post.body[start : start + size])
    assert reader.finish()["email"] == raw + b"x"


def test_an_empty_envelope_sender_becomes_an_empty_return_path() -> None:
    post = INBOUND.signed(RAW, ["a@b"], "")
    got = read_post(read_form(post.headers["Content-Type"], post.body))
    assert got.raw == b"Return-Path: <>\r\n" + TRACE + RAW


@pytest.mark.parametrize("envelope", [b"", b"{", b"[]", b'"x"', b'{"to": 5}', b'{"to": [5, null]}', b"[" * 5000])
def test_a_broken_envelope_loses_no_mail(envelope: bytes) -> None:
    assert read_post({"email": RAW, "envelope": envelope}).envelope_to == ()


def test_a_form_without_the_raw_mail_is_refused() -> None:
    with pytest.raises(BadForm, match="raw"):
        read_post({"text": b"hoi", "envelope": b"{}"})


def form(*parts: str, end: str = "--b--\r\n") -> bytes:
    return ("".join(f"--b\r\n{part}\r\n" for part in parts) + end).encode()


FIELD = 'Content-Disposition: form-data; name="email"\r\n\r\nhoi'


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("", form(FIELD)),
        ("application/json", form(FIELD)),
        ("multipart/form-data", form(FIELD)),
        ("multipart/form-data; boundary=" + "b" * 5000, form(FIELD)),
        ("multipart/form-data; boundary=b", form(FIELD, end="")),
        ("multipart/form-data; boundary=b", b""),
        ("multipart/form-data; boundary=b", b"onzin"),
        ("multipart/form-data; boundary=b", form("\r\nhoi")),
        ("multipart/form-data; boundary=b", form("Content-Disposition: form-data\r\n\r\nhoi")),
        ("multipart/form-data; boundary=b", form('Content-Disposition: form-data; name="é"\r\n\r\nhoi')),
        ("multipart/form-data; boundary=b", form(*[FIELD] * 51)),
        ("multipart/form-data; boundary=b", form("X: " + "y" * 100_000 + "\r\n\r\nhoi")),
    ],
)
def test_a_form_that_is_none(content_type: str, body: bytes) -> None:
    with pytest.raises(BadForm):
        read_form(content_type, body)


def test_a_form_has_its_limit() -> None:
    reader = FormReader("multipart/form-data; boundary=b")
    reader.feed(b"--b\r\n" + FIELD.encode())
    with pytest.raises(BadForm, match="over"):
        reader.feed(bytes(MOST_BYTES))


def test_the_first_of_two_fields_with_one_name_counts() -> None:
    assert read_form("multipart/form-data; boundary=b", form(FIELD, FIELD + "!")) == {"email": b"hoi"}


def test_a_file_name_changes_nothing() -> None:
    part = 'Content-Disposition: form-data; name="email"; filename="../../etc/passwd"\r\nContent-Type: x/y\r\n\r\nhoi'
    assert read_form("multipart/form-data; boundary=b", form(part)) == {"email": b"hoi"}


@settings(max_examples=60)
@given(st.binary(max_size=300) | st.text('-b\r\n:;="Content-Disposition', max_size=200).map(str.encode))
def test_no_body_does_anything_but_bad_form(body: bytes) -> None:
    with suppress(BadForm):
        read_form("multipart/form-data; boundary=b", body)


def event(**changes: object) -> dict[str, object]:
    return {"email": "noor@example.nl", "timestamp": 1_767_643_200, "event": "delivered", "tag": "d7", **changes}


def parsed(*entries: object) -> list[MailEvent]:
    return parse_events(json.dumps(list(entries)).encode())


def test_an_event() -> None:
    assert parsed(event()) == [MailEvent("d7", DeliveryState.DELIVERED, datetime(2026, 1, 5, 20, 0, tzinfo=UTC))]


@pytest.mark.parametrize(
    "name", ["processed", "deferred", "delivered", "bounce", "dropped", "unsubscribe", "spamreport"]
)
def test_every_state_that_sendgrid_tells(name: str) -> None:
    [one] = parsed(event(event=name))
    assert one.state.value == name


@pytest.mark.parametrize(
    "entry",
    [
        event(event="open"),
        event(event="click"),
        event(event="group_unsubscribe"),
        event(event="planned"),
        event(event="sent"),
        event(event=None),
        event(event=["bounce"]),
        event(tag=None),
        event(tag=7),
        event(tag="x7"),
        event(tag="d07"),
        event(tag="d٧"),
        event(tag="d7\n"),
        event(tag="d" + "9" * 30),
        event(timestamp="1767643200"),
        event(timestamp=True),
        event(timestamp=-1),
        event(timestamp=1e300),
        event(timestamp=10**15),
        {},
        None,
        7,
        [[]],
    ],
)
def test_what_is_no_event_of_ours_is_left_out(entry: object) -> None:
    assert [one.tag for one in parsed(entry, event(tag="l3"))] == ["l3"]


@pytest.mark.parametrize("body", [b"", b"{}", b"null", b"[", b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_list_holds_nothing(body: bytes) -> None:
    assert parse_events(body) == []


def test_a_reason_names_nobody() -> None:
    [one] = parsed(event(event="bounce", reason="550 5.1.1 <noor@example.nl> unknown\r\n" + "x" * 999))
    assert one.reason.startswith("550 5.1.1 <…@…> unknown xxx")
    assert len(one.reason) == 300


def test_events_of_the_stand_in() -> None:
    webhook = [{**event(), "event": name} for name in ("processed", "delivered")]
    assert [one.state for one in parse_events(EVENTS.signed(webhook).body)] == ["processed", "delivered"]

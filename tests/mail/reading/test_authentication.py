"""Who a mail is from is only a claim: believed where a server that we trust says that DKIM held for that domain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.replies.replies import SenderCheck
from bot.mail.reading.authentication import INBOUND_PARSE, findings_header
from bot.mail.reading.inbound import read_post
from bot.mail.reading.reading import MimeReader
from tests.mail.samples import ADDRESSES, TOKENS

UNKNOWN, PROVEN, UNPROVEN, FAILED = SenderCheck.UNKNOWN, SenderCheck.PROVEN, SenderCheck.UNPROVEN, SenderCheck.FAILED
SENDGRID = MimeReader(ADDRESSES, TOKENS, INBOUND_PARSE)
OWN_SERVER = MimeReader(ADDRESSES, TOKENS, "mx.politie.example")
MAIL = b"From: Noor <noor@mail.example.nl>\r\n\r\nhoi"


def posted(dkim: bytes, raw: bytes = MAIL) -> bytes:
    return read_post({"email": raw, "dkim": dkim, "SPF": b"pass"}).raw


@pytest.mark.parametrize(
    ("dkim", "check"),
    [
        (b"{@mail.example.nl : pass}", PROVEN),
        (b"{@example.nl : pass}", PROVEN),
        (b"{@sendgrid.info : fail, @EXAMPLE.NL : Pass}", PROVEN),
        (b"{@example.nl : fail, @mail.example.nl : pass}", PROVEN),
        (b"{@example.com : pass}", UNPROVEN),
        (b"{@evilexample.nl : pass}", UNPROVEN),
        (b"{@x.mail.example.nl : pass}", UNPROVEN),  # below a shared domain anybody may have a name
        (b"{@x.mail.example.nl : fail}", UNPROVEN),
        (b"{@x.mail.example.nl : fail, @example.nl : pass}", PROVEN),
        (b"{@nl : pass}", UNPROVEN),
        (b"{@elsewhere.nl : fail}", UNPROVEN),
        (b"none", UNPROVEN),
        (b"", UNPROVEN),
        (b"{@example.nl : neutral}", UNPROVEN),
        (b"{@example.nl : fail}", FAILED),
        (b"{@example.nl : fail}\r\nX: y; dkim=pass header.d=example.nl", FAILED),
    ],
)
def test_what_sendgrid_found(dkim: bytes, check: SenderCheck) -> None:
    assert SENDGRID.read(posted(dkim), []).sender_check is check


@pytest.mark.parametrize(
    "forged",
    [
        f"Authentication-Results: {INBOUND_PARSE}; dkim=pass header.d=example.nl\r\n".encode() + MAIL,
        b" ; dkim=pass header.d=example.nl\r\n" + MAIL,
        b"\t; dkim=pass header.d=example.nl\r\n" + MAIL,
        b"\r\n" + MAIL,
    ],
    ids=["a header of its own", "goes on in ours", "with a tab", "no head"],
)
def test_no_sender_can_write_it_themselves(forged: bytes) -> None:
    assert SENDGRID.read(posted(b"none", forged), []).sender_check is UNPROVEN


@pytest.mark.parametrize(
    ("headers", "check"),
    [
        ("mx.politie.example; dkim=pass header.d=example.nl", PROVEN),
        ("mx.politie.example 1;\r\n\tspf=pass smtp.mailfrom=x;\r\n\tdkim=pass (2048-bit) header.i=@example.nl", PROVEN),
        ("MX.Politie.Example; dkim=pass header.i=noor@mail.example.nl header.s=a", PROVEN),
        ("mx.politie.example; dkim=pass header.d=example.com; dmarc=fail header.from=mail.example.nl", FAILED),
        ("mx.politie.example; dmarc=pass header.from=mail.example.nl; spf=pass", UNPROVEN),
        ("mx.politie.example; dkim=pass header.d=x.mail.example.nl", UNPROVEN),
        ("mx.politie.example; dkim=pass header.d=x.mail.example.nl; dmarc=none", UNPROVEN),
        ("mx.politie.example; dkim=pass header.d=x.mail.example.nl; dmarc=fail", FAILED),
        ("mx.politie.example; dkim=pass header.d=x.mail.example.nl; dmarc=pass header.from=mail.example.nl", PROVEN),
        ("mx.politie.example; dkim=pass header.d=y.example.nl; dmarc=pass header.from=mail.example.nl", UNPROVEN),
        ("mx.politie.example; dkim=fail (body hash; dkim=pass header.d=example.nl) header.d=example.nl", FAILED),
        ("mx.politie.example; none", UNPROVEN),
        ("mx.politie.example.evil.example; dkim=pass header.d=example.nl", UNKNOWN),
        (f"{INBOUND_PARSE}; dkim=pass header.d=example.nl", UNKNOWN),
        ("evil; none\r\nAuthentication-Results: mx.politie.example; dkim=pass header.d=example.nl", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_what_our_own_server_found(headers: str, check: SenderCheck) -> None:
    raw = f"Authentication-Results: {headers}\r\n".encode() + MAIL
    assert OWN_SERVER.read(raw, []).sender_check is check


def test_without_a_server_that_we_trust_nobody_looked() -> None:
    raw = b"Authentication-Results: ; dkim=pass header.d=example.nl\r\n" + MAIL
    assert MimeReader(ADDRESSES, TOKENS).read(raw, []).sender_check is UNKNOWN
    assert OWN_SERVER.read(MAIL, []).sender_check is UNKNOWN


@given(st.binary(max_size=300) | st.text("{@a.b : pas;\r\n", max_size=80).map(str.encode), st.binary(max_size=40))
def test_whatever_the_fields_hold_it_is_one_header(dkim: bytes, spf: bytes) -> None:
    header = findings_header(dkim, spf)
    assert header.count(b"\n") == 1
    assert header.endswith(b"\r\n")
    assert header.isascii()

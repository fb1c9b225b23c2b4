"""Machines that answer: what a mail is called, and whether it is acknowledged."""

import pytest

from bot.records.mail import InboundKind
from tests.mail.samples import ADDRESSES, DELIVERY, READER

REPLY, AUTO, BOUNCE = InboundKind.REPLY, InboundKind.AUTO_REPLY, InboundKind.BOUNCE
CITIZEN = "From: Noor <noor@example.nl>\n"
REPORT = (
    "From: MAILER-DAEMON@mx.example.nl\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\n"
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
    "--b\n\nHet is niet gelukt.\n--b\nContent-Type: message/delivery-status\n\n"
    "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; noor@example.nl\nAction: {action}\nStatus: {status}\n\n"
    "--b\nContent-Type: text/rfc822-headers\n\nSubject: Inbraak\n--b--\n"
)
RECEIPT = (
    CITIZEN + "Subject: Gelezen: Inbraak\nContent-Type: multipart/report; "
    "report-type=disposition-notification; boundary=b\n\n--b\n\nUw bericht is gelezen op maandag.\n"
    "--b\nContent-Type: message/disposition-notification\n\nDisposition: manual-action; displayed\n--b--\n"
)


def judged(raw: str) -> tuple[InboundKind, bool]:
    mail = READER.read(raw.encode(), [ADDRESSES.of_delivery(DELIVERY)])
    return mail.kind, mail.may_acknowledge


@pytest.mark.parametrize(
    ("headers", "kind", "may_acknowledge"),
    [
        ("", REPLY, True),
        ("Auto-Submitted: no\n", REPLY, True),
        ("Precedence: normal\n", REPLY, True),
        ("Return-Path: <noor@example.nl>\n", REPLY, True),
        ("Importance: high\nX-Priority: 1\nX-Mailer: iPhone Mail\n", REPLY, True),
        ("Auto-Submitted: auto-replied\n", AUTO, False),
        ("Auto-Submitted: AUTO-GENERATED; owner-email=x\n", AUTO, False),
        ("Return-Path: <>\n", REPLY, False),
        ("Precedence: auto_reply\n", AUTO, False),
        ("X-Autoreply: yes\n", AUTO, False),
        ("X-Autorespond: vakantie\n", AUTO, False),
        ("Precedence: bulk\n", AUTO, False),
        ("Precedence: list\n", AUTO, False),
        ("List-Id: Buurt <buurt.example.nl>\n", AUTO, False),
        ("List-Unsubscribe: <https://x.example>\n", REPLY, False),
        (f"List-Id: Buurt <buurt.example.nl>\nIn-Reply-To: {ADDRESSES.message_id(DELIVERY)}\n", REPLY, False),
        (f"Precedence: bulk\nReferences: <a@b> {ADDRESSES.message_id(DELIVERY)}\n", REPLY, False),
        ("X-Auto-Response-Suppress: OOF\n", REPLY, False),
    ],
)
def test_headers(headers: str, kind: InboundKind, may_acknowledge: bool) -> None:
    assert judged(f"{CITIZEN}{headers}Subject: Re: Inbraak\n\nIk zag iets.") == (kind, may_acknowledge)


@pytest.mark.parametrize(
    ("sender", "kind", "may_acknowledge"),
    [
        ("noor@example.nl", REPLY, True),
        ("noreplydijk@example.nl", REPLY, True),
        ("no-reply@example.nl", AUTO, False),
        ("noreply@example.nl", AUTO, False),
        ("niet-beantwoorden@example.nl", AUTO, False),
        ("postmaster@example.nl", REPLY, False),
        ("MAILER-DAEMON@example.nl", AUTO, False),
        ("antwoord@mail.example", AUTO, False),
        ("burgernetmail@mail.example", AUTO, False),
        ("", REPLY, True),  # whose token it carries is known
    ],
)
def test_senders(sender: str, kind: InboundKind, may_acknowledge: bool) -> None:
    assert judged(f"From: {sender}\nSubject: Re: Inbraak\n\nIk zag iets.") == (kind, may_acknowledge)


@pytest.mark.parametrize(
    ("subject", "kind", "may_acknowledge"),
    [
        ("Re: Inbraak", REPLY, True),
        ("Automatische deur stond open", REPLY, True),
        ("Automatisch antwoord: Inbraak", AUTO, False),
        ("Automatische reactie", AUTO, False),
        ("=?utf-8?q?Automatisch_antwoord=3A_caf=C3=A9?=", AUTO, False),
        ("Automatic reply: Inbraak", AUTO, False),
        ("AutoReply: Inbraak", AUTO, False),
        ("Out of Office: Inbraak", AUTO, False),
        ("Out of the office until Monday", AUTO, False),
        ("Afwezigheidsbericht", AUTO, False),
        ("Afwezig: Inbraak in de Breestraat", AUTO, False),
        ("Afwezig", AUTO, False),
        ("Niet aanwezig", AUTO, False),
        ("Niet aanwezig bij de inbraak, wel beelden", REPLY, False),
        ("Afwezig toen het gebeurde", REPLY, False),
        ("Onbestelbaar: Inbraak", AUTO, False),
        ("Gelezen: maar niets gezien", REPLY, False),
    ],
)
def test_subjects(subject: str, kind: InboundKind, may_acknowledge: bool) -> None:
    assert judged(f"{CITIZEN}Subject: {subject}\n\nIk zag iets.") == (kind, may_acknowledge)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (REPORT.format(action="failed", status="5.1.1"), BOUNCE),
        (REPORT.format(action="delayed", status="4.2.0"), AUTO),
        (REPORT.format(action="relayed", status="2.0.0"), AUTO),
        (RECEIPT, AUTO),
        (f"{CITIZEN}Subject: Gelezen: Inbraak\n\nUw bericht\n\nis gelezen op maandag 5 januari.", AUTO),
        ("From: postmaster@example.nl\nSubject: Undeliverable: Inbraak\n\nOnbekend.", BOUNCE),
        ("From: Mailer-Daemon@example.nl\nReturn-Path: <>\nSubject: x\n\nOnbekend.", BOUNCE),
        ("Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nniet\n--b--\n", BOUNCE),
    ],
)
def test_reports(raw: str, kind: InboundKind) -> None:
    assert judged(raw) == (kind, False)


def test_our_own_acknowledgement_that_comes_back_is_not_answered() -> None:
    headers = "Auto-Submitted: auto-replied\nX-Auto-Response-Suppress: All\n"
    sender = ADDRESSES.of_delivery(DELIVERY).upper()
    assert judged(f"From: Politie <{sender}>\n{headers}Subject: x\n\nDank u wel.") == (AUTO, False)

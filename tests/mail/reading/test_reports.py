"""Delivery reports as mail servers write them: who failed, and why; a delay is no failure."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.participants.faults import DeliveryReport, Fault
from bot.records.mail import InboundKind
from tests.mail.samples import ADDRESSES, DELIVERY, READER
from tests.mail.servers_say import (
    EXCHANGE,
    EXCHANGE_DE,
    EXCHANGE_FR,
    EXCHANGE_NL,
    EXIM,
    GMAIL,
    MDAEMON,
    POSTFIX,
    QMAIL,
    SENDMAIL,
)

NOOR: Final = "noor@example.nl"
DAEMON: Final = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: {subject}\n"
FIELDS: Final = (
    DAEMON.format(subject="Undelivered Mail Returned to Sender")
    + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nx\n"
    "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n{blocks}\n--b--\n"
)
BLOCK: Final = "Final-Recipient: rfc822; {to}\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; {said}\n\n"


def reports(raw: str) -> tuple[InboundKind, list[tuple[str, Fault, bool]]]:
    mail = READER.read(raw.encode(), [ADDRESSES.of_delivery(DELIVERY)])
    assert all(NOOR not in report.said for report in mail.reports)
    return mail.kind, [(report.recipient, report.fault, report.delayed) for report in mail.reports]


def written(subject: str, text: str, headers: str = "") -> str:
    return f"{DAEMON.format(subject=subject)}{headers}\n{text}"


@pytest.mark.parametrize(
    ("action", "status", "said", "fault"),
    [
        ("failed", "5.1.1", f"550 5.1.1 <{NOOR}>: Recipient address rejected: User unknown", Fault.GONE),
        ("failed", "5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found", Fault.GONE),
        ("failed", "5.0.0", "550 5.1.1 User unknown", Fault.GONE),  # as Exim writes it
        ("failed", "5.0.0", "550 No such user", Fault.GONE),
        ("failed (by policy)", "5.7.1", "554 5.7.1 rejected as spam, listed at bl.example", Fault.BLOCKED),
        ("failed", "5.2.2", "552 5.2.2 Mailbox full", Fault.FULL),
        ("failed", "5.4.7", "delivery time expired", Fault.EXPIRED),
        ("failed", "4.4.7", "delivery time expired", Fault.EXPIRED),
        ("failed", "5.1.2", "", Fault.NO_DOMAIN),
        ("failed", "", "", Fault.OTHER),
        ("FAILED", "5.1.1 (bad destination mailbox)", "", Fault.GONE),
    ],
)
def test_a_report_by_the_standard(action: str, status: str, said: str, fault: Fault) -> None:
    block = BLOCK.format(to="Noor@Example.nl", action=action, status=status, said=said)
    assert reports(FIELDS.format(blocks=block)) == (InboundKind.BOUNCE, [(NOOR, fault, False)])


@pytest.mark.parametrize("action", ["relayed", "delivered", "expanded"])
def test_news_that_is_no_failure(action: str) -> None:
    block = BLOCK.format(to=NOOR, action=action, status="2.0.0", said="250 ok")
    assert reports(FIELDS.format(blocks=block)) == (InboundKind.AUTO_REPLY, [])


def test_a_delay_by_the_standard() -> None:
    block = BLOCK.format(to=NOOR, action="delayed", status="4.2.2", said="452 4.2.2 Mailbox full")
    assert reports(FIELDS.format(blocks=block)) == (InboundKind.AUTO_REPLY, [(NOOR, Fault.EXPIRED, True)])


def test_each_recipient_of_a_report_stands_by_itself() -> None:
    blocks = "".join(
        BLOCK.format(to=to, action="failed", status=status, said="")
        for to, status in (("kleinzoon@elders.example", "5.1.1"), (NOOR, "5.2.2"))
    )
    assert reports(FIELDS.format(blocks=blocks))[1] == [
        ("kleinzoon@elders.example", Fault.GONE, False),
        (NOOR, Fault.FULL, False),
    ]


@pytest.mark.parametrize(
    ("server", "said", "fault"),
    [
        (
            EXIM,
            "SMTP error from remote mail server after RCPT TO: host mx.example.nl: 550 5.1.1 User unknown",
            Fault.GONE,
        ),
        (EXIM, "unknown local part", Fault.GONE),
        (EXIM, "Unrouteable address", Fault.NO_DOMAIN),
        (EXIM, "all relevant MX records point to non-existent hosts", Fault.NO_DOMAIN),
        (EXIM, "retry timeout exceeded", Fault.EXPIRED),
        (EXIM, "mailbox is full: retry timeout exceeded", Fault.FULL),
        (
            EXIM,
            "host mx.example.nl: 554 5.7.1 Service unavailable; Client host blocked using bl.example",
            Fault.BLOCKED,
        ),
        (POSTFIX, "550 5.1.1 User unknown in virtual mailbox table", Fault.GONE),
        (POSTFIX, "550 User unknown", Fault.GONE),
        (POSTFIX, "552 5.2.2 Over quota", Fault.FULL),
        (POSTFIX, "554 5.7.1 Message rejected as spam", Fault.BLOCKED),
        (POSTFIX, "550 Mailbox unavailable", Fault.OTHER),
        (QMAIL, "Sorry, no mailbox here by that name. (#5.1.1)", Fault.GONE),
        (QMAIL, "Sorry, no mailbox here by that name.", Fault.GONE),
        (QMAIL, "Sorry, I couldn't find any host named exampel.nl. (#5.1.2)", Fault.NO_DOMAIN),
        (QMAIL, "Mailbox full (#5.2.2)", Fault.FULL),
        (QMAIL, "I'm not going to try again; this message has been in the queue too long.", Fault.EXPIRED),
        (EXCHANGE, "The e-mail account does not exist at the organization this message was sent to.", Fault.GONE),
        (EXCHANGE, "The recipient's mailbox is full. <mx.example.nl #5.2.2>", Fault.FULL),
        (EXCHANGE, "The message could not be delivered because of a policy. <mx.example.nl #5.7.1>", Fault.BLOCKED),
        (EXCHANGE_NL, "Onbekende gebruiker. <mx.example.nl #5.1.1>", Fault.GONE),
        (EXCHANGE_NL, "Het postvak is vol. <mx.example.nl #5.2.2>", Fault.FULL),
        (EXCHANGE_DE, "Benutzer unbekannt. <mx.example.nl #5.1.1>", Fault.GONE),
        (EXCHANGE_FR, "Destinataire inconnu. <mx.example.nl #5.1.1>", Fault.GONE),
        (GMAIL, "550 5.1.1 The email account that you tried to reach does not exist.", Fault.GONE),
        (GMAIL, "452 4.2.2 The email account that you tried to reach is over quota.", Fault.FULL),
        (MDAEMON, "550 5.1.1 User unknown", Fault.GONE),
        (SENDMAIL, "550 5.1.1 User unknown", Fault.GONE),
        (SENDMAIL, "550 Host unknown", Fault.OTHER),
    ],
)
def test_plain_text_as_mail_servers_write_it(server: str, said: str, fault: Fault) -> None:
    for subject in ("Mail delivery failed: returning message to sender", "failure notice", "x"):
        text = server.format(to=NOOR, said=said)
        assert reports(written(subject, text)) == (InboundKind.BOUNCE, [(NOOR, fault, False)])
    other = server.format(to="kleinzoon@elders.example", said=said)
    assert [to for to, _, _ in reports(written("x", other))[1]] == ["kleinzoon@elders.example"]


def test_an_alias_that_fails_is_who_it_leads_to() -> None:
    text = EXIM.format(to="kleinzoon@elders.example", said=f"(generated from {NOOR})\n    550 5.1.1 User unknown")
    assert reports(written("x", text))[1] == [("kleinzoon@elders.example", Fault.OTHER, False)]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (f"550 5.1.1 <{NOOR}>: user unknown", Fault.GONE),
        (f"550 5.1.1 <{NOOR.upper()}>... User unknown; from=<antwoord+abc@mail.example.nl>", Fault.GONE),
        ("550 5.1.1 user unknown, ask postmaster@example.nl", Fault.GONE),
        ("550 5.1.1 <antwoord+abc@mail.example.nl>: user unknown", Fault.OTHER),
        ("550 <bounces+1-noor=example.nl@mail.example.nl>: no such user", Fault.OTHER),
        ("550 5.1.1 <kleinzoon@elders.example>: user unknown", Fault.OTHER),
        (f"550 user unknown (forwarded from {NOOR})", Fault.OTHER),
    ],
)
@pytest.mark.parametrize("status", ["5.1.1", "5.0.0"])
def test_whose_address_is_unknown_is_told_by_the_one_that_is_named(said: str, fault: Fault, status: str) -> None:
    block = BLOCK.format(to=NOOR, action="failed", status=status, said=said)
    assert reports(FIELDS.format(blocks=block))[1] == [(NOOR, fault, False)]


def test_exim_names_them_in_a_header() -> None:
    raw = written("x", "Delivery failed: 550 User unknown", f"X-Failed-Recipients: {NOOR}\n")
    assert reports(raw) == (InboundKind.BOUNCE, [(NOOR, Fault.GONE, False)])


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Warning: message 1abcDE-0001 delayed 24 hours",
            "This message was created automatically by mail delivery software.\nNo action is required on your part. "
            f"Delivery attempts will continue.\n\n  {NOOR}\n    Delay reason: mailbox busy\n",
        ),
        (
            "Delayed Mail (still being retried)",
            f"Your message could not be delivered for 4.0 hours. It will be retried until it is 5 days old.\n\n"
            f"<{NOOR}>: host mx.example.nl[192.0.2.5] said: 451 4.3.0 Try later\n",
        ),
        (
            "Warning: could not send message for past 4 hours",
            "   **********************************************\n   **  THIS IS A WARNING MESSAGE ONLY  **\n"
            f"   ----- The following addresses had transient non-fatal errors -----\n<{NOOR}>\n",
        ),
        (
            "Delivery Status Notification (Delay)",
            f"This is an automatically generated Delivery Status Notification\n\nDelivery to the following recipient "
            f"has been delayed:\n\n     {NOOR}\n\nMessage will be retried for 2 more day(s)\n",
        ),
    ],
)
def test_a_delay_is_no_failure(subject: str, text: str) -> None:
    assert reports(written(subject, text)) == (InboundKind.AUTO_REPLY, [(NOOR, Fault.EXPIRED, True)])


@pytest.mark.parametrize("subject", ["Afwezig", "Automatisch antwoord: Inbraak", "Out of office"])
def test_a_holiday_of_the_postmaster_is_no_report(subject: str) -> None:
    raw = f"Return-Path: <>\nFrom: postmaster@example.nl\nSubject: {subject}\n\nIk ben op vakantie.\n\n{NOOR}\n"
    assert reports(raw) == (InboundKind.AUTO_REPLY, [])


def test_a_holiday_with_a_subject_of_its_own_says_nothing_of_anybody() -> None:
    raw = f"Return-Path: <>\nFrom: postmaster@example.nl\nSubject: Re: Inbraak\n\nIk ben weg. Mail {NOOR}\n{NOOR}\n"
    assert reports(raw) == (InboundKind.BOUNCE, [])


def test_a_citizen_s_words_are_no_report() -> None:
    text = EXIM.format(to=NOOR, said="unknown user")
    raw = f"From: {NOOR}\nSubject: Kijk eens\n\nIk kreeg dit terug:\n\n{text}"
    assert reports(raw) == (InboundKind.REPLY, [])


@given(st.text(), st.sampled_from([FIELDS, "{blocks}"]))
def test_whatever_it_says_it_is_read(text: str, frame: str) -> None:
    raw = written("Undeliverable", text) if frame == "{blocks}" else FIELDS.replace("{blocks}", text)
    mail = READER.read(raw.encode("utf-8", "replace"), [ADDRESSES.of_delivery(DELIVERY)])
    assert all(isinstance(report, DeliveryReport) and report.recipient for report in mail.reports)
    assert len(mail.reports) <= 20


@given(st.integers(1, 40), st.sampled_from([f"<{NOOR}>: ", f"  {NOOR}\n", " \t" * 30, "Final-Recipient: ", "(" * 90]))
def test_what_is_long_is_read_in_time(times: int, piece: str) -> None:
    READER.read(written("failure notice", piece * times * 500).encode(), [ADDRESSES.of_delivery(DELIVERY)])


@pytest.mark.parametrize(
    ("head", "is_server"),
    [
        ("Return-Path: <>\nFrom: boos@stranger.example\n", True),
        ("From: MAILER-DAEMON@mx.example\n", True),
        ("From: MDaemon@mx.example\n", True),
        ("Return-Path: <mailer-daemon@mx.example>\nFrom: mail@mx.example\n", True),
        ("From: boos@stranger.example\n", False),  # a server that tells no return path says nothing about it
        ("Return-Path: <boos@stranger.example>\nReturn-Path: <>\nFrom: boos@stranger.example\n", False),
        ("Return-Path: <x@mail.example.nl>\nFrom: x@mail.example.nl\n", False),  # our domain is easily written
    ],
)
def test_who_may_be_a_mail_server(head: str, is_server: bool) -> None:
    assert READER.read(f"{head}Subject: x\n\nx".encode(), []).from_server is is_server


@pytest.mark.parametrize(
    ("original", "fault"),
    [
        ("rfc822;noor@example.nl", Fault.GONE),
        ("rfc822; <NOOR@example.nl>", Fault.GONE),
        ("", Fault.GONE),
        ("rfc822;secretariaat@vereniging.example", Fault.OTHER),
    ],
)
def test_a_mail_that_was_addressed_to_somebody_else_says_nothing(original: str, fault: Fault) -> None:
    block = BLOCK.format(to=NOOR, action="failed", status="5.1.1", said="550 5.1.1 user unknown")
    told = f"Original-Recipient: {original}\n{block}" if original else block
    assert [report[1] for report in reports(FIELDS.format(blocks=told))[1]] == [fault]

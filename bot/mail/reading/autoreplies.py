"""Machines that answer. Two things are decided apart: what to call a mail, and whether to acknowledge it.

A mail called AUTO_REPLY or BOUNCE is shown but not counted, and nobody owes it an answer: only a sure sign does that.
An acknowledgement is held back at the slightest sign: two machines must never write to each other.
"""

import re
from dataclasses import dataclass
from typing import Final

from bot.mail.addresses import Addresses
from bot.mail.reading.parsing import ParsedMail
from bot.mail.reading.reports import reports_of
from bot.records.mail import InboundKind

MACHINE_SENDERS: Final = re.compile(
    r"(mailer-daemon|postmaster|mail-?delivery|bounces?)\b.*|(no-?reply|do-?not-?reply|niet-?beantwoorden)\b.*",
    re.IGNORECASE,
)
DAEMONS: Final = re.compile(r"(mailer-daemon|postmaster|mail-?delivery)\b", re.IGNORECASE)
SURE_SUBJECT: Final = re.compile(
    r"(automatisch(e)? (antwoord|reactie|beantwoording|bericht)|auto(matic)?[ -]?(reply|response|antwoord)"
    r"|out of (the )?office|afwezigheids(bericht|assistent|melding)|buiten kantoor|vacation (reply|response))\b",
    re.IGNORECASE,
)
# A citizen may well write "Niet aanwezig bij de inbraak": these say something only where little else follows.
ABSENT_SUBJECT: Final = re.compile(r"(afwezig|niet aanwezig|absent|away)\b(?P<more>.*)", re.IGNORECASE | re.DOTALL)
BOUNCED_SUBJECT: Final = re.compile(
    r"(onbestelbaar|niet bezorgd|undeliver(able|ed)|delivery (status notification|failure)|mail delivery failed"
    r"|returned mail|failure notice)\b",
    re.IGNORECASE,
)
RECEIPT_SUBJECT: Final = re.compile(r"((niet )?gelezen|(not )?read|leesbevestiging)\s*:", re.IGNORECASE)
RECEIPT_TEXT: Final = re.compile(
    r"gelezen op|is gelezen|was read|ongelezen|without being read|zonder te zijn gelezen", re.I
)
FAILED_ACTION: Final = re.compile(r"^action:\s*failed", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Judgement:
    """What a mail is called, and whether an acknowledgement may go out."""

    kind: InboundKind
    may_acknowledge: bool
    reports: bool = False
    """Whether a mail server sent it, so that what it says of deliveries counts."""


def judge(mail: ParsedMail, text: str, from_address: str, addresses: Addresses) -> Judgement:
    """By the headers of RFC 3834, and by the habits of mail programs that the tables above list."""
    kind = InboundKind.REPLY
    reports = _is_report(mail, from_address)
    if reports and not _still_tries(mail, text):
        kind = InboundKind.BOUNCE
    elif reports or _is_auto_reply(mail, text) or addresses.is_ours(from_address) or _is_list_mail(mail, addresses):
        kind = InboundKind.AUTO_REPLY
    may_acknowledge = kind is InboundKind.REPLY and not _hints_at_machine(mail, from_address)
    return Judgement(kind, may_acknowledge, reports)


def is_from_server(mail: ParsedMail, from_address: str) -> bool:
    """Whether a mail server may have written it: its return path is empty, or it is a daemon's. Anybody can write one.

    The topmost return path is the envelope's, others may be made up; where none is told, the From line must do.
    """
    paths = mail.headers.get("return-path", [])
    path = paths[0].strip().strip("<>") if paths else from_address
    return not path or DAEMONS.match(from_address) is not None or DAEMONS.match(path) is not None


def _is_report(mail: ParsedMail, from_address: str) -> bool:
    """Of a mail server on a delivery. People sit behind a postmaster's address too, and go on holiday."""
    if mail.delivery_status or mail.report_type.lower() == "delivery-status":
        return True
    subject = mail.header("subject")
    if not DAEMONS.match(from_address) or SURE_SUBJECT.match(subject) or _is_absence(subject):
        return False
    return _empty_return_path(mail) or BOUNCED_SUBJECT.match(subject) is not None


def _still_tries(mail: ParsedMail, text: str) -> bool:
    """A delay, or news that is no failure: the mail is still under way."""
    if mail.delivery_status:
        return not FAILED_ACTION.search(mail.delivery_status)
    told = reports_of(mail, text)
    return bool(told) and all(one.delayed for one in told)


def _is_auto_reply(mail: ParsedMail, text: str) -> bool:
    return (
        _auto_submitted(mail)
        or mail.content_type == "multipart/report"
        or "x-autoreply" in mail.headers
        or "x-autorespond" in mail.headers
        or mail.header("precedence").lower() == "auto_reply"
        or _empty_return_path(mail)
        or _is_machine_subject(mail.header("subject"), text)
    )


def _is_machine_subject(subject: str, text: str) -> bool:
    if SURE_SUBJECT.match(subject) or BOUNCED_SUBJECT.match(subject):
        return True
    if RECEIPT_SUBJECT.match(subject):
        return RECEIPT_TEXT.search(text[:2000]) is not None
    return _is_absence(subject)


def _is_absence(subject: str) -> bool:
    absent = ABSENT_SUBJECT.match(subject)
    return absent is not None and (not absent["more"].strip() or absent["more"].lstrip()[0] in ":(")


def _is_list_mail(mail: ParsedMail, addresses: Addresses) -> bool:
    """What a list sent to everybody; a citizen who answers our mail through a list is a citizen."""
    thread = " ".join(mail.headers.get("in-reply-to", []) + mail.headers.get("references", []))
    answers_us = addresses.message_tokens(thread) or addresses.letter_ids(thread)
    return _went_to_many(mail) and not answers_us


def _went_to_many(mail: ParsedMail) -> bool:
    listed = "list-id" in mail.headers or "list-unsubscribe" in mail.headers
    return listed or mail.header("precedence").lower() in ("bulk", "list", "junk")


def _hints_at_machine(mail: ParsedMail, from_address: str) -> bool:
    """Signs that are too weak to call it an automatic mail, but enough to send nothing."""
    subject = mail.header("subject")
    return (
        "x-auto-response-suppress" in mail.headers
        or _went_to_many(mail)
        or MACHINE_SENDERS.match(from_address) is not None
        or ABSENT_SUBJECT.match(subject) is not None
        or RECEIPT_SUBJECT.match(subject) is not None
    )


def _auto_submitted(mail: ParsedMail) -> bool:
    values = mail.headers.get("auto-submitted", [])
    return any(value.partition(";")[0].strip().lower() not in ("no", "") for value in values)


def _empty_return_path(mail: ParsedMail) -> bool:
    """Only what answers by itself leaves with an empty return path (RFC 5321, 4.5.5)."""
    return any(value.strip() == "<>" for value in mail.headers.get("return-path", []))

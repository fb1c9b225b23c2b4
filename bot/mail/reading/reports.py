"""Delivery reports by mail: who failed, and why; by RFC 3464, else by what mail servers write in plain text.

A report names its recipients one by one, and each of them stands by itself: a mail that a citizen forwards to somebody
else's full mailbox says nothing about the citizen's own address; nor does one that was addressed to somebody else.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from bot.domain.participants.faults import DeliveryReport, Fault, fault_of
from bot.mail.headers import without_addresses
from bot.mail.reading.parsing import ParsedMail

MOST_REPORTS: Final = 20
LONGEST_REPORT: Final = 20_000
LONGEST_SAID: Final = 300
XTEXT: Final = re.compile(r"\+(2b|3d)")
"""A sign of the address that we gave, written as a plus and its number (RFC 3461)."""
FIELD: Final = re.compile(r"^([A-Za-z-]{1,40})[ \t]*:[ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
BLANK: Final = re.compile(r"\n[ \t]*\n")
STATUS: Final = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
COPY: Final = re.compile(
    r"^\W{0,9}(?:this is a copy of|below this line is a copy|included is a copy|original message|original headers"
    r"|message headers|oorspronkelijk bericht|return-path:|received: from)",
    re.IGNORECASE | re.MULTILINE,
)
"""The beginning of the returned mail: what follows was written by us."""
NAMED: Final = re.compile(
    r"^[ \t]{0,40}<?(?P<address>[^\s<>@:;,\"()]{1,64}@[^\s<>@:;,\"()]{1,253})>?(?P<more>[ \t]*"
    r"(?:$|[:.]|(?:on|op|am|le) \d|\(|…).*)",
    re.MULTILINE,
)
"""A line that begins with the failed address, as Exim, Postfix, qmail, sendmail, Exchange and Gmail write it."""
DELAYED: Final = re.compile(
    r"warning: (?:message|could not send)|delay(?:ed)? (?:reason|\d)|transient non-fatal|warning message only"
    r"|no action is required on your part|will (?:keep|continue) (?:on )?trying|will be retried"
    r"|still (?:being )?tr(?:ied|ying)"
    r"|delivery (?:attempts will continue|is delayed|has been delayed|delayed)|has not (?:yet )?been delivered"
    r"|(?:nog niet|vertraagd) (?:bezorgd|afgeleverd)|blijf(?:t|ven)? (?:het )?proberen",
    re.IGNORECASE,
)
FAILED: Final = re.compile(
    r"permanent(?:ly)?\b|could(?:n't| not) be (?:delivered|reached|found)|(?:was|were|is) not delivered|undeliver"
    r"|unable to deliver|wasn't able to deliver|did not reach|delivery (?:has )?failed"
    r"|following address(?:es)? (?:had|failed)"
    r"|returned to sender|fatal error|not be delivered|\bsaid: 5\d\d\b|\b5\d\d[ -]5\.\d"
    r"|niet worden (?:bezorgd|afgeleverd|bereikt)|niet (?:bezorgd|afgeleverd|bezorgen)|geadresseerden niet bereikt"
    r"|onbestelbaar|nicht (?:zugestellt|erreicht)\b|unzustellbar|zustellung .{0,60}fehlgeschlagen"
    r"|n['’]a (?:pas )?pu être (?:remis|distribué|joint)|no mailbox here",
    re.IGNORECASE,
)


def reports_of(mail: ParsedMail, text: str) -> tuple[DeliveryReport, ...]:
    """What a mail reports of each recipient; empty for what is no report that can be read. Its sender is not asked."""
    found = _by_fields(mail.delivery_status) if mail.delivery_status else _by_words(mail, text[:LONGEST_REPORT])
    return tuple(islice(found, MOST_REPORTS))


def _by_fields(status: str) -> Iterator[DeliveryReport]:
    """RFC 3464: a block a recipient. One without a recipient, or an action that is known, says nothing."""
    for block in BLANK.split(status.replace("\r\n", "\n")):
        fields = {name.lower(): " ".join(value.split()) for name, value in FIELD.findall(block)}
        action, recipient = fields.get("action", "").lower(), _address(fields.get("final-recipient", ""))
        if not recipient or action.partition(" ")[0] not in ("failed", "delayed"):
            continue
        told = fields.get("diagnostic-code", "").partition(";")
        code = STATUS.search(fields.get("status", ""))
        delayed = action.startswith("delayed")
        report = _report(recipient, code[0] if code else "", told[2] or told[0], delayed=delayed)
        original = _address(fields.get("original-recipient", ""))
        passed_on = recipient not in (original, XTEXT.sub(lambda sign: chr(int(sign[1], 16)), original)) and original
        yield replace(report, fault=Fault.OTHER) if passed_on and not delayed else report


def _address(field: str) -> str:
    """Of `rfc822; <noor@example.nl>`."""
    return field.rpartition(";")[2].strip().strip("<>").lower()


def _by_words(mail: ParsedMail, text: str) -> Iterator[DeliveryReport]:
    if copied := COPY.search(text):
        text = text[: copied.start()]
    delayed = bool(DELAYED.search(f"{mail.header('subject')}\n{text}"))
    if not (delayed or FAILED.search(text)):
        return
    named = list(NAMED.finditer(text))
    for this, following in zip(named, [*named[1:], None], strict=False):
        said = this["more"] + text[this.end() : following.start() if following else len(text)]
        yield _report(this["address"].lower().rstrip("."), "", said, delayed=delayed)
    if not named:  # Exim names them in a header too
        failed = [one.strip().lower() for one in ",".join(mail.headers.get("x-failed-recipients", [])).split(",")]
        yield from (_report(one, "", text, delayed=delayed) for one in failed if one)


def _report(recipient: str, status: str, said: str, *, delayed: bool) -> DeliveryReport:
    fault = Fault.EXPIRED if delayed else fault_of(status, said, recipient)
    said = without_addresses(said.strip(" \t\r\n:."), 2 * LONGEST_SAID)
    return DeliveryReport(recipient[:LONGEST_SAID], fault, f"{status} {said}".strip()[:LONGEST_SAID], delayed)

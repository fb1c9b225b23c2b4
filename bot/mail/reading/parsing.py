"""An incoming mail as headers and parts, within bounds that no sender can stretch.

The library's own `policy.default` is not used: it parses headers recursively and in quadratic time, and it failed on 1
of 1,113 sample messages where `compat32` read them all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.policy import Compat32
from itertools import islice
from pathlib import PurePosixPath
from typing import Any, Final, TypeAlias

from bot.mail.reading.characters import clean_line, decoded, header_text
from bot.mail.reading.tnef import open_tnef

MOST_BYTES: Final = 45_000_000  # a provider takes 30 MB; the reply form 30 MB of files, which base64 makes 41
MOST_LINES: Final = 1_000_000  # 45 MB of base64 are 580,000 lines
MOST_WORK: Final = 10_000_000  # the parser tries every open boundary on every line
MOST_PARTS: Final = 200
MOST_DEPTH: Final = 20
MOST_OPENED: Final = 2
MOST_HEADERS: Final = 500
MOST_HEADER_BYTES: Final = 500_000
LONGEST_HEADER: Final = 8000
LONGEST_FILE_NAME: Final = 120
REPORTED: Final = ("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers")
STATUSES: Final = ("message/delivery-status", "message/global-delivery-status")
WHOLE: Final = ("message/rfc822", "message/global")
TNEF: Final = ("application/ms-tnef", "application/vnd.ms-tnef")

AnyMessage: TypeAlias = "Message[Any, Any]"


class BoundedPolicy(Compat32):
    """compat32 that cuts every header when it is read: parsing parameters takes quadratic time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value, cut."""
        name, value = super().header_source_parse(sourcelines)
        return name[:200], value[:LONGEST_HEADER]


POLICY: Final = BoundedPolicy()


class Part(Message):
    """A part of a mail. The mail in a mail stays in one piece, byte for byte: it is evidence, and may be deep."""

    def get_content_maintype(self) -> str:
        """The parser takes a `message/...` apart by this; a delivery report has to be."""
        kind = self.get_content_type()
        return "application" if kind in WHOLE else kind.partition("/")[0]


@dataclass(frozen=True)
class MailFile:
    """An attachment as it came; `media_type` is as declared."""

    name: str
    media_type: str
    content: bytes


@dataclass
class ParsedMail:
    """`headers` by lower-case name, raw (header_text reads them); the texts and the attachments in their order."""

    headers: dict[str, list[str]]
    content_type: str = "text/plain"
    report_type: str = ""
    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    delivery_status: str = ""
    files: list[MailFile] = field(default_factory=list)
    opened: int = 0
    """How many winmail.dat were opened; each may take seconds."""
    reported_head: str = ""
    """In a delivery or read report: the beginning of the mail that it is about."""

    def header(self, name: str) -> str:
        """The first header of this (lower-case) name as people read it; empty where there is none."""
        return header_text(self.headers.get(name, [""])[0])


def parse_mail(raw: bytes) -> ParsedMail:
    """Never raises. What goes beyond the bounds is read as one plain text below its headers."""
    raw = raw[:MOST_BYTES]
    try:
        message = BytesParser(Part, policy=POLICY).parsebytes(raw) if _within_bounds(raw) else None
    except Exception:  # the parser meets bytes that nobody foresaw; the mail must be shown all the same
        message = None
    if message is None:
        return _headers_and_text(raw)
    mail = ParsedMail(_headers(message), message.get_content_type(), str(message.get_param("report-type") or ""))
    for part in islice(_parts(message, 0), MOST_PARTS):
        _add(mail, part)
    return mail


def _within_bounds(raw: bytes) -> bool:
    lines = raw.count(b"\n") + raw.count(b"\r") - raw.count(b"\r\n")
    boundaries = len(re.findall(rb"boundary", raw, re.IGNORECASE))
    header_bytes = re.search(rb"\r?\n\r?\n", raw[: MOST_HEADER_BYTES + 4])
    long_head = header_bytes is None and len(raw) > MOST_HEADER_BYTES
    return lines <= MOST_LINES and lines * (boundaries + 1) <= MOST_WORK and boundaries <= MOST_PARTS and not long_head


def _headers_and_text(raw: bytes) -> ParsedMail:
    head, _, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    try:
        headers = _headers(BytesHeaderParser(policy=POLICY).parsebytes(head[:MOST_HEADER_BYTES]))
    except Exception:  # as above
        headers = {}
    return ParsedMail(headers, plain=[decoded(body or head, None)])


def _headers(message: AnyMessage) -> dict[str, list[str]]:
    headers: dict[str, list[str]] = {}
    for name, value in islice(message.raw_items(), MOST_HEADERS):
        headers.setdefault(name.lower(), []).append(str(value))
    return headers


def _parts(message: AnyMessage, depth: int) -> Iterator[AnyMessage]:
    """The leaves in their order; a mail within the mail (forwarded, bounced) is one leaf."""
    payload = message.get_payload() if message.is_multipart() else None  # a text is decoded here, and may raise
    if message.get_content_maintype() == "multipart" and isinstance(payload, list) and depth < MOST_DEPTH:
        for part in payload:
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)
    else:
        yield message


def _add(mail: ParsedMail, part: AnyMessage) -> None:
    kind = part.get_content_type()
    name = _file_name(part)
    if kind in STATUSES:
        mail.delivery_status = str(part.as_bytes()[:20_000], "utf-8", "replace")
    elif kind in REPORTED and mail.content_type == "multipart/report":
        mail.reported_head = str(part.as_bytes()[:20_000], "utf-8", "replace")
    elif _is_text(part, kind):
        (mail.html if kind == "text/html" else mail.plain).append(_text(part))
        if name:
            mail.files.append(MailFile(name, kind, _content(part)))
    elif (kind in TNEF or name.lower() == "winmail.dat") and mail.opened < MOST_OPENED:
        mail.opened += 1
        _add_opened(mail, MailFile(name or "winmail.dat", kind, _content(part)))
    elif not (mail.content_type == "multipart/report" and kind.startswith("message/")):
        mail.files.append(MailFile(name or f"({kind})"[:LONGEST_FILE_NAME], kind, _content(part)))


def _add_opened(mail: ParsedMail, winmail: MailFile) -> None:
    """What Outlook packed; the package itself too, where what the citizen wrote can't be read out of it."""
    opened = open_tnef(winmail.content)
    if opened is None:
        mail.files.append(winmail)
        return
    if not _has_text(mail):
        mail.plain.append(opened.text)
        mail.html.append(opened.html)
    mail.files += [MailFile(bare_name(name) or "(?)", "", content) for name, content in opened.files]
    if not _has_text(mail):
        mail.files.append(winmail)


def _has_text(mail: ParsedMail) -> bool:
    return any(text.strip() for text in (*mail.plain, *mail.html))


def _is_text(part: AnyMessage, kind: str) -> bool:
    """Whether people read it in the mail itself. A multipart that is a leaf has lost its boundary: its text shows."""
    if part.get_content_disposition() == "attachment":
        return False
    return kind.startswith(("text/", "multipart/")) and kind not in ("text/calendar", "text/rfc822-headers")


def _text(part: AnyMessage) -> str:
    try:
        # What is nested too deep to unfold shows as its source.
        raw = part.as_bytes() if part.is_multipart() else part.get_payload(decode=True)
        if not raw:  # base64 that is none decodes to nothing
            raw = str(part.get_payload()).encode("utf-8", "surrogateescape")
    except Exception:  # broken transfer encodings raise in several ways
        raw = str(part.get_payload()).encode("utf-8", "replace")
    return decoded(raw, _charset(part)) if isinstance(raw, bytes) else ""


def _content(part: AnyMessage) -> bytes:
    """The bytes as the sender's program had them; as they stand in the mail where its encoding is broken."""
    try:
        content = part.as_bytes() if part.is_multipart() else part.get_payload(decode=True)
    except Exception:  # broken transfer encodings raise in several ways
        content = None
    return content if isinstance(content, bytes) else str(part.get_payload()).encode("utf-8", "surrogateescape")


def _charset(part: AnyMessage) -> str | None:
    try:
        return part.get_content_charset()
    except Exception:  # RFC 2231 in a charset parameter
        return None


def _file_name(part: AnyMessage) -> str:
    """The bare name: no folders, no control characters, no marks that turn the reading direction."""
    try:
        name = header_text(str(part.get_filename() or ""))
    except Exception:  # RFC 2231 with a made-up charset
        return "(?)"
    return bare_name(name)


def bare_name(name: str) -> str:
    """A file's name as it can be shown and kept: cleaned, cut, without its folders."""
    return clean_line(PurePosixPath(name.replace("\\", "/")).name, LONGEST_FILE_NAME)

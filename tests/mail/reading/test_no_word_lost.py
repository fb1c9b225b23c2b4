"""However a mail is built and broken, a word in one of its texts is shown."""

import base64
import quopri

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mail.samples import READER

MARKER = "Zwartbusje"
LINE_ENDS = st.sampled_from(["\r\n", "\n"])
BREAKS = st.sampled_from(
    ["", " ", "  \t", " (by a gateway)", ";", "\r\n\t", "\r\nscore of 1\r\nX-Scan: ok", "\r\nX-A: b\r\n c", " ; x=y"]
)
WORDS = st.lists(
    st.sampled_from(
        [
            "café",
            "één",
            "3 uur",
            "€ 5",
            "> ja",
            "-- ",
            "--b",
            "a: b",
            "Content-Type",
            "😀",
            "=",
            "a=b",
            "..",
            "begin 644 x",
        ]
    ),
    max_size=5,
).map(lambda words: "\n".join([*words[:2], f"{MARKER} gezien", *words[2:]]))
PROLOGUES = st.sampled_from(["", "This is a multi-part message in MIME format.", "Let op"])
KINDS = st.sampled_from(["text/plain", "text/html", "", "text/plain; charset=utf-8", "text/plain; charset=x-klingon",
                         "text/html; charset=\"UTF-8\"", "TEXT/Plain; Format=flowed", "onzin",
                         "text/plain; charset*=x''%ff",
                         "text/plain; name=a.txt", "text/enriched", "text/markdown"])  # fmt: skip
PHOTO = "Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"


def coded(text: str, encoding: str) -> str:
    raw = text.encode()
    if encoding == "base64":
        return base64.encodebytes(raw).decode()
    return quopri.encodestring(raw).decode() if encoding == "quoted-printable" else text


@st.composite
def leaves(draw: st.DrawFn) -> str:
    kind, words = draw(KINDS), draw(WORDS)
    text = f"<p>{words.replace('>', '&gt;')}</p>" if "html" in kind.lower() else words
    encoding = draw(st.sampled_from(["", "7bit", "8BIT", "base64", "quoted-printable", "binary", "x-none", "Base64"]))
    head = f"Content-Type: {kind}{draw(BREAKS)}\r\n" if kind else ""
    head += f"Content-Transfer-Encoding: {encoding}{draw(BREAKS)}\r\n" if encoding else ""
    head += draw(st.sampled_from(["", "Content-Disposition: inline\r\n", "Content-Disposition: attachment\r\n"]))
    return f"{head}\r\n{coded(text, encoding.lower())}\r\n"


@st.composite
def mails(draw: st.DrawFn) -> bytes:
    part = draw(leaves())
    for number in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(["mixed", "related", "signed", "report", "x-odd", "alternative"]))
        declared = draw(st.sampled_from([f"b{number}", f'"b{number}"', f"b{number}x", ""]))
        lines = [part, *draw(st.lists(st.just(PHOTO), max_size=2))]
        body = "".join(f"--b{number}\r\n{piece}\r\n" for piece in draw(st.permutations(lines)))
        end = draw(st.sampled_from([f"--b{number}--\r\n", "", f"--b{number}\r\n"]))
        part = f"Content-Type: multipart/{kind}; boundary={declared}\r\n\r\n{draw(PROLOGUES)}\r\n{body}{end}"
    head = f"From: noor@example.nl\r\nSubject: Re: x\r\nMIME-Version: 1.0{draw(BREAKS)}\r\n"
    return (head + part).replace("\r\n", draw(LINE_ENDS)).encode()


@settings(max_examples=80)
@given(mails())
def test_a_word_in_a_text_is_shown(raw: bytes) -> None:
    mail = READER.read(raw, [])
    assert MARKER in mail.text
    assert MARKER in READER.own_words(mail, "")


@settings(max_examples=60)
@given(mails(), st.integers(0, 3000), st.binary(max_size=3), st.integers(0, 5))
def test_a_mail_that_was_damaged_is_read_without_a_fault(raw: bytes, at: int, noise: bytes, cut: int) -> None:
    damaged = raw[:at] + noise + raw[at + cut :]
    mail = READER.read(damaged, [])
    READER.own_words(mail, "Inbraak").encode()
    READER.queue_key(damaged, [])

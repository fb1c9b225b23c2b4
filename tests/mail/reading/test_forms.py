"""The reply form: as browsers send it, and as the mail that it is kept as."""

import tracemalloc
from email import message_from_bytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.mail.reading.multipart import INBOUND, BadForm, FormReader, Limits
from bot.mail.reading.parsing import parse_mail
from bot.records.mail import FormFile, FormReply, InboundKind
from tests.mail.samples import DELIVERY, DUTCH, READER

BODY = "multipart/form-data; boundary=b"


def part(name: str, content: bytes, file: str | None = None, kind: str = "image/jpeg") -> bytes:
    named = f'; filename="{file}"\r\nContent-Type: {kind}' if file is not None else ""
    return f'--b\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'.encode() + content + b"\r\n"


def read(*parts: bytes, limits: Limits = INBOUND, size: int = 1000) -> FormReader:
    reader, body = FormReader(BODY, limits), b"".join(parts) + b"--b--\r\n"
    for start in range(0, len(body), size):
        reader.feed(body[start : start + size])
    reader.finish()
    return reader


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_several_files_under_one_name_keep_their_order_and_names(size: int) -> None:
    reader = read(
        part("what", b"hoi"),
        part("files", b"\xff\r\n--bb", "één.jpg"),
        part("files", b"", ""),
        part("files", b"", "leeg.mov", "video/quicktime"),
        size=size,
    )
    files = [(file.file_name, file.media_type, bytes(file.content)) for file in reader.files("files")]
    assert files == [("één.jpg", "image/jpeg", b"\xff\r\n--bb"), ("leeg.mov", "video/quicktime", b"")]


def test_files_that_are_too_large_are_counted_and_let_go_of_and_the_words_behind_them_stay() -> None:
    reader = FormReader(BODY, Limits(body=50_000_000, texts=100, files=5_000_000))
    tracemalloc.start()
    for number in range(10):
        reader.feed(part("files", bytes(4_000_000), f"{number}.mov"))
    reader.feed(part("what", b"hoi") + b"--b--\r\n")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reader.files_size == 40_000_000
    assert reader.finish()["what"] == b"hoi"
    assert [len(file.content) for file in reader.files("files")] == [0] * 10
    assert peak < 25_000_000


@pytest.mark.parametrize(
    ("limits", "reason"),
    [(Limits(body=50), "over 50 bytes"), (Limits(texts=50), "bytes of text"), (Limits(parts=1), "over 1 fields")],
)
def test_what_a_form_may_not_go_beyond(limits: Limits, reason: str) -> None:
    with pytest.raises(BadForm, match=reason):
        read(part("what", b"x" * 60), part("when", b"y"), limits=limits)


def test_a_form_kept_as_a_mail_reads_back_as_it_was_sent() -> None:
    form = FormReply("Ik zag een bus.\n--\nEn ook een €.", where="Bij de <brug>", phone="06 12345678")
    files = [FormFile("bus.jpg", "image/jpeg", bytes(range(256))), FormFile("brief", "text/html", b"<b>hoi</b>")]
    mail, delivery = READER.read_form(DUTCH.form_mail(DELIVERY, form, files))
    assert (mail.kind, mail.may_acknowledge, mail.from_address) == (InboundKind.REPLY, True, "")
    assert (delivery, mail.phone) == (DELIVERY, "06 12345678")
    assert mail.text == DUTCH.form_text(form)
    assert mail.attachment_names == ("bus.jpg", "brief")


def test_a_form_that_looks_like_a_machines_mail_is_a_citizens_all_the_same() -> None:
    mail, _ = READER.read_form(DUTCH.form_mail(DELIVERY, FormReply("Automatisch antwoord: afwezig"), []))
    assert (mail.kind, mail.may_acknowledge) == (InboundKind.REPLY, True)


@settings(max_examples=100)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=40), st.text(max_size=40), st.binary(max_size=200))
def test_nothing_that_is_typed_or_named_breaks_out_of_its_place(
    words: str, phone: str, name: str, kind: str, content: bytes
) -> None:
    raw = DUTCH.form_mail(DELIVERY, FormReply(f"x{words}", phone=phone), [FormFile(name, kind, content)])
    mail, delivery = READER.read_form(raw)
    assert delivery == DELIVERY
    assert mail.text.startswith("x")
    assert len(mail.attachment_names) == 1
    assert set(parse_mail(raw).headers) <= {
        *("x-burgernetmail-delivery", "x-burgernetmail-phone", "content-type", "mime-version"),
        "content-transfer-encoding",
    }
    [file] = list(message_from_bytes(raw).walk())[2:]
    assert file.get_payload(decode=True) == content

"""winmail.dat: what Outlook packed comes out; what is made to do harm comes to an end."""

import time
from email import message_from_bytes
from email.message import EmailMessage
from struct import pack

import pytest

from bot.mail.reading.parsing import MOST_OPENED, parse_mail
from bot.mail.reading.tnef import BOUNDS, open_tnef
from tests.doubles.files import PDF, photo
from tests.mail.samples import ADDRESSES, DELIVERY, READER

BODY, TITLE, DATA, RENDERING, PROPERTIES = 0x0002800C, 0x00018010, 0x0006800F, 0x00069002, 0x00069003
MESSAGE, ATTACHMENT = 1, 2
REPLY = f"To: {ADDRESSES.of_delivery(DELIVERY)}\n".encode()
HEAD = pack("<LH", 0x223E9F78, 1)


def attribute(level: int, kind: int, data: bytes, length: int | None = None) -> bytes:
    size = len(data) if length is None else length
    return pack("<BLL", level, kind, size) + data + pack("<H", sum(data) & 0xFFFF)


def packed(text: str, *files: tuple[bytes, bytes]) -> bytes:
    """As Outlook packs a mail, with the least that it writes."""
    parts = [attribute(MESSAGE, BODY, text.encode("cp1252") + b"\0")] if text else []
    for name, content in files:
        parts += [attribute(ATTACHMENT, RENDERING, bytes(14)), attribute(ATTACHMENT, TITLE, name + b"\0")]
        parts.append(attribute(ATTACHMENT, DATA, content))
    return HEAD + b"".join(parts)


def mail(*winmails: bytes, text: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "noor@example.nl"
    message.set_content(text)
    for winmail in winmails:
        message.add_attachment(winmail, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    return message.as_bytes()


def test_text_and_files_come_out() -> None:
    opened = open_tnef(packed("Ik zag een café.", (b"bus.jpg", photo()), ("café.pdf".encode("cp1252"), PDF)))
    assert opened
    assert opened.text.rstrip("\0") == "Ik zag een café."
    assert opened.files == [("bus.jpg", photo()), ("café.pdf", PDF)]


def test_the_files_stand_in_the_place_of_the_package() -> None:
    read = parse_mail(mail(packed("binnenin", (b"..\\..\\bus.jpg", photo())), text="Zie de foto."))
    assert [(file.name, file.content) for file in read.files] == [("bus.jpg", photo())]


def test_words_inside_stand_below_those_beside_it_once() -> None:
    said = "Zie de foto."
    assert READER.read(mail(packed(said), text=said), []).text == said
    assert READER.read(mail(packed(f"{said} Hij rende."), text=said), []).text == f"{said}\n\n{said} Hij rende."


def test_words_that_are_only_inside_are_the_citizens_words() -> None:
    raw = mail(packed("Ik zag een bus.", (b"bus.jpg", photo())))
    read = parse_mail(raw)
    assert READER.read(raw, []).text == "Ik zag een bus."
    assert [file.name for file in read.files] == ["bus.jpg"]


@pytest.mark.parametrize(
    "rtf", [b"{\\rtf1 Ik zag een bus.}", b"{\\rtf1\\fromhtml1{\\*\\htmltag64 <p>}Ik zag een bus.}"]
)
def test_words_that_are_only_rich_text_are_the_citizens_words_too(rtf: bytes) -> None:
    stored = pack("<LL4sL", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf
    property_ = pack("<LHHLL", 1, 0x0102, 0x1009, 1, len(stored)) + stored + bytes(-len(stored) % 4)
    raw = mail(HEAD + attribute(MESSAGE, PROPERTIES, property_))
    assert READER.read(raw, []).text == "Ik zag een bus."
    assert parse_mail(raw).files == []


def test_without_words_that_can_be_read_the_package_is_kept_too() -> None:
    read = parse_mail(mail(packed("", (b"bus.jpg", photo()))))
    assert [file.name for file in read.files] == ["bus.jpg", "winmail.dat"]


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"no package",
        HEAD,
        HEAD + attribute(ATTACHMENT, DATA, b"x", 0xFFFFFFF0),
        HEAD + attribute(MESSAGE, PROPERTIES, pack("<L", 0xFFFFFFFF)),
        HEAD + attribute(MESSAGE, PROPERTIES, pack("<LHHL", 1, 0x101E, 0x1000, 0x7FFFFFFF) + bytes(8)),
        packed("x", (b"a", b"b"))[:-3],
    ],
    ids=["empty", "text", "head only", "long file", "4 billion properties", "2 billion values", "cut off"],
)
def test_made_up_lengths_end_within_bounds_and_cost_no_file(hostile: bytes) -> None:
    began = time.monotonic()
    read = parse_mail(mail(hostile, text="Zie de bijlage."))
    assert time.monotonic() - began < BOUNDS.patience_s + 1
    assert "Zie de bijlage." in read.bodies[0].plain


def test_only_a_few_packages_a_mail_are_opened_the_rest_is_kept_as_it_came() -> None:
    winmail = packed("x", (b"a.txt", b"b"))
    read = parse_mail(mail(*[winmail] * (MOST_OPENED + 1), text="Zie de bijlagen."))
    assert [file.name for file in read.files] == ["a.txt"] * MOST_OPENED + ["winmail.dat"]


def test_thirty_megabytes_fit() -> None:
    opened = open_tnef(packed("x", (b"film.mp4", bytes(30_000_000))))
    assert opened
    assert [len(content) for _, content in opened.files] == [30_000_000]


def test_a_package_in_a_reply_that_a_filter_wrapped_is_opened() -> None:
    message = EmailMessage()
    message["From"] = "noor@example.nl"
    message.set_content("Mogelijk spam.")
    message.add_attachment(message_from_bytes(REPLY + mail(packed("Een groene jas."))))
    words = READER.read(message.as_bytes(), []).text
    assert words.startswith("Mogelijk spam.")
    assert words.endswith("Een groene jas.")

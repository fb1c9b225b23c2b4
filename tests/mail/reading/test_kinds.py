"""Broken and odd mail, one small file a kind (tests/data/mail): what is shown of each, and what it is called."""

import quopri
import re
from base64 import b64encode
from pathlib import Path
from typing import Final

import pytest

from bot.mail.reading import parsing
from bot.records.mail import InboundKind, InboundMail
from tests.mail.corpus.making import together
from tests.mail.samples import ADDRESSES, ALERT, CONTENT, DELIVERY, DUTCH, READER, filled

FOLDER: Final = Path("tests/data/mail")
ANSWER: Final = ADDRESSES.of_delivery(DELIVERY)
GOT: Final = filled()
SENT: Final = f"{DUTCH.acknowledgement(CONTENT)[1]}\n{ALERT.subject}\n{ALERT.text}"
PLACEHOLDERS: Final = {
    "@@TO@@": ANSWER,
    "@@MANGLED@@": ANSWER.replace("+", "%2B"),
    "@@CITIZEN@@": "noor@example.nl",
    "@@MID@@": ADDRESSES.message_id(DELIVERY),
    "@@BARE@@": ADDRESSES.message_id(DELIVERY).strip("<>"),
    "@@SUBJECT@@": GOT.subject,
    "@@TEXT@@": GOT.text,
    "@@HTML@@": GOT.html,
    "@@ONELINE@@": " ".join(GOT.text.split()),
    "@@GLUED@@": " ".join(re.sub(r":? http\S+\n", "", re.sub(r":\nhttp\S+", "", GOT.text)).split()),
    "@@MARKED@@": "\n".join(f"> {line}" for line in GOT.text.strip().split("\n")),
}
WORDS: Final = "Om kwart over vier reed een grijze auto weg bij het café, één koplamp was stuk."
PICTURE: Final = ("auto.png", "image/png")
REPLY, AUTO, BOUNCE = InboundKind.REPLY, InboundKind.AUTO_REPLY, InboundKind.BOUNCE


def read(name: str) -> InboundMail:
    raw = (FOLDER / f"{name}.eml").read_bytes()
    for placeholder, value in PLACEHOLDERS.items():
        raw = raw.replace(placeholder.encode(), value.encode())
    return READER.read(raw, [])


SHOWN: Final = {
    "cte-comment": WORDS,
    "cte-folded": WORDS,
    "base64-scanner-footer": f"{WORDS}  \n\n______\nGescand op virussen. Zie http://scan.example",
    "base64-blocks": WORDS,
    "bad-byte": f"{WORDS} é",
    "header-torn": WORDS,
    "boundary-other": WORDS,
    "preamble-words": WORDS,
    "epilogue-words": WORDS,
    "html-own-charset": "Серая машина",
    "charset-browsers-know": "灰色の車",
    "file-name-8bit": "Zie beeld.",
    "from-at-in-name": WORDS,
    "from-utf8": WORDS,
    "from-spaces": WORDS,
    "uuencoded": f"{WORDS}\n\n\nGroet",
    "html-undeclared": WORDS,
    "html-emoji": "Gezien 🚗, ~~rood~~ grijs",
    "flowed-delsp": WORDS,
    "attached-body": WORDS,
    "text-for-programs": WORDS,
    "siblings": f"{WORDS}\n\nEn hij toeterde.",
    "stub-plain": f"{WORDS}\n\nVerstuurd vanaf mijn iPad",
    "quote-plain-words-html": WORDS,
    "link": "Ons filmpje vindt u daar <https://wolk.example/f/77>.",
    "link-html-only": "Ons filmpje vindt u daar, en nog wat.\n<https://wolk.example/f/77>",
    "only-subject": "Grijze auto, kenteken G-001-BB",
    "subject-and-words": f"grijze auto gezien\n\n{WORDS}",
    "nothing-but-our-quote": "",
    "citizen-subject-bounce": f"Onbestelbaar pakje, vreemde bezorger\n\n{WORDS}",
    "citizen-return-path": WORDS,
    "outlook-banner": WORDS,
    "one-line-head": f"{WORDS}\nVerzonden vanaf mijn Galaxy",
    "one-line-glued": WORDS,
    "domino-table": WORDS,
    "inline-answers": "> - Zag of hoorde u toen iets wat u opviel?\njazeker\n"
    "> - Zag u een witte bestelbus in de straat?\nneen",
    "pgp-signed": WORDS,
    "smime-opaque": WORDS,
    "mail-in-a-mail": f"From: Omar <omar@example.nl>\nSubject: auto\n\n{WORDS}",
    "mail-in-a-mail-ours": "",
    "rtf-alone": WORDS,
    "enriched": WORDS,
    "head-behind-blank": WORDS,
    "part-head-behind-blank": WORDS,
    "part-head-with-blank": WORDS,
    "head-with-blank": WORDS,
    "boundary-alone": "",
    "picture-text": "Grijze auto bij de voordeur, 16.15 uur\n<https://wolk.example/f/77>",
    "token-mangled": WORDS,
    "in-reply-to-bare": WORDS,
}
MACHINES: Final = ("lotus-auto", "x-loop", "calendar-answer", "complaint-arf")


def test_every_file_is_looked_at() -> None:
    assert {path.stem for path in FOLDER.glob("*.eml")} == {*SHOWN, *MACHINES}


@pytest.mark.parametrize("name", SHOWN)
def test_the_citizens_words_are_shown_and_it_is_their_reply(name: str) -> None:
    mail = read(name)
    assert READER.own_words(mail, SENT) == SHOWN[name]
    assert (mail.kind, READER.delivery_of(mail.token_address)) == (REPLY, DELIVERY)


@pytest.mark.parametrize("name", MACHINES)
def test_machines_are_called_so_and_not_acknowledged(name: str) -> None:
    mail = read(name)
    assert (mail.kind, mail.may_acknowledge) == (AUTO, False)
    assert "BEGIN" not in READER.own_words(mail, SENT)


@pytest.mark.parametrize(
    "name",
    [
        *("cte-folded", "header-torn", "boundary-other", "preamble-words", "epilogue-words", "uuencoded"),
        *("part-head-behind-blank", "part-head-with-blank", "head-with-blank"),
    ],
)
def test_the_picture_opens(name: str) -> None:
    [file] = read(name).files
    assert (file.name, file.media_type) == PICTURE
    assert file.facts["pixels"] == "8 x 8"


@pytest.mark.parametrize(
    "name", ["pgp-signed", "smime-opaque", "calendar-answer", "text-for-programs", "rtf-alone", "boundary-alone"]
)
def test_what_is_for_programs_is_no_evidence(name: str) -> None:
    assert read(name).files == ()


def test_a_file_name_in_raw_bytes() -> None:
    assert read("file-name-8bit").attachment_names == ("Groene poort één.png",)


@pytest.mark.parametrize(
    ("name", "address"),
    [("from-at-in-name", "noor@example.nl"), ("from-utf8", "zoë@example.nl"), ("from-spaces", "")],
)
def test_the_last_brackets_hold_the_sender(name: str, address: str) -> None:
    assert read(name).from_address == address


@pytest.mark.parametrize(
    "written", ['"base64"', "'base64'", "base64 ;", "(x) base64", "base64 (x)", "\n  base64", "BASE-64"]
)
def test_however_its_encoding_is_written(written: str) -> None:
    coded = b64encode(WORDS.encode()).decode()
    raw = f"To: {ANSWER}\nContent-Type: text/plain\nContent-Transfer-Encoding: {written}\n\n{coded}\n"
    assert READER.own_words(READER.read(raw.encode(), []), SENT) == WORDS


@pytest.mark.parametrize("written", ["Quoted_Printable", "quoted-printable;", '"Quoted Printable"', "quoted/printable"])
def test_however_quoted_printable_is_written(written: str) -> None:
    coded = quopri.encodestring(WORDS.encode()).decode()
    raw = f"To: {ANSWER}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {written}\n\n{coded}\n"
    assert READER.own_words(READER.read(raw.encode(), []), SENT) == WORDS


@pytest.mark.parametrize(
    "kind", ["text/x-amp-html", "text/watch-html", "text/vcard", "text/x-vcard", "text/directory", "text/enriched",
             "text/vnd.google.email-reaction+json", "text/calendar"]
)  # fmt: skip
def test_another_look_for_programs_is_no_word_and_no_file(kind: str) -> None:
    head = "Content-Type: text/plain; charset=utf-8"
    mail = READER.read(together((head, WORDS), (f"Content-Type: {kind}", "PROGRAM"), kind="alternative"), [])
    assert (READER.own_words(mail, SENT), mail.files) == (WORDS, ())


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("Witte bus bij café".encode("latin-1"), "Witte bus bij café"),
        ("Witte bus bij café".encode(), "Witte bus bij café"),
        (b"=?x-none?q?Witte_bus?=", "Witte bus"),
        (b"=?utf-8?b?%%%?=", "=?utf-8?b?%%%?="),
    ],
)
def test_a_subject_that_nobody_can_decode_costs_no_word(subject: bytes, shown: str) -> None:
    raw = b"From: noor@example.nl\nTo: " + ANSWER.encode() + b"\nSubject: " + subject + b"\n\n" + WORDS.encode()
    assert READER.own_words(READER.read(raw, []), SENT) == f"{shown}\n\n{WORDS}"


def test_a_complaint_is_known_as_one() -> None:
    assert read("complaint-arf").complains
    assert not read("lotus-auto").complains


@pytest.mark.parametrize("address", [ANSWER, ANSWER.upper(), ANSWER.replace("+", "%2B"), "antwoord@mail.example"])
def test_our_answer_address_never_stays(address: str) -> None:
    raw = f"From: noor@example.nl\nTo: {ANSWER}\n\nIk schreef naar {address} en hoorde niets."
    mail = READER.read(raw.encode(), [])
    assert READER.own_words(mail, SENT) == "Ik schreef naar …@… en hoorde niets."


@pytest.mark.parametrize(
    ("asked", "heard"),
    [
        ("Noor <noor@thuis.example>", "noor@thuis.example"),
        ("noor@example.nl", ""),
        ("NOOR@EXAMPLE.NL", ""),
        (ANSWER, ""),
        ("geen adres", ""),
        ("", ""),
    ],
)
def test_where_it_asks_to_be_answered(asked: str, heard: str) -> None:
    raw = f"From: noor@example.nl\nTo: {ANSWER}\nReply-To: {asked}\n\nHoi"
    assert READER.read(raw.encode(), []).reply_to == heard


def test_what_nobody_foresaw_is_shown_as_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_take", lambda *_: 1 / 0)
    mail = READER.read(f"From: noor@example.nl\nTo: {ANSWER}\n\n{WORDS}".encode(), [])
    assert mail.unparsed
    assert WORDS in mail.text

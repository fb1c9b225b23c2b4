"""Mails of ten long texts each took a minute to read, twenty in a row: whoever answered us waited behind them."""

import time
from collections.abc import Sequence
from email.message import EmailMessage

import pytest

from bot.mail.reading import reading
from bot.mail.reading.reading import MimeReader
from bot.records.mail import InboundMail
from bot.workflow.replies import receiving
from tests.doubles.citizen import reply_from
from tests.mail.samples import ADDRESSES, TOKENS
from tests.stage import Stage

MOST = 1000
READER = MimeReader(ADDRESSES, TOKENS)


def of_many(kind: str, piece: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "x@example.org", "Hallo"
    for _ in range(10):
        mail.add_attachment(piece * (MOST // len(piece)), subtype=kind, disposition="inline")
    return mail.as_bytes()


@pytest.mark.parametrize(
    ("kind", "piece"), [("plain", "in\n"), ("html", "<p>a"), ("html", "<br>"), ("html", "<a>b</a>")]
)
def test_many_long_texts_are_read_as_one(kind: str, piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = []

    def html_text(html: str) -> str:
        looked_at.append(len(html))
        return html

    monkeypatch.setattr(reading, "LONGEST_TEXT", MOST)
    monkeypatch.setattr(reading, "LONGEST_HTML", MOST)
    monkeypatch.setattr(reading, "html_text", html_text)
    mail = READER.read(of_many(kind, piece), ())
    assert sum(len(body.text) + len(body.page) for body in mail.bodies) <= 3 * MOST
    assert sum(looked_at) <= 2 * MOST


def test_several_short_ones_are_read_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST_HTML", 11 * MOST)
    mail = READER.read(of_many("html", "<b>ja</b>"), ())
    assert len(mail.bodies) == 10
    assert not any("<" in body.page for body in mail.bodies)


def test_whoever_answers_us_is_read_before_strangers_who_wait(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.lives("Noor")
    stage.approved()
    ours = stage.mail_to("noor@example.nl")
    read = MimeReader.read
    came: list[str] = []

    def takes_long(self: MimeReader, raw: bytes, envelope_to: Sequence[str]) -> InboundMail:
        if not came:
            answer = reply_from(ours, "Ik zag een bus.")
            stage.inbound.post(stage.url("/mail/inbound"), answer, [ours.from_], "noor@example.nl")
        time.sleep(0.2)
        mail = read(self, raw, envelope_to)
        came.append(mail.from_address)
        return mail

    monkeypatch.setattr(MimeReader, "read", takes_long)
    monkeypatch.setattr(receiving, "TURN_S", 0.1)
    for number in range(3):
        raw = f"From: naam{number}@example.org\r\nSubject: Hallo\r\n\r\nHallo".encode()
        stage.inbound.post(stage.url("/mail/inbound"), raw, ["antwoord@mail.example.nl"], "x@example.org")
    stage.settle()
    assert came.index("noor@example.nl") == 1
    assert len(came) == 4

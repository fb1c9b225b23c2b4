"""The same mail by several paths is one reply, and an answer goes where the citizen is known to read it."""

import os
from email import message_from_bytes
from email.policy import SMTP

import pytest

from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message, Modal
from tests.scenarios.steps.mails import NOOR, delivery, noor
from tests.stage import Stage

TWICE = "Dezelfde mail kwam nog een keer binnen"


@pytest.fixture(autouse=True)
def alert(stage: Stage) -> Message:
    """A mail that Noor got."""
    stage.lives("Noor")
    return stage.approved()


def changed(raw: bytes, **headers: str) -> bytes:
    """The same mail with other headers, as a gateway leaves it."""
    mail = message_from_bytes(raw, policy=SMTP)
    for name, value in headers.items():
        del mail[name.replace("_", "-")]
        mail[name.replace("_", "-")] = value
    return mail.as_bytes()


class TestTheSameMailTwice:
    def test_is_shown_once_named_in_its_thread_and_counted_once(self, stage: Stage) -> None:
        mail = stage.mail_to(NOOR)
        raw = reply_from(mail, "Ik zag een bus.", attachments=[("film.mp4", os.urandom(400_000))])
        stage.comes_in(raw, mail.from_, NOOR)
        stage.comes_in(b"Received: from list.example\r\n" + raw, mail.from_, NOOR)
        [reply] = stage.triage.messages
        assert [TWICE in note.plain() for note in reply.thread].count(True) == 1
        assert "1 reactie" in stage.alert_message().plain()
        assert len(stage.rows("SELECT id FROM replies")) == 1
        first, second = stage.rows("SELECT raw, blob_key, read_at FROM inbound ORDER BY id")
        assert first.blob_key
        assert (bytes(second.raw), second.blob_key) == (b"", None)
        kept = {path.name for path in stage.files.rglob("*") if path.is_file()}
        shown = {key for [key] in stage.rows("SELECT blob_key FROM attachments")}
        assert kept == {first.blob_key, *shown}

    def test_to_several_answer_addresses_of_ours_is_one_reply(self, stage: Stage) -> None:
        mail = stage.mail_to(NOOR)
        stage.asks()
        stage.presses(stage.bram, stage.alert_message(), "Goedkeuren en versturen")
        other = stage.mail_to(NOOR)
        raw = changed(reply_from(mail, "Ik zag een bus.", quote=None), To=f"{mail.from_}, {other.from_}")
        stage.comes_in(raw, other.from_, NOOR)
        stage.comes_in(raw, mail.from_, NOOR)
        assert len(stage.triage.messages) == 1

    def test_in_one_envelope_it_is_of_who_writes(self, stage: Stage) -> None:
        stage.lives("Omar")
        stage.asks()
        stage.presses(stage.bram, stage.alert_message(), "Goedkeuren en versturen")
        mails = [stage.mail_to(NOOR), stage.mail_to("omar@example.nl")]
        for mail in mails:
            raw = changed(reply_from(mail, f"Ik ben {mail.to}.", quote=None), To=f"{mails[0].from_}, {mails[1].from_}")
            stage.inbound.post(stage.url("/mail/inbound"), raw, [each.from_ for each in mails], mail.to)
            stage.settle()
        assert [("ander adres" in reply.plain(), len(stage.mails_to(mail.to))) for reply, mail in
                zip(stage.triage.messages, mails, strict=True)] == [(False, 3), (False, 2)]  # fmt: skip

    @pytest.mark.parametrize(
        "other",
        [
            {"Message_ID": "<other@example.nl>"},
            {"From": "omar@example.nl"},
            {"words": "Ik zag twee bussen."},
            {"file": "x.txt"},
        ],
        ids=["id", "sender", "words", "file"],
    )
    def test_what_differs_is_another_mail(self, stage: Stage, other: dict[str, str]) -> None:
        mail = stage.mail_to(NOOR)
        raw = changed(reply_from(mail, "Ik zag een bus."), Message_ID="<one@example.nl>")
        files = [(other["file"], b"x")] if "file" in other else []
        again = reply_from(mail, other.get("words", "Ik zag een bus."), attachments=files)
        headers = {name: value for name, value in other.items() if name in ("Message_ID", "From")}
        stage.comes_in(raw, mail.from_, NOOR)
        stage.comes_in(changed(again, **{"Message_ID": "<one@example.nl>", **headers}), mail.from_, NOOR)
        assert len(stage.rows("SELECT id FROM replies")) == 2
        assert not [note for reply in stage.triage.messages for note in reply.thread if TWICE in note.plain()]


class TestWhereTheAnswerGoes:
    def answering(self, stage: Stage, **headers: str) -> Modal:
        """The form of an answer to a mail with these headers."""
        mail = stage.mail_to(NOOR)
        stage.comes_in(changed(reply_from(mail, "Ik zag een bus."), **headers), mail.from_, NOOR)
        stage.presses(stage.carla, stage.reply_message(), "Niet relevant")
        stage.presses(stage.carla, stage.reply_message(), "Beantwoorden")
        return seen(stage.carla)

    def test_a_mail_from_the_participant_offers_no_choice(self, stage: Stage) -> None:
        form = self.answering(stage)
        assert "Uw antwoord gaat naar n•••@e•••.nl." in form.text()
        assert form.submit().closed
        stage.settle()
        assert stage.mail_to(NOOR).subject.startswith("Re: ")

    def test_from_a_list_it_goes_to_the_participant(self, stage: Stage) -> None:
        form = self.answering(stage, From="Buurt <buurt@lijst.example>", Reply_To="buurt@lijst.example")
        assert "n•••@e•••.nl (eigen adres van de deelnemer)" in form.text()
        assert form.submit().closed
        stage.settle()
        assert len(stage.mails_to(NOOR)) == 2
        assert not stage.mails_to("buurt@lijst.example")

    @pytest.mark.parametrize(
        ("choice", "address"),
        [
            ("n•••@e•••.nl (eigen adres van de deelnemer)", NOOR),
            ("w•••@k•••.example (afzender van deze mail)", "werk@kantoor.example"),
            ("t•••@h•••.example (antwoordadres in deze mail)", "thuis@huis.example"),
        ],
    )
    def test_a_responder_may_choose(self, stage: Stage, choice: str, address: str) -> None:
        before = len(stage.mails_to(address))
        form = self.answering(stage, From="werk@kantoor.example", Reply_To="Noor <thuis@huis.example>")
        assert form.fill({"Uw antwoord gaat naar": choice}).submit().closed
        stage.settle()
        assert len(stage.mails_to(address)) == before + 1


def test_a_complaint_in_the_standard_form_takes_them_out_and_asks_for_nothing(stage: Stage) -> None:
    mail = stage.mail_to(NOOR)
    raw = COMPLAINT.format(to=mail.from_, message_id=mail.headers["Message-ID"]).replace("\n", "\r\n")
    stage.comes_in(raw.encode(), mail.from_, "", dkim="{@provider.example : pass}")
    assert noor(stage) == "left"
    assert delivery(stage)[0] == "spamreport"
    assert len(stage.mails_to(NOOR)) == 1
    assert not stage.mails_to("feedback@provider.example")
    [row] = stage.rows("SELECT label FROM replies")
    assert row.label == "auto_reply"


COMPLAINT = """From: Feedback <feedback@provider.example>
To: {to}
Subject: abuse report
Message-ID: <c1@provider.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary=s

--s
Content-Type: text/plain

This is an abuse report.
--s
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Provider/1
Version: 1

--s
Content-Type: message/rfc822

Message-ID: {message_id}

x
--s--
"""

"""The From line is only a claim: what is odd about a mail is told, nothing of it is hidden."""

import pytest

from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.stage import Stage


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor got."""
    stage.lives("Noor")
    return stage.approved()


@pytest.mark.parametrize(
    ("dkim", "told"),
    [
        ("{@example.nl : pass}", ""),
        ("{@elsewhere.example : pass}", ""),
        ("none", ""),
        ("{@example.nl : fail}", " · ⚠️ Let op: afzender mogelijk vals"),
    ],
)
def test_whether_the_sender_was_proven_stands_with_the_reply(
    stage: Stage, alert: Message, dkim: str, told: str
) -> None:
    mail = stage.mail_to("noor@example.nl")
    stage.comes_in(reply_from(mail, "Ik zag een bus."), mail.from_, "noor@example.nl", dkim=dkim)
    shown = stage.reply_message().plain()
    assert f"n•••@e•••.nl · wo 14 jan, 13.00{told}\n" in shown
    assert "Ik zag een bus." in shown
    assert "deelnemer van deze mail" not in shown
    assert len(stage.mails_to("noor@example.nl")) == 2


def test_a_forged_sender_is_told_masked_and_gets_no_mail(stage: Stage, alert: Message) -> None:
    mail = stage.mail_to("noor@example.nl")
    raw = reply_from(mail, "Ik ben de minister.", sender="minister@example.org")
    stage.comes_in(raw, mail.from_, "boef@example.com", dkim="{@example.org : fail}")
    shown = stage.reply_message().plain()
    assert "Let op: afzender mogelijk vals" in shown
    assert "Verstuurd vanaf een ander adres dan dat van de deelnemer" in shown
    assert "Ik ben de minister." in shown
    assert "minister@" not in shown
    assert not stage.mails_to("minister@example.org")


def test_a_mail_that_names_another_alert_than_its_token_says_so(stage: Stage, alert: Message) -> None:
    mail = stage.mail_to("noor@example.nl")
    raw = reply_from(mail, "Over de andere zaak.").replace(b"BM-2026-0001", b"BM-2026-0031")
    stage.comes_in(raw, mail.from_, "noor@example.nl")
    shown = stage.reply_message().plain()
    assert "Reactie 1 op BM-2026-0001" in shown
    assert "Noemt BM-2026-0031" in shown
    assert "Over de andere zaak." in shown


@pytest.mark.parametrize(
    ("headers", "is_reply"),
    [
        ("Reply-To: noor@example.nl\nPrecedence: bulk\nList-Unsubscribe: <https://films.example/u>\n", True),
        ("Reply-To: Noor <NOOR@example.nl>\n", True),
        ("Reply-To: noor@example.nl\nAuto-Submitted: auto-generated\n", False),
        ("Reply-To: help@shop.example\n", False),
        ("", False),
    ],
)
def test_what_a_service_for_large_files_sends_for_them_is_theirs(
    stage: Stage, alert: Message, headers: str, is_reply: bool
) -> None:
    mail = stage.mail_to("noor@example.nl")
    raw = (
        f"From: Films <noreply@films.example>\nTo: {mail.from_}\nSubject: Deurbel.mp4 voor u\n{headers}\n"
        "Hier de film van onze deurbel: https://films.example/t-1\n"
    )
    stage.comes_in(raw.encode(), mail.from_, "bounce@films.example")
    shown = stage.reply_message().plain()
    assert "Hier de film van onze deurbel: https://films.example/t-1" in shown
    assert ("Automatisch antwoord" not in shown, "Ik pak dit op" in shown) == (is_reply, is_reply)
    assert not stage.mails_to("noreply@films.example")


@pytest.mark.parametrize(
    ("sender", "headers", "words"),
    [
        ("WeTransfer <noreply@wetransfer.example>", "Reply-To: noor@example.org\n", "Kees van nr 33."),
        ("WeTransfer <noreply@wetransfer.example>", "", ""),
        ('"Noor (via Google Drive)" <drive-shares-noreply@google.example>', "Reply-To: noor@example.org\n", "Groet"),
        ("Dropbox <no-reply@dropbox.example>", "List-Unsubscribe: <https://dropbox.example/u>\n", "Groet"),
    ],
)
def test_a_service_that_is_known_and_sends_a_link_to_files_offers_images(
    stage: Stage, alert: Message, sender: str, headers: str, words: str
) -> None:
    """Who sends a film by it has an account there under whatever address: a person looks."""
    mail = stage.mail_to("noor@example.nl")
    raw = (
        f"From: {sender}\nTo: {mail.from_}\nSubject: Deurbel_1012.mp4 voor u\n{headers}\n{words}\n"
        "Download je bestanden hier\nhttps://films.example/t-1\n\nDeurbel_1012.mp4\n48 MB\n"
    )
    stage.comes_in(raw.encode(), mail.from_, "bounce@films.example")
    shown = stage.reply_message().plain()
    assert "https://films.example/t-1" in shown
    assert ("Automatisch antwoord" not in shown, "Ik pak dit op" in shown) == (True, True)
    assert "beelden: 1 aangeboden, 0 binnen" in stage.alert_message().plain()
    assert not stage.mails_to("noreply@wetransfer.example")

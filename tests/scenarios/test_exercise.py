"""Outside production only who is on the list gets mail, and everything says that it is an exercise."""

import pytest

from bot.cli.check import check_all
from bot.connecting import build_mailer
from bot.domain.alerts.mailings import Outcome, Recipient
from bot.records.mail import AlertMail, Letter
from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.sendgrid import SentMail
from tests.doubles.slack import Message
from tests.stage import Stage

BANNER = "OEFENING - Dit is een oefening van de politie. Er is niet echt iets gebeurd."


@pytest.fixture
def overrides() -> dict[str, object]:
    return {"allowed_recipients": "Noor@Example.nl, @oefening.example", "attention_email": "team@oefening.example"}


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that went out to who may get it."""
    stage.lives("Noor")
    stage.lives("Piet")
    stage.lives("Kim", email="kim@oefening.example")
    stage.lives("Sam", email="sam@sub.oefening.example")
    return stage.approved()


def is_marked(mail: SentMail) -> bool:
    return (
        mail.subject.startswith("OEFENING: ") and mail.text.startswith(BANNER + "\n\n") and BANNER in (mail.html or "")
    )


def test_only_who_is_on_the_list_gets_mail_and_the_ledger_says_why_others_do_not(stage: Stage, alert: Message) -> None:
    assert {mail.to for mail in stage.sendgrid.sent} == {
        *("noor@example.nl", "kim@oefening.example", "team@oefening.example")
    }
    refused = stage.rows(
        "SELECT email, reason FROM deliveries JOIN participants ON participants.id = participant_id"
        " WHERE state = 'refused' ORDER BY email"
    )
    assert [tuple(row) for row in refused] == [
        ("piet@example.nl", "not on the allow-list"),
        ("sam@sub.oefening.example", "not on the allow-list"),
    ]
    assert "2 van 4" in alert.plain()
    assert "2 niet verstuurd of afgemeld" in alert.plain()


def test_everything_says_that_it_is_an_exercise_and_own_words_stay_own_words(stage: Stage, alert: Message) -> None:
    assert "OEFENING" in alert.plain().splitlines()[0]
    stage.presses(stage.bram, alert, "Bekijk mail")
    assert "OEFENING: Inbraak in de Kattenbroekstraat" in seen(stage.bram).text()
    reply = stage.answers("Noor", "Ik zag een grijze bus.")
    assert "OEFENING" in reply.plain().splitlines()[0]
    assert "Ik zag een grijze bus." in reply.plain()
    assert BANNER not in reply.plain()
    stage.presses(stage.carla, reply, "Relevant voor deze zaak")
    stage.writes_answer(stage.carla, reply)
    mails = stage.mails_to("noor@example.nl")
    assert len(mails) == 3
    assert mails[2].subject == "Re: OEFENING: Inbraak in de Kattenbroekstraat: zag of hoorde u iets? [BM-2026-0001]"
    assert all(map(is_marked, [*mails[:2], *stage.mails_to("team@oefening.example")]))
    assert mails[2].text.startswith(BANNER)
    assert mails[2].html
    assert mails[2].html.count(BANNER) == 1

    again = stage.answers("Noor", "Nog iets: hij had een deuk.", html=True)
    assert BANNER not in again.plain()
    link = f"https://burgernetmail.example.nl/afmelden/{'a' * 20}"
    for page in (stage.visits(link), stage.visits("https://burgernetmail.example.nl/privacy")):
        assert "Dit is een oefening van de politie." in page.text


def test_a_letter_to_somebody_else_is_refused_where_colleagues_see_it(stage: Stage, alert: Message) -> None:
    mail = stage.mail_to("noor@example.nl")
    raw = reply_from(mail, "Ik ook.", sender="buurman@elders.example")
    stage.comes_in(raw, mail.from_, "buurman@elders.example", dkim="{@elders.example : pass}")
    assert "ntvangstbevestiging is niet verstuurd" in stage.reply_message().plain()
    [letter] = stage.rows("SELECT status, detail FROM letters WHERE recipient = 'buurman@elders.example'")
    assert tuple(letter) == ("refused", "not on the allow-list")
    assert not stage.mails_to("buurman@elders.example")


def test_the_last_door_holds_by_itself(stage: Stage) -> None:
    mailer = build_mailer(stage.settings())
    mail = AlertMail("Inbraak", "Beste", "<p>Beste</p>")
    people = [Recipient(1, 1, "noor@example.nl"), Recipient(2, 2, "piet@example.nl")]
    assert mailer.send_alert(mail, people).outcome is Outcome.REFUSED
    assert mailer.send_letter(Letter("l1", "m1", "piet@example.nl", "s", "t", "h")).outcome is Outcome.REFUSED
    assert not stage.sendgrid.requests
    assert mailer.send_alert(mail, people[:1]).outcome is Outcome.ACCEPTED
    assert (mailer.check(), mailer.batch_size) == ("", 1000)
    mailer.close()


def test_the_check_says_so(stage: Stage) -> None:
    told = [finding.what for finding in check_all(stage.settings()) if "oefening" in finding.what]
    assert told == [
        "oefening: only @oefening.example, noor@example.nl gets mail, all of it marked OEFENING (ALLOWED_RECIPIENTS)"
    ]

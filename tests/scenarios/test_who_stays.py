"""A mail comes back: only who is certainly gone is taken out; who may be back is paused, and tried again."""

from pathlib import Path
from typing import Any

import pytest

from bot.domain.participants.faults import Fault
from tests.desk_steps import seen
from tests.doubles.citizen import reply_from
from tests.doubles.sendgrid import SentMail
from tests.scenarios.steps.mails import NOOR, delivery, noor, report
from tests.stage import Stage

DELAY = (
    "Return-Path: <>\r\nFrom: Mail Delivery System <Mailer-Daemon@mx.example>\r\n"
    "Subject: Warning: message 1abcDE-0001 delayed 24 hours\r\nAuto-Submitted: auto-replied\r\n\r\n"
    f"No action is required on your part. Delivery attempts will continue.\r\n\r\n  {NOOR}\r\n"
    "    Delay reason: busy\r\n"
)
HOLIDAY = "Return-Path: <>\r\nFrom: postmaster@example.nl\r\nSubject: Afwezig\r\n\r\nIk ben op vakantie.\r\n"
QMAIL = (
    "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nSubject: failure notice\r\n\r\n"
    "I'm afraid I wasn't able to deliver your message to the following addresses.\r\n\r\n"
    "<{to}>:\r\nSorry, no mailbox here by that name. (#5.1.1)\r\n"
)


@pytest.fixture
def mailed(stage: Stage) -> Stage:
    """Noor and Omar got a mail."""
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    return stage


def event(stage: Stage, status: str, **details: Any) -> None:
    """The provider tells that Noor's newest mail bounced."""
    events = stage.events.events_for(stage.mail_to(NOOR), "bounce", status=status, reason="550 no", **details)
    assert stage.events.post(stage.url("/mail/events"), events, times=2) == [200, 200]
    stage.later(seconds=3)


def mailed_next(stage: Stage) -> bool:
    """Whether Noor gets the next alert."""
    before = len(stage.mails_to(NOOR))
    stage.approved()
    return len(stage.mails_to(NOOR)) > before


def fails_often(stage: Stage, times: int, status: str = "5.2.2") -> None:
    """So many alerts, a day each, that come back."""
    for number in range(times):
        if number:
            stage.later(days=1)
            stage.approved()
        report(stage, status)


REPORTS = [
    ("5.1.1", "", Fault.GONE),
    ("5.1.10", "", Fault.GONE),
    ("5.2.2", "mailbox full", Fault.FULL),
    ("5.7.1", "rejected as spam", Fault.BLOCKED),
    ("5.4.7", "expired", Fault.EXPIRED),
    ("5.1.2", "", Fault.NO_DOMAIN),
    ("5.3.0", "", Fault.OTHER),
]
NAMES = {
    Fault.GONE: "e-mailadres bestaat niet",
    Fault.FULL: "mailbox vol",
    Fault.BLOCKED: "geweigerd door de mailserver",
    Fault.EXPIRED: "mailserver niet bereikbaar",
    Fault.NO_DOMAIN: "domein niet gevonden",
    Fault.OTHER: "andere reden",
}


@pytest.mark.parametrize("how", ["by mail", "by event"])
@pytest.mark.parametrize(("status", "said", "fault"), REPORTS)
def test_only_an_address_that_is_gone_takes_somebody_out_at_once(
    mailed: Stage, status: str, said: str, fault: Fault, how: str
) -> None:
    if how == "by mail":
        report(mailed, status, said)
    else:
        event(mailed, status)
    out = fault is Fault.GONE
    assert noor(mailed) == ("left" if out else "active")
    assert delivery(mailed)[:2] == ("bounce", fault)
    assert "⚠️ 1 teruggekomen" in mailed.alert_message().plain()
    mailed.presses(mailed.bram, mailed.alert_message(), "Wie kreeg hem niet?")
    assert f"1 teruggekomen\n  {NAMES[fault]}: 1" in seen(mailed.bram).text()
    assert [f'"fault": "{fault}"' in str(line.details).replace("'", '"') for line in mailed.audited("left")] == [
        True
    ] * out
    assert mailed_next(mailed) is not out


def test_a_block_by_the_provider_s_own_word_takes_nobody_out(mailed: Stage) -> None:
    event(mailed, "5.1.1", type="blocked")
    assert (noor(mailed), delivery(mailed)[:2]) == ("active", ("bounce", Fault.BLOCKED))


def test_a_report_about_somebody_else_leaves_the_participant_and_the_mail_as_they_are(mailed: Stage) -> None:
    report(mailed, "5.1.1", to="kleinzoon@elders.example")
    state, fault, reason = delivery(mailed)
    assert (noor(mailed), state, fault) == ("active", "sent", None)
    assert reason.startswith("a delivery report about another address: 5.1.1")
    assert "@elders" not in reason


@pytest.mark.parametrize(("raw", "state"), [(DELAY, "deferred"), (HOLIDAY, "sent")])
def test_a_delay_or_a_holiday_is_no_failure(mailed: Stage, raw: str, state: str) -> None:
    mail = mailed.mail_to(NOOR)
    mailed.comes_in(f"To: {mail.from_}\r\n{raw}".encode(), mail.from_, "")
    assert (noor(mailed), delivery(mailed)[:2]) == ("active", (state, None))
    assert "teruggekomen" not in mailed.alert_message().plain()
    assert "Automatisch antwoord" in mailed.reply_message().plain()


@pytest.mark.parametrize(("to", "status"), [(NOOR, "left"), ("kleinzoon@elders.example", "active")])
def test_a_report_in_plain_text(mailed: Stage, to: str, status: str) -> None:
    mail = mailed.mail_to(NOOR)
    mailed.comes_in(QMAIL.format(to=to).encode(), mail.from_, "")
    assert noor(mailed) == status


def test_the_made_up_examples(mailed: Stage) -> None:
    for name in ("blocked", "about_somebody_else", "delay"):
        mail = mailed.mail_to(NOOR)
        raw = (Path(__file__).parent / "reports" / f"{name}.eml").read_text()
        filled = raw.replace("@@TO@@", mail.from_).replace("@@CITIZEN@@", NOOR)
        mailed.comes_in(filled.replace("\n", "\r\n").encode(), mail.from_, "")
        assert noor(mailed) == "active", name
        assert not mailed.audited("left")


def test_a_domain_that_is_away_takes_somebody_out_when_it_is_away_three_days_later_too(mailed: Stage) -> None:
    event(mailed, "5.4.4")
    mailed.later(days=2)
    mailed.approved()
    event(mailed, "5.4.4")
    assert noor(mailed) == "active"
    mailed.later(days=1)
    mailed.approved()
    event(mailed, "5.1.2")
    assert noor(mailed) == "left"


@pytest.mark.parametrize("told", [True, False])
def test_a_domain_that_was_there_in_between_is_away_anew(mailed: Stage, told: bool) -> None:
    """By the provider's word, or (SMTP) as a mail did not come back."""
    report(mailed, "5.1.2")
    mailed.later(days=20)
    mailed.approved()
    if told:
        mailed.events.post(mailed.url("/mail/events"), mailed.events.events_for(mailed.mail_to(NOOR), "delivered"))
    mailed.later(days=20)
    mailed.approved()
    report(mailed, "5.1.2")
    assert noor(mailed) == "active"
    mailed.later(days=4)
    mailed.approved()
    report(mailed, "5.1.2")
    assert noor(mailed) == "left"


def test_what_is_certain_counts_also_after_what_was_not(mailed: Stage) -> None:
    event(mailed, "5.0.0")
    assert noor(mailed) == "active"
    report(mailed, "5.1.1")
    assert (noor(mailed), delivery(mailed)[:2]) == ("left", ("bounce", Fault.GONE))


def test_one_failure_told_twice_is_one(mailed: Stage) -> None:
    for _ in range(5):
        report(mailed, "5.2.2")
        event(mailed, "5.2.2")
    assert noor(mailed) == "active"


class TestPausing:
    """Five failures within 30 days."""

    def test_it_is_told_and_no_mail_goes_out_until_one_is_tried(self, mailed: Stage) -> None:
        fails_often(mailed, 4)
        assert noor(mailed) == "active"
        mailed.later(days=1)
        mailed.approved()
        report(mailed, "5.2.2")
        assert noor(mailed) == "paused"
        note = mailed.supervision.messages[-1].plain()
        assert note == "Deelnemer 1 krijgt 30 dagen geen mail: vijf mails kwamen niet aan (mailbox vol)."
        assert [line.subject for line in mailed.audited("paused")] == ["participant 1"]
        assert not mailed.audited("left")
        assert not mailed_next(mailed)
        mailed.later(days=29)
        assert not mailed_next(mailed)
        mailed.later(days=1)
        assert mailed_next(mailed)
        report(mailed, "5.2.2")  # once is enough now
        assert noor(mailed) == "paused"
        assert "nog 30 dagen geen mail: de mail die wij probeerden" in mailed.supervision.messages[-1].plain()
        assert not mailed_next(mailed)

    @pytest.mark.parametrize("told", [True, False])
    def test_a_mail_that_arrives_ends_the_trial(self, mailed: Stage, told: bool) -> None:
        fails_often(mailed, 5)
        mailed.later(days=30)
        assert mailed_next(mailed)
        if told:
            events = mailed.events.events_for(mailed.mail_to(NOOR), "delivered")
            mailed.events.post(mailed.url("/mail/events"), events)
        mailed.later(days=0 if told else 4)
        assert [line.subject for line in mailed.audited("resumed")] == ["participant 1"]
        assert mailed_next(mailed)
        report(mailed, "5.2.2")
        assert noor(mailed) == "active"  # they count anew

    def test_a_mail_from_the_citizen_resumes_it_at_once(self, mailed: Stage) -> None:
        mail: SentMail = mailed.mail_to(NOOR)
        fails_often(mailed, 5)
        mailed.comes_in(reply_from(mail, "Ik ben de buur.", sender="buur@example.com"), mail.from_, "buur@example.com")
        assert noor(mailed) == "paused"
        mailed.comes_in(reply_from(mail, "Ik zag een bus."), mail.from_, NOOR)
        assert noor(mailed) == "active"
        assert [line.who for line in mailed.audited("resumed")] == ["citizen"]
        assert mailed_next(mailed)
        report(mailed, "5.2.2")
        assert noor(mailed) == "active"

    def test_who_is_paused_between_the_request_and_its_sending_gets_nothing(self, mailed: Stage) -> None:
        fails_often(mailed, 4)
        mailed.later(days=1)
        mailed.approved()
        mailed.sendgrid.fail_next(status=503)
        message = mailed.asks()
        mailed.presses(mailed.bram, message, "Goedkeuren en versturen")
        before = [mail.to for mail in mailed.sendgrid.sent]
        report(mailed, "5.2.2")
        mailed.later(seconds=10)
        assert [mail.to for mail in mailed.sendgrid.sent][len(before) :] == ["omar@example.nl"]
        assert delivery(mailed)[::2] == ("refused", "left, paused or mailed lately")

    def test_a_superuser_sees_it_and_may_end_it(self, mailed: Stage) -> None:
        fails_often(mailed, 5)
        mailed.els.command("/burgernetmail", f"deelnemer {NOOR}", mailed.supervision, force=True)
        told = mailed.slack.wait_for(lambda: mailed.els.ephemerals(mailed.supervision))[-1]
        assert "krijgt tijdelijk geen mail sinds zo 18 jan, 13.00: de mail kwam niet aan" in told.plain()
        assert "Na 30 dagen proberen wij één mail." in told.plain()
        assert "kwam terug, mailbox vol" in told.plain()
        mailed.presses(mailed.els, told, "Weer aanmelden")
        assert mailed.els.modal is not None
        assert mailed.els.modal.fill({"Waarom?": "De mailbox is opgeruimd."}).submit().closed
        assert noor(mailed) == "active"
        assert mailed_next(mailed)

    def test_it_can_be_left_by_the_link_all_the_same(self, mailed: Stage) -> None:
        link = mailed.mail_to(NOOR).headers["List-Unsubscribe"].strip("<>")
        fails_often(mailed, 5)
        assert "Ja, meld mij af" in mailed.visits(link).text
        mailed.sends_form(link)
        assert noor(mailed) == "left"
        mailed.later(days=31)
        assert noor(mailed) == "left"
        assert "weer aangemeld" not in mailed.sends_form(link, action="come_back").text
        assert noor(mailed) == "left"

    def test_the_home_counts_who_is_paused(self, mailed: Stage) -> None:
        fails_often(mailed, 5)
        mailed.els.opens_home()
        mailed.program.listeners.wait_until_idle()
        assert mailed.els.home is not None
        assert "1 gepauzeerd: mail kwam niet aan" in mailed.els.home.text()

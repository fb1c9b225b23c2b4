"""Anybody can write a delivery report: whose counts, and of which mail."""

import pytest

from bot.domain.participants.faults import Fault
from tests.doubles.citizen import bounce, reply_from
from tests.scenarios.steps.mails import NOOR, delivery, noor, report
from tests.stage import Stage


@pytest.fixture
def mailed(stage: Stage) -> Stage:
    """Noor and Omar got a mail."""
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    return stage


def strange(stage: Stage, sender: str) -> None:
    """Anybody with a token address writes a report of their own."""
    mail = stage.mail_to(NOOR)
    raw = bounce(mail).replace(b"Mail Delivery System <MAILER-DAEMON@mx.example.nl>", sender.encode())
    assert sender.encode() in raw
    stage.comes_in(raw, mail.from_, sender, dkim=f"{{@{sender.rpartition('@')[2]} : pass}}")


def test_a_report_by_a_stranger_takes_nobody_out(mailed: Stage) -> None:
    strange(mailed, "boos@stranger.example")
    assert (noor(mailed), *delivery(mailed)[:2]) == ("active", "sent", None)
    assert delivery(mailed)[2].startswith("a delivery report by a stranger: 5.1.1")


@pytest.mark.parametrize("sender", ["postmaster@mx.elders.example", "beheer@example.nl"])
def test_a_report_by_a_mail_server_or_from_the_citizen_s_own_domain_counts(mailed: Stage, sender: str) -> None:
    strange(mailed, sender)
    assert (noor(mailed), *delivery(mailed)[:2]) == ("left", "bounce", Fault.GONE)


def test_a_report_of_a_mail_that_was_delivered_takes_nobody_out(mailed: Stage) -> None:
    mailed.events.post(mailed.url("/mail/events"), mailed.events.events_for(mailed.mail_to(NOOR), "delivered"))
    mailed.settle()
    report(mailed, "5.1.1")
    assert (noor(mailed), *delivery(mailed)[:2]) == ("active", "delivered", None)
    assert delivery(mailed)[2].startswith("a delivery report of a mail that arrived: 5.1.1")


@pytest.mark.parametrize(("sender", "status"), [(NOOR, "active"), ("buur@example.com", "left")])
def test_a_report_of_a_mail_that_she_answered_takes_nobody_out(mailed: Stage, sender: str, status: str) -> None:
    mail = mailed.mail_to(NOOR)
    mailed.comes_in(reply_from(mail, "Ik zag een bus.", sender=sender), mail.from_, sender)
    mailed.later(seconds=5)
    report(mailed, "5.1.1")
    assert noor(mailed) == status


def test_an_answer_to_an_earlier_mail_says_nothing_of_the_next(mailed: Stage) -> None:
    mail = mailed.mail_to(NOOR)
    mailed.comes_in(reply_from(mail, "Ik zag een bus."), mail.from_, NOOR)
    mailed.later(days=1)
    mailed.approved()
    report(mailed, "5.1.1")
    assert noor(mailed) == "left"

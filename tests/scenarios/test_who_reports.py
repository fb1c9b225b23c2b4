"""Anybody can write a delivery report: whose counts, and of which mail."""

import pytest

from bot.domain.participants.faults import Fault
from tests.doubles.citizen import bounce, reply_from
from tests.doubles.slack import Message
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


def test_who_has_the_same_provider_is_a_stranger_too(mailed: Stage) -> None:
    strange(mailed, "buur@example.nl")
    assert (noor(mailed), *delivery(mailed)[:2]) == ("active", "sent", None)


def test_a_report_by_a_mail_server_counts(mailed: Stage) -> None:
    strange(mailed, "postmaster@mx.elders.example")
    assert (noor(mailed), *delivery(mailed)[:2]) == ("left", "bounce", Fault.GONE)


def answered(stage: Stage) -> Message:
    """Noor wrote, and got an answer."""
    reply = stage.answers("Noor", "Ik zag een bus.")
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply, "Dank u wel.")
    return reply


@pytest.mark.parametrize("told", [b"boos@stranger.example", b"kleinzoon@elders.example"])
def test_an_answer_came_back_only_where_a_server_says_so_of_its_reader(mailed: Stage, told: bytes) -> None:
    reply = answered(mailed)
    mail = mailed.mail_to(NOOR)
    raw, sender = bounce(mail), ""
    if told.startswith(b"boos"):
        raw, sender = raw.replace(b"Mail Delivery System <MAILER-DAEMON@mx.example.nl>", told), told.decode()
    else:
        raw = raw.replace(b"Final-Recipient: rfc822; noor@example.nl", b"Final-Recipient: rfc822; " + told)
    mailed.comes_in(raw, mail.from_, sender)
    assert "antwoord verstuurd" in reply.plain()
    mailed.comes_in(bounce(mail), mail.from_, "")
    assert "antwoord teruggekomen" in reply.plain()


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

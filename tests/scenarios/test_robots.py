"""Machines write to a machine: every loop ends by itself, and a report about a mail marks that mail."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest

from tests.doubles.citizen import bounce, reply_from
from tests.doubles.sendgrid import SentMail
from tests.doubles.slack import Message
from tests.stage import Stage

ROUNDS = 12
Robot = Callable[[SentMail, int], EmailMessage]


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor got, whose mailbox is a robot without any sign of one."""
    stage.lives("Noor")
    return stage.approved()


def answer(sender: str, to: str, subject: str, number: int) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Message-ID"] = f"<{number}@robot.example>"
    mail.set_content(f"Uw vraag {number} is in behandeling.")
    return mail


ROBOTS: dict[str, Robot] = {
    "the same each time": lambda got, n: answer("robot@robot.example", got.from_, "Uw vraag", n),
    "varies its address": lambda got, n: answer(f"robot{n}@robot.example", got.from_, "Uw vraag", n),
    "varies its subject": lambda got, n: answer("robot@robot.example", got.from_, f"Uw vraag {n}", n),
    "varies both": lambda got, n: answer(f"robot{n}@robot{n}.example", got.from_, f"Uw vraag {n}", n),
    "varies both, in capitals": lambda got, n: answer(f"ROBOT{n}@Robot.Example", got.from_.upper(), f"VRAAG {n}", n),
}


def proven(address: str) -> str:
    """What the provider found: this sender is who it says."""
    return f"{{@{address.lower().partition('@')[2]} : pass}}"


def ping_pong(stage: Stage, robot: Robot, got: SentMail, *, honest: bool = True) -> int:
    """The robot answers the mail it got, then whatever it gets on that; how many mails we sent."""
    before, number = len(stage.sendgrid.sent), 0
    while number < ROUNDS:
        number += 1
        mail, count = robot(got, number), len(stage.sendgrid.sent)
        stage.comes_in(mail, mail["To"], mail["From"], dkim=proven(mail["From"]) if honest else "none")
        if len(stage.sendgrid.sent) == count:
            break
        got = stage.sendgrid.sent[-1]
    return len(stage.sendgrid.sent) - before


@pytest.mark.parametrize("name", ROBOTS)
def test_a_robot_that_got_an_alert_gets_one_mail_an_address_and_three_in_all(
    stage: Stage, alert: Message, name: str
) -> None:
    mails = 3 if "address" in name or "both" in name else 1
    assert ping_pong(stage, ROBOTS[name], stage.mail_to("noor@example.nl")) == mails
    assert ping_pong(stage, ROBOTS[name], stage.mail_to("noor@example.nl")) == 0


@pytest.mark.parametrize("name", ROBOTS)
def test_a_robot_that_nobody_proved_gets_nothing(stage: Stage, alert: Message, name: str) -> None:
    assert ping_pong(stage, ROBOTS[name], stage.mail_to("noor@example.nl"), honest=False) == 0


@pytest.mark.parametrize("name", ROBOTS)
def test_a_robot_that_found_our_address_gets_one_mail(stage: Stage, alert: Message, name: str) -> None:
    first = answer("vraag@robot.example", "antwoord+aaaa@mail.example.nl", "Vraag", 0)
    stage.comes_in(first, first["To"], first["From"], dkim=proven(first["From"]))
    acknowledgement = stage.mail_to("vraag@robot.example")
    assert ping_pong(stage, ROBOTS[name], acknowledgement) == 0
    assert "Uw vraag 1 is in behandeling." in stage.reply_message().plain()


def test_a_robot_that_we_answered_by_hand_gets_no_mail_on_its_mails(stage: Stage, alert: Message) -> None:
    first = answer("vraag@robot.example", "antwoord@mail.example.nl", "Vraag", 0)
    stage.comes_in(first, first["To"], first["From"], dkim=proven(first["From"]))
    stage.presses(stage.carla, stage.reply_message(), "Niet relevant")
    stage.writes_answer(stage.carla, stage.reply_message(), "Dank u wel.")
    stage.later(days=2)
    written = stage.mail_to("vraag@robot.example")
    assert written.text.startswith("Dank u wel.")
    assert ping_pong(stage, ROBOTS["varies both"], written) == 0
    named = answer("anders@robot.example", "antwoord@mail.example.nl", "x", 99)
    named["In-Reply-To"] = written.headers["Message-ID"]
    stage.comes_in(named, named["To"], named["From"])
    assert not stage.mails_to("anders@robot.example")


def test_mails_without_a_token_are_acknowledged_once_a_day_and_seldom(stage: Stage, alert: Message) -> None:
    def acknowledged(sender: str) -> int:
        mail = answer(sender, "antwoord@mail.example.nl", "Vraag", len(stage.triage.messages) + 100)
        stage.comes_in(mail, mail["To"], sender)
        return len(stage.mails_to(sender))

    assert [acknowledged("eva@example.nl") for _ in range(3)] == [1, 1, 1]
    assert sum(acknowledged(f"r{number}@example.nl") for number in range(25)) == 17, "twenty an hour in all"
    stage.later(hours=2)
    assert acknowledged("fien@example.nl") == 1
    assert acknowledged("eva@example.nl") == 1
    stage.later(hours=23)
    assert acknowledged("Eva@example.nl") == 1
    assert len(stage.mails_to("Eva@example.nl")) == 1


def test_a_report_that_came_without_the_token_still_marks_the_mail(stage: Stage, alert: Message) -> None:
    mail = stage.mail_to("noor@example.nl")
    report = bounce(mail).replace(b"To: " + mail.from_.encode(), b"To: antwoord@mail.example.nl", 1)
    stage.comes_in(report, "antwoord@mail.example.nl", "")
    assert [row.state for row in stage.rows("SELECT state FROM deliveries")] == ["bounce"]
    assert "BM-2026-0001" in stage.reply_message().plain()


def test_a_report_about_an_answer_says_that_the_answer_is_still_owed(stage: Stage, alert: Message) -> None:
    reply = stage.answers("Noor", "Ik zag een bus.")
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply, "Dank u wel.")
    assert "antwoord verstuurd" in reply.plain()
    written = stage.mail_to("noor@example.nl")
    stage.comes_in(bounce(written), written.from_, "")
    assert "antwoord teruggekomen" in reply.plain()
    assert "nog te doen: antwoord" in reply.plain()
    assert [row.state for row in stage.rows("SELECT state FROM deliveries")] == ["sent"]


def test_our_answer_is_taken_out_of_what_a_citizen_answers_to_it(stage: Stage, alert: Message) -> None:
    reply = stage.answers("Noor", "Ik zag een bus.")
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply, "Fijn dat u belde.\nKunt u zeggen hoe laat dat was?")
    written = stage.mail_to("noor@example.nl")
    stage.comes_in(reply_from(written, "Om drie uur."), written.from_, "noor@example.nl")
    shown = reply.thread[-1].plain()
    assert "Om drie uur." in shown
    assert "Fijn dat u belde" not in shown

"""The program is killed in the middle of its work, or asked to stop: nobody gets a mail twice, nothing is lost."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from bot.slack.outbox.chat import SlackChat
from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.process import served
from tests.stage import Stage


class Killed(BaseException):
    """The process is no more."""


def approves(stage: Stage, people: int) -> Message:
    """An approved alert of which nothing was sent yet."""
    stage.crowd(people)
    message = stage.asks()
    stage.bram.presses(message, "Goedkeuren en versturen")
    stage.program.listeners.wait_until_idle()
    assert not stage.sendgrid.sent
    return message


def batches(stage: Stage) -> list[str]:
    return [row.status for row in stage.rows("SELECT status FROM batches ORDER BY id")]


def test_killed_right_after_the_provider_took_the_mail_and_before_its_answer(stage: Stage) -> None:
    message = approves(stage, 1200)
    with served(stage.settings(), datetime.now(UTC)) as process:
        stage.sendgrid.after_accept = lambda _mails: process.kill()
        assert process.ends() != 0
    stage.sendgrid.after_accept = None

    stage.restart()
    stage.later(minutes=5)
    assert "onbekend" in message.plain()
    assert max(Counter(mail.to for mail in stage.sendgrid.sent).values()) == 1

    told = [event for mail in stage.sendgrid.sent for event in stage.events.events_for(mail, "delivered")]
    assert stage.events.post(stage.url("/mail/events"), told) == [200]
    stage.later(minutes=15)
    # what the events did not settle never left: the program runs two calls at once
    for question in [one for one in stage.supervision.messages if "Opnieuw versturen" in one.buttons]:
        stage.presses(stage.els, question, "Opnieuw versturen")
    stage.later(hours=3)
    assert "*Verstuurd*" in message.plain()
    assert "onbekend" not in message.plain()
    assert set(Counter(mail.to for mail in stage.sendgrid.sent).values()) == {1}
    assert len(stage.sendgrid.sent) == 1200


def test_killed_before_the_provider_took_the_mail(stage: Stage) -> None:
    message = approves(stage, 3)
    with served(stage.settings(), datetime.now(UTC)) as process:
        stage.sendgrid.hang_next(10, stored=False)
        stage.slack.wait_for(lambda: stage.sendgrid.requests, timeout=20)
        process.kill()
        process.ends()

    stage.restart()
    stage.later(minutes=5)
    assert not stage.sendgrid.sent
    assert "3 onbekend" in message.plain()
    assert not [one for one in stage.supervision.messages if one.buttons]  # nobody is asked yet
    stage.later(minutes=11)
    stage.presses(stage.els, stage.supervision.messages[-1], "Opnieuw versturen")
    assert len(stage.sendgrid.sent) == 3
    assert "3 van 3" in message.plain()


def test_killed_between_posting_in_slack_and_writing_it_down(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.lives("Noor")
    preview = stage.previews(stage.anna)
    with monkeypatch.context() as patched:
        patched.setattr(SlackChat, "link", _dies)
        assert preview.submit().closed
        with pytest.raises(Killed):
            stage.settle()
    assert len(stage.intake.messages) == 1

    stage.restart()
    stage.later(seconds=18)
    assert len(stage.intake.messages) == 1
    assert stage.intake.messages[0].updates  # found again, and its map put on it


def _dies(*_: object) -> str:
    raise Killed


@pytest.mark.parametrize("socket_mode", [True, False], ids=["socket", "http"])
def test_asked_to_stop_it_finishes_the_mail_that_it_is_sending(stage: Stage) -> None:
    message = approves(stage, 3)
    stage.program.stop()  # the process is the only copy that runs
    with served(stage.settings(), datetime.now(UTC)) as process:
        stage.sendgrid.slow_by = 1.0
        stage.slack.wait_for(lambda: stage.sendgrid.requests, timeout=20)
        process.terminate()
        assert process.ends() == 0
    stage.sendgrid.slow_by = 0.0
    assert batches(stage) == ["accepted"]

    stage.program = stage.start_program()
    stage.settle()
    assert len(stage.sendgrid.sent) == 3
    assert "3 van 3" in message.plain()


def test_the_process_does_the_whole_work_by_itself_and_logs_nobodys_data(stage: Stage) -> None:
    message = approves(stage, 3)
    stage.program.stop()
    with served(stage.settings(), datetime.now(UTC)) as process:
        stage.slack.wait_for(lambda: "3 van 3" in message.plain() and process.is_ready(), timeout=20)
        mail = stage.mail_to("buur1@example.nl")
        raw = reply_from(mail, "Ik zag een grijze bus.")
        assert stage.inbound.post(process.url("/mail/inbound"), raw, [mail.from_], mail.to) == [200]
        stage.slack.wait_for(lambda: stage.triage.messages and len(stage.mails_to(mail.to)) == 2, timeout=20)
        process.terminate()
        assert process.ends() == 0
        logged = process.logged()
    assert "Ik zag een grijze bus." in stage.reply_message().plain()
    assert '"event": "reply"' in logged
    for personal in ("buur1", "grijze", "Kattenbroek", "opengebroken", "Anna", "Bram", "127.0.0.1"):
        assert personal not in logged
    stage.program = stage.start_program()

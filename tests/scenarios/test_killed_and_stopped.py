"""The program is killed in the middle of its work, or asked to stop: nobody gets a mail twice, nothing is lost."""

from collections import Counter
from datetime import UTC, datetime

import httpx
import pytest

from bot.slack.chat import SlackChat
from tests.doubles.slack import Message
from tests.process import Process, served
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


def is_ready(process: Process) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{process.port}/readyz", trust_env=False).status_code == 200
    except httpx.TransportError:
        return False


def test_killed_right_after_the_provider_took_the_mail_and_before_its_answer(stage: Stage) -> None:
    message = approves(stage, 1200)
    with served(stage.settings(), datetime.now(UTC)) as process:
        stage.sendgrid.after_accept = lambda _mails: process.kill()
        assert process.ends() != 0
    stage.sendgrid.after_accept = None
    assert batches(stage)[0] == "calling"

    stage.restart()
    stage.later(minutes=5)
    assert max(Counter(mail.to for mail in stage.sendgrid.sent).values()) == 1
    assert len(stage.sendgrid.sent) == 1200
    assert "onbekend" in message.plain()
    question = stage.supervision.messages[-1]
    assert "BM-2026-0001: onbekend of een deel van de mail is verstuurd" in question.plain()

    stage.events.post(stage.url("/mail/events"), stage.events.whole_story())
    stage.settle()
    assert "1.200 van 1.200" in message.plain()
    assert "onbekend" not in message.plain()
    assert "Opgelost" in question.plain()
    stage.later(hours=3)
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
    stage.later(minutes=5)
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


def test_the_process_does_the_whole_work_by_itself(stage: Stage) -> None:
    message = approves(stage, 3)
    stage.program.stop()
    with served(stage.settings(), datetime.now(UTC)) as process:
        stage.slack.wait_for(lambda: "3 van 3" in message.plain(), timeout=20)
        mail = stage.sendgrid.sent[0]
        stage.slack.wait_for(lambda: is_ready(process), timeout=20)
        process.terminate()
        assert process.ends() == 0
    assert mail.to == "buur0@example.nl"
    stage.program = stage.start_program()

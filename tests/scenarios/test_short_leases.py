"""A copy is killed in the middle of its work, or stands still: others go on soon, and nothing is done twice."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from bot.main import Program, build
from bot.slack.outbox.chat import SlackChat
from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.scenarios.steps.mails import acknowledgement
from tests.stage import Stage

LONG = timedelta(seconds=200)


class Killed(BaseException):
    """The process is no more."""


@pytest.fixture
def other(stage: Stage) -> Iterator[Program]:
    """Another copy on the same database."""
    program = build(stage.settings())
    program.listen()
    yield program
    program.stop()


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor got."""
    stage.lives("Noor")
    return stage.approved()


def works(program: Program) -> None:
    """All that is due, done by this copy."""
    work = program.workflow
    work.sending.recover()
    while work.posting.deliver_next() or work.sending.send_next() or work.receiving.read_waiting():
        pass


def comes_in(stage: Stage, words: str) -> None:
    mail = stage.mail_to("noor@example.nl")
    stage.inbound.post(stage.url("/mail/inbound"), reply_from(mail, words), [mail.from_], mail.to)


def at_once(act: Callable[[], object]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Does this the first time, before what is called."""
    done: list[bool] = []

    def around(call: Callable[..., Any]) -> Callable[..., Any]:
        def acted(*args: Any, **given: Any) -> Any:
            if not done:
                done.append(True)
                act()
            return call(*args, **given)

        return acted

    return around


def dies() -> None:
    raise Killed


@pytest.mark.parametrize("place", ["show_reply", "link"])
def test_killed_while_posting_it_stands_within_twenty_seconds(
    stage: Stage, alert: Message, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(SlackChat, place, at_once(dies)(getattr(SlackChat, place)))
        comes_in(stage, "Een bus.")
        with pytest.raises(Killed):
            stage.settle()
    stage.restart()
    stage.later(seconds=18)
    assert ["Een bus." in message.plain() for message in stage.triage.messages] == [True]


def test_killed_while_mailing_it_is_known_within_a_minute(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.crowd(3)
    message = stage.asks()
    mailer = stage.program.workflow.sending._mailer
    with monkeypatch.context() as patched:
        patched.setattr(mailer, "send_alert", at_once(dies)(mailer.send_alert))
        stage.bram.presses(message, "Goedkeuren en versturen")
        with pytest.raises(Killed):
            stage.settle()
    stage.restart()
    stage.later(seconds=50)
    assert "3 onbekend" in message.plain()


def test_a_copy_that_is_slow_keeps_what_it_does(
    stage: Stage, alert: Message, other: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly() -> None:
        for _ in range(40):
            stage.wait(timedelta(seconds=5))
            stage.program.workflow.keeper.prolong()
            works(other)

    monkeypatch.setattr(SlackChat, "show_reply", at_once(slowly)(SlackChat.show_reply))
    comes_in(stage, "Een bus.")
    stage.settle()
    assert len(stage.triage.messages) == 1
    assert [call.error for call in stage.slack.calls_of("conversations.history")] == []


def test_a_copy_that_stood_still_before_its_post_leaves_it_to_the_other(
    stage: Stage, alert: Message, other: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def paused() -> None:
        stage.wait(LONG)
        works(other)
        assert ["Een bus." in message.plain() for message in stage.triage.messages] == [True]

    monkeypatch.setattr(SlackChat, "show_reply", at_once(paused)(SlackChat.show_reply))
    comes_in(stage, "Een bus.")
    stage.settle()
    stage.later(minutes=1)
    assert len(stage.triage.messages) == 1
    assert stage.rows("SELECT id FROM outbox") == []


def test_so_does_a_line_in_a_thread(
    stage: Stage, alert: Message, other: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def paused() -> None:
        stage.wait(LONG)
        works(other)

    monkeypatch.setattr(SlackChat, "add_note", at_once(paused)(SlackChat.add_note))
    before = len(alert.thread)
    stage.closes(stage.bram, alert)
    stage.later(minutes=1)
    assert [line.plain() for line in alert.thread[before:]] == ["Bram Visser sloot de alertering af."]


def test_a_copy_that_stood_still_while_slack_answered_changes_nothing_any_more(
    stage: Stage, alert: Message, other: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one found the post, and closed the case; what the first one knows is old."""

    def paused() -> None:
        stage.wait(LONG)
        works(other)

    posted, stands_still = SlackChat._post, at_once(paused)(lambda: None)

    def post(*args: Any, **given: Any) -> Any:
        answer = posted(*args, **given)
        stands_still()
        return answer

    monkeypatch.setattr(SlackChat, "_post", post)
    comes_in(stage, "Een bus.")
    stage.settle()
    stage.later(minutes=1)
    assert len(stage.triage.messages) == 1
    assert stage.rows("SELECT id FROM outbox") == []


def test_a_copy_that_stood_still_before_its_mail_sends_none(
    stage: Stage, other: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.crowd(3)
    message = stage.asks()

    def paused() -> None:
        stage.wait(LONG)
        works(other)
        assert "3 onbekend" in message.plain()

    sending = stage.program.workflow.sending
    monkeypatch.setattr(sending, "_compose", at_once(paused)(sending._compose))
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    stage.later(seconds=10)
    assert set(Counter(mail.to for mail in stage.sendgrid.sent).values()) == {1}
    assert "3 van 3" in message.plain()


def test_so_does_a_letter(stage: Stage, alert: Message, other: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def paused() -> None:
        stage.wait(LONG)
        works(other)
        assert [row.status for row in stage.rows("SELECT status FROM letters")] == ["unknown"]

    guards = stage.program.workflow.sending._safeguards
    lets_out = type(guards).lets_out
    monkeypatch.setattr(type(guards), "lets_out", at_once(paused)(lets_out))
    stage.answers("Noor", "Een bus.")
    stage.later(seconds=10)
    assert len(stage.mails_to("noor@example.nl")) == 2  # the alert, and one acknowledgement
    assert acknowledgement(stage) == "sent"

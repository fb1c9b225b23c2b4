"""An administrator or Slack's own retention deletes what is still open: it stands again, and its buttons work."""

import pytest

from bot.records.chat import Note
from bot.records.outbox import Task
from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import withdraws
from tests.stage import Stage

GONE, NO_THREAD = "message_not_found", "thread_not_found"


def deleted(stage: Stage, message: Message, *, told: bool = True) -> None:
    """Slack tells of it, unless the bot was away."""
    message.deleted = True
    if told:
        stage.slack.removes(message)
        stage.program.listeners.wait_until_idle()
    stage.settle()


@pytest.fixture
def request_message(stage: Stage) -> Message:
    stage.lives("Noor")
    return stage.asks()


def test_a_request_can_still_be_approved(stage: Stage, request_message: Message) -> None:
    deleted(stage, request_message)
    [again] = stage.intake.messages
    stage.presses(stage.bram, again, "Goedkeuren en versturen")
    assert "1 van 1" in again.plain()
    deleted(stage, request_message)  # told twice: it stands once
    assert stage.intake.messages == [again]


def test_a_reply_can_still_be_rated(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Goedkeuren en versturen")
    deleted(stage, stage.answers("Noor", "Een bus."))
    [again] = stage.triage.messages
    stage.presses(stage.carla, again, "Niet relevant")
    assert "Niet relevant" in again.plain()
    stage.writes_answer(stage.carla, again)
    deleted(stage, again)
    assert stage.triage.messages == []  # what is handled stays away


def test_a_closed_case_stays_away(stage: Stage, request_message: Message) -> None:
    withdraws(stage, stage.anna, request_message)
    deleted(stage, request_message)
    assert stage.intake.messages == []


def test_untold_it_is_found_out_by_the_next_line_in_its_thread(stage: Stage, request_message: Message) -> None:
    """The line waits for the message, and stands under it."""
    stage.presses(stage.bram, request_message, "Goedkeuren en versturen")
    deleted(stage, request_message, told=False)
    with stage.program._work() as uow:
        uow.outbox.owe(Task.ALERT_NOTE, 1, Note("The mail is out: {n} of {total}.", {"n": "1", "total": "1"}))
    for _ in range(3):
        stage.later(seconds=11)
    [again] = stage.intake.messages
    assert [line.plain() for line in again.thread] == ["De mail is verstuurd: 1 van 1."]
    assert not stage.supervision.messages
    assert {refused.error for refused in stage.slack.refused} <= {GONE, NO_THREAD}
    stage.slack.refused.clear()


def test_shown_again_when_somebody_asks(stage: Stage, request_message: Message) -> None:
    stage.presses(stage.bram, request_message, "Goedkeuren en versturen")
    reply = stage.answers("Noor", "Een bus.")
    for message in (request_message, reply):
        deleted(stage, message, told=False)
    stage.bram.command("/burgernetmail", "toon bm-2026-0001", stage.intake)
    stage.settle()
    [alert], [again] = stage.intake.messages, stage.triage.messages
    assert "BM-2026-0001" in alert.plain()
    assert "Een bus." in again.plain()
    told = stage.ephemeral(stage.bram, stage.intake)
    assert "BM-2026-0001" in told
    stage.bram.command("/burgernetmail", "toon BM-2026-0001", stage.intake)
    stage.settle()
    assert (len(stage.intake.messages), len(stage.triage.messages)) == (1, 1)
    assert {refused.error for refused in stage.slack.refused} == {GONE}
    stage.slack.refused.clear()


@pytest.mark.parametrize(
    ("typed", "told"), [("toon", "BM-2026-0042"), ("toon BM-2026-9999", "kennen dit kenmerk niet")]
)
def test_what_was_meant_is_asked(stage: Stage, request_message: Message, typed: str, told: str) -> None:
    stage.bram.command("/burgernetmail", typed, stage.intake)
    assert told in stage.ephemeral(stage.bram, stage.intake)

"""Nothing lies still: an open reply is reminded of, to the right people, at a decent hour, and once."""

import pytest

from tests.doubles.slack import Message
from tests.stage import Stage


@pytest.fixture
def reply(stage: Stage) -> Message:
    """What Noor wrote on Wednesday at one."""
    stage.lives("Noor")
    stage.approved()
    return stage.answers("Noor", "Ik zag een grijze bus.")


def test_in_its_thread_then_in_the_channel_then_to_the_superusers_each_once(stage: Stage, reply: Message) -> None:
    stage.later(hours=1)
    assert reply.thread == []
    stage.later(hours=1, minutes=5)  # 15:05
    assert reply.thread[-1].plain() == "Deze reactie wacht al 2 uur. Wie pakt deze op?\nOppakken"
    stage.later(minutes=80)  # 16:25
    assert stage.reply_message() == reply
    stage.later(minutes=10)
    told = stage.triage.messages[-1].plain()
    assert told.startswith(":hourglass_flowing_sand: *1 reactie staat open. De oudste wacht al 4 uur.*")
    assert "BM-2026-0001 · Kattenbroekstraat" in told
    assert f"/archives/{stage.triage.id}/p{reply.ts.replace('.', '')}" in str(stage.triage.messages[-1].blocks)
    assert "bus" not in told
    stage.later(hours=16)  # Thursday, 08:35
    assert stage.supervision.messages == []
    stage.later(minutes=30)
    assert "1 reactie staat open. De oudste wacht al 20 uur." in stage.supervision.messages[-1].plain()

    stage.restart()
    for _ in range(3):
        stage.later(hours=20)
    assert len(reply.thread) == 1
    assert len(stage.triage.messages) == 2
    assert len(stage.supervision.messages) == 1


def test_what_is_handled_or_no_citizen_s_word_is_not_reminded_of(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    spoken = len(reply.thread)
    stage.later(days=2)
    assert len(reply.thread) == spoken
    assert stage.triage.messages == [reply]
    assert stage.supervision.messages == []


def test_nobody_is_woken_on_saturday_night_or_sunday(stage: Stage, reply: Message) -> None:
    stage.presses(stage.carla, reply, "Niet relevant")
    stage.writes_answer(stage.carla, reply)
    stage.later(days=3, hours=5)  # Saturday, 18:00
    assert stage.answers("Noor", "Ik weet nog iets.") is reply  # opened again: a promise of its own
    before = len(reply.thread)
    for _ in range(20):
        stage.later(hours=2)  # until Monday, 10:00
    assert len(reply.thread) == before
    stage.later(hours=5, minutes=5)
    assert reply.thread[-1].plain() == "Deze reactie wacht al 45 uur. Wie pakt deze op?\nOppakken"


def test_many_are_told_in_one_message_with_the_oldest_first(stage: Stage, reply: Message) -> None:
    for number in range(12):
        stage.lives(f"Buur{number}")
    stage.approved()
    for number in range(12):
        stage.answers(f"Buur{number}", "Ik zag niets bijzonders.")
    stage.later(hours=2, minutes=5)
    stage.later(hours=1, minutes=30)
    told = stage.triage.messages[-1].plain()
    assert "13 reacties staan open. De oudste wacht al 4 uur." in told
    assert "en nog 3" in told
    assert stage.triage.messages[-2].plain().startswith("🟡 *Reactie")


def test_reminders_after_a_long_outage_still_come_one_after_the_other(stage: Stage, reply: Message) -> None:
    stage.later(days=1, hours=2)  # Thursday, 15:00: all three moments are past
    assert len(reply.thread) == 1
    assert stage.supervision.messages == []
    stage.later(hours=1, minutes=1)
    assert "1 reactie staat open" in stage.triage.messages[-1].plain()
    stage.later(hours=1, minutes=1)
    assert "1 reactie staat open" in stage.supervision.messages[-1].plain()


def test_a_request_that_nobody_approves_is_reminded_of_in_its_thread_then_to_the_superusers(stage: Stage) -> None:
    stage.lives("Noor")
    request = stage.asks()
    stage.later(minutes=55)
    assert request.thread == []
    stage.later(minutes=6)
    assert request.thread[-1].plain() == "BM-2026-0001 wacht al 1 uur op controle. Wie pakt deze op?\nControleren"
    stage.later(minutes=61)
    told = stage.supervision.messages[-1].plain()
    assert "1 aanvraag wacht op controle. De oudste wacht al 2 uur." in told
    assert "BM-2026-0001 · Kattenbroekstraat" in told
    assert f"/archives/{stage.intake.id}/p{request.ts.replace('.', '')}" in str(stage.supervision.messages[-1].blocks)
    stage.later(hours=24)
    assert (len(request.thread), len(stage.supervision.messages)) == (1, 1)

    stage.presses(stage.bram, request, "Goedkeuren en versturen")
    spoken = len(request.thread)
    stage.later(hours=5)
    assert len(request.thread) == spoken

"""The bot stood still while something was ready to go: it is sent only when a superuser says so, asked once for all."""

from datetime import timedelta

import pytest

from tests.doubles.slack import Message
from tests.scenarios.steps.mails import acknowledgement
from tests.stage import Stage

NOW, LAPSE, APPROVE = "Nu versturen", "Laten vervallen", "Goedkeuren en versturen"


def stands_still(stage: Stage, **span: float) -> None:
    """No copy of the bot runs, and then one does."""
    stage.program.listeners.wait_until_idle()
    stage.program.stop()
    stage.wait(timedelta(**span))
    stage.program = stage.start_program()
    stage.settle()


@pytest.fixture
def ready(stage: Stage) -> tuple[Message, Message]:
    """Two approved mails, and an acknowledgement that the provider did not take yet; then three days of silence."""
    stage.lives("Noor")
    stage.approved()
    first = stage.asks(stage.anna, **{"BVH-nummer (intern)": "2026-000002"})
    second = stage.asks(stage.anna, **{"BVH-nummer (intern)": "2026-000003"})
    stage.sendgrid.fail_next(status=429, retry_after=60)
    stage.answers("Noor", "Ik zag een bus.")
    for message in (first, second):
        stage.bram.presses(message, APPROVE)
    stands_still(stage, days=3)
    assert len(stage.sendgrid.sent) == 1
    return first, second


def test_all_that_stood_ready_is_one_question_and_is_sent_when_told(
    stage: Stage, ready: tuple[Message, Message]
) -> None:
    [question] = [message for message in stage.supervision.messages if NOW in message.buttons]
    told = question.plain()
    assert "Stond klaar op wo 14 jan, 13.00" in told
    assert "BM-2026-0002 · mail aan 1 ontvanger" in told
    assert "BM-2026-0003 · mail aan 1 ontvanger" in told
    assert "BM-2026-0001 · 1 ontvangstbevestiging" in told
    for message in ready:
        assert "de superusers beslissen of hij nog wordt verstuurd" in message.plain()
        assert "Stop" not in message.buttons

    stands_still(stage, hours=2)
    stage.later(minutes=20)
    assert [message for message in stage.supervision.messages if NOW in message.buttons] == [question]
    assert len(stage.sendgrid.sent) == 1

    stage.presses(stage.els, question, NOW)
    stage.slack.redeliver()
    stage.settle()
    assert stage.ephemeral(stage.els, stage.supervision) == "Dit is al gedaan."
    assert len(stage.sendgrid.sent) == 4
    assert "Els van Dijk laat alles nu versturen." in question.plain()
    assert question.buttons == []
    for message in ready:
        assert "1 van 1" in message.plain()
        assert "superusers" not in message.plain()
        assert any("alsnog versturen" in line.plain() for line in message.thread)
    assert acknowledgement(stage) == "sent"
    [line] = [row for row in stage.audited("sends_what_stood_ready") if row.subject.startswith("standstill")]
    assert (line.who, line.subject) == (stage.els.id, "standstill 1")


def test_what_lapses_leaves_nobody_uninformed(stage: Stage, ready: tuple[Message, Message]) -> None:
    [question] = [message for message in stage.supervision.messages if LAPSE in message.buttons]
    stage.presses(stage.els, question, LAPSE)
    stage.later(minutes=10)
    assert len(stage.sendgrid.sent) == 1
    assert "Els van Dijk liet alles vervallen." in question.plain()
    for message in ready:
        assert "Ingetrokken" in message.plain()
        said = message.thread[-1].plain()
        assert said == (
            "Els van Dijk liet de mail van @Anna Bakker vervallen: die stond klaar toen de bot stilstond. "
            "Er is niets verstuurd."
        )
    reply = stage.triage.messages[0]
    assert acknowledgement(stage) != "sent"
    assert "vervallen" in reply.thread[-1].plain()
    assert [row.status for row in stage.rows("SELECT status FROM alerts ORDER BY id")] == [
        "sent",
        "withdrawn",
        "withdrawn",
    ]
    assert {row.subject for row in stage.audited("lets_lapse")} == {"standstill 1", "BM-2026-0002", "BM-2026-0003"}
    stands_still(stage, hours=2)
    assert len(stage.sendgrid.sent) == 1


def test_what_one_crash_lost_is_one_question_and_what_is_left_of_it_says_so(stage: Stage) -> None:
    stage.lives("Noor")
    messages = [stage.asks(stage.anna, **{"BVH-nummer (intern)": f"2026-0000{number}"}) for number in range(10, 22)]
    for message in messages:
        stage.sendgrid.drop_next(stored=False)
        stage.presses(stage.bram, message, APPROVE)
    stage.later(minutes=15)
    [question] = [message for message in stage.supervision.messages if message.buttons]
    told = question.plain()
    assert told.count("niet bekend of dit is verstuurd") == 10
    assert "en 2 andere" in told
    stage.presses(stage.els, question, LAPSE)
    assert not stage.sendgrid.sent
    assert all("1 onbekend" in message.plain() for message in messages)
    assert all("liet vervallen wat van deze mail" in message.thread[-1].plain() for message in messages)
    stage.later(hours=3)
    assert [message for message in stage.supervision.messages if message.buttons] == []


def test_after_a_short_stop_it_goes_on_by_itself(stage: Stage) -> None:
    stage.crowd(3)
    message = stage.asks()
    stage.bram.presses(message, APPROVE)
    stands_still(stage, minutes=50)
    assert "3 van 3" in message.plain()

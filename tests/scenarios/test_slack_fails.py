"""Slack is down, busy, or loses its answers: everything is shown once, in order, when it is back."""

from typing import Literal

import pytest

from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import withdraws
from tests.stage import Stage

Lost = Literal["lost_answer", "server_error", "dropped"]
LOST: list[Lost] = ["lost_answer", "server_error", "dropped"]


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor got."""
    stage.lives("Noor")
    return stage.approved()


def test_a_reply_that_comes_while_slack_is_down_is_kept_acknowledged_and_shown_once(
    stage: Stage, alert: Message
) -> None:
    mail = stage.mail_to("noor@example.nl")
    stage.slack.down = True
    assert stage.comes_in(reply_from(mail, "Ik zag een bus."), mail.from_, "noor@example.nl") == [200]
    assert not stage.triage.messages
    assert stage.mail_to("noor@example.nl").subject == "Wij hebben uw reactie ontvangen"
    for _ in range(6):
        stage.later(minutes=2)
    stage.slack.down = False
    stage.later(minutes=6)
    [reply] = stage.triage.messages
    assert "Ik zag een bus." in reply.plain()
    assert "1 reactie" in alert.plain()
    stage.later(hours=1)
    assert len(stage.triage.messages) == 1


def test_several_replies_keep_their_order(stage: Stage, alert: Message) -> None:
    mail = stage.mail_to("noor@example.nl")
    stage.slack.down = True
    for words in ("Eerst dit.", "Toen dat.", "Ten slotte."):
        stage.comes_in(reply_from(mail, words), mail.from_, "noor@example.nl")
    stage.slack.down = False
    stage.later(minutes=6)
    texts = [message.plain() for message in stage.triage.messages]
    assert [words in text for words, text in zip(("Eerst", "Toen", "Ten slotte"), texts, strict=True)] == [True] * 3


@pytest.mark.parametrize("kind", LOST)
def test_a_post_whose_answer_is_lost_is_looked_for_and_stands_once(stage: Stage, kind: Lost) -> None:
    stage.lives("Noor")
    stage.slack.fail_next("chat.postMessage", kind)
    preview = stage.previews(stage.anna)
    assert preview.submit().closed
    stage.settle()
    stage.later(seconds=30)
    [message] = stage.intake.messages
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    assert "1 van 1" in message.plain()
    [reply] = [stage.answers("Noor", "Ik zag iets.")]
    assert "BM-2026-0001" in reply.plain()


def test_a_lost_line_in_a_thread_stands_there_once(stage: Stage) -> None:
    stage.lives("Noor")
    message = stage.asks()
    stage.slack.fail_next("chat.postMessage", "lost_answer")
    withdraws(stage, stage.anna, message)
    stage.later(seconds=30)
    assert [note.plain() for note in message.thread] == ["Anna Bakker trok de aanvraag in."]


def test_a_lost_lead_stands_once(stage: Stage, alert: Message) -> None:
    reply = stage.answers("Noor", "Ik zag iets.")
    stage.slack.fail_next("chat.postMessage", "lost_answer", times=2)
    stage.sends_on(stage.carla, reply)
    for _ in range(3):
        stage.later(seconds=30)
    [parent] = stage.burglary.messages
    assert len(parent.thread) == 1


def test_a_busy_slack_is_left_in_peace_for_as_long_as_it_asks(stage: Stage) -> None:
    stage.lives("Noor")
    stage.slack.fail_next("chat.postMessage", "rate_limited", retry_after=30)
    stage.previews(stage.anna).submit()
    stage.settle()
    asked = len(stage.slack.calls_of("chat.postMessage"))
    stage.later(seconds=25)
    assert len(stage.slack.calls_of("chat.postMessage")) == asked
    assert not stage.intake.messages
    stage.later(seconds=10)
    assert len(stage.intake.messages) == 1


def test_one_busy_channel_does_not_hold_up_another(stage: Stage, alert: Message) -> None:
    reply = stage.answers("Noor", "Ik zag iets.")
    stage.sends_on(stage.carla, reply)
    lead = stage.burglary.messages[-1].thread[-1]
    stage.slack.fail_next("chat.update", "rate_limited", retry_after=300)  # the burglary channel's own
    stage.judges(stage.daan, lead, "Bruikbaar")
    stage.asks()
    assert "BM-2026-0002" in stage.alert_message().plain()


def test_a_message_that_somebody_deleted_is_posted_anew(stage: Stage, alert: Message) -> None:
    alert.deleted = True
    stage.answers("Noor", "Ik zag iets.")
    [again] = stage.intake.messages
    assert "1 reactie" in again.plain()
    stage.closes(stage.bram, again)
    assert "Afgesloten" in again.plain()
    stage.expects_refusal("message_not_found")


def test_a_picture_that_can_not_be_uploaded_does_not_hold_up_the_request(stage: Stage) -> None:
    stage.lives("Noor")
    stage.slack.fail_next("files.getUploadURLExternal", "server_error")
    message = stage.asks()
    assert "Wacht op goedkeuring" in message.plain()
    assert "Kaartje" not in message.plain()
    stage.later(seconds=30)
    assert "Kaartje van het gebied, zonder adressen" in message.plain()


def test_a_press_while_slack_fails_is_safe_to_repeat(stage: Stage) -> None:
    stage.lives("Noor")
    message = stage.asks()
    stage.slack.fail_next("users.info", "server_error")
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    told = "Er ging bij ons iets mis. Probeer het over een minuut opnieuw."
    assert stage.ephemeral(stage.bram, stage.intake) == told
    assert not stage.sendgrid.sent
    stage.presses(stage.bram, message, "Goedkeuren en versturen")
    assert len(stage.sendgrid.sent) == 1


class TestTheSocket:
    """Socket Mode's own troubles."""

    @pytest.fixture
    def socket_mode(self) -> bool:
        return True

    def test_slack_asks_to_reconnect_and_nothing_is_missed(self, stage: Stage) -> None:
        stage.lives("Noor")
        stage.slack.ask_to_reconnect()
        opened = stage.slack.calls_of
        # the client's reader may sleep ten seconds before it sees that its old socket is closed
        stage.slack.wait_for(lambda: len(opened("apps.connections.open")) > 1 and stage.slack.sockets, timeout=20)
        assert "BM-2026-0001" in stage.asks().plain()

    def test_the_same_envelope_twice_does_its_work_once(self, stage: Stage) -> None:
        stage.lives("Noor")
        message = stage.asks()
        stage.presses(stage.bram, message, "Goedkeuren en versturen")
        stage.slack.redeliver()
        stage.settle()
        assert len(stage.sendgrid.sent) == 1


def test_an_event_that_slack_delivers_again_changes_nothing(stage: Stage) -> None:
    stage.anna.opens_home()
    stage.settle()
    stage.slack.redeliver()
    stage.settle()
    assert stage.anna.home is not None


def test_a_command_that_slack_delivers_again_opens_one_form(stage: Stage) -> None:
    stage.opens_form(stage.anna)
    stage.slack.redeliver()
    stage.settle()
    assert stage.anna.modal is not None
    stage.anna.modal.close()
    assert stage.anna.modal is None
    assert not stage.anna.ephemerals(stage.intake)
    stage.expects_refusal("exchanged_trigger_id")

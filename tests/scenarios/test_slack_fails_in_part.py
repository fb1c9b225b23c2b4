"""One call of several fails, or only by halves: nothing stands twice, nothing is missing, nobody is left to guess."""

from datetime import timedelta
from typing import Literal

import pytest

from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.stage import Stage

Fault = Literal["rate_limited", "server_error", "dropped", "lost_answer"]
FAULTS: list[Fault] = ["rate_limited", "server_error", "dropped", "lost_answer"]
MAP = "Kaartje van het gebied, zonder adressen"


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor got."""
    stage.lives("Noor")
    return stage.approved()


def passes(stage: Stage, seconds: float, times: int) -> None:
    """Time passes for us and for Slack."""
    for _ in range(times):
        stage.slack.clock.advance(seconds)
        stage.later(seconds=seconds)


class TestALinkThatCanNotBeHad:
    """The post stands already: it stands once, and its link follows."""

    @pytest.fixture
    def overrides(self) -> dict[str, object]:
        return {"attention_email": "team@politie.example"}

    @pytest.mark.parametrize("kind", FAULTS)
    def test_a_request_stands_once_and_is_announced_once(self, stage: Stage, kind: Fault) -> None:
        stage.lives("Noor")
        stage.slack.fail_next("chat.getPermalink", kind)
        assert stage.previews(stage.anna).submit().closed
        stage.settle()
        passes(stage, 10, 3)
        [message] = stage.intake.messages
        [announced] = stage.mails_to("team@politie.example")
        assert f"/archives/{stage.intake.id}/p{message.ts.replace('.', '')}" in announced.text

    def test_a_reply_and_its_lead_stand_once(self, stage: Stage, alert: Message) -> None:
        stage.slack.fail_next("chat.getPermalink", "rate_limited")
        stage.answers("Noor", "Ik zag een bus.")
        passes(stage, 10, 2)
        [reply] = stage.triage.messages
        stage.slack.fail_next("chat.getPermalink", "rate_limited", times=2)
        stage.sends_on(stage.carla, reply)
        passes(stage, 10, 4)
        [parent] = stage.burglary.messages
        [lead] = parent.thread
        assert f"p{lead.ts.replace('.', '')}" in str(parent.blocks), "the unread lead is a press away"
        assert stage.triage.messages == [reply]


def test_a_lost_line_is_found_beyond_the_first_page_of_a_long_thread(stage: Stage, alert: Message) -> None:
    stage.slack.page_size = 15
    for number in range(105):
        stage.bram.says(stage.intake, f"x{number}", thread=alert)
    before = len(alert.thread)
    stage.slack.fail_next("chat.postMessage", "lost_answer")
    stage.closes(stage.bram, alert)
    stage.later(seconds=30)
    assert [note.plain() for note in alert.thread[before:]] == ["Bram Visser sloot de alertering af."]


def test_a_lost_reply_is_found_below_what_was_said_since(stage: Stage, alert: Message) -> None:
    stage.slack.page_size = 15
    mail = stage.mail_to("noor@example.nl")
    stage.slack.fail_next("chat.postMessage", "lost_answer")
    stage.inbound.post(stage.url("/mail/inbound"), reply_from(mail, "Een bus."), [mail.from_], "noor@example.nl")
    stage.settle()
    for number in range(40):
        stage.carla.says(stage.triage, f"x{number}")
    stage.later(seconds=30)
    assert sum("Een bus." in message.plain() for message in stage.triage.messages) == 1


def test_the_map_follows_when_slack_has_processed_it(stage: Stage) -> None:
    stage.lives("Noor")
    stage.slack.picture_seconds = 45
    message = stage.asks()
    assert MAP not in message.plain()
    assert "Wacht op goedkeuring" in message.plain()
    stage.asks()  # nothing else waits for a map
    passes(stage, 10, 3)
    assert MAP not in message.plain()
    passes(stage, 20, 6)
    assert [MAP in message.plain() for message in stage.intake.messages] == [True, True]
    assert {refused.error for refused in stage.slack.refused} == {"invalid_blocks"}
    stage.slack.refused.clear()


def test_a_map_that_never_comes_is_not_asked_for_for_ever(stage: Stage) -> None:
    stage.lives("Noor")
    stage.slack.picture_seconds = 10**6
    stage.asks()
    passes(stage, 60, 12)
    asked = len(stage.slack.calls_of("chat.update"))
    stage.later(hours=3)
    assert len(stage.slack.calls_of("chat.update")) == asked
    assert stage.rows("SELECT task FROM outbox") == []
    stage.slack.refused.clear()


class TestWhatSomebodyCanMend:
    """It waits, and the superusers are told once what waits and why; and that it no longer does."""

    @pytest.fixture(autouse=True)
    def _looked_at_anew(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("handlers.web.condition.FRESH_S", 0)

    def waits(self, stage: Stage) -> None:
        mail = stage.mail_to("noor@example.nl")
        stage.triage.members.remove(stage.slack.bot_user_id)
        stage.comes_in(reply_from(mail, "Ik zag een bus."), mail.from_, "noor@example.nl")
        for _ in range(12):
            stage.later(minutes=2)

    def test_the_bot_was_taken_out_of_a_channel(self, stage: Stage, alert: Message) -> None:
        self.waits(stage)
        [told] = stage.supervision.messages
        assert "De berichten voor het wijksecretariaat wachten sinds wo 14 jan, 13.00." in told.plain()
        assert "De bot zit niet in dat kanaal. Nodig hem daar uit: /invite @burgernetmail" in told.plain()
        assert stage.visits("/readyz").status_code == 200
        stage.program.workflow.audit_chain.seal_next()
        answer = stage.visits("/status")
        assert (answer.status_code, answer.text) == (503, "outbox triage: waits for 24 minutes\n")

        stage.triage.members.append(stage.slack.bot_user_id)
        stage.later(minutes=6)
        assert "Ik zag een bus." in stage.reply_message().plain()
        assert [told.plain() for told in stage.supervision.messages] == [
            ":white_check_mark: Wat hier wachtte, wacht niet meer."
        ]
        stage.program.workflow.audit_chain.seal_next()
        assert stage.visits("/status").status_code == 200
        assert {refused.error for refused in stage.slack.refused} == {"channel_not_found"}
        stage.slack.refused.clear()

    def test_where_that_channel_is_the_superusers_own_only_the_operator_is_told(
        self, stage: Stage, alert: Message
    ) -> None:
        stage.supervision.members.remove(stage.slack.bot_user_id)
        self.waits(stage)
        assert "supervision" in stage.visits("/status").text
        for channel in (stage.triage, stage.supervision):
            channel.members.append(stage.slack.bot_user_id)
        for _ in range(3):
            stage.later(minutes=6)
        assert "Ik zag een bus." in stage.reply_message().plain()
        stage.slack.refused.clear()

    def test_an_outage_is_no_set_up_to_mend(self, stage: Stage, alert: Message) -> None:
        mail = stage.mail_to("noor@example.nl")
        stage.slack.down = True
        stage.comes_in(reply_from(mail, "Ik zag een bus."), mail.from_, "noor@example.nl")
        for _ in range(10):
            stage.later(minutes=2)
        stage.slack.down = False
        stage.later(minutes=6)
        assert len(stage.triage.messages) == 1
        assert not stage.supervision.messages


def test_a_message_that_may_no_longer_change_says_in_its_thread_how_things_stand(stage: Stage, alert: Message) -> None:
    alert.edit_window_closed = True
    stage.closes(stage.bram, alert)
    assert stage.intake.messages == [alert]
    assert "Afgesloten" in "\n".join(note.plain() for note in alert.thread)
    stage.expects_refusal("edit_window_closed")


def test_a_busy_channel_loses_nothing_and_keeps_its_order(stage: Stage) -> None:
    """With Slack's own limits: one post a second a channel, fifty changes a minute."""
    for number in range(12):
        stage.lives(f"Lezer{number:02}")
    stage.crowd(300)
    stage.slack.rate_limits = True
    stage.previews(stage.anna).submit()
    passes(stage, 2, 3)
    alert = stage.alert_message()
    stage.presses(stage.bram, alert, "Goedkeuren en versturen")
    for number in range(12):
        mail = stage.mail_to(f"lezer{number:02}@example.nl")
        raw = reply_from(mail, f"Ik zag bus nummer {number:02}.")
        stage.comes_in(raw, mail.from_, f"lezer{number:02}@example.nl")
    first = stage.triage.messages[0]
    stage.presses(stage.carla, first, "Ik pak dit op")
    passes(stage, 1, 3)
    assert len(stage.triage.messages) < 12
    assert "Carla" in first.plain()  # what changes waits for no reply that is new
    passes(stage, 2, 40)
    words = [message.plain() for message in stage.triage.messages]
    assert [f"bus nummer {number:02}." in text for number, text in enumerate(words)] == [True] * 12
    assert "312 van 312" in alert.plain()
    assert "12 reacties" in alert.plain()
    assert stage.rows("SELECT task FROM outbox") == []
    assert not stage.supervision.messages


def test_an_event_that_came_while_the_bot_was_away_comes_again(stage: Stage) -> None:
    stage.slack.redelivers = True
    stage.program.stop()
    stage.els.opens_home()
    assert stage.els.home is None
    stage.program = stage.start_program()
    stage.wait(timedelta(minutes=1))
    stage.slack.clock.advance(61)
    stage.slack.redeliver_due()
    stage.settle()
    assert stage.els.home is not None
    assert len(stage.slack.missed_acks) == 2
    stage.slack.missed_acks.clear()

"""Slack refuses one message and no other: its channel goes on, and the superusers decide about it."""

import pytest

from tests.doubles.citizen import reply_from
from tests.doubles.slack import Message
from tests.scenarios.steps.alerts import ONLY_SUPERUSERS
from tests.stage import Stage

LOCKED = "restricted_action_thread_locked"


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that Noor and Omar got."""
    stage.lives("Noor")
    stage.lives("Omar")
    return stage.approved()


def passes(stage: Stage, seconds: float, times: int) -> None:
    for _ in range(times):
        stage.later(seconds=seconds)


def refused_in_its_thread(stage: Stage, alert: Message) -> Message:
    """A line that the locked thread does not take, tried as often as one message is; what the superusers see."""
    alert.thread_locked = True
    stage.closes(stage.bram, alert)
    passes(stage, 10, 6)
    return stage.supervision.messages[-1]


@pytest.mark.parametrize("error", ["internal_error", "fatal_error", "an_error_of_tomorrow"])
def test_later_messages_of_the_channel_stand_within_twenty_seconds(stage: Stage, alert: Message, error: str) -> None:
    stage.slack.poisoned["Een bus."] = error
    for name, words in (("noor", "Een bus."), ("omar", "Een fiets.")):
        mail = stage.mail_to(f"{name}@example.nl")
        stage.inbound.post(stage.url("/mail/inbound"), reply_from(mail, words), [mail.from_], mail.to)
    passes(stage, 5, 4)
    [reply] = stage.triage.messages
    assert "Een fiets." in reply.plain()
    stage.presses(stage.carla, reply, "Niet relevant")
    assert "Niet relevant" in reply.plain()
    passes(stage, 10, 6)
    assert len(stage.supervision.messages) == 1
    stage.slack.poisoned.clear()
    stage.presses(stage.els, stage.supervision.messages[0], "Opnieuw proberen")
    assert ["Een bus." in message.plain() for message in stage.triage.messages] == [False, True]


def test_a_locked_thread_is_put_before_the_superusers_and_heals_by_itself(stage: Stage, alert: Message) -> None:
    question = refused_in_its_thread(stage, alert)
    assert "De thread is vergrendeld" in question.plain()
    assert question.buttons == ["Opnieuw proberen", "Overslaan"]
    assert alert.ts.replace(".", "") in str(question.blocks)
    assert "Afgesloten" in alert.plain()
    stage.asks()
    assert "BM-2026-0002" in stage.alert_message().plain()
    passes(stage, 300, 4)
    assert len(stage.supervision.messages) == 1
    alert.thread_locked = False
    passes(stage, 301, 1)
    assert alert.thread[-1].plain() == "Bram Visser sloot de alertering af."
    assert question.plain() == ":white_check_mark: Wat hier wachtte, wacht niet meer."
    assert {refused.error for refused in stage.slack.refused} == {LOCKED}
    stage.slack.refused.clear()


def test_tried_again_it_is_asked_again_where_it_is_refused_again(stage: Stage, alert: Message) -> None:
    question = refused_in_its_thread(stage, alert)
    stage.els.presses(question, "Opnieuw proberen")
    stage.els.presses(question, "Opnieuw proberen")
    stage.settle()
    assert "Els van Dijk laat het opnieuw proberen." in question.plain()
    assert not question.buttons
    assert "al gedaan" in stage.ephemeral(stage.els, stage.supervision)
    passes(stage, 10, 6)
    assert question.buttons == ["Opnieuw proberen", "Overslaan"]
    assert len(stage.supervision.messages) == 1
    stage.slack.refused.clear()


def test_skipped_it_is_never_tried_again_and_counts_as_settled(stage: Stage, alert: Message) -> None:
    question = refused_in_its_thread(stage, alert)
    old = question.controls
    stage.presses(stage.els, question, "Overslaan")
    assert "Els van Dijk slaat het over." in question.plain()
    assert old
    assert not question.buttons
    asked = len(stage.slack.calls_of("chat.postMessage"))
    alert.thread_locked = False
    passes(stage, 301, 3)
    assert len(stage.slack.calls_of("chat.postMessage")) == asked
    [skipped] = stage.audited("skips_message")
    assert (skipped.who, "alert_note" in str(skipped.details)) == (stage.els.id, True)
    assert "burgernetmail_outbox_dead_letters 0.0" in stage.visits("/metrics").text
    stage.slack.refused.clear()


def test_a_superuser_alone_decides(stage: Stage, alert: Message) -> None:
    question = refused_in_its_thread(stage, alert)
    for button in question.buttons:
        stage.presses(stage.carla, question, button, force=True)
        assert stage.ephemeral(stage.carla, stage.supervision) == ONLY_SUPERUSERS
    assert question.buttons
    stage.slack.refused.clear()


def test_lines_of_one_thread_keep_their_order(stage: Stage, alert: Message) -> None:
    refused_in_its_thread(stage, alert)
    stage.rows(
        "INSERT INTO outbox (queue_key, task, subject_id, payload, due_at, owed_at, attempts, uncertain, reason) "
        "SELECT queue_key, task, subject_id, :payload, owed_at, owed_at, 0, false, '' FROM outbox WHERE refusals > 0",
        payload='{"type": "note", "version": 1, "message": "Second.", "values": {}}',
    )
    passes(stage, 10, 2)
    alert.thread_locked = False
    passes(stage, 301, 2)
    assert [line.plain() for line in alert.thread[-2:]] == ["Bram Visser sloot de alertering af.", "Second."]
    stage.slack.refused.clear()


def test_what_hangs_under_a_refused_message_waits_for_it(stage: Stage, alert: Message) -> None:
    """It costs itself no try meanwhile, and is not put before anybody."""
    reply = stage.answers("Noor", "Een bus.")
    stage.slack.poisoned[stage.burglary.id] = "internal_error"
    stage.sends_on(stage.carla, reply)
    passes(stage, 10, 12)
    assert not stage.burglary.messages
    assert len(stage.supervision.messages) == 1
    stage.slack.poisoned.clear()
    passes(stage, 100, 4)
    [parent] = stage.burglary.messages
    assert ["Een bus." in lead.plain() for lead in parent.thread] == [True]


@pytest.mark.parametrize("trouble", ["archived", "down", "rate_limited"])
def test_trouble_of_the_channel_costs_no_message_its_tries(stage: Stage, alert: Message, trouble: str) -> None:
    mails = [stage.mail_to(f"{name}@example.nl") for name in ("noor", "omar")]
    if trouble == "archived":
        stage.triage.archived = True
    elif trouble == "down":
        stage.slack.down = True
    else:
        stage.slack.fail_next("chat.postMessage", "rate_limited", retry_after=30, times=9)
    for number, mail in enumerate(mails):
        raw = reply_from(mail, f"Bus {number}.")
        stage.inbound.post(stage.url("/mail/inbound"), raw, [mail.from_], mail.to)
    passes(stage, 40, 7)
    assert not stage.triage.messages
    assert [row.refusals for row in stage.rows("SELECT refusals FROM outbox WHERE queue_key = 'triage'")] == [0, 0]
    stage.triage.archived = stage.slack.down = False
    passes(stage, 301, 3)
    assert [f"Bus {n}." in message.plain() for n, message in enumerate(stage.triage.messages)] == [True, True]
    assert not any("Overslaan" in told.buttons for told in stage.supervision.messages)
    stage.slack.refused.clear()


def test_what_is_refused_for_good_is_put_before_them_at_once(stage: Stage, alert: Message) -> None:
    stage.slack.poisoned["Een bus."] = "invalid_blocks"
    mail = stage.mail_to("noor@example.nl")
    stage.comes_in(reply_from(mail, "Een bus."), mail.from_, mail.to)
    [question] = stage.supervision.messages
    assert "invalid_blocks" in question.plain().replace("\u200b", "")
    assert question.buttons == ["Opnieuw proberen", "Overslaan"]
    stage.later(hours=1)
    assert not stage.triage.messages
    stage.slack.poisoned.clear()
    stage.presses(stage.els, question, "Opnieuw proberen")
    assert "Een bus." in stage.reply_message().plain()
    assert "wacht niet meer" in question.plain()

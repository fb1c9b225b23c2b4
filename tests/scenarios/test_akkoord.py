"""Who types "akkoord" under a request is shown, gently and alone, the button that sends it."""

from typing import Any

import pytest

from tests.doubles.slack import Message, Person
from tests.stage import Stage

SEND = "Goedkeuren en versturen"
TOLD = "Met alleen 'akkoord' wordt de mail niet verstuurd. Klik op de knop: hier of bij BM-2026-0001."


def types(stage: Stage, person: Person, words: str, thread: Message | None) -> list[Message]:
    """Somebody types in a thread of the intake channel; what only they were told since the beginning."""
    person.says(stage.intake, words, thread=thread)
    stage.settle()
    return [told for told in person.ephemerals(stage.intake) if told.thread_ts]


def test_the_button_is_shown_to_that_person_in_the_thread_works_there_and_goes_away(
    stage: Stage, request_message: Message
) -> None:
    [hint] = types(stage, stage.bram, "Akkoord!", request_message)
    assert hint.plain() == f"{TOLD}\n{SEND}"
    assert hint.text == TOLD
    assert hint.thread_ts == request_message.ts
    assert f"/archives/{stage.intake.id}/p{request_message.ts.replace('.', '')}" in str(hint.blocks)
    assert request_message.thread[-1].user == stage.bram.id  # nobody else sees it
    [button] = hint.controls
    assert button.element["confirm"] == request_message.controls[0].element["confirm"]
    assert not stage.sendgrid.sent

    stage.presses(stage.bram, hint, SEND)
    assert len(stage.mails_to("noor@example.nl")) == 1
    assert stage.slack.wait_for(lambda: hint.deleted)
    assert "goedgekeurd door Bram Visser" in request_message.plain()


def test_once_a_person_and_a_version_however_often_slack_tells_it(stage: Stage, request_message: Message) -> None:
    cees = stage.joins(stage.intake, "cees", "Cees Smit")
    types(stage, stage.bram, "ok", request_message)
    stage.slack.redeliver()
    stage.restart()
    assert len(types(stage, stage.bram, "ok!", request_message)) == 1
    assert len(types(stage, cees, ":+1:", request_message)) == 1
    stage.presses(stage.bram, request_message, "Aanpassen")
    assert stage.bram.modal is not None
    stage.bram.modal.fill({"Signalement of voertuig": "Een bus."}).submit()
    assert stage.bram.modal.fill({"Wat wilt u doen?": "Alleen opslaan"}).submit().closed
    stage.settle()
    assert len(types(stage, cees, "mag eruit", request_message)) == 2


def test_the_requester_hears_that_a_colleague_has_to_press_it(stage: Stage, request_message: Message) -> None:
    [hint] = types(stage, stage.anna, "Prima zo", request_message)
    assert hint.plain() == "U vroeg deze mail zelf aan. Een collega moet hem versturen."
    assert not hint.buttons


def test_nothing_is_said_to_other_words_elsewhere_by_others_or_too_late(stage: Stage, request_message: Message) -> None:
    guest = stage.joins(stage.intake, "gast", "Gast", is_restricted=True)
    other = stage.bram.says(stage.intake, "Wie kijkt er naar BM-2026-0001?")
    assert not types(stage, stage.bram, "niet akkoord", request_message)
    assert not types(stage, stage.bram, "akkoord", None)
    assert not types(stage, stage.bram, "akkoord", other)
    assert not types(stage, guest, "akkoord", request_message)
    stage.els.says(stage.supervision, "akkoord")
    event = {"type": "message", "channel": stage.intake.id, "channel_type": "channel", "ts": "1.2", "text": "akkoord"}
    thread = {"thread_ts": request_message.ts, "user": stage.bram.id}
    odd: list[dict[str, Any]] = [
        {**thread, "bot_id": "B9"},
        {**thread, "user": stage.slack.bot_user_id, "bot_id": "B000000001"},
        {**thread, "subtype": "bot_message", "bot_id": "B9"},
        {**thread, "edited": {"user": stage.bram.id, "ts": "1.3"}},
        {"subtype": "message_changed", "message": {**event, **thread}, "hidden": True},
        {"subtype": "message_deleted", "previous_message": {**event, **thread}, "deleted_ts": "1.2"},
        {"subtype": "channel_join", "user": stage.bram.id},
        {**thread, "channel": stage.triage.id},
    ]
    for more in odd:
        assert stage.slack.send_event({**event, **more}).on_time
    stage.settle()
    assert not stage.bram.ephemerals(stage.intake)

    stage.presses(stage.bram, request_message, SEND)
    assert not types(stage, stage.bram, "akkoord", request_message)


def test_sent_on_before_the_hint_came_it_does_not_come(stage: Stage, request_message: Message) -> None:
    stage.bram.says(stage.intake, "akkoord", thread=request_message)
    stage.program.listeners.wait_until_idle()
    stage.anna.presses(request_message, "Intrekken")
    assert stage.slack.wait_for(lambda: stage.anna.modal).submit().closed
    stage.settle()
    assert not stage.bram.ephemerals(stage.intake)


@pytest.mark.parametrize("overrides", [{"reach_confirm_above": 0}])
def test_where_the_number_is_asked_the_button_asks_it_too(stage: Stage, request_message: Message) -> None:
    [hint] = types(stage, stage.bram, "akkoord", request_message)
    stage.presses(stage.bram, hint, SEND)
    assert stage.bram.modal is not None
    assert "BM-2026-0001" in stage.bram.modal.text()


def test_what_was_typed_is_nowhere_kept(
    stage: Stage, request_message: Message, capfd: pytest.CaptureFixture[str]
) -> None:
    types(stage, stage.bram, "Akkoord, wat mij betreft", request_message)
    types(stage, stage.bram, "Ik ken die man van de Dorpsstraat wel", request_message)
    tables = [row[0] for row in stage.rows("SELECT DISTINCT subject FROM reminders")]
    kept = f"{tables} {stage.rows('SELECT details FROM audit')} {stage.rows('SELECT payload FROM outbox')}"
    assert "betreft" not in kept + capfd.readouterr().err
    assert "Dorpsstraat" not in kept

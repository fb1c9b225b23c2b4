"""What another release owed: read where it can be, else set aside where superusers see it; nothing waits behind it."""

import pytest

from tests.stage import Stage

ROW = (
    "INSERT INTO outbox (queue_key, task, subject_id, payload, due_at, owed_at, attempts, uncertain, reason) "
    "VALUES ('intake', :task, 1, :payload, '2026-01-01 00:00:00.000000', '2026-01-01 00:00:00.000000', 0, false, '')"
)
NEWER = '{"type": "note", "version": 2, "said": "Sent."}'


@pytest.mark.parametrize(
    ("task", "payload", "told"),
    [
        ("alert_note", NEWER, "unreadable payload: note of version 2"),
        ("show_hologram", "{}", "unknown task"),
        ("supervision_note", NEWER, "unreadable payload: note of version 2"),
    ],
)
def test_what_can_t_be_read_is_set_aside_and_the_channel_goes_on(
    stage: Stage, task: str, payload: str, told: str
) -> None:
    stage.rows(ROW, task=task, payload=payload)
    stage.lives("Noor")
    card = stage.asks()
    assert card in stage.intake.messages
    question = stage.supervision.messages[-1]
    assert told in question.plain().replace("\u200b", "")
    assert f"{task} 1" in question.plain().replace("\u200b", "")
    assert question.buttons == ["Opnieuw proberen", "Overslaan"]
    [dead] = stage.rows("SELECT task, attempts FROM outbox WHERE dead_at IS NOT NULL")
    assert (dead.task, dead.attempts) == (task, 1)
    assert stage.rows("SELECT id FROM outbox WHERE dead_at IS NULL") == []


def test_a_note_of_the_release_before_is_posted(stage: Stage) -> None:
    stage.lives("Noor")
    card = stage.asks()
    payload = (
        '{"message": "{name} filed outcome mail {reference}.", "values": {"name": "Anna", "reference": "BM-1-A1"}, '
        '"mentions": {}, "links": {}, "text": "", "differences": {}, "terms": {}, "shares": {}, "listed": []}'
    )
    stage.rows(ROW, task="alert_note", payload=payload)
    stage.settle()
    assert "BM-1-A1" in card.thread[-1].plain()

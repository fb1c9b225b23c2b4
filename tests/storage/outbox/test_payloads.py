"""Payloads have a type and a version; rows of the release before are read, and what can't be read is set aside."""

from datetime import timedelta
from typing import get_args

import pytest
from sqlalchemy import Engine, text

from bot.clock import Clock
from bot.domain.desk.deadlines import WaitKind
from bot.records.chat import Note
from bot.records.outbox import (
    BlobKeys,
    ForPerson,
    InThread,
    Nothing,
    OutboxItem,
    Payload,
    Task,
    Tries,
    Unreadable,
    WhatWaits,
)
from storage.outbox.payloads import CARRIED, NAMES
from tests.domain.samples import NOON
from tests.storage.things import Work

NOTE = (
    '{"message": "{name} asked the citizen:", "values": {"name": "Carla"}, "mentions": {"who": "U1"}, '
    '"links": {"reference": ["https://slack.example/1", "BM-2026-0001"]}, "text": "Om hoe laat?", '
    '"differences": {"Straat": ["Ring", "Singel"]}, "terms": {"kind": "by phone"}, "shares": {"U2": 3}, '
    '"listed": [["Anna", ["triage", "intake"]]]}'
)
READ_NOTE = Note(
    "{name} asked the citizen:",
    {"name": "Carla"},
    {"who": "U1"},
    {"reference": ("https://slack.example/1", "BM-2026-0001")},
    "Om hoe laat?",
    {"Straat": ("Ring", "Singel")},
    {"kind": "by phone"},
    {"U2": 3},
    (("Anna", ("triage", "intake")),),
)
PLAIN = (
    '{"message": "Sent.", "values": {}, "mentions": {}, "links": {}, "text": "", "differences": {}, "terms": {}, '
    '"shares": {}, "listed": []}'
)
READ_PLAIN = Note("Sent.")
REMINDER = '{"kind": "reply", "ids": [3, 4]}'
SOMEBODY = '{"person": "U1", "locale": "nl-NL"}'
WAITING = WhatWaits(WaitKind.REPLY, (3, 4))
BEFORE: tuple[tuple[str, str, Payload], ...] = (
    *((task, NOTE, READ_NOTE) for task in ("alert_note", "reply_note", "lead_note")),
    *((task, PLAIN, READ_PLAIN) for task in ("supervision_note", "survey_note", "division_note")),
    *((task, REMINDER, WAITING) for task in ("remind_intake", "remind_channel", "remind_superusers")),
    *((task, '{"map_tries": 2}', Tries(2)) for task in ("show_map_later", "show_alert")),
    *((task, '{"tries": 6}', Tries(6)) for task in ("show_report", "show_reach", "show_survey_results")),
    *((task, "{}", Tries()) for task in ("show_alert", "show_report")),
    ("remove_blobs", '{"keys": ["ab/cd", "ef"]}', BlobKeys(("ab/cd", "ef"))),
    *((task, SOMEBODY, ForPerson("U1", "nl-NL")) for task in ("hint", "say_filed", "say_held")),
    ("read_day_monitor", '{"channel": "C4", "ts": "1.2"}', InThread("C4", "1.2")),
    ("show_day_monitor", '{"channel": "C4", "ts": "1.2"}', InThread("C4", "1.2")),
    ("show_day_monitor", "{}", InThread()),
    ("show_reply", "{}", Nothing()),
    ("send_letter", "{}", Nothing()),
)
"""Rows as the release before types wrote them."""


def claimed_row(engine: Engine, work: Work, task: str, payload: str) -> OutboxItem:
    row = (
        "INSERT INTO outbox (queue_key, task, subject_id, payload, due_at, owed_at, attempts, uncertain, reason) "
        "VALUES ('intake', :task, 1, :payload, :at, :at, 0, false, '')"
    )
    with engine.begin() as connection:
        connection.execute(text(row), {"task": task, "payload": payload, "at": "2026-01-14 12:00:00.000000"})
    now = Clock().now()
    with work() as uow:
        item = uow.outbox.claim(now, now + timedelta(minutes=1))
    assert item
    return item


@pytest.mark.parametrize(("task", "payload", "read"), BEFORE)
def test_rows_of_the_release_before_are_read(
    engine: Engine, work: Work, task: str, payload: str, read: Payload
) -> None:
    item = claimed_row(engine, work, task, payload)
    assert (item.task, item.payload) == (Task(task), read)


def test_each_kind_that_a_task_carries_stands_among_those_rows() -> None:
    assert set(CARRIED) - {Task(task) for task, *_ in BEFORE} == set()
    assert set(NAMES) == set(get_args(Payload))


@pytest.mark.parametrize(("task", "payload"), [(task, read) for task, _, read in BEFORE])
def test_what_is_owed_comes_back_as_it_was(work: Work, task: str, payload: Payload) -> None:
    now = Clock().now()
    with work() as uow:
        uow.outbox.owe(Task(task), 1, payload)
    with work() as uow:
        item = uow.outbox.claim(now + timedelta(minutes=1), now + timedelta(minutes=2))
    assert item
    assert item.payload == payload


@pytest.mark.parametrize(("task", "payload"), [(Task.SHOW_ALERT, Tries()), (Task.SHOW_DAY_MONITOR, InThread())])
def test_what_need_not_be_said_is_read_as_what_it_is_then(work: Work, task: Task, payload: Payload) -> None:
    with work() as uow:
        uow.outbox.owe(task, 1)
    with work() as uow:
        item = uow.outbox.claim(Clock().now() + timedelta(minutes=1), Clock().now() + timedelta(minutes=2))
    assert item
    assert item.payload == payload


@pytest.mark.parametrize(
    ("task", "payload"),
    [
        ("show_hologram", "{}"),
        ("alert_note", "{}"),
        ("alert_note", '{"message": 7}'),
        ("alert_note", '{"message": "Sent.", "colour": "red"}'),
        ("alert_note", '{"type": "note", "version": 2, "message": "Sent."}'),
        ("alert_note", '{"type": "tries", "version": 1, "tries": 1}'),
        ("alert_note", '{"type": "note", "message": "Sent."}'),
        ("alert_note", '{"message": "Sent.", "links": {"a": ["b"]}}'),
        ("alert_note", '{"message": "Sent.", "links": {"a": "bc"}}'),
        ("remind_intake", '{"kind": "weather", "ids": [1]}'),
        ("remind_intake", '{"kind": "reply", "ids": ["1"]}'),
        ("remove_blobs", '{"keys": null}'),
        ("show_alert", '{"tries": true}'),
        ("show_alert", "[]"),
        ("show_alert", "null"),
        ("show_reply", '{"ts": "1.2"}'),
    ],
)
def test_what_can_t_be_read_says_so_and_raises_nothing(engine: Engine, work: Work, task: str, payload: str) -> None:
    item = claimed_row(engine, work, task, payload)
    assert isinstance(item.payload, Unreadable)
    assert item.payload.task == task
    with work() as uow:
        uow.outbox.dead_letter(item, item.payload.reason)
        assert [dead.id for dead in uow.outbox.dead_letters()] == [item.id]
        assert uow.outbox.claim(Clock().now(), NOON) is None

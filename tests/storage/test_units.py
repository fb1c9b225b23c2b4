"""The memory: who comes second loses, what is owed stays owed, and the schema refuses what must not be."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from random import Random
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, delete, insert, update
from sqlalchemy.exc import DatabaseError

from bot.clock import Clock
from bot.domain.alerts import Alert, AlertStatus, Draft
from bot.domain.mailings import DeliveryState, MailEvent, Outcome
from bot.domain.people import Colleague, ParticipantRow, Role
from bot.domain.places import distance_m
from bot.workflow.cards import MessageRef
from bot.workflow.records import Task
from storage.engine import make_engine, migrate
from storage.schema import alerts, audit, mailings, metadata
from storage.unit_of_work import StoredUnitOfWork, unit_of_work
from tests.domain.test_alerts import ANNA, BRAM, CONTENT, NOON

Work = Callable[[], AbstractContextManager[StoredUnitOfWork]]
CEES = Colleague("U3", "Cees", frozenset({Role.INTAKE}))
LATER = NOON + timedelta(minutes=5)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def work(engine: Engine) -> Work:
    return unit_of_work(engine, Clock())


def filed(work: Work) -> Alert:
    draft = Draft(uuid4().hex, ANNA.id, CONTENT, NOON)
    with work() as uow:
        uow.alerts.save_draft(draft)
        return uow.alerts.file(draft, ANNA, "", NOON)


def neighbours(work: Work, number: int) -> None:
    rows = [
        ParticipantRow(f"p{n}@example.nl", f"P {n}", "3823 AB", "1", "Kattenbroek", CONTENT.x + n % 200, CONTENT.y)
        for n in range(number)
    ]
    with work() as uow:
        uow.people.enrol(rows)


def approved(work: Work, batch_size: int = 1000) -> Alert:
    alert = filed(work)
    with work() as uow:
        assert uow.alerts.approve(alert, BRAM, NOON)
        uow.mailings.plan(alert, batch_size, NOON)
        return uow.alerts.get(alert.id)


def test_the_migrated_schema_is_the_one_the_code_reads(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_migrating_a_filled_database_again_changes_nothing(work: Work, database_url: str) -> None:
    alert = filed(work)
    migrate(database_url)
    with work() as uow:
        assert uow.alerts.get(alert.id) == alert


def test_who_comes_second_loses(work: Work) -> None:
    alert = filed(work)
    with work() as uow:
        assert uow.alerts.approve(alert, BRAM, NOON)
    with work() as uow:
        assert not uow.alerts.approve(alert, CEES, NOON)
        assert not uow.alerts.move(alert, AlertStatus.WITHDRAWN, ANNA, "")
        assert not uow.alerts.amend(alert, replace(CONTENT, question="?"), "", CEES, NOON)
        assert uow.alerts.get(alert.id).approver_name == "Bram"


def test_the_schema_refuses_a_requester_who_approves(engine: Engine, work: Work) -> None:
    alert = filed(work)
    own = update(alerts).where(alerts.c.id == alert.id).values(status="approved", approver_id=ANNA.id, approved_at=NOON)
    with pytest.raises(DatabaseError, match="four_eyes"), engine.begin() as connection:
        connection.execute(own)
    alone = update(alerts).where(alerts.c.id == alert.id).values(status="sent")
    with pytest.raises(DatabaseError, match="sent_only_when_approved"), engine.begin() as connection:
        connection.execute(alone)
    mail = insert(mailings).values(alert_id=alert.id, total=1, planned_at=NOON)
    with pytest.raises(DatabaseError, match="nobody approved"), engine.begin() as connection:
        connection.execute(mail)


@pytest.mark.parametrize("change", [update(audit).values(who="me"), delete(audit)], ids=["update", "delete"])
def test_the_audit_trail_can_only_grow(engine: Engine, work: Work, change: object) -> None:
    with work() as uow:
        uow.audit.record("U1", "requested", "BM-2026-0001", NOON)
    with pytest.raises(DatabaseError, match="append-only"), engine.begin() as connection:
        connection.execute(change)  # type: ignore[call-overload]


def test_reference_numbers_are_given_out_once(work: Work) -> None:
    filed(work)
    with ThreadPoolExecutor(8) as many:
        references = [alert.reference for alert in many.map(lambda _: filed(work), range(24))]
    assert sorted(references) == [f"BM-2026-{n:04d}" for n in range(2, 26)]


def test_a_form_is_filed_once(work: Work) -> None:
    with work() as uow:
        uow.alerts.save_draft(Draft("d", ANNA.id, CONTENT, NOON))
    with work() as uow:
        assert uow.alerts.draft("d") == Draft("d", ANNA.id, CONTENT, NOON)
        assert [uow.alerts.take_draft("d"), uow.alerts.take_draft("d")] == [True, False]


def test_recipients_are_exactly_those_within_the_circle(work: Work) -> None:
    chance = Random(1)
    rows = [
        ParticipantRow(f"p{n}@example.nl", "P", "3823 AB", "1", "K", CONTENT.x + dx, CONTENT.y + dy)
        for n, (dx, dy) in enumerate((chance.uniform(-900, 900), chance.uniform(-900, 900)) for _ in range(600))
    ]
    with work() as uow:
        uow.people.enrol(rows)
        for radius_m in (100, 300, 750):
            near = [row for row in rows if distance_m(row.x, row.y, CONTENT.x, CONTENT.y) <= radius_m]
            assert uow.mailings.count_recipients(CONTENT.x, CONTENT.y, radius_m) == len(near)
            spread = uow.mailings.spread(CONTENT.x, CONTENT.y, radius_m)
            assert sum(people for _, _, people in spread) == len(near)


def test_a_file_adds_changes_and_leaves_alone_and_who_left_stays_away(work: Work) -> None:
    row = ParticipantRow("noor@example.nl", "Noor", "3823 AB", "1", "K", 1.0, 2.0)
    with work() as uow:
        assert uow.people.enrol([row]) == (1, 0, 0)
        assert uow.people.leave(1, NOON)
        assert not uow.people.leave(1, NOON)
    with work() as uow:
        assert uow.people.enrol([row, replace(row, email="omar@example.nl")]) == (1, 0, 1)
        assert uow.people.enrol([replace(row, name="Noor Çelik")]) == (0, 1, 0)
        assert (uow.people.count(), uow.people.get(1).left_at) == (1, NOON)


def test_a_batch_is_claimed_once_and_settled_by_its_own_call(work: Work) -> None:
    neighbours(work, 5)
    alert = approved(work, batch_size=3)
    with work() as uow:
        first, second = (uow.mailings.claim_batch(NOON, LATER) for _ in range(2))
        assert first
        assert second
        assert uow.mailings.claim_batch(NOON, LATER) is None
        assert [len(uow.mailings.recipients(batch)) for batch in (first, second)] == [3, 2]
        uow.mailings.settle_batch(first, Outcome.ACCEPTED, "", NOON, NOON)
        uow.mailings.settle_batch(replace(second, attempts=9), Outcome.ACCEPTED, "", NOON, NOON)
        progress = uow.mailings.progress(alert.id)
    assert progress
    assert (progress.sent, progress.settled, progress.total) == (3, 3, 5)


def test_a_call_that_nobody_ended_is_lost_and_only_an_event_or_a_superuser_settles_it(work: Work) -> None:
    neighbours(work, 2)
    alert = approved(work)
    with work() as uow:
        batch = uow.mailings.claim_batch(NOON, LATER)
        assert batch
        assert uow.mailings.lost_batches(NOON) == []
        assert uow.mailings.lost_batches(LATER + timedelta(seconds=1)) == [batch]
        uow.mailings.settle_batch(batch, Outcome.UNKNOWN, "lost", NOON, NOON)
        assert uow.mailings.claim_batch(LATER, LATER) is None
        delivered = MailEvent("d1", DeliveryState.DELIVERED, NOON)
        assert uow.mailings.record_event(1, delivered) == alert.id
        assert uow.mailings.record_event(1, delivered) is None
        assert uow.mailings.record_event(1, MailEvent("d1", DeliveryState.PROCESSED, NOON)) is None
        progress = uow.mailings.progress(alert.id)
        assert not uow.mailings.decide_batch(batch.id, send_again=True, by=CEES, at=NOON)
    assert progress
    assert (progress.sent, progress.unknown) == (2, 0)


def test_a_lane_keeps_its_order_and_other_lanes_go_on(work: Work) -> None:
    with work() as uow:
        for task, subject in ((Task.SHOW_ALERT, 1), (Task.ALERT_NOTE, 1), (Task.SHOW_REPLY, 1), (Task.SHOW_ALERT, 1)):
            uow.outbox.owe(task, subject)
    now = Clock().now()
    with work() as uow:
        first, other = (uow.outbox.claim(now, now + timedelta(minutes=1)) for _ in range(2))
        assert first
        assert other
        assert (first.task, other.task) == (Task.SHOW_ALERT, Task.SHOW_REPLY)
        assert uow.outbox.claim(now, now) is None
        uow.outbox.retry(first, now + timedelta(hours=1), "busy", uncertain=False)
        assert uow.outbox.claim(now, now) is None
        uow.outbox.bury(first, "refused")
        note = uow.outbox.claim(now, now)
        assert note
        assert (note.task, [item.id for item in uow.outbox.dead()]) == (Task.ALERT_NOTE, [first.id])
        uow.outbox.done(note)


def test_a_change_while_a_message_is_being_posted_is_posted_after_it(work: Work) -> None:
    with work() as uow:
        uow.outbox.owe(Task.SHOW_ALERT, 1)
    now = Clock().now()
    with work() as uow:
        posting = uow.outbox.claim(now, now + timedelta(minutes=1))
        uow.outbox.owe(Task.SHOW_ALERT, 1)
        assert posting
        uow.outbox.done(posting)
        again = uow.outbox.claim(Clock().now(), now)
        assert again
        assert (again.subject_id, again.uncertain) == (1, False)


def test_what_a_dead_worker_held_is_uncertain(work: Work) -> None:
    with work() as uow:
        uow.outbox.owe(Task.SHOW_REPLY, 1)
    now = Clock().now()
    with work() as uow:
        uow.outbox.claim(now, now)
        again = uow.outbox.claim(now + timedelta(seconds=1), now + timedelta(minutes=1))
        assert again
        assert (again.uncertain, again.attempts) == (True, 2)
        uow.outbox.remember(Task.SHOW_REPLY, 1, MessageRef("C1", "1.2"), "https://slack.example/1")
        assert uow.outbox.link(Task.SHOW_REPLY, 1) == "https://slack.example/1"


def test_eight_workers_never_take_the_same_thing(work: Work) -> None:
    with work() as uow:
        for letter in range(60):
            uow.outbox.owe(Task.SEND_LETTER, letter)

    def take_all() -> list[int]:
        taken = []
        now = Clock().now()
        for _ in range(100):
            with work() as uow:
                item = uow.outbox.claim(now, now + timedelta(minutes=1))
            if item:
                taken.append(item.subject_id)
        return taken

    with ThreadPoolExecutor(8) as workers:
        taken = [subject for worker in [workers.submit(take_all) for _ in range(8)] for subject in worker.result()]
    assert sorted(taken) == list(range(60))


def test_a_lease_is_held_by_one(work: Work) -> None:
    with work() as uow:
        assert uow.leases.take("mailbox", "a", NOON, LATER)
        assert uow.leases.take("mailbox", "a", NOON, LATER)
        assert not uow.leases.take("mailbox", "b", NOON, LATER)
        assert uow.leases.take("mailbox", "b", LATER + timedelta(seconds=1), LATER)
        uow.leases.give_back("mailbox", "b")
        assert uow.leases.take("mailbox", "a", NOON, LATER)

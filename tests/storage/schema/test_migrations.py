"""Migrations run on a filled database: nothing that stood there is lost, from the first schema on."""

import json
import subprocess
import sys
from datetime import UTC, datetime, time
from typing import Any

import pytest
from alembic import command
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    func,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.exc import IntegrityError

from bot.clock import Clock
from bot.domain.privacy.trail import FIRST, WITHOUT_KEY, Sealer, TrailLine, Whole
from bot.workflow.privacy.audit_chain import AuditChain
from storage.engine import alembic_config, is_migrated, make_engine, migrate
from storage.unit_of_work import unit_of_work
from tests.domain.samples import NOON

SAMPLES: tuple[tuple[type, Any], ...] = (
    *((Boolean, False), (Integer, 1), (Float, 1.5), (LargeBinary, b"raw"), (JSON, {"a": 1})),
    (DateTime, datetime(2026, 1, 14, 12, tzinfo=UTC)),
)


def sample(column: Column[Any]) -> Any:
    """A value of the column's kind; two different people where four eyes look."""
    return next((value for kind, value in SAMPLES if isinstance(column.type, kind)), column.name[:7])


def test_a_filled_database_of_the_first_schema(empty_url: str) -> None:
    engine = make_engine(empty_url)
    command.upgrade(alembic_config(engine), "0001")
    tables = MetaData()
    tables.reflect(engine)
    ours = [table for table in tables.sorted_tables if table.name != "alembic_version"]
    with engine.begin() as connection:
        for table in ours:
            connection.execute(insert(table).values({column.name: sample(column) for column in table.columns}))

    migrate(empty_url)
    assert is_migrated(engine)
    with engine.connect() as connection:
        assert [table.name for table in ours if connection.scalar(select(func.count()).select_from(table)) != 1] == []
    engine.dispose()


def test_phone_numbers_that_were_typed_before_are_compared_like_new_ones(empty_url: str) -> None:
    engine = make_engine(empty_url)
    command.upgrade(alembic_config(engine), "0010")
    tables = MetaData()
    tables.reflect(engine, only=["inbound", "replies"])
    typed = {"06-1234 5678": "+31612345678", "0032 475 12 34 56": "+32475123456", "12": "", "": ""}
    with engine.begin() as connection:
        for number, phone in enumerate(typed, 1):
            for name, own in (
                ("inbound", {"digest": f"{number}"}),
                ("replies", {"inbound_id": number, "phone": phone}),
            ):
                columns = [column for column in tables.tables[name].columns if not column.nullable]
                row = {column.name: sample(column) for column in columns} | {"id": number} | own
                connection.execute(insert(tables.tables[name]).values(row))
    migrate(empty_url)
    replies = Table("replies", MetaData(), autoload_with=engine)
    with engine.connect() as connection:
        found = connection.execute(select(replies.c.phone, replies.c.phone_number)).all()
    assert {row.phone: row.phone_number for row in found} == typed
    engine.dispose()


ANNA, BRAM, CEES = "U1", "U2", "U3"
WROTE = {  # who saved which text of a request, with the status it came to and who approved it
    "as asked": ("requested", None, [(ANNA, "a")]),
    "changed by a colleague": ("requested", None, [(ANNA, "a"), (BRAM, "b")]),
    "changed, then stopped by another": ("requested", None, [(ANNA, "a"), (BRAM, "b"), (CEES, "b")]),
    "taken in hand again": ("returned", None, [(ANNA, "a"), (BRAM, "b"), (ANNA, "c")]),
    "changed and sent alone": ("sent", BRAM, [(ANNA, "a"), (BRAM, "b")]),
    "sent as asked": ("closed", BRAM, [(ANNA, "a")]),
    "with blanks": ("sent", " U2 ", [(ANNA, "a"), ("U2 ", "b")]),
    "not two people": ("sent", "U1 ", [(ANNA, "a")]),
    "nobody": ("approved", " ", [(ANNA, "a")]),
    "what nobody sees": ("sent", "U1\u200b", [(ANNA, "a"), ("U2\t", "b")]),
    "in small letters": ("sent", "u2", [(ANNA, "a")]),
}
WHOSE = [
    (ANNA, None, None),
    (BRAM, None, None),
    (BRAM, None, None),
    (ANNA, None, None),
    (ANNA, BRAM, BRAM),
    (ANNA, None, BRAM),
    (ANNA, BRAM, BRAM),
    (ANNA, None, "unknown-approver"),
    (ANNA, None, "unknown-approver"),
    (ANNA, None, "unknown-approver"),
    (ANNA, None, BRAM),
]


def test_whose_words_they_are_is_filled_in_for_what_stood_there(empty_url: str) -> None:
    engine = make_engine(empty_url)
    command.upgrade(alembic_config(engine), "0010")
    tables = MetaData()
    tables.reflect(engine, only=["alerts", "alert_versions", "mailings", "batches", "incidents"])
    alerts, versions, mailings, batches, incidents = (
        tables.tables[name] for name in ("alerts", "alert_versions", "mailings", "batches", "incidents")
    )

    def row(table: Any, **values: Any) -> Any:
        named = {column.name: sample(column) for column in table.columns if column.name != "survey_id"}
        return insert(table).values({**named, **values})

    with engine.begin() as connection:
        for number, (status, approver, wrote) in enumerate(WROTE.values(), 1):
            people = {"requester_id": ANNA, "requester_name": "Anna", "approver_id": approver, "status": status}
            about = 1 if number > 1 else None
            connection.execute(row(alerts, id=number, reference=f"BM-{number}", about_id=about, **people))
            for version, (by, words) in enumerate(wrote, 1):
                at = {"alert_id": number, "version": version, "by_id": by, "by_name": by.strip()}
                connection.execute(row(versions, content={"what_happened": words}, **at))
            connection.execute(row(incidents, id=number, bvh_number=str(number), alert_id=number))
            if approver:
                connection.execute(row(mailings, id=number, alert_id=number))
                connection.execute(row(batches, id=number, mailing_id=number))
        before = connection.execute(select(alerts).order_by(alerts.c.id)).all()

    migrate(empty_url)
    with engine.connect() as connection:
        found = text("SELECT content_by_id, supplemented_by_id, approver_id FROM alerts ORDER BY id")
        assert [tuple(one) for one in connection.execute(found)] == WHOSE
        kept = [column for column in alerts.columns if column.name not in {"approver_id"}]
        after = connection.execute(select(*kept).order_by(alerts.c.id)).all()
        assert [tuple(one) for one in after] == [tuple(getattr(one, column.name) for column in kept) for one in before]
        if engine.dialect.name == "sqlite":
            assert not connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            highest = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'alerts'").scalar_one()
            assert highest == len(WROTE)  # numbers go on where they were
    engine.dispose()


LINES: dict[int, dict[str, Any]] = {  # incidents as they stood there, by id
    1: {"bvh_number": "2026-112401", "status": "open", "street": "Oud", "seen_at": 1},
    2: {"bvh_number": "2026112401", "status": "requested", "street": "Ouder", "seen_at": 2, "alert_id": 1},
    3: {"bvh_number": "20-26112401", "status": "skipped", "street": "Nieuw", "seen_at": 3},
    4: {"bvh_number": "pl0900-7", "status": "open", "street": "A", "seen_at": 2, "assignee_id": ANNA},
    5: {"bvh_number": "PL0900-7", "status": "open", "street": "", "seen_at": 3, "erased_at": 3},
    6: {"bvh_number": "2026-3", "status": "skipped", "street": "B", "seen_at": 1},
}


def test_incidents_whose_numbers_differ_in_signs_only_become_one(empty_url: str) -> None:
    engine = make_engine(empty_url)
    command.upgrade(alembic_config(engine), "0017")
    tables = MetaData()
    tables.reflect(engine, only=["alerts", "incidents", "drafts"])
    alerts, incidents, drafts = (tables.tables[name] for name in ("alerts", "incidents", "drafts"))

    def row(table: Any, **values: Any) -> Any:
        named = {column.name: sample(column) for column in table.columns if not column.nullable}
        return insert(table).values({**named, **values})

    with engine.begin() as connection:
        for number, bvh in ((1, "2026-112401"), (2, "pl0900-7")):
            people = {"requester_id": ANNA, "content_by_id": ANNA, "status": "requested"}
            connection.execute(row(alerts, id=number, reference=f"BM-{number}", bvh_number=bvh, **people))
        for number, told in LINES.items():
            days = {
                name: datetime(2026, 1, told[name], tzinfo=UTC) for name in ("seen_at", "erased_at") if name in told
            }
            first = datetime(2026, 1, 10 - number, tzinfo=UTC)
            connection.execute(row(incidents, id=number, first_seen_at=first, **(told | days)))
        connection.execute(row(drafts, id="d", incident_id=1))
    migrate(empty_url)
    found = MetaData()
    found.reflect(engine, only=["alerts", "incidents", "drafts"])
    table = found.tables["incidents"]
    shown = (table.c.id, table.c.bvh_key, table.c.bvh_number, table.c.status, table.c.street, table.c.assignee_id)
    with engine.connect() as connection:
        assert [tuple(one) for one in connection.execute(select(*shown).order_by(table.c.id))] == [
            (2, "2026112401", "20-26112401", "requested", "Nieuw", None),
            (4, "PL09007", "pl0900-7", "open", "A", ANNA),
            (6, "20263", "2026-3", "skipped", "B", None),
        ]
        first_seen = connection.execute(select(table.c.first_seen_at).order_by(table.c.id)).scalars()
        assert [at.day for at in first_seen] == [7, 5, 4]
        assert connection.execute(select(found.tables["drafts"].c.incident_id)).scalar_one() == 2
        keys = select(found.tables["alerts"].c.bvh_key).order_by(found.tables["alerts"].c.id)
        assert [*connection.execute(keys).scalars()] == ["2026112401", "PL09007"]
    engine.dispose()


def test_a_trail_that_was_sealed_without_a_key_verifies_as_what_it_is(empty_url: str) -> None:
    engine = make_engine(empty_url)
    command.upgrade(alembic_config(engine), "0023")
    last, words = FIRST, {"reason": "omdat"}
    line = "INSERT INTO audit (at, who, what, subject, details) VALUES (:at, 'U1', 'held', 'BM-2026-0001', :details)"
    seal = "INSERT INTO audit_seals (number, audit_id, hash) VALUES (:number, :number, :hash)"
    for number in (1, 2):
        last = WITHOUT_KEY.seal(last, TrailLine(number, NOON, "U1", "held", "BM-2026-0001", words))
        at = NOON.replace(tzinfo=None) if empty_url.startswith("sqlite") else NOON
        with engine.begin() as connection:
            connection.execute(text(line), {"at": at, "details": json.dumps(words)})
            connection.execute(text(seal), {"number": number, "hash": last})

    migrate(empty_url)
    work, clock = unit_of_work(engine, Clock()), Clock()
    assert AuditChain(work, clock, WITHOUT_KEY, time(9)).verify() == Whole(2, 0, last)
    keyed = AuditChain(work, clock, Sealer("k" * 32), time(9))
    keyed.seal_next()
    found = keyed.verify((2, last))
    assert isinstance(found, Whole)
    assert (found.number, found.keyed_since) == (3, 3)
    engine.dispose()


OF_EACH: dict[str, dict[str, Any]] = {  # what each team has under the same key from then on
    "messages": {"task": "show_alert", "subject_id": 1},
    "role_holders": {"user_id": ANNA, "role": "intake"},
    "reference_numbers": {"year": 2026},
    "answer_templates": {"rating": "not_relevant", "offence": "all"},
    "incidents": {"id": 7, "bvh_key": "20261", "alert_id": None},
    "divisions": {"id": 7, "day": "2026-01-14"},
    "reports": {"id": 7, "period": "2026-01", "occasion": "monthly"},
    "day_monitor_files": {"id": 7, "source": "chat", "source_key": "F1"},
}


def test_what_was_there_before_there_were_teams_is_the_first_one_s(empty_url: str) -> None:
    engine = make_engine(empty_url)
    command.upgrade(alembic_config(engine), "0048")
    tables = MetaData()
    tables.reflect(engine, only=[*OF_EACH])

    def add(connection: Connection, name: str, **values: Any) -> None:
        named = {column.name: sample(column) for column in tables.tables[name].columns if not column.nullable}
        table = Table(name, MetaData(), autoload_with=connection)
        connection.execute(insert(table).values({**named, **OF_EACH[name], **values}))

    def indexes() -> dict[str, set[str | None]]:
        told = {name: inspect(engine).get_indexes(name) for name in OF_EACH}
        return {name: {one["name"] for one in of if not one.get("duplicates_constraint")} for name, of in told.items()}

    numbered = {name for name, key in OF_EACH.items() if "id" in key}
    with engine.begin() as connection:
        for name in OF_EACH:
            add(connection, name)
        for name in numbered:  # a number that is gone is given to nobody else
            connection.execute(text(f"DELETE FROM {name}"))
            add(connection, name, id=3)
    before = indexes()
    migrate(empty_url)
    assert indexes() == before
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            last = connection.execute(text("SELECT name, seq FROM sqlite_sequence")).all()
            assert {name: seq for name, seq in last if name in OF_EACH} == dict.fromkeys(numbered, 7)
        for name in OF_EACH:
            assert connection.scalars(text(f"SELECT team_id FROM {name}")).all() == [1]
            add(connection, name, team_id=2, **({"id": 9} if name in numbered else {}))
    for name in OF_EACH:
        with pytest.raises(IntegrityError), engine.begin() as connection:
            add(connection, name, team_id=2, **({"id": 11} if name in numbered else {}))
    engine.dispose()


@pytest.mark.parametrize("start", ["base", "0001", "0015", "0048"])
def test_two_copies_may_migrate_at_once(empty_url: str, start: str) -> None:
    engine = make_engine(empty_url)
    if start != "base":
        command.upgrade(alembic_config(engine), start)
    copy = [sys.executable, "-c", f"from storage.engine import migrate; migrate({empty_url!r})"]
    for running in [subprocess.Popen(copy, stderr=subprocess.PIPE) for _ in range(2)]:
        told = running.communicate(timeout=60)[1]
        assert running.returncode == 0, told.decode()
    assert is_migrated(engine)
    engine.dispose()

"""The schema: migrations make what the code reads, and it refuses what must not be."""

from itertools import product
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, Engine, delete, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError, StatementError

from storage.engine import is_migrated, make_engine, migrate
from storage.schema.alerts import alerts
from storage.schema.letters import answer_templates
from storage.schema.mailings import batches, deliveries, mailings
from storage.schema.privacy import audit
from tests.domain.samples import ANNA, NOON
from tests.storage.things import Work, approved, filed, letter_to, replied

metadata = answer_templates.metadata  # all tables, those of the desk included


def refuses(engine: Engine, why: str, change: Any) -> None:
    with pytest.raises(StatementError, match=why), engine.begin() as connection:
        connection.execute(change)


def contents(engine: Engine) -> dict[str, list[Any]]:
    with engine.connect() as connection:
        return {name: [*connection.execute(select(table))] for name, table in metadata.tables.items()}


def test_the_migrated_schema_is_the_one_the_code_reads(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert is_migrated(engine)


def test_so_are_its_conditions_which_that_comparison_does_not_see(engine: Engine) -> None:
    for name, table in metadata.tables.items():
        written = {part.name for part in table.constraints if isinstance(part, CheckConstraint)}
        assert {check["name"] for check in inspect(engine).get_check_constraints(name)} == written


def test_migrating_a_filled_database_again_changes_nothing(engine: Engine, work: Work, database_url: str) -> None:
    alert = approved(work)
    letter_to(work, replied(work, alert.id, 1))
    with work() as uow:
        uow.audit.record("U1", "requested", "BM-2026-0001", NOON, minutes=4.5)
    before = contents(engine)
    migrate(database_url)
    assert contents(engine) == before
    assert all(before[name] for name in ("alerts", "deliveries", "replies", "letters", "audit"))


def test_a_database_without_tables_is_not_migrated(tmp_path: Any) -> None:
    engine = make_engine(f"sqlite:///{tmp_path}/empty.db")
    assert not is_migrated(engine)
    engine.dispose()


def test_a_requester_can_not_be_the_approver(engine: Engine, work: Work) -> None:
    alert = filed(work)
    own = {"status": "approved", "approver_id": ANNA.id, "approved_at": NOON}
    refuses(engine, "four_eyes", update(alerts).where(alerts.c.id == alert.id).values(**own))


def test_nothing_is_sent_without_an_approver_and_a_moment(engine: Engine, work: Work) -> None:
    filed(work)
    halves: tuple[dict[str, Any], ...] = ({}, {"approver_id": "U9"}, {"approved_at": NOON})
    for status, half in product(("approved", "sent", "closed"), halves):
        refuses(engine, "sent_only_when_approved", update(alerts).values(status=status, **half))


def test_no_mailing_without_an_approval(engine: Engine, work: Work) -> None:
    alert = filed(work)
    refuses(engine, "nobody approved", insert(mailings).values(alert_id=alert.id, total=1, planned_at=NOON))


def test_one_mailing_an_alert_and_one_mail_a_person(engine: Engine, work: Work) -> None:
    alert = approved(work)
    refuses(engine, "(?i)unique|stays with", insert(mailings).values(alert_id=alert.id, total=1, planned_at=NOON))
    with engine.begin() as connection:
        row = connection.execute(select(deliveries)).first()
    assert row
    again = {name: getattr(row, name) for name in deliveries.columns.keys() if name != "id"}  # noqa: SIM118
    refuses(engine, "(?i)unique", insert(deliveries).values(**again))


def test_the_audit_trail_can_only_grow(engine: Engine, work: Work) -> None:
    for who in ("U1", "U2"):
        with work() as uow:
            uow.audit.record(who, "requested", "BM-2026-0001", NOON, reason="because")
    for change in (update(audit).values(who="me"), delete(audit)):
        refuses(engine, "append-only", change)
    assert [(row.who, row.at, row.details) for row in contents(engine)["audit"]] == [
        ("U1", NOON, {"reason": "because"}),
        ("U2", NOON, {"reason": "because"}),
    ]


def test_no_row_points_at_what_is_not_there(engine: Engine) -> None:
    orphan = {"mailing_id": 99, "status": "planned", "attempts": 0, "due_at": NOON, "detail": ""}
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert(batches).values(**orphan))


def test_a_moment_without_a_zone_is_refused_and_others_come_back_in_utc(engine: Engine, work: Work) -> None:
    refuses(engine, "time zone", update(alerts).values(sent_at=NOON.replace(tzinfo=None)))
    assert filed(work).requested_at == NOON
    assert filed(work).requested_at.utcoffset() == NOON.utcoffset()


def test_what_fails_in_the_middle_leaves_nothing(engine: Engine, work: Work) -> None:
    def fail() -> None:
        with work() as uow:
            uow.audit.record("U1", "requested", "BM-2026-0001", NOON)
            uow.leases.take("mailbox", "a", NOON, NOON)
            raise ZeroDivisionError

    before = contents(engine)
    with pytest.raises(ZeroDivisionError):
        fail()
    assert contents(engine) == before

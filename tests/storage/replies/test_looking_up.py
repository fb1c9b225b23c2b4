"""What is looked up at each mail costs the same, however many there were."""

from typing import Any

from sqlalchemy import Engine, event

from tests.storage.things import Work, approved, replied


def test_what_its_citizen_wrote_before_is_found_without_reading_all_replies_to_the_alert(
    engine: Engine, work: Work
) -> None:
    if engine.dialect.name != "sqlite":
        return  # its planner goes by how full the tables are, which is little here
    alert = approved(work)
    reply = replied(work, alert.id, 1)
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    with work() as uow:
        uow.letters.acknowledged(reply)
    event.remove(engine, "before_cursor_execute", note)

    statement, parameters = next(one for one in asked if "recipient" in one[0])
    with engine.connect() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
    read = [step for step in plan if "replies" in step]
    assert len(read) == 2
    assert all("(delivery_id=? AND alert_id=?)" in step or "(from_address=? AND alert_id=?)" in step for step in read)

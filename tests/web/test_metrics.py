"""GET /metrics: counted in the database, so that it survives restarts; a database that fails costs only its own."""

import pytest

from tests.databases import fresh_sqlite
from tests.metrics import metrics
from tests.stage import Stage


@pytest.fixture
def database_url() -> str:
    return fresh_sqlite()


def test_it_counts_what_came_in_and_what_is_owed(stage: Stage) -> None:
    stage.lives("Noor")
    stage.lives("Omar")
    stage.approved()
    stage.answers("Noor", "Ik zag een bus.")
    stage.restart()
    told = metrics(stage)
    assert told['burgernetmail_inbound_total{kind="mail",label="reply"}'] == "1.0"
    assert told['burgernetmail_inbound_total{kind="mail",label="bounce"}'] == "0.0"
    assert told['burgernetmail_inbound_total{kind="form",label="reply"}'] == "0.0"
    assert told['burgernetmail_deliveries{state="sent"}'] == "2.0"
    assert told["burgernetmail_inbound_waiting"] == "0.0"
    assert told["burgernetmail_outbox_waiting"] == "0.0"
    assert told["burgernetmail_outbox_dead_letters"] == "0.0"
    assert told["burgernetmail_database_up"] == "1.0"
    assert not [name for name in told if "example.nl" in name]

    stage.rows("UPDATE inbound SET read_at = NULL")
    assert metrics(stage)["burgernetmail_inbound_waiting"] == "1.0"


def test_a_database_that_fails_is_told_and_the_rest_goes_on(stage: Stage) -> None:
    stage.rows("ALTER TABLE deliveries RENAME TO gone")
    told = metrics(stage)
    assert told["burgernetmail_database_up"] == "0.0"
    assert 'burgernetmail_inbound_total{kind="mail",label="reply"}' in told
    assert "burgernetmail_deliveries" not in " ".join(told)
    assert float(told["process_cpu_seconds_total"]) > 0
    stage.rows("ALTER TABLE gone RENAME TO deliveries")

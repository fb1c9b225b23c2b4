"""Who did what stays on record, and it shows where somebody tampers with it."""

import json

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from tests.looks import looks
from tests.scenarios.steps.privacy import sealed
from tests.stage import Stage


@pytest.fixture
def worked(stage: Stage) -> Stage:
    """A day's work, sealed."""
    stage.lives("Noor")
    stage.approved()
    reply = stage.answers("Noor", "Ik zag een bus.")
    looks(stage, stage.carla, reply, "Toon gegevens")
    stage.presses(stage.carla, reply, "Niet relevant")
    sealed(stage)
    return stage


def tampers(stage: Stage, change: str) -> None:
    """As somebody could who owns the database: with its locks taken off."""
    if stage.database_url.startswith("sqlite"):
        names = [row.name for row in stage.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for name in names:
            stage.rows(f"DROP TRIGGER {name}")
        stage.rows(change)
    else:
        for table in ("audit", "audit_seals"):
            stage.rows(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        stage.rows(change)


def test_it_is_whole_and_can_be_taken_out(worked: Stage, operator: CliRunner) -> None:
    assert operator.invoke(app, ["audit", "verify"]).stdout == "The audit trail is whole.\n"
    lines = [json.loads(line) for line in operator.invoke(app, ["audit", "export"]).stdout.splitlines()]
    done = [line["what"] for line in lines]
    assert [what for what in done if what in {"requested", "approved", "sent", "saw_contact_data", "rated"}] == [
        *("requested", "approved", "sent", "saw_contact_data", "rated"),
    ]
    assert [line["id"] for line in lines] == sorted(line["id"] for line in lines)
    assert "noor" not in json.dumps(lines).lower()


@pytest.mark.parametrize(
    ("change", "line", "why"),
    [
        ("UPDATE audit SET who = 'U0' WHERE id = 2", 2, "was changed"),
        ("UPDATE audit SET details = '{}' WHERE id = 1", 1, "was changed"),
        ("DELETE FROM audit_seals WHERE number = 2", 3, "seal 2 is missing"),
        ("UPDATE audit_seals SET hash = 'x' WHERE number = 2", 2, "was changed"),
    ],
)
def test_it_says_where_it_was_broken(worked: Stage, operator: CliRunner, change: str, line: int, why: str) -> None:
    tampers(worked, change)
    verified = operator.invoke(app, ["audit", "verify"])
    assert verified.exit_code == 1
    assert f"broken at line {line}: " in verified.stderr
    assert why in verified.stderr


def test_what_was_done_after_the_last_seal_is_sealed_next(worked: Stage, operator: CliRunner) -> None:
    before = worked.rows("SELECT count(*) AS n FROM audit_seals")[0].n
    looks(worked, worked.carla, worked.reply_message(), "Origineel")
    sealed(worked)
    assert worked.rows("SELECT count(*) AS n FROM audit_seals")[0].n == before + 1
    assert operator.invoke(app, ["audit", "verify"]).exit_code == 0
    with pytest.raises(Exception, match="append-only"):
        worked.rows("DELETE FROM audit_seals")

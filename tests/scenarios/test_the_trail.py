"""Who did what stays on record, and it shows where somebody tampers with it."""

import json
import re
from datetime import time, timedelta

import pytest
import structlog
from structlog.testing import capture_logs
from typer.testing import CliRunner

from bot.__main__ import app
from bot.clock import Clock
from bot.domain.privacy.trail import Sealer
from bot.workflow.privacy import audit_chain
from bot.workflow.privacy.audit_chain import AuditChain
from tests.desk_steps import seen
from tests.looks import WHY, looks
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
    assert operator.invoke(app, ["audit", "verify"]).stdout.startswith("The audit trail is whole up to seal ")
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
    assert operator.invoke(app, ["audit", "verify"]).exit_code == 0  # it was done this minute
    worked.wait(timedelta(minutes=2))
    late = operator.invoke(app, ["audit", "verify"])
    assert (late.exit_code, "it has no seal after a minute" in late.stderr) == (1, True)
    sealed(worked)
    assert worked.rows("SELECT count(*) AS n FROM audit_seals")[0].n == before + 1
    assert operator.invoke(app, ["audit", "verify"]).exit_code == 0
    with pytest.raises(Exception, match="append-only"):
        worked.rows("DELETE FROM audit_seals")


def test_bm_regie_and_the_log_are_told_the_newest_seal_each_day_and_it_shows_a_cut(
    worked: Stage, operator: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = worked.program.workflow.audit_chain
    monkeypatch.setattr(audit_chain, "log", structlog.get_logger())  # one that no other test has used yet
    with capture_logs() as logs:
        for _ in range(2):
            chain.tell()
            worked.settle()
    [told] = [one.plain() for one in worked.supervision.messages if "auditspoor" in one.plain()]
    [seal] = re.findall(r"[0-9]+:[0-9a-f]{64}", told)
    assert [f"{one['number']}:{one['hash']}" for one in logs if one["event"] == "trail stands"] == [seal]
    assert operator.invoke(app, ["audit", "verify", "--expect", seal]).exit_code == 0
    number = int(seal.partition(":")[0])
    tampers(worked, f"DELETE FROM audit_seals WHERE number = {number}")
    worked.rows("DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)")
    assert operator.invoke(app, ["audit", "verify"]).exit_code == 0  # nothing in the database tells
    cut = operator.invoke(app, ["audit", "verify", "--expect", seal])
    assert (cut.exit_code, cut.stderr) == (
        1,
        f"The audit trail is broken: seal {number} is missing: its end was cut off.\n",
    )
    assert operator.invoke(app, ["audit", "verify", "--expect", "7"]).exit_code == 1
    worked.wait(timedelta(days=1))
    chain.tell()
    worked.settle()
    assert f"{number - 1}:" in worked.supervision.messages[-1].plain()


def test_a_free_reason_stands_beside_the_trail_and_can_be_erased(worked: Stage, operator: CliRunner) -> None:
    why = "De melder heet Pietersen."
    worked.wait(timedelta(minutes=16))  # then a reason is asked again
    worked.presses(worked.carla, worked.reply_message(), "Origineel")
    seen(worked.carla).fill({WHY: "Anders, namelijk...", "Namelijk": why}).submit()
    worked.settle()
    sealed(worked)
    [line] = worked.audited("saw_original")
    assert (why in str(line.details), why in str(line.words)) == (False, True)
    exported = operator.invoke(app, ["audit", "export"]).stdout
    assert why in exported
    [number] = [one["id"] for one in map(json.loads, exported.splitlines()) if one["what"] == "saw_original"]
    tampers(worked, 'UPDATE audit_words SET words = \'{"words": "Niets."}\'')
    broken = operator.invoke(app, ["audit", "verify"])
    assert f"at line {number}: the words beside it were changed" in broken.stderr
    assert operator.invoke(app, ["audit", "erase-words", str(number)]).stdout == "Erased.\n"
    assert operator.invoke(app, ["audit", "erase-words", str(number)]).exit_code == 1
    assert operator.invoke(app, ["audit", "verify"]).exit_code == 0
    assert [row.subject for row in worked.audited("erased_words")] == ["reply 1"]


@pytest.mark.parametrize("key", ["", "a key of somebody else, of thirty-two characters"])
def test_seals_of_another_key_are_told_and_nothing_is_added_to_them(
    worked: Stage, operator: CliRunner, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_KEY", key)
    verified = operator.invoke(app, ["audit", "verify"])
    assert (verified.exit_code, "AUDIT_KEY" in verified.stderr) == (1, True)
    before = worked.rows("SELECT count(*) AS n FROM audit_seals")
    looks(worked, worked.carla, worked.reply_message(), "Origineel")
    other = AuditChain(worked.program.workflow.audit_chain._work, Clock(), Sealer(key), time(9))
    worked.program.workflow.audit_chain.give_back()
    assert not other.seal_next()
    assert worked.rows("SELECT count(*) AS n FROM audit_seals") == before


def test_a_trail_of_before_the_key_goes_on_with_it(stage: Stage, operator: CliRunner) -> None:
    stage.overrides["audit_key"] = None
    stage.restart()
    stage.lives("Noor")
    stage.asks()
    sealed(stage)
    keyless = operator.invoke(app, ["audit", "verify"])
    assert "no line is sealed with AUDIT_KEY" in keyless.stderr
    stage.program.workflow.audit_chain.give_back()
    stage.overrides.pop("audit_key")
    stage.restart()
    sealed(stage)
    assert "with AUDIT_KEY from seal 3 on." in operator.invoke(app, ["audit", "verify"]).stdout

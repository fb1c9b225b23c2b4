"""A back-up of a running bot, and one that is put back: no mail goes out twice for it."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from bot.cli.starting import operator_name
from tests.cli.commands import run
from tests.databases import fresh_sqlite
from tests.doubles.slack import Message
from tests.stage import Stage


@pytest.fixture
def database_url() -> str:
    return fresh_sqlite()


@pytest.fixture
def alert(stage: Stage) -> Message:
    """A mail that waits for its hold to end, in a bot that runs."""
    stage.lives("Noor")
    stage.sendgrid.fail_next(status=429, retry_after=60)
    return stage.approved()


def database(stage: Stage) -> dict[str, str]:
    return {"DATABASE_URL": stage.database_url, "BLOBS_URL": str(stage.files)}


def test_a_running_bot_is_backed_up_whole_and_for_the_owner_only(stage: Stage, tmp_path: Path) -> None:
    stage.lives("Noor")
    stage.approved()
    stage.answers("Noor", "Ik zag een bus.")
    file = tmp_path / "backup.db"
    told = run("backup", str(file), **database(stage))
    assert (told.exit_code, told.stdout.splitlines()[0]) == (0, f"Written to {file}.")
    assert str(stage.files) in told.stdout
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with closing(sqlite3.connect(file)) as copy:
        assert copy.execute("SELECT count(*) FROM replies").fetchone() == (1,)
    assert [found.name for found in tmp_path.iterdir()] == ["backup.db"]


@pytest.mark.parametrize(("command", "program"), [("backup", "pg_dump"), ("restore", "pg_restore")])
def test_for_postgresql_it_says_how_without_the_password(
    command: str, program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engine.database_trouble", lambda _: "")
    (file := tmp_path / "a file").touch()
    address = "postgresql://bot:geheim@db.example.nl:5433/name?sslmode=require&password=geheim"
    told = run(command, str(file), DATABASE_URL=address)
    assert told.exit_code == 1
    assert "geheim" not in told.output
    line = next(one for one in told.output.splitlines() if program in one)
    assert f"'{file}'" in line
    assert "'postgresql://bot@db.example.nl:5433/name?sslmode=require'" in line


def test_a_back_up_is_on_record_in_itself_too(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    assert run("backup", str(file), **database(stage)).exit_code == 0
    [line] = stage.audited("backed_up")
    assert (line.who, line.subject, operator_name() in str(line.details)) == ("operator", "database", True)
    with closing(sqlite3.connect(file)) as copy:
        assert copy.execute("SELECT count(*) FROM audit WHERE what = 'backed_up'").fetchone() == (1,)


def test_it_is_made_also_where_nothing_can_be_written_down(stage: Stage, tmp_path: Path) -> None:
    """On a full disk it is needed most."""
    stage.rows("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END")
    file = tmp_path / "backup.db"
    told = run("backup", str(file), **database(stage))
    assert (told.exit_code, "is not on record" in told.stderr, file.exists()) == (0, True, True)


def test_a_file_that_is_there_is_left_alone(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    file.write_text("mine")
    told = run("backup", str(file), **database(stage))
    assert (told.exit_code, told.stderr) == (1, f"{file} can't be written: File exists.\n")
    assert file.read_text() == "mine"


def test_a_folder_that_is_not_there_is_told(stage: Stage, tmp_path: Path) -> None:
    told = run("backup", str(tmp_path / "none" / "backup.db"), **database(stage))
    assert told.exit_code == 1
    assert "can't be written" in told.stderr


def test_what_a_back_up_still_owes_is_not_sent_again(stage: Stage, alert: Message, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    assert run("backup", str(file), **database(stage)).exit_code == 0
    stage.later(minutes=5)
    assert len(stage.sendgrid.sent) == 1
    stage.program.stop()

    stage.rows("DELETE FROM heartbeat")
    told = run("restore", str(file), **database(stage))
    assert (told.exit_code, told.stderr) == (0, "")
    assert "Not sent unasked: 1 parts of mails and 0 letters" in told.stdout
    stage.program = stage.start_program()
    stage.later(hours=1)
    assert len(stage.sendgrid.sent) == 1
    question, *_reminders = stage.supervision.messages
    assert "BM-2026-0001 · mail aan 1 ontvanger" in question.plain()
    assert "niet bekend of dit is verstuurd" in question.plain()
    stage.presses(stage.els, question, "Laten vervallen")
    assert len(stage.sendgrid.sent) == 1
    assert [message.plain() for message in stage.intake.messages] == [alert.plain()]


def test_the_database_as_it_was_stays_whatever_is_put_back_after_it(stage: Stage, tmp_path: Path) -> None:
    """Who put back the wrong one tries the next: what nobody has elsewhere is the database of before the first."""
    file, here = tmp_path / "backup.db", Path(make_url(stage.database_url).database or "")
    run("backup", str(file), **database(stage))
    stage.lives("Noor")
    stage.program.stop()
    stage.rows("DELETE FROM heartbeat")
    kept = []
    for _ in range(3):
        told = run("restore", str(file), **database(stage))
        assert told.exit_code == 0, told.stderr
        kept += [Path(line.split()[-1].rstrip(".")) for line in told.stdout.splitlines() if "is kept in" in line]
    assert len({*kept}) == 3
    assert all(one.parent == here.parent for one in kept)
    with closing(sqlite3.connect(kept[0])) as first:
        assert first.execute("SELECT count(*) FROM participants").fetchone() == (1,)


def test_a_bot_that_runs_keeps_its_database(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    run("backup", str(file), **database(stage))
    stage.program.workflow.monitoring.write_heartbeat()
    told = run("restore", str(file), **database(stage))
    assert told.exit_code == 1
    assert told.stderr.startswith("The bot runs on this database.")


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00" + bytes(2000)])
def test_a_file_that_is_no_back_up_changes_nothing(stage: Stage, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "backup.db"
    file.write_bytes(content)
    told = run("restore", str(file), **database(stage))
    assert told.exit_code == 1
    assert "is no back-up of this bot" in told.stderr
    assert stage.visits("/readyz").status_code == 200


@pytest.mark.parametrize("words", [["restore"], ["restore", __file__, "--done"]])
def test_what_to_put_back_must_be_said(words: list[str]) -> None:
    assert "Say which FILE to put back" in run(*words).stderr

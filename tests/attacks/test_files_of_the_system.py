"""Somebody else on the machine, or who gets hold of the files: nothing that others may read, nothing left of words."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import __main__ as command_line
from bot.cli.check_inside import check_own_files
from bot.settings import load_settings
from bot.settings.together import PRACTICE
from storage.engine import empty_wal, make_engine
from storage.unit_of_work import unit_of_work
from tests.cli.commands import ENVIRONMENT
from tests.domain.samples import NOON
from tests.storage.things import approved, replied

WORDS = "een man met een rode pet bij nummer zeven"


@pytest.fixture
def own_umask() -> Iterator[None]:
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


@pytest.mark.usefixtures("own_umask")
def test_the_database_is_its_owners_from_the_first_line_on_and_check_tells_of_one_that_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "checkout" / "data"
    place.mkdir(parents=True, mode=0o700)
    file, files = place / "bm.db", place / "files"
    files.mkdir(mode=0o700)
    for name, value in {**ENVIRONMENT, "DATABASE_URL": f"sqlite:///{file}", "BLOBS_URL": str(files)}.items():
        monkeypatch.setenv(name, value)
    os.umask(0o022)
    monkeypatch.setattr("sys.argv", ["burgernetmail", "migrate"])
    with pytest.raises(SystemExit):
        command_line.main()
    assert mode(file) == 0o600
    with sqlite3.connect(file) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("CREATE TABLE t (x)")
        assert mode(file.with_name("bm.db-wal")) == 0o600
    settings = load_settings()
    assert [finding.ok for finding in check_own_files(settings)] == [True]
    file.chmod(0o644)
    files.chmod(0o755)
    (tmp_path / "checkout" / ".git").mkdir()
    told = [finding for finding in check_own_files(settings) if not finding.ok]
    assert f"others on this machine may read {file}, {files}" in told[0].what
    assert told[0].remedy == f"Run: chmod -R go= {file} {files}"
    assert [finding.what for finding in told[1:]] == [
        f"{folder} is inside the git checkout {tmp_path}/checkout" for folder in (place, files)
    ]


def test_what_the_demo_keeps_is_ignored_by_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    place = tmp_path / PRACTICE
    for name, value in {**ENVIRONMENT, "DATABASE_URL": f"sqlite:///{place}/demo.db", "BLOBS_URL": str(place)}.items():
        monkeypatch.setenv(name, value)
    assert [finding.what for finding in check_own_files(load_settings()) if not finding.ok] == []
    ignored = (Path(__file__).parents[2] / ".gitignore").read_text().split()
    assert {f"{PRACTICE}/", "burgernetmail.db*", "burgernetmail-files/"} <= set(ignored)


def test_of_what_was_erased_no_file_of_sqlite_holds_a_word(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bm.db"
    from bot.clock import Clock
    from storage.engine import migrate

    migrate(url)
    engine = make_engine(url)
    work = unit_of_work(engine, Clock())
    reply_id = replied(work, approved(work).id, 1).id
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE replies SET words = ? WHERE id = ?", (WORDS, reply_id))
    with work() as uow:
        uow.audit.record("U1", "saw_original", f"reply {reply_id}", NOON, {"words": WORDS}, reason="other")
    assert left_of(tmp_path)
    with work() as uow:
        uow.erasures.erase_reply(reply_id, NOON)
    empty_wal(url)
    assert not left_of(tmp_path)
    assert (tmp_path / "bm.db-wal").stat().st_size == 0
    engine.dispose()


def left_of(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir() if WORDS.encode() in file.read_bytes()]

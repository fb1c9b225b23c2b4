"""The command line, as an operator types it."""

import errno
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from socket import create_server

import pytest

from storage.engine import make_engine
from tests.cli.commands import ENVIRONMENT, run, run_bare
from tests.databases import fresh_sqlite

HEADER = "email,name,postcode,house_number,neighbourhood,x,y\n"
GOOD = "noor@example.nl,Noor,3823 AB,12,Kattenbroek,155800,467300\n"


def serve(**changed: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: it sets up the logs for good."""
    environment = {**os.environ, **ENVIRONMENT, **changed}
    return subprocess.run(
        [sys.executable, "-m", "bot", "serve"], env=environment, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "participants.csv"


def test_it_tells_its_version_and_its_commands_in_the_order_of_use() -> None:
    assert run("--version").stdout == f"burgernetmail {version('burgernetmail')}\n"
    told = run("-h").stdout
    places = [told.index(f" {command} ") for command in ("demo", "check", "migrate", "serve", "participants", "audit")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "words",
    [
        *(["migrate"], ["reach"], ["report"], ["retention", "--dry-run"], ["audit", "verify"]),
        *(["participants", "export", "-"], ["survey", "export", "/nowhere/at/all"]),
        *(
            ["participants", "import", __file__],
            ["households", "import", __file__],
            ["addresses", "import", __file__],
            ["day-monitor", "import", __file__],
        ),
        *(["privacy", "export", "noor@example.nl"], ["backup", "/nowhere/at/all"], ["restore", "--done"]),
    ],
)
def test_what_works_on_the_database_asks_for_no_slack_and_no_mail(words: list[str]) -> None:
    told = run_bare(*words, DATABASE_URL=fresh_sqlite())
    assert "settings are incomplete" not in told.stderr
    assert told.exit_code != 2, told.stderr


def test_whether_to_erase_is_asked() -> None:
    url = fresh_sqlite()
    assert run_bare("retention", DATABASE_URL=url).exit_code == 1
    told = run_bare("retention", "--yes", DATABASE_URL=url)
    assert (told.exit_code, told.stdout) == (0, "0 replies and 0 attachments erased, 0 under legal hold, 0 failed\n")


def test_a_place_that_is_taken_is_told() -> None:
    with create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        told = serve(DATABASE_URL=fresh_sqlite(), HTTP_PORT=port)
    assert told.returncode == 1
    assert f"127.0.0.1:{port}: Address already in use" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("command", [["check"], ["serve"]])
def test_wrong_settings_are_told_a_line_each(command: list[str]) -> None:
    told = run(*command, MAIL_FROM="nobody", CHANNEL_TRIAGE="")
    assert told.exit_code == 1
    assert "\nMAIL_FROM: " in told.stderr
    assert "\nCHANNEL_TRIAGE: " in told.stderr
    assert "Traceback" not in told.stderr


def test_migrate_makes_a_new_database_and_may_be_run_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new.db"
    for _ in range(2):
        told = run("migrate", DATABASE_URL=url)
        assert (told.exit_code, told.stdout) == (0, "The database is up to date.\n")


def test_migrate_tells_of_a_database_that_a_newer_program_made() -> None:
    url = fresh_sqlite()
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    told = run("migrate", DATABASE_URL=url)
    assert told.exit_code == 1
    assert "The database is of a newer version than this program." in told.stderr


def test_serve_does_not_start_with_wrong_settings_or_an_old_database(tmp_path: Path) -> None:
    told = serve(MAIL_FROM="nobody")
    assert (told.returncode, "\nMAIL_FROM: " in told.stderr) == (1, True)
    told = serve(DATABASE_URL=f"sqlite:///{tmp_path}/new.db")
    assert (told.returncode, told.stderr) == (1, "The database is not of this version. Run: burgernetmail migrate\n")


def test_an_old_database_is_told_to_be_migrated(tmp_path: Path) -> None:
    told = run("participants", "import", __file__, DATABASE_URL=f"sqlite:///{tmp_path}/new.db")
    assert told.exit_code == 1
    assert "Run: burgernetmail migrate" in told.stderr


@pytest.fixture
def hidden(file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in a folder of root's: the command goes on as the bot's own user, who may not look into it."""
    stat = Path.stat

    def refused(self: Path, **how: bool) -> os.stat_result:
        if self.name == file.name:
            raise PermissionError(errno.EACCES, "Permission denied")
        return stat(self, **how)

    monkeypatch.setattr(Path, "stat", refused)
    return file


@pytest.mark.parametrize(
    "command",
    [
        ["participants", "import"],
        ["households", "import"],
        ["addresses", "import"],
        ["day-monitor", "import"],
        ["restore"],
    ],
)
def test_a_file_that_can_not_be_read_is_told_as_what_it_is(command: list[str], hidden: Path) -> None:
    away = hidden.with_name("away.csv")
    for named, why in ((hidden, "Permission denied"), (away, "No such file"), (hidden.parent, "Is a directory")):
        told = run(*command, str(named), COLUMNS="1000")
        assert (told.exit_code, f"{named} can't be read: {why}" in told.stderr) == (2, True), told.stderr


def test_a_folder_that_may_not_be_looked_into_is_told_where_something_is_written(hidden: Path) -> None:
    told = run("participants", "export", str(hidden), DATABASE_URL=fresh_sqlite())
    assert (told.exit_code, f"{hidden} can't be written: Permission denied." in told.stderr) == (1, True), told.stderr


@pytest.mark.parametrize("command", [["migrate"], ["participants", "import", __file__]])
def test_a_database_that_is_away(command: list[str]) -> None:
    told = run(*command, DATABASE_URL="sqlite:////nowhere/at/all.db")
    assert told.exit_code == 1
    assert "The database can't be reached" in told.stderr


def test_a_participants_file_is_read_and_read_again(file: Path) -> None:
    url = fresh_sqlite()
    file.write_text(HEADER + GOOD)
    assert run("participants", "import", str(file), DATABASE_URL=url).stdout.startswith("1 new, 0 changed")
    assert run("participants", "import", str(file), DATABASE_URL=url).stdout.startswith("0 new, 0 changed, 1 unchanged")
    file.write_text(HEADER + GOOD.replace(",12,", ",14,"))
    assert run("participants", "import", str(file), DATABASE_URL=url).stdout.startswith("0 new, 1 changed")


def test_the_columns_of_a_place_may_be_missing(file: Path) -> None:
    """The middle of the postcode counts then."""
    file.write_text("email,name,postcode,house_number,neighbourhood\nnoor@example.nl,Noor,3823 AB,12,Kattenbroek\n")
    told = run("participants", "import", str(file), DATABASE_URL=fresh_sqlite())
    assert told.stdout.startswith("1 new, 0 changed, 0 unchanged, 0 refused")


def test_wrong_lines_are_told_and_the_others_are_in(file: Path) -> None:
    file.write_text(HEADER + GOOD + "noor,Noor,3823 AB,12,,,\n")
    told = run("participants", "import", str(file), DATABASE_URL=fresh_sqlite())
    assert told.exit_code == 1
    assert told.stderr == "line 3, email: not an e-mail address\n"
    assert told.stdout == "1 new, 0 changed, 0 unchanged, 1 refused\n"


@pytest.mark.parametrize(
    ("content", "why"), [(b"name\nNoor\n", "The first line must name"), ("email,né".encode("utf-16"), "is not UTF-8")]
)
def test_a_file_that_is_none_of_ours(file: Path, content: bytes, why: str) -> None:
    file.write_bytes(content)
    told = run("participants", "import", str(file), DATABASE_URL=fresh_sqlite())
    assert told.exit_code == 1
    assert why in told.stderr


def test_of_many_wrong_lines_some_are_told_and_the_rest_counted(file: Path) -> None:
    file.write_text(HEADER + "noor\n" * 1334 + GOOD + GOOD)
    told = run("participants", "import", str(file), DATABASE_URL=fresh_sqlite())
    lines = told.stderr.splitlines()
    assert (len(lines), lines[0], lines[-1]) == (101, "line 2, email: not an e-mail address", "and 1,235 more")
    assert told.stdout == "1 new, 0 changed, 0 unchanged, 1334 refused, 1 replaced by a later line\n"


def test_an_export_is_read_by_its_owner_only_and_can_be_imported_as_it_is(file: Path) -> None:
    url, out = fresh_sqlite(), file.with_name("out.csv")
    file.write_text(HEADER + GOOD)
    out.touch(0o644)
    run("participants", "import", str(file), DATABASE_URL=url)
    assert run("participants", "export", str(out), DATABASE_URL=url).exit_code == 0
    assert out.stat().st_mode & 0o777 == 0o600
    assert run("participants", "export", "-", DATABASE_URL=url).stdout == out.read_text()
    assert run("participants", "import", str(out), DATABASE_URL=url).stdout.startswith("0 new, 0 changed, 1 unchanged")


def test_reach_as_a_table_a_file_and_a_picture(file: Path) -> None:
    url = fresh_sqlite()
    told = run("reach", DATABASE_URL=url)
    assert (told.exit_code, "households import" in told.stderr) == (1, True)
    file.write_text(HEADER + GOOD + GOOD.replace("noor", "omar").replace("Kattenbroek", "Elders"))
    run("participants", "import", str(file), DATABASE_URL=url)
    homes, table, picture = (file.with_name(name) for name in ("homes.csv", "reach.csv", "reach.png"))
    homes.write_text("Huishoudens;Wijk\n1.600;[b]Hoogland\n3;Kattenbroek\nveel;De Hoef\n")
    told = run("households", "import", str(homes), DATABASE_URL=url)
    assert (told.exit_code, told.stderr) == (1, "line 4, households: not a number of households\n")
    assert told.stdout == "2 new, 0 changed, 0 unchanged, 1 refused\n"
    told = run("reach", "--csv", str(table), "--png", str(picture), DATABASE_URL=url, REACH_NORM_PER_100="5")
    for part in ("the norm is 5", "[b]Hoogland", "33.3", "80 participants are missing", "Elders, 1 participants"):
        assert part in told.stdout
    assert table.read_text().splitlines()[1:] == ["[b]Hoogland,0,1600,0.0,80", "Kattenbroek,1,3,33.3,0"]
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("option", ["--csv", "--xlsx", "--png"])
def test_a_file_that_can_not_be_written_is_told_in_a_line(tmp_path: Path, option: str) -> None:
    url = fresh_sqlite()
    for place, why in ((tmp_path / "none" / "x", "No such file or directory"), (tmp_path, "Is a directory")):
        told = run("report", option, str(place), DATABASE_URL=url)
        assert (told.exit_code, told.stderr) == (1, f"{place} can't be written: {why}.\n")


def test_neither_can_a_register(file: Path) -> None:
    url, nowhere = fresh_sqlite(), str(file / "none")
    file.write_text("wijk;huishoudens\nHoogland;3\n")
    run("households", "import", str(file), DATABASE_URL=url)
    for command in (["participants", "export"], ["reach", "--csv"], ["reach", "--png"]):
        told = run(*command, nowhere, DATABASE_URL=url)
        assert (told.exit_code, told.stderr) == (1, f"{nowhere} can't be written: Not a directory.\n")


def test_a_command_says_its_answer_and_logs_nothing_of_it(file: Path) -> None:
    file.write_text("BVH-nummer;Straat;Datum\n")
    told = subprocess.run(
        [sys.executable, "-m", "bot", "day-monitor", "import", str(file)],
        env={**os.environ, **ENVIRONMENT, "DATABASE_URL": fresh_sqlite()},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (told.stdout, told.stderr) == ("nothing new\n", "")


def test_check_tells_every_part_even_where_a_setting_can_not_be_read() -> None:
    told = run("check", DATABASE_URL="postgresql://host:port/name", PUBLIC_URL="http://localhost.example.nl")
    assert told.exit_code == 1
    for line in (
        "wrong bot token: ",
        "      Slack can't be reached: check the network and SLACK_API_URL.",
        "wrong DATABASE_URL: ValueError",
        "wrong mail provider smtp: ",
        "wrong privacy page, to be told before the first mail: PRIVACY_CONTROLLER, PRIVACY_CONTACT, PRIVACY_OFFICER, ",
        "wrong PUBLIC_URL http://localhost.example.nl",
    ):
        assert f"\n{line}" in f"\n{told.stdout}"


def test_a_command_that_dies_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    from bot.cli.starting import writing

    file = tmp_path / "export.csv"
    file.write_text("old")

    def dies() -> None:
        with writing(file) as part:
            part.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        dies()
    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("export.csv", "old")]

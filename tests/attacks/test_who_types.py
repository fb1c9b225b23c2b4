"""As deploy/install.sh puts the command there, the trail had the bot's own user for whoever erased or took out."""

import os
from pathlib import Path
from pwd import getpwuid

import pytest

from bot.cli import starting
from bot.cli.starting import operator_name
from tests.cli.commands import run
from tests.stage import Stage

NOBODY_YET = 2**32 - 1


@pytest.mark.parametrize(
    ("logged_in", "told"),
    [
        ("0", "root"),
        (str(NOBODY_YET), getpwuid(os.getuid()).pw_name),
        ("4000000", "4000000"),
        ("", getpwuid(os.getuid()).pw_name),
    ],
)
def test_it_is_who_logged_in_whatever_user_the_command_goes_on_as(
    logged_in: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "loginuid"
    kept.write_text(logged_in)
    monkeypatch.setattr(starting, "LOGIN", kept)
    if logged_in == "0":
        monkeypatch.setattr(os, "getuid", lambda: 65534)
    assert operator_name() == told


def test_where_the_system_does_not_tell_it_is_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "LOGIN", tmp_path / "none")
    assert operator_name() == getpwuid(os.getuid()).pw_name


def test_who_takes_everybody_along_is_named(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trail told of an export of all participants that an operator had made it."""
    kept = tmp_path / "loginuid"
    kept.write_text("4000000")
    monkeypatch.setattr(starting, "LOGIN", kept)
    stage.lives("Noor")
    file, database = tmp_path / "all.csv", {"DATABASE_URL": stage.database_url}
    assert run("participants", "export", str(file), **database).exit_code == 0
    assert run("participants", "import", str(file), **database).exit_code == 0
    [exported], [imported] = stage.audited("exported"), stage.audited("imported")
    assert ("4000000" in str(exported.details), "4000000" in str(imported.details)) == (True, True)

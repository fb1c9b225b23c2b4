"""As deploy/install.sh puts the command there, the trail had the bot's own user for whoever erased or took out."""

import json
import os
from datetime import timedelta
from pathlib import Path
from pwd import getpwuid

import pytest

from bot.cli import starting
from bot.cli.starting import operator_name
from tests.cli.commands import run
from tests.stage import Stage
from tests.surveys import fills_in, links, sent_survey

REGISTERS = {
    "households": "wijk;huishoudens\nHoogland;100\n",
    "addresses": "street,number,addition,postcode,place,x,y,purpose\n"
    "Dorpsstraat,1,,3823 AB,Amersfoort,155000,463000,woonfunctie\n",
    "incidents": "BVH-nummer;Straat;Pleegdatum\n2026112401;Dorpsstraat 1;13-01-2026\n",
}
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


@pytest.mark.parametrize(
    ("typed", "what", "subject"),
    [
        (("audit", "export"), "exported_audit", "audit trail"),
        (("report", "--csv", "{file}"), "exported_figures", "period 2026-02"),
        (("report", "--xlsx", "{file}"), "exported_figures", "period 2026-02"),
        (("survey", "export", "{file}"), "exported_survey", "ENQ-1"),
        (("retention", "--yes"), "ran_retention", "database"),
        (("households", "import", "{households}"), "imported", "households"),
        (("addresses", "import", "{addresses}"), "imported", "addresses"),
        (("day-monitor", "import", "{incidents}"), "imported", "day monitor 1"),
        (("privacy", "export", "buur0@example.nl", "--to", "{file}"), "exported", "participant 1"),
    ],
)
def test_whatever_an_operator_takes_out_or_brings_in_is_on_record_with_who_it_was(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], what: str, subject: str
) -> None:
    """The whole trail, and figures with colleagues' names, left no line."""
    sent_survey(stage)
    for link in links(stage).values():
        fills_in(stage, link)
    stage.wait(timedelta(days=22))
    kept = tmp_path / "loginuid"
    kept.write_text("4000000")
    monkeypatch.setattr(starting, "LOGIN", kept)
    files = {"file": tmp_path / "out"}
    for name, line in REGISTERS.items():
        files[name] = tmp_path / name
        files[name].write_text(line)
    words = [word.format(**files) for word in typed]
    done = run(*words, DATABASE_URL=stage.database_url, BLOBS_URL=str(stage.files))
    assert (done.exit_code, done.stderr) == (0, done.stderr)
    [row] = [row for row in stage.audited(what) if row.subject == subject]
    assert "4000000" in str(row.details)


def test_the_file_of_the_trail_ends_with_who_took_it(stage: Stage) -> None:
    database = {"DATABASE_URL": stage.database_url}
    for number in (1, 2):
        lines = [json.loads(line) for line in run("audit", "export", **database).stdout.splitlines()]
        assert lines[-1]["what"] == "exported_audit"
        assert [line["what"] for line in lines].count("exported_audit") == number

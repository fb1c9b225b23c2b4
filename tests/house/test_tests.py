"""What holds for the tests themselves."""

import ast
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from _pytest.timing import Instant

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tests").rglob("*.py"))
MARKERS = {"unit", "story", "postgres", "browser"}
HEAVY = {"slack_bolt", "slack_sdk", "sqlalchemy", "starlette", "sendgrid", "httpx", "matplotlib", "playwright"}
"""Libraries of the edges: a rule needs none of them."""
KINDS = ("MARKS ", "MODULES ")

LOOKING = """
import sys
import pytest

class Looking:
    def pytest_collection_finish(self, session):
        for item in session.items:
            print("MARKS", item.path, *sorted({mark.name for mark in item.iter_markers()}))

    def pytest_sessionfinish(self):
        print("MODULES", *sys.modules)

sys.exit(pytest.main(sys.argv[1:], plugins=[Looking()]))
"""


def told(*arguments: str) -> list[list[str]]:
    """What a run of pytest in a process of its own says of markers and modules, a line each."""
    command = [sys.executable, "-c", LOOKING, *arguments]
    alone = {name: value for name, value in os.environ.items() if name != "STORIES"}
    done = subprocess.run(command, cwd=ROOT, env=alone, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    # what pytest prints itself may stand before it on its line
    return [line[line.index(kind) :].split() for line in done.stdout.splitlines() for kind in KINDS if kind in line]


def names(file: Path) -> Iterator[str]:
    """Every module that this file imports, and every name that it takes from one, with its module before it."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def marks(file: Path) -> set[str]:
    """What follows `pytest.mark.` anywhere in it."""
    tree = ast.parse(file.read_text())
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute) and node.value.attr == "mark"
    }


def test_nothing_is_imported_from_a_test_module_or_a_conftest() -> None:
    found = {(file, part) for file in FILES for name in names(file) for part in name.split(".")[1:-1]}
    assert [str(file) for file, part in found if part == "conftest" or part.startswith("test_")] == []
    modules = {name for file in FILES for name in names(file) if name.startswith("tests.")}
    assert [name for name in modules if (ROOT / f"{name.replace('.', '/')}.py").name.startswith("test_")] == []


@pytest.mark.parametrize(
    "arguments", [["tests/domain/participants/test_people.py"], ["tests/domain", "--collect-only"]]
)
def test_rules_are_tested_without_the_program(arguments: list[str]) -> None:
    """A count of what they load, for a clock would depend on the machine: a file of them takes under a second."""
    [modules] = [words for kind, *words in told(*arguments) if kind == "MODULES"]
    assert "bot.domain.participants.people" in modules
    assert HEAVY & set(modules) == set()


def test_a_postgresql_is_asked_for_by_fixtures_alone() -> None:
    """So that its marker is true."""
    asked = [
        str(file)
        for file in FILES
        if file.name != "conftest.py" and "bench" not in file.parts
        for name in names(file)
        if name in {"tests.postgres.fresh_postgres", "tests.postgres.empty_postgres"}
    ]
    assert asked == []


def test_markers_are_given_in_one_place() -> None:
    options = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pytest"]["ini_options"]
    assert {marker.split(":")[0] for marker in options["markers"]} == MARKERS
    assert "--strict-markers" in options["addopts"]
    assert [str(file) for file in FILES if marks(file) & MARKERS] == []


MARKED = {
    "domain/participants/test_people.py": {"unit"},
    "contacts/test_phone_numbers.py": {"unit"},
    "mail/test_tokens.py": {""},
    "storage/test_paging.py": {"", "postgres"},
    "storage/schema/test_migrations.py": {"", "postgres"},
    "scenarios/test_sent_back.py": {"story", "postgres story"},
    "scenarios/test_asking.py": {"story"},
    "browser/test_the_survey.py": {"browser story"},
}


def test_markers_are_true() -> None:
    found: dict[str, set[str]] = {file: set() for file in MARKED}
    for kind, *words in told("--collect-only", *(f"tests/{file}" for file in MARKED)):
        if kind == "MARKS":
            file = str(Path(words[0]).relative_to(ROOT / "tests"))
            found[file].add(" ".join(name for name in words[1:] if name in MARKERS))
    assert found == MARKED


def test_freezing_and_moving_time_leaves_pytest_s_own_clock_alone(wait: Callable[[timedelta], object]) -> None:
    """What --durations and the reports tell stays true."""
    before = Instant()
    wait(timedelta(days=1))
    assert 0 <= before.elapsed().seconds < 60
    assert 0 <= Instant().time - before.time < 60

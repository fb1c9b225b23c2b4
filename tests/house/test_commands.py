"""What developers type: the Makefile tells of all that it makes, and what runs before a commit is ours."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text()


def test_make_alone_lists_every_target_with_a_line() -> None:
    done = subprocess.run(["make", "-s"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = re.findall(r"^make (\w+) +\S.*$", done.stdout, re.MULTILINE)
    [targets] = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert sorted(listed) == sorted(targets.split()) == sorted(re.findall(r"^(\w+):", MAKEFILE, re.MULTILINE))


def test_a_check_needs_no_browser_and_no_database_server() -> None:
    [recipe] = re.findall(r"^check: (.+?)\n\n", MAKEFILE, re.MULTILINE | re.DOTALL)
    assert recipe.split(" ##")[0] == "setup"
    assert '-m "not postgres and not browser"' in recipe


def test_what_runs_before_a_commit_is_our_own() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text()
    repositories: list[dict[str, Any]] = yaml.safe_load(text)["repos"]
    assert [one["repo"] for one in repositories] == ["local"]
    assert "://" not in text
    hooks = repositories[0]["hooks"]
    assert {hook["language"] for hook in hooks} == {"system"}
    tools = {hook["entry"].split()[0].removeprefix(".venv/bin/") for hook in hooks}
    assert tools == {"ruff", "mypy", "lint-imports"}
    assert [tool for tool in tools if not Path(sys.executable).with_name(tool).exists()] == []

"""Lint, layout, types and floors hold: what `make check` runs by itself."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]


def test_the_types_hold() -> None:
    run("mypy")


def test_the_lint_holds() -> None:
    run("ruff", "check", "--no-cache")


def test_the_layout_of_the_code_holds() -> None:
    run("ruff", "format", "--check", "--no-cache")


def test_the_floors_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]

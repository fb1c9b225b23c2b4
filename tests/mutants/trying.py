"""A room's mutants, written and tried by mutmut in a copy of the project: the working tree stays as it is."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.mutants.rooms import ROOT, Room

MUTMUT: Final = Path(sys.executable).with_name("mutmut")
CHOSEN: Final = (
    *("-m", "not postgres and not browser", "-k", "not takes_longer and not guarded_where_it_is_made"),
    *("--hypothesis-profile=ci", "-p", "tests.mutants.imports"),
)
"""Tests that ask for a database have SQLite. A clock tells nothing where each call is led past its mutants, and who
reads the source reads all mutants at once; the profile has no deadline, and the same examples for each mutant."""
PATIENCE: Final = 4
MOMENT: Final = 5
"""A mutant has four times as long as its tests took, and twenty seconds: one that goes on for ever is found out."""
SPINS: Final = re.compile(r"[⠀-⣿] ").match
NOTICED: Final = frozenset({"killed", "timeout"})


class NotTried(Exception):
    """mutmut gave up; its output tells why."""


class Copy:
    """A room in a folder of its own."""

    def __init__(self, room: Room, folder: Path, at_once: int) -> None:
        self._room = room
        self._folder = folder
        self._at_once = at_once

    def mutants(self) -> list[str]:
        """Writes all that there are, and tells their names."""
        _copy_project(self._folder)
        (self._folder / "setup.cfg").write_text(_settings(self._room))
        self._run(sys.executable, "-m", "tests.mutants.making")
        return sorted(self._verdicts())

    def survivors(self, chosen: Sequence[str]) -> dict[str, str]:
        """Those that no test noticed, each with what was changed."""
        if not chosen:
            return {}
        if self._room.tests:
            self._run(str(MUTMUT), "run", "--max-children", str(self._at_once), *chosen)
        verdicts = self._verdicts()
        unnoticed = [name for name in chosen if verdicts[name] not in NOTICED]
        return {name: self._change(name) for name in unnoticed}

    def _verdicts(self) -> dict[str, str]:
        told = self._run(str(MUTMUT), "results", "--all", "true")
        return dict(re.findall(r"^    (\S+): (.+)$", told, re.MULTILINE))

    def _change(self, name: str) -> str:
        return "\n".join(
            line for line in self._run(str(MUTMUT), "show", name).splitlines() if re.match(r"(?:# |[-+](?![-+]))", line)
        )

    def _run(self, *command: str) -> str:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(command, cwd=self._folder, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            told = [line for line in f"{done.stdout}{done.stderr}".splitlines() if line.strip() and not SPINS(line)]
            raise NotTried("\n".join([self._room.name, *told[-40:]]))
        return done.stdout


def _copy_project(folder: Path) -> None:
    """What git knows or does not ignore."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def _settings(room: Room) -> str:
    lists = {
        "source_paths": ["bot"],
        "only_mutate": room.files,
        "also_copy": ["storage", "handlers", "manifest.yml"],
        "pytest_add_cli_args": CHOSEN,
        "pytest_add_cli_args_test_selection": room.tests,
    }
    values = {
        "process_isolation": "forkserver",  # no mutant inherits what another test has cached
        "track_dependencies": "false",
        "use_git_change_detection": "false",
        "timeout_multiplier": PATIENCE,
        "timeout_constant": MOMENT,
    }
    told = {**{name: "".join(f"\n  {one}" for one in many) for name, many in lists.items()}, **values}
    return "[mutmut]\n" + "".join(f"{name} = {value}\n" for name, value in told.items())

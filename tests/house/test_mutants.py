"""What `make mutants` changes and which tests it asks are there."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.mutants import trying
from tests.mutants.rooms import GUARDS, ROOT, STORIES, Room, rooms


def test_every_room_has_its_rules_and_tests() -> None:
    found = rooms()
    assert [file for room in found for file in room.files if not (ROOT / file).is_file()] == []
    asked = [f"tests/workflow/{name}" for name in GUARDS if name not in STORIES]
    stories = [f"tests/scenarios/{name}.py" for names in STORIES.values() for name in names]
    assert [test for test in (*asked, *stories) if not (ROOT / test).exists()] == []
    rules = {str(file.relative_to(ROOT)) for file in (ROOT / "bot/domain").rglob("*.py")}
    changed = {file for room in found for file in room.files}
    assert [name for name in rules - changed if not name.endswith(("__init__.py", "words.py", "brands.py"))] == []


RULE = """
def slips(word: str) -> str:
    return f"{word}|{word[1:]}"


def number(text: str) -> int:
    return int(text)


SLIPS, LONGEST = slips("nu"), number("20")


def unused() -> bool:
    return True
"""
TESTS = """
from bot.rule import SLIPS


def test_that_says_nothing() -> None:
    assert SLIPS


def test_that_tells() -> None:
    assert "u" in SLIPS.split("|")
"""


def test_what_a_constant_is_made_by_is_tried_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tool itself, on a house of two rules that run while it is imported, and one that nothing needs."""
    house, copy = tmp_path / "house", tmp_path / "copy"
    files = {
        "bot/rule.py": RULE,
        "tests/test_rule.py": TESTS,
        **dict.fromkeys(("bot/__init__.py", "tests/__init__.py"), ""),
    }
    for name, text in files.items():
        (house / name).parent.mkdir(parents=True, exist_ok=True)
        (house / name).write_text(text, "utf-8")
    shutil.copytree(ROOT / "tests/mutants", house / "tests/mutants")
    subprocess.run(["git", "init", "--quiet", str(house)], check=True)
    monkeypatch.setattr(trying, "ROOT", house)
    copy.mkdir()
    tried = trying.Copy(Room("bot", ("bot/rule.py",), ("tests/test_rule.py",)), copy, 2)
    mutants = tried.mutants()
    assert {name.split("__")[0] for name in mutants} == {"bot.rule.x_slips", "bot.rule.x_number", "bot.rule.x_unused"}
    assert [name.split("__")[0] for name in tried.survivors(mutants)] == ["bot.rule.x_unused"]

"""What `make mutants` changes and which tests it asks are there."""

from tests.mutants.rooms import GUARDS, ROOT, STORIES, rooms


def test_every_room_has_its_rules_and_tests() -> None:
    found = rooms()
    assert [file for room in found for file in room.files if not (ROOT / file).is_file()] == []
    asked = [f"tests/workflow/{name}" for name in GUARDS if name not in STORIES]
    stories = [f"tests/scenarios/{name}.py" for names in STORIES.values() for name in names]
    assert [test for test in (*asked, *stories) if not (ROOT / test).exists()] == []
    rules = {str(file.relative_to(ROOT)) for file in (ROOT / "bot/domain").rglob("*.py")}
    changed = {file for room in found for file in room.files}
    assert [name for name in rules - changed if not name.endswith(("__init__.py", "words.py", "brands.py"))] == []

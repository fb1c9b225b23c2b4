"""What is mutated, room by room, and the tests that should notice."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
TABLES: Final = ("*_words.py", "words.py", "brands.py")
"""Data, not rules: a word more or less is measured by `make guard` and `make urgent`."""
GUARDS: Final = {
    "alerts": ("approving", "requesting", "proposing", "amending"),
    "leads": ("escalating",),
    "letters": ("guarding", "answering", "answering_many"),
    "participants": ("leaving", "pausing"),
    "privacy": ("retaining",),
    "replies": ("calling", "placing", "taking", "triaging"),
}
"""Use cases that say no."""
STORIES: Final = {
    "alerts": ("test_four_eyes", "test_sent_back", "test_asking"),
    "leads": ("test_leads", "test_other_case"),
    "letters": ("test_guarded_letters", "test_triage", "test_answer_texts", "test_by_phone", "test_writing_on"),
    "participants": ("test_no_more_mails", "test_who_stays", "test_taken_out"),
    "privacy": ("test_retention",),
    "replies": (
        "test_calling_back",
        "test_floods",
        "test_nobody_unanswerable",
        "test_other_case",
        "test_taking",
        "test_triage",
    ),
}
"""Where most of what they say is told: a use case alone has no form and no channel."""


@dataclass(frozen=True)
class Room:
    """A floor's room: `files` are mutated, one mutant at a time, and `tests` run on each."""

    name: str
    files: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def floor(self) -> str:
        return self.name.split("/")[0]


def rooms() -> list[Room]:
    return [*_rules(), *_use_cases()]


def _rules() -> list[Room]:
    domain = ROOT / "bot/domain"
    things = sorted(file.name for file in domain.iterdir() if (file / "__init__.py").exists())
    own_tests = sorted((ROOT / "tests/domain").glob("test_*.py"))
    own = Room("domain/common", _files(domain.glob("*.py")), tuple(str(test.relative_to(ROOT)) for test in own_tests))
    found = (
        Room(f"domain/{name}", _files((domain / name).rglob("*.py")), _that_are(f"tests/domain/{name}"))
        for name in things
    )
    return [room for room in (own, *found) if room.files]


def _use_cases() -> list[Room]:
    return [
        Room(
            f"workflow/{name}",
            tuple(f"bot/workflow/{name}/{module}.py" for module in modules),
            _that_are(f"tests/workflow/{name}", *(f"tests/scenarios/{one}.py" for one in STORIES.get(name, ()))),
        )
        for name, modules in GUARDS.items()
    ]


def _files(found: Iterable[Path]) -> tuple[str, ...]:
    rules = (file for file in found if not any(file.match(table) for table in TABLES) and file.name != "__init__.py")
    return tuple(sorted(str(file.relative_to(ROOT)) for file in rules))


def _that_are(*tests: str) -> tuple[str, ...]:
    return tuple(one for one in tests if (ROOT / one).exists())

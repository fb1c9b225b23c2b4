"""What takes longest begins first, and no test is lost by it."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.order import LONG, TESTS, longest_first


@dataclass(frozen=True)
class Item:
    path: Path
    name: str


def items(**files: int) -> Any:
    """So many tests in each file."""
    places = {"demo": "practice/test_demo.py", "pilot": "scenarios/test_the_pilot.py", "other": "web/test_pages.py"}
    return [Item(TESTS / places[file], f"test_{number}[x]") for file, many in files.items() for number in range(many)]


@pytest.mark.parametrize("workers", range(7))
@pytest.mark.parametrize(
    "asked", [{}, {"other": 1}, {"demo": 40, "other": 5}, {"other": 101, "pilot": 1, "demo": 7}, {"pilot": 1}]
)
def test_none_is_lost_or_doubled(asked: dict[str, int], workers: int) -> None:
    assert Counter(longest_first(items(**asked), workers)) == Counter(items(**asked))


def test_each_stretch_begins_with_a_long_one() -> None:
    ordered = longest_first(items(other=97, demo=2, pilot=1), 2)
    assert [ordered[place].path.parent.name for place in (0, 50, 51, 52)] == [
        "scenarios",
        "practice",
        "practice",
        "web",
    ]


def test_without_workers_they_run_as_they_stand() -> None:
    assert longest_first(items(other=3, pilot=1), 0) == items(other=3, pilot=1)


def test_the_long_ones_are_there() -> None:
    assert [name for name in LONG if not (TESTS / name.partition("[")[0]).exists()] == []

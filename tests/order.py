"""In which order the tests run: what takes longest begins first, so that no worker is left with it at the end."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

LONG: Final = (
    "scenarios/test_the_pilot.py",
    "scenarios/test_a_busy_day.py[postgresql]",
    "scenarios/test_a_busy_day.py[sqlite]",
    "house/test_tools.py",
    "attacks/test_everybody.py",
    "practice",
    "browser",
)
"""Folders, files, or a file on one database; each stays together: some of them wait for one another."""
TESTS: Final = Path(__file__).parent


def longest_first(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """xdist gives each worker one stretch of the list, and who is done a part of another's: each stretch begins with
    some of the long ones. All workers know how many they are, and so have the same list."""
    if not workers:
        return items
    found = ([item for item in items if _group(item) == name] for name in LONG)
    groups = [group for group in found if group]
    rest = [item for item in items if not _group(item)]
    size = -(-len(items) // workers)
    return [item for worker in range(workers) for item in _stretch(groups[worker::workers], rest, size)]


def _stretch(groups: list[list[pytest.Item]], rest: list[pytest.Item], size: int) -> Iterator[pytest.Item]:
    first = [item for group in groups for item in group]
    taken = max(0, size - len(first))
    yield from first
    yield from rest[:taken]
    del rest[:taken]


def _group(item: pytest.Item) -> str:
    """Its entry in the list; empty where it is none of them."""
    place = item.path.relative_to(TESTS).as_posix()
    database = item.name.partition("[")[2]
    names = (name for name in LONG if f"{place}[{database}" == name or place == name or place.startswith(f"{name}/"))
    return next(names, "")

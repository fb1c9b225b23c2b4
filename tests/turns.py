"""On which database a story plays in `make test`: on both where that is what it is about, on one of them by turns
otherwise. Rules, SQL, races and attacks are always on both, and so is every story in `make both`.

A story costs as much as a hundred rules, and what differs between the databases lies below it, under tests of its own.
"""

import os
from collections import defaultdict
from pathlib import Path
from typing import Final
from zlib import crc32

import pytest

STORIES: Final = Path(__file__).parent / "scenarios"
DATABASES: Final = ("sqlite", "postgresql")
BOTH: Final = {
    "test_a_busy_day.py",
    "test_a_standby_takes_over.py",
    "test_an_upgrade.py",
    "test_copies_that_stop.py",
    "test_four_eyes.py",
    "test_killed_and_stopped.py",
    "test_killed_at_every_step.py",
    "test_retention.py",
    "test_the_databases_locks.py",
    "test_the_trail.py",
    "test_the_whole_story.py",
    "test_what_it_asks.py",
}
"""Four eyes, nothing lost, nothing twice, the trail; what is counted."""


def by_turns(items: list[pytest.Item]) -> list[pytest.Item]:
    """Those that are left: a story's name alone decides which of the two it is, and the rows of a table take turns."""
    if os.environ.get("STORIES") != "by turns":
        return items
    rows: dict[str, dict[str, int]] = defaultdict(dict)
    return [item for item in items if _has_its_turn(item, rows)]


def _has_its_turn(item: pytest.Item, rows: dict[str, dict[str, int]]) -> bool:
    chosen = getattr(item, "callspec", None)
    database = chosen.params.get("database_url") if chosen else None
    if database is None or item.path.parent != STORIES or item.path.name in BOTH:
        return True
    story, _, row = item.nodeid.partition("[")
    number = rows[story].setdefault(row.replace(str(database), ""), len(rows[story]))
    return DATABASES[(crc32(story.encode()) + number) % 2] == str(database)

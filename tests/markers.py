"""Which tests need what, by where they lie and what they ask for: `pytest -m "not postgres and not browser"`."""

from pathlib import Path
from typing import Final

import pytest

TESTS: Final = Path(__file__).parent
UNIT: Final = {"domain", "contacts"}
STORIES: Final = {"scenarios", "browser"}
DATABASES: Final = ("database_url", "empty_url")
"""Fixtures that give a database of each kind; nothing else gives a PostgreSQL."""


def mark(item: pytest.Item) -> None:
    """Give a test the markers of pyproject.toml that are true of it."""
    for name in sorted(markers_of(item)):
        item.add_marker(name)


def markers_of(item: pytest.Item) -> set[str]:
    folder = item.path.relative_to(TESTS).parts[0]
    chosen = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    asked = getattr(item, "fixturenames", ())
    found = {
        "unit": folder in UNIT,
        "story": folder in STORIES or "stage" in asked,
        "postgres": "postgresql" in [chosen.get(name) for name in DATABASES],
        "browser": folder == "browser",
    }
    return {name for name, holds in found.items() if holds}

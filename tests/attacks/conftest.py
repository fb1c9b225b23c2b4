"""Attacks on the running program, each as it once succeeded. Both databases are tested elsewhere."""

import pytest

from tests.databases import fresh_sqlite


@pytest.fixture
def database_url() -> str:
    return fresh_sqlite()

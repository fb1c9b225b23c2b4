"""A database of each kind, and transactions on it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bot.clock import Clock
from storage.engine import make_engine
from storage.unit_of_work import unit_of_work
from tests.storage.things import Work


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def work(engine: Engine) -> Work:
    return unit_of_work(engine, Clock())

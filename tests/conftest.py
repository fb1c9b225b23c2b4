"""What tests of every kind begin from. It imports no part of the program before a test asks for it: the rules' own
tests start in a moment."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from fcntl import LOCK_EX, flock
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

import pytest
from freezegun import configure, freeze_time

from tests.markers import mark
from tests.order import longest_first
from tests.turns import by_turns

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tests.stage import Stage
    from tests.storage.things import Work

WEDNESDAY = "2026-01-14 12:00:00"
"""One o'clock in the afternoon in Amersfoort."""


LARGE = ["matplotlib", "mpl_toolkits", "numpy", "PIL", "botocore", "openpyxl"]
configure(extend_ignore_list=["_pytest.timing", "handlers.socket_mode", *LARGE])
"""pytest's own clock, so that --durations tells the truth; a socket, which doesn't jump with the story's days; and
large libraries that freezing would walk through.
"""


@pytest.hookimpl(tryfirst=True)  # before -m chooses by them
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = by_turns(items)
    for item in items:
        mark(item)
    items[:] = longest_first(items, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "0")))


@pytest.fixture(scope="session", autouse=True)
def logs() -> None:
    """As in production: no values in tracebacks."""
    from bot.logs import set_up_logs

    set_up_logs()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A fresh, migrated database of each kind."""
    from tests import databases, postgres

    url = databases.fresh_sqlite() if request.param == "sqlite" else postgres.fresh_postgres()
    yield url
    databases.forget(url) if request.param == "sqlite" else postgres.give_back(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest) -> str:
    """A database of each kind without a table."""
    from tests.databases import empty_sqlite
    from tests.postgres import empty_postgres

    return empty_sqlite() if request.param == "sqlite" else empty_postgres()


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Connections to the database."""
    from storage.engine import make_engine

    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def work(engine: Engine) -> Work:
    """Transactions on it."""
    from bot.clock import Clock
    from storage.unit_of_work import unit_of_work

    return unit_of_work(engine, Clock())


@pytest.fixture
def wait() -> Iterator[Callable[[timedelta], object]]:
    """Time that ticks on from a Wednesday in January, and jumps when asked to."""
    with freeze_time(WEDNESDAY, tick=True, real_asyncio=True) as frozen:
        # its own `tick` forgets what has ticked by itself since the last jump
        yield lambda span: frozen.move_to(datetime.now(UTC) + span)


@pytest.fixture
def socket_mode() -> bool:
    """Stories play over HTTP unless they say otherwise."""
    return False


@pytest.fixture
def overrides() -> dict[str, object]:
    """Settings that differ from the stage's own."""
    return {}


@pytest.fixture
def stage(
    database_url: str, wait: Callable[[timedelta], object], socket_mode: bool, overrides: dict[str, object]
) -> Iterator[Stage]:
    """The program between a strict Slack and a strict mail provider, which refused nothing by the end."""
    from tests.budgets import Onlooker
    from tests.doubles.geocoder import GeocoderDouble
    from tests.doubles.sendgrid import SendGridDouble
    from tests.doubles.slack import SlackDouble
    from tests.slack_app import DECLARED, EVENTS, SCOPES
    from tests.stage import Stage

    with (
        SlackDouble(SCOPES, EVENTS, declared=DECLARED) as slack,
        SendGridDouble() as sendgrid,
        GeocoderDouble() as geocoder,
    ):
        onlooker = Onlooker()
        slack.world.onlookers.append(onlooker)
        stage = Stage(slack, sendgrid, geocoder, database_url, socket_mode, wait, overrides)
        yield stage
        stage.program.stop()
        slack.assert_clean()
        onlooker.assert_content()
        sendgrid.assert_clean()


@pytest.fixture
def alone() -> Iterator[None]:
    """One demo at a time on this machine, whichever test process starts it."""
    with (Path(gettempdir()) / "burgernetmail-demo-tests.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield

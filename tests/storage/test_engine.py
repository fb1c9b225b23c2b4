"""How connections are made."""

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError

import storage.postgres.patience
from storage.engine import make_engine
from storage.postgres.patience import Patience
from tests.storage.things import Work


@pytest.fixture
def engine(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """With a dialect of its own, on which its connections are made: the tests' engines share one."""
    monkeypatch.setattr(storage.engine, "create_engine", create_engine)
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def postgresql(engine: Engine) -> str:
    """Its address; SQLite has no server that could hang."""
    if engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no server")
    return engine.url.render_as_string(hide_password=False)


def test_no_statement_lock_or_connection_is_waited_for_without_end(postgresql: str, engine: Engine, work: Work) -> None:
    shown = {"idle_in_transaction_session_timeout": "15s", "statement_timeout": "20s", "lock_timeout": "10s"}
    with engine.connect() as connection:
        assert {name: connection.execute(text(f"SHOW {name}")).scalar_one() for name in shown} == shown
        driver = connection.connection.driver_connection
        assert driver
        asked = driver.info.get_parameters()
        assert (asked["connect_timeout"], asked["tcp_user_timeout"]) == ("5", "20000")
    with work() as uow:
        uow.take_time()
        assert uow._connection.execute(text("SHOW statement_timeout")).scalar_one() == "10min"
    with engine.connect() as connection:
        assert connection.execute(text("SHOW statement_timeout")).scalar_one() == "20s"


def test_a_server_that_hangs_is_given_up_and_asked_anew(postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage.postgres.patience, "LATER_S", -0.8)
    impatient = make_engine(postgresql, Patience(1, 1))
    with impatient.connect() as connection:
        backend = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
        os.kill(backend, signal.SIGSTOP)
        try:
            with pytest.raises(OperationalError):
                connection.execute(text("SELECT 1"))
        finally:
            os.kill(backend, signal.SIGCONT)
    with impatient.connect() as connection:
        assert connection.execute(text("SELECT pg_backend_pid()")).scalar_one() != backend
    impatient.dispose()


def test_no_thread_waits_for_the_connection_of_another(postgresql: str) -> None:
    engine = make_engine(postgresql)
    with ExitStack() as held:
        for _ in range(20):
            held.enter_context(engine.connect())
    engine.dispose()

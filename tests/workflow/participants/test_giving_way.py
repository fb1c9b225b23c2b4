"""An import into SQLite lets a bot that runs on the same file have its turn."""

from datetime import datetime

import pytest

from bot.clock import Clock
from bot.domain.participants.postcodes import centre_of
from bot.workflow.participants import enrolling
from bot.workflow.participants.enrolling import COLUMNS
from storage.engine import make_engine
from storage.outbox import turns
from storage.unit_of_work import unit_of_work, work_on


def test_an_import_lets_others_write_between_two_pieces(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With SQLite's lock free while it waits, whoever asks for it then has it."""
    if database_url.startswith("postgresql"):
        pytest.skip("PostgreSQL has more than one writer")
    monkeypatch.setattr(enrolling, "CHUNK", 1)
    monkeypatch.setattr(turns, "LONG_S", 0)
    others: list[datetime] = []
    bot = make_engine(database_url)
    at_the_door = unit_of_work(bot, Clock())

    def comes_in(pause_s: float) -> None:
        assert pause_s > 0.1  # so far apart SQLite looks for a lock
        with at_the_door() as uow:
            uow.troubles.write_heartbeat(Clock().now())
            others.append(Clock().now())

    monkeypatch.setattr(turns, "sleep", comes_in)
    with work_on(database_url) as work:
        people = [f"noor{number}@example.nl,Noor,3823ab,12,Kattenbroek,155800,467300" for number in range(5)]
        enrolling.enrol(work, Clock(), [",".join(COLUMNS), *people], centre_of, lambda _: None)
    assert len(others) == 5  # five pieces and the trail
    bot.dispose()

"""An import writes for minutes beside a bot that runs: nobody at the door waits for all of it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep

from sqlalchemy import Engine

from bot.clock import Clock
from storage.outbox.turns import giving_way
from storage.unit_of_work import unit_of_work
from tests.storage.things import Work, replied

PIECES = 20
PIECE_S = 0.06
"""Longer than what is short, and than what SQLite waits at first before it looks again."""
SOON = 4


def test_an_import_lets_others_write_between_its_pieces(engine: Engine, work: Work) -> None:
    if engine.dialect.name != "sqlite":
        return  # PostgreSQL locks no more than what is written
    importing, begun, done = giving_way(unit_of_work(engine, Clock())), Event(), []

    def imports() -> None:
        for piece in range(PIECES):
            with importing() as uow:
                uow.tallies.add("imported", "piece", 1, Clock().now())
                begun.set()
                sleep(PIECE_S)
            done.append(piece)

    with ThreadPoolExecutor(1) as other:
        imported = other.submit(imports)
        begun.wait()
        replied(work)
        assert len(done) <= SOON
        imported.result()
    assert len(done) == PIECES

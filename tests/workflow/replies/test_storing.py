"""Many mails at once share transactions, nothing of them is parsed while somebody waits, and reading gives way."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from sqlalchemy import Engine, event

from bot.adapters.films import ApartFilms
from bot.clock import Clock
from bot.domain.replies.replies import ReplyKind
from bot.mail.reading import reading
from bot.workflow.replies import keeping
from bot.workflow.replies.keeping import Keeping, Together
from storage.outbox.turns import Turns
from storage.unit_of_work import UnitOfWork
from tests.mail.samples import ADDRESSES, DELIVERY, READER
from tests.storage.things import Work

MANY = 30


class NoBlobs:
    """Small mails need none."""

    def pieces(self, key: str, start: int = 0) -> Iterator[bytes]:
        raise AssertionError(key)

    def put(self, key: str, content: bytes) -> None:
        raise AssertionError(key)

    def get(self, key: str) -> bytes:
        raise AssertionError(key)

    def remove(self, key: str) -> None:
        raise AssertionError(key)


def store(kept: Keeping, number: int) -> bool:
    return kept.store(ReplyKind.MAIL, f"digest {number}", b"Ik zag iets.", [], "d7")


def test_those_who_wait_for_one_transaction_share_the_next(engine: Engine, work: Work) -> None:
    begun: list[object] = []
    first, go_on = Event(), Event()

    @contextmanager
    def slow() -> Iterator[UnitOfWork]:
        with work() as uow:
            first.set()
            go_on.wait()
            yield uow

    kept = Keeping(slow, Clock(), NoBlobs(), ApartFilms(), scanned=False)
    event.listen(engine, "begin", begun.append)
    with ThreadPoolExecutor(MANY + 1) as threads:
        leader = threads.submit(store, kept, 0)
        first.wait()
        others = [threads.submit(store, kept, number) for number in [*range(1, MANY), 1]]
        while len(kept._together._waiting) < MANY:
            pass
        go_on.set()
        assert leader.result()
        assert sum(other.result() for other in others) == MANY - 1  # the one that came twice is stored once
    assert len(begun) == 2


def test_one_that_cannot_be_written_costs_nobody_else_theirs(work: Work) -> None:
    together, first, go_on = Together(work), Event(), Event()

    def waits(_uow: UnitOfWork) -> bool:
        first.set()
        return go_on.wait()

    def fails(_uow: UnitOfWork) -> bool:
        raise ValueError

    def writes(uow: UnitOfWork) -> bool:
        return uow.inbox.store(ReplyKind.MAIL, "a digest", b"x", [], Clock().now())

    with ThreadPoolExecutor(3) as threads:
        leader = threads.submit(together.write, "a", waits)
        first.wait()
        bad, good = threads.submit(together.write, "b", fails), threads.submit(together.write, "c", writes)
        while len(together._waiting) < 2:
            pass
        go_on.set()
        assert leader.result()
        assert good.result()
        with pytest.raises(ValueError):
            bad.result()
    with work() as uow:
        assert uow.inbox.knows("a digest")


def test_nothing_is_parsed_before_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[bytes] = []
    monkeypatch.setattr(reading, "parse_mail", parsed.append)
    assert READER.queue_key(b"From: a@b\n\nhoi", ["x@y", ADDRESSES.of_delivery(DELIVERY)]) == f"d{DELIVERY}"
    assert not parsed


def test_reading_gives_way_but_not_for_ever(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, gone = Keeping(work, Clock(), NoBlobs(), ApartFilms(), scanned=False), Event()

    def reads() -> None:
        kept.give_way()
        gone.set()

    monkeypatch.setattr(keeping, "GIVE_WAY_S", 60)
    with kept.coming():
        waiting = Thread(target=reads)
        waiting.start()
        assert not gone.wait(0.05)
    waiting.join()
    assert gone.is_set()
    monkeypatch.setattr(keeping, "GIVE_WAY_S", 0)
    with kept.coming():
        kept.give_way()


def test_turns_come_in_their_order_whatever_fails() -> None:
    turns, order = Turns(), []

    def one(number: int) -> None:
        with turns:
            order.append(number)

    threads = [Thread(target=one, args=(number,)) for number in range(5)]

    def fails() -> None:
        with turns:
            for number, thread in enumerate(threads):
                thread.start()
                while len(turns._waiting) <= number:
                    pass
            raise ValueError

    with pytest.raises(ValueError):
        fails()
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]
    with turns:
        assert not turns._waiting

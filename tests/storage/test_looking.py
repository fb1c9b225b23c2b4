"""Who only reads waits for nobody, and changes nothing."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine

from bot.clock import Clock
from bot.records.outbox import Task
from storage.unit_of_work import looking
from tests.domain.samples import NOON
from tests.storage.things import Work, replied


def test_who_reads_waits_for_no_writer_and_sees_what_is_committed(engine: Engine, work: Work) -> None:
    reply, look = replied(work), looking(engine, Clock())

    def is_owed() -> bool:
        with look() as uow:
            return uow.outbox.is_owed(Task.SHOW_REPLY, reply.id)

    with ThreadPoolExecutor(1) as other:
        with work() as uow:
            uow.outbox.owe(Task.SHOW_REPLY, reply.id)
            uow.outbox.write()
            assert not other.submit(is_owed).result(timeout=5)
        assert other.submit(is_owed).result(timeout=5)


def test_who_reads_changes_nothing(engine: Engine, work: Work) -> None:
    reply = replied(work)
    with pytest.raises(RuntimeError, match="changes nothing"), looking(engine, Clock())() as uow:
        uow.replies.set_ends(reply.id, handled_at=NOON)
    with work() as uow:
        assert uow.replies.get(reply.id).handled_at is None

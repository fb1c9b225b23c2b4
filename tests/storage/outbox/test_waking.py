"""What a copy of the program makes to do wakes its own workers, and those of the others."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from bot.bells import Bell, Bells
from bot.clock import Clock
from bot.domain.participants.claiming import Claim, ClaimKind
from bot.domain.replies.replies import ReplyKind
from bot.records.outbox import Task
from storage.engine import make_engine
from storage.outbox.waking import Hearing
from storage.unit_of_work import UnitOfWork, unit_of_work


def owes(uow: UnitOfWork) -> None:
    uow.outbox.owe(Task.SHOW_ALERT, 1)


def takes_in(uow: UnitOfWork) -> None:
    uow.inbox.store(ReplyKind.MAIL, "digest", b"raw", [], Clock().now())


def signs_up(uow: UnitOfWork) -> None:
    uow.claims.add(Claim(ClaimKind.SIGN_UP, "noor@example.nl", "Noor", "3823 AB", "7"), "2026-02", "", Clock().now())


def reads(uow: UnitOfWork) -> None:
    uow.outbox.dead_letters()


@contextmanager
def heard(engine: Engine, bells: Bells) -> Iterator[None]:
    hearing = Hearing(engine, bells)
    hearing.start()
    try:
        yield
    finally:
        hearing.stop()


@pytest.mark.parametrize(
    ("act", "rung"), [(owes, [Bell.OUTBOX]), (takes_in, [Bell.INBOUND]), (signs_up, [Bell.CLAIMS]), (reads, [])]
)
def test_what_is_committed_rings_its_bell(engine: Engine, act: Callable[[UnitOfWork], None], rung: list[Bell]) -> None:
    bells = Bells()
    with unit_of_work(engine, Clock(), bells)() as uow:
        act(uow)
        assert not [bell for bell in Bell if bells.wait(bell, 0, 0)]
    assert [bell for bell in Bell if bells.wait(bell, 0, 0)] == rung


def test_what_is_rolled_back_wakes_nobody(engine: Engine) -> None:
    bells = Bells()

    def fails() -> None:
        with unit_of_work(engine, Clock(), bells)() as uow:
            owes(uow)
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fails()
    assert not bells.wait(Bell.OUTBOX, 0, 0)


@pytest.mark.parametrize("standby", [[], ["/nowhere"]])
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_other_copies_hear_it_on_postgresql(engine: Engine, database_url: str, standby: list[str]) -> None:
    bells, url = Bells(), make_url(database_url)
    hosts = url.update_query_dict({"host": [str(url.query["host"]), *standby]})
    with heard(make_engine(hosts.render_as_string(hide_password=False)), bells):
        before = bells.wait(Bell.OUTBOX, 0, 5)  # once when it begins to listen
        assert before
        with unit_of_work(engine, Clock())() as uow:
            owes(uow)
        assert bells.wait(Bell.OUTBOX, before, 5) == before + 1

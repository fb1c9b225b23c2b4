"""What came in waits its turn: one sender's thousands hold up nobody else."""

import time
from datetime import timedelta

from sqlalchemy import insert

from bot.domain.replies.replies import ReplyKind
from storage.engine import make_engine
from storage.schema.replies import inbound
from tests.domain.samples import NOON
from tests.storage.things import Work

FLOOD = 5000
MOST_S = 2.0  # on any machine; a pass takes some milliseconds


def store(work: Work, name: str, queue_key: str) -> None:
    with work() as uow:
        assert uow.inbox.store(ReplyKind.MAIL, name, b"raw", [], NOON, queue_key)


def test_the_same_is_stored_once(work: Work) -> None:
    with work() as uow:
        assert uow.inbox.store(ReplyKind.MAIL, "one", b"raw", [], NOON)
        assert not uow.inbox.store(ReplyKind.MAIL, "one", b"raw", [], NOON)


def test_what_strangers_mailed_counts_together_and_what_each_citizen_did_apart(work: Work) -> None:
    for name, queue_key, at in (("1", "ax@x", NOON), ("2", "az@z", NOON), ("3", "d7", NOON), ("4", "d8", NOON)):
        with work() as uow:
            assert uow.inbox.store(ReplyKind.MAIL, name, b"raw", [], at, queue_key, size=10 ** int(name))
    with work() as uow:
        assert uow.inbox.store(ReplyKind.MAIL, "5", b"raw", [], NOON - timedelta(days=2), "ax@x", size=5)
        assert uow.inbox.store(ReplyKind.FORM, "6", b"raw", [], NOON, "d7", size=6)
        since = NOON - timedelta(days=1)
        told = [uow.inbox.mailed_since(queue_key, since) for queue_key in ("a", "anew@x", "d7", "d8", "d9", "r1")]
    assert told == [110, 110, 1000, 10_000, 0, 0]


def test_everybody_s_oldest_comes_first_and_strangers_are_one_however_many_names_they_write(work: Work) -> None:
    for name, queue_key in (("a1", "d7"), ("a2", "d7"), ("x1", "ax@x"), ("b1", "d8"), ("x2", "ax@x"), ("y1", "ay@y")):
        store(work, name, queue_key)
    with work() as uow:
        assert [one.id for one in uow.inbox.waiting(NOON, 10)] == [1, 4, 3, 2, 6, 5]


def test_a_flood_does_not_keep_an_honest_mail_waiting(work: Work, database_url: str) -> None:
    """Measured: the honest one is in the first pass, and a pass over 5,000 waiting mails takes little time."""
    row = {"kind": "mail", "raw": b"x" * 1000, "envelope_to": [], "received_at": NOON, "due_at": NOON, "attempts": 0}
    engine = make_engine(database_url)
    with engine.begin() as connection:
        connection.execute(
            insert(inbound), [{**row, "digest": f"{number}", "queue_key": "d7"} for number in range(FLOOD - 1000)]
        )
        connection.execute(
            insert(inbound), [{**row, "digest": f"s{number}", "queue_key": f"a{number}@x"} for number in range(1000)]
        )
    engine.dispose()
    store(work, "honest", "d8")
    start = time.perf_counter()
    with work() as uow:
        first_pass = uow.inbox.waiting(NOON, 20)
    print(f"a pass over {FLOOD} waiting mails: {(time.perf_counter() - start) * 1000:.0f} ms")  # noqa: T201
    assert time.perf_counter() - start < MOST_S
    assert FLOOD + 1 in [one.id for one in first_pass]

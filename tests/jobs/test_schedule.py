"""Jobs go on: woken by work, at moments of the day, and by themselves, whatever becomes of the clock or a step."""

import datetime
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from threading import Event, Lock

import pytest
from structlog.testing import capture_logs

from bot.bells import Bell, Bells
from bot.clock import AMSTERDAM
from handlers.jobs import schedule
from handlers.jobs.schedule import Heartbeats, Job, Jobs

LONG_S = 60


class Steps:
    """Counts what a job did."""

    def __init__(self, more: int = 0) -> None:
        self.done = 0
        self._more = more
        self._lock = Lock()

    def __call__(self) -> bool:
        with self._lock:
            self.done += 1
            return self.done <= self._more


@contextmanager
def running(*table: Job) -> Iterator[Bells]:
    bells = Bells()
    jobs = Jobs(table, Heartbeats(), bells)
    jobs.start()
    try:
        yield bells
    finally:
        jobs.stop(5)


def wait_for(look: Callable[[], bool], patience_s: float = 5) -> None:
    end = time.monotonic() + patience_s
    while not look():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_it_begins_at_once_and_does_all_that_there_is() -> None:
    steps = Steps(more=5)
    with running(Job("work", LONG_S, steps)):
        wait_for(lambda: steps.done == 6)


def test_work_wakes_its_workers_and_no_others() -> None:
    posting, sending = Steps(), Steps()
    with running(Job("posting", LONG_S, posting, bell=Bell.OUTBOX), Job("sending", LONG_S, sending)) as bells:
        wait_for(lambda: (posting.done, sending.done) == (1, 1))
        bells.ring(Bell.OUTBOX)
        wait_for(lambda: posting.done == 2)
        assert sending.done == 1


def test_a_ring_during_a_step_is_not_missed() -> None:
    begun, go_on = Event(), Event()
    done: list[int] = []

    def step() -> None:
        done.append(1)
        if len(done) == 1:
            begun.set()
            go_on.wait(5)

    with running(Job("posting", LONG_S, step, bell=Bell.OUTBOX)) as bells:
        begun.wait(5)
        bells.ring(Bell.OUTBOX)
        go_on.set()
        wait_for(lambda: len(done) == 2)


def test_one_that_hangs_holds_up_none_of_its_peers() -> None:
    hangs, done = Event(), Steps()

    def step() -> bool:
        if done.done == 0:
            done()
            hangs.wait(5)
        return done()

    with running(Job("posting", 0.05, step, at_once=2)):
        wait_for(lambda: done.done > 3)
        hangs.set()


def test_after_a_ring_they_take_turns_anew() -> None:
    steps = Steps()
    with running(Job("sending", 0.3, steps, at_once=4)) as bells:
        wait_for(lambda: steps.done == 4)
        bells.ring("sending")
        wait_for(lambda: steps.done >= 8)
        wait_for(lambda: steps.done > 8, patience_s=1)  # and not 4 times 0.3 s later


def test_by_itself_it_looks_again_on_a_clock_that_nobody_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 0.0)  # set back by decades
    steps = Steps()
    with running(Job("work", 0.02, steps)):
        wait_for(lambda: steps.done > 3)


def test_a_moment_of_the_day_wakes_it() -> None:
    steps = Steps()
    soon = datetime.datetime.now(AMSTERDAM) + datetime.timedelta(seconds=2)
    with running(Job("dividing", LONG_S, steps, moments=(soon.time(),))):
        wait_for(lambda: steps.done == 1)
        wait_for(lambda: steps.done == 2)


def test_when_the_clock_is_set_all_look_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "CLOCK_LOOK_S", 0.02)
    steps, really = Steps(), time.time
    with running(Job("work", LONG_S, steps)):
        wait_for(lambda: steps.done == 1)
        monkeypatch.setattr(time, "time", lambda: really() - 3600)
        wait_for(lambda: steps.done == 2)


def test_one_that_keeps_failing_is_logged_whole_once_and_tried_at_growing_pauses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(schedule, "FIRST_PAUSE_S", 0.05)
    tries: list[float] = []

    def step() -> None:
        tries.append(time.monotonic())
        if len(tries) < 5:
            raise OSError

    with capture_logs() as logs, running(Job("work", LONG_S, step)):
        wait_for(lambda: len(tries) == 5)
        wait_for(lambda: logs[-1]["event"] == "job goes on")
    pauses = [after - before for before, after in pairwise(tries)]
    assert all(pause >= 0.05 * 2**number for number, pause in enumerate(pauses))
    assert [line.get("exc_info") for line in logs if "fail" in line["event"]] == [True, None, None, None]
    assert logs[-1]["failures"] == 4


def test_a_stop_does_not_wait_for_what_hangs_for_longer_than_its_patience() -> None:
    hangs, ended = Event(), Event()
    jobs = Jobs((Job("hangs", 1, lambda: bool(hangs.wait(30)), finish=ended.set),), Heartbeats(), Bells())
    jobs.start()
    with capture_logs() as logs:
        jobs.stop(0.1)
    assert [line["jobs"] for line in logs] == [["hangs"]]
    assert ended.is_set()
    hangs.set()

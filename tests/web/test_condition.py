"""How the program says it is: ready, or with what trouble; a stranger who asks changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from typing import NamedTuple, cast

import pytest

from bot.bells import Bells
from bot.domain.desk.deadlines import WaitKind
from bot.records.mail import CallFault
from bot.workflow.desk.watching import Watching
from bot.workflow.outbox.monitoring import Monitoring
from handlers.jobs.schedule import Heartbeats, Job, Jobs
from handlers.web import condition as conditions
from handlers.web.condition import Condition


@dataclass
class World:
    """All that a condition looks at; it stands for the use cases that are asked."""

    database: str = ""
    writable: bool = True
    waits: dict[str, timedelta] = field(default_factory=dict)
    is_late: dict[WaitKind, int] = field(default_factory=dict)
    silent_s: float = 0
    fault: CallFault | None = None
    unsealed_for: timedelta = timedelta()
    looks: int = 0
    hangs: Event | None = None

    def trouble(self) -> str:
        self.looks += 1
        if self.hangs:
            self.hangs.wait(20)
        return self.database

    def write_heartbeat(self) -> None:
        if not self.writable:
            raise OSError

    def oldest(self) -> Mapping[str, timedelta]:
        return self.waits

    def unsealed(self) -> timedelta:
        return self.unsealed_for

    def late(self) -> Mapping[WaitKind, int]:
        return self.is_late


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(conditions, "disk_usage", lambda _folder: Usage(10**11, 0, 10**11))
    return World()


def of(world: World, heartbeats: Heartbeats | None = None) -> Condition:
    return Condition(
        world.trouble,
        [Path("/data")],
        cast(Monitoring, world),
        cast(Watching, world),
        heartbeats or Heartbeats(),
        lambda: world.silent_s,
        lambda: world.fault,
    )


def told(condition: Condition) -> list[str]:
    return [str(trouble) for trouble in condition.troubles()]


def test_all_is_well(world: World) -> None:
    world.silent_s = 29
    world.waits = {"triage": timedelta(minutes=2)}
    assert told(of(world)) == []


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ({"database": "OperationalError"}, "database: OperationalError"),
        ({"writable": False}, "database: can't be used (OSError)"),
        ({"silent_s": 31}, "socket: nothing heard of Slack for 31 seconds"),
        ({"waits": {"triage": timedelta(minutes=3)}}, "outbox triage: waits for 3 minutes"),
        ({"fault": CallFault.CLOCK}, "door: no mail comes in, calls are refused: clock"),
        ({"is_late": {WaitKind.REPLY: 4}}, "late reply: 4 late"),
    ],
)
def test_each_trouble_has_a_line(world: World, wrong: dict[str, object], line: str) -> None:
    for name, value in wrong.items():
        setattr(world, name, value)
    assert told(of(world)) == [line]


@pytest.mark.parametrize(
    ("usage", "full"),
    [
        (Usage(10**9, 0, 499 * 1024**2), True),
        (Usage(10**11, 0, 4 * 10**9), True),
        (Usage(10**11, 0, 6 * 10**9), False),
    ],
)
def test_a_disk_that_is_nearly_full(world: World, monkeypatch: pytest.MonkeyPatch, usage: Usage, full: bool) -> None:
    monkeypatch.setattr(conditions, "disk_usage", lambda _folder: usage)
    assert [line.startswith("disk /data: ") for line in told(of(world))] == [True] * full


def test_a_look_that_fails_is_told_and_the_next_one_looks_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conditions, "FRESH_S", 0)
    trouble, condition = world.trouble, of(world)

    def fails() -> str:
        raise ValueError

    monkeypatch.setattr(condition, "_database_trouble", fails)
    assert told(condition) == ["database: can't be used (ValueError)"]
    monkeypatch.setattr(condition, "_database_trouble", trouble)
    assert told(condition) == []


def test_who_asks_often_costs_one_look(world: World) -> None:
    condition = of(world)
    for _ in range(200):
        condition.troubles()
    assert world.looks == 1


def test_a_database_that_hangs_keeps_nobody_waiting_and_is_asked_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conditions, "ANSWER_S", 0.05)
    world.hangs, world.silent_s = Event(), 40
    condition = of(world)
    for _ in range(3):
        assert told(condition) == [
            "database: does not answer within 0.05 seconds",
            "socket: nothing heard of Slack for 40 seconds",
        ]
    assert world.looks == 1
    hanging, world.silent_s = world.hangs, 0
    hanging.set()
    for _ in range(100):
        if not told(condition):
            return
        sleep(0.05)
    raise AssertionError("it does not recover")


def test_a_job_that_hangs_and_one_that_fails_each_time_are_missed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.jobs.schedule.LONG_STEP_S", 0.2)
    heartbeats, hangs = Heartbeats(), Event()

    def fails() -> None:
        raise ValueError

    condition = of(world, heartbeats)
    jobs = Jobs(
        (
            Job("good", 0.05, lambda: None),
            Job("bad", 0.05, fails),
            Job("still", 0.05, lambda: bool(hangs.wait(20)) and False),
        ),
        heartbeats,
        Bells(),
    )
    until = monotonic() + 20
    jobs.start()
    try:
        while [line.partition(":")[0] for line in told(condition)] != ["job bad", "job still"]:
            assert monotonic() < until, told(condition)
            sleep(0.05)
    finally:
        hangs.set()
        jobs.stop()

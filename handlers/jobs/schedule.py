"""What a job is, and how jobs run: at every ring of their bell, at moments of the day, and over and over as the net."""

import datetime
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event, Thread
from typing import Final

import structlog
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.bells import Bell, Bells
from bot.clock import AMSTERDAM

log = structlog.get_logger()
Step = Callable[[], bool | int | None]
LONG_STEP_S = 120
"""No step should take longer; sixty seconds is the longest that a provider is waited for."""
FIRST_PAUSE_S: Final = 1
LONGEST_PAUSE_S: Final = 60
"""A job that keeps failing is tried again after a pause that doubles up to this."""
STOP_S: Final = 15
"""How long a stop waits for the steps under way; the web pages have had their time before."""
CLOCK_LOOK_S: Final = 5
CLOCK_JUMP_S: Final = 2


@dataclass(frozen=True)
class Job:
    """A step of the workflow, done over and over while it says that there is more.

    `every_s` in seconds, on a clock that nobody sets; `bell`: what wakes it sooner; `moments`: of the day in the
    Netherlands, at which it is woken too. `at_once`: so many may run beside each other, each on its own piece of work;
    `interrupt` ends a step that waits for something, so that a stop need not wait for it; `finish` comes after the last
    step.
    """

    name: str
    every_s: float
    step: Step
    at_once: int = 1
    bell: Bell | None = None
    moments: tuple[datetime.time, ...] = ()
    interrupt: Callable[[], None] | None = None
    finish: Callable[[], None] | None = None

    @property
    def bell_name(self) -> str:
        """A job without a bell of others has one of its own."""
        return self.bell or self.name


class Heartbeats:
    """When each job last did a step to its end; none before the jobs start."""

    def __init__(self) -> None:
        self._awaited: dict[str, tuple[float, float]] = {}

    def start(self, job: Job) -> None:
        """From now on it is awaited."""
        self._awaited[job.name] = (time.monotonic(), 2 * job.every_s + LONG_STEP_S)

    def beat(self, job: Job) -> None:
        """It did a step."""
        _last, patience_s = self._awaited[job.name]
        self._awaited[job.name] = (time.monotonic(), patience_s)

    def silent_s(self) -> dict[str, float]:
        """For how many seconds nothing was heard of each job."""
        now = time.monotonic()
        return {name: now - last for name, (last, _patience_s) in sorted(self._awaited.items())}

    def missing(self) -> dict[str, float]:
        """Of these the jobs that should have been heard of by now."""
        return {name: silent_s for name, silent_s in self.silent_s().items() if silent_s > self._awaited[name][1]}


class Jobs:
    """Runs the table until it is stopped; a job that is in the middle of a piece finishes that piece."""

    def __init__(self, table: tuple[Job, ...], heartbeats: Heartbeats, bells: Bells) -> None:
        self._stopping = Event()
        self._table = table
        self._heartbeats = heartbeats
        self._bells = bells
        self._threads = [
            Thread(target=self._run, args=[job, number], name=job.name, daemon=True)
            for job in table
            for number in range(job.at_once)
        ]
        self._threads.append(Thread(target=self._watch_clock, name="clock", daemon=True))
        self._scheduler = BackgroundScheduler(
            job_defaults={"coalesce": True, "misfire_grace_time": None}, timezone=AMSTERDAM, daemon=True
        )
        for job in table:
            for moment in job.moments:
                trigger = CronTrigger(hour=moment.hour, minute=moment.minute, second=moment.second, timezone=AMSTERDAM)
                self._scheduler.add_job(partial(bells.ring, job.bell_name), trigger)

    def start(self) -> None:
        """Each job begins at once."""
        for job in self._table:
            self._heartbeats.start(job)
        for thread in self._threads:
            thread.start()
        self._scheduler.start()

    def _run(self, job: Job, number: int) -> None:
        """A failing step is tried again after a growing pause; it never ends the program.

        Those of a job take turns at looking by themselves, so that together they look every `every_s`.
        """
        failures, heard, look_s = 0, 0, job.every_s * (number + 1)
        while not self._stopping.is_set():
            try:
                more = job.step()
            except Exception as error:
                failures += 1
                _tell_failure(job, error, failures)
                self._stopping.wait(min(FIRST_PAUSE_S * 2 ** (failures - 1), LONGEST_PAUSE_S))
                continue
            if failures:
                log.info("job goes on", job=job.name, failures=failures)
                failures = 0
            self._heartbeats.beat(job)
            if not more:
                rings = self._bells.wait(job.bell_name, heard, look_s)
                # A ring wakes them all at once: from then on they take turns anew.
                look_s = job.every_s * (number + 1 if rings != heard else job.at_once)
                heard = rings

    def _watch_clock(self) -> None:
        """Somebody set the clock: what waits for a moment of the day looks anew when that is."""
        ahead = time.time() - time.monotonic()
        while not self._stopping.wait(CLOCK_LOOK_S):
            now_ahead = time.time() - time.monotonic()
            if abs(now_ahead - ahead) > CLOCK_JUMP_S:
                log.warning("the clock was set", by_s=round(now_ahead - ahead))
                self._scheduler.wakeup()
                for job in self._table:
                    self._bells.ring(job.bell_name)
            ahead = now_ahead

    def stop(self, patience_s: float = STOP_S) -> None:
        """Wait for what is under way, so many seconds in all, then end."""
        self._stopping.set()
        for job in self._table:
            if job.interrupt:
                job.interrupt()
            self._bells.ring(job.bell_name)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        self._join(time.monotonic() + patience_s)
        for job in self._table:
            if job.finish:
                _finish(job.name, job.finish)

    def _join(self, until: float) -> None:
        for thread in self._threads:
            if thread.ident:  # it was started
                thread.join(max(0, until - time.monotonic()))
        if left := sorted({thread.name for thread in self._threads if thread.is_alive()}):
            log.warning("jobs did not end in time", jobs=left)


def _finish(name: str, finish: Callable[[], None]) -> None:
    """It gives back what would run out by itself: a failure keeps nobody from ending."""
    try:
        finish()
    except Exception as error:
        log.warning("job did not finish", job=name, error=type(error).__name__)


def _tell_failure(job: Job, error: Exception, failures: int) -> None:
    """Once with all of it; then only how often by now."""
    if failures == 1:
        log.exception("job failed", job=job.name, error=type(error).__name__)
    else:
        log.warning("job keeps failing", job=job.name, error=type(error).__name__, failures=failures)

"""What a timed job is, and how they run."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

log = structlog.get_logger()
Step = Callable[[], bool | int | None]
LONG_STEP_S = 120
"""No step should take longer; sixty seconds is the longest that a provider is waited for."""


@dataclass(frozen=True)
class Job:
    """A step of the workflow, done over and over while it says that there is more.

    `every_s` in seconds; `at_once`: so many may run beside each other, each on its own piece of work; `interrupt`
    ends a step that waits for something, so that a stop need not wait for it; `finish` comes after the last step.
    """

    name: str
    every_s: float
    step: Step
    at_once: int = 1
    interrupt: Callable[[], None] | None = None
    finish: Callable[[], None] | None = None


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

    def __init__(self, table: tuple[Job, ...], heartbeats: Heartbeats) -> None:
        self._stopping = Event()
        self._table = table
        self._heartbeats = heartbeats
        threads = sum(job.at_once for job in table)
        self._scheduler = BackgroundScheduler(
            executors={"default": ThreadPoolExecutor(threads)},
            job_defaults={"coalesce": True, "misfire_grace_time": None},
            timezone="UTC",
        )
        for job in table:
            self._scheduler.add_job(
                self._run,
                IntervalTrigger(seconds=job.every_s),
                args=[job],
                id=job.name,
                max_instances=job.at_once,
            )

    def _run(self, job: Job) -> None:
        """A failing step is logged and tried again at the next tick; it never ends the program."""
        with _logged(job):
            more: object = True
            while more and not self._stopping.is_set():
                more = job.step()
                self._heartbeats.beat(job)

    def start(self) -> None:
        """Start ticking."""
        for job in self._table:
            self._heartbeats.start(job)
        self._scheduler.start()

    def stop(self) -> None:
        """Wait for what is under way, then end."""
        self._stopping.set()
        for job in self._table:
            if job.interrupt:
                job.interrupt()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=True)
        for job in self._table:
            with _logged(job):
                if job.finish:
                    job.finish()


@contextmanager
def _logged(job: Job) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        log.exception("job failed", job=job.name, error=type(error).__name__)

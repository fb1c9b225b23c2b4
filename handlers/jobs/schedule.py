"""What a timed job is, and how they run."""

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


class Jobs:
    """Runs the table until it is stopped; a job that is in the middle of a piece finishes that piece."""

    def __init__(self, table: tuple[Job, ...]) -> None:
        self._stopping = Event()
        self._table = table
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
            while not self._stopping.is_set() and job.step():
                pass

    def start(self) -> None:
        """Start ticking."""
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

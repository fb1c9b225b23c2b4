"""Everything that runs, with one start and one clean end."""

import signal
from collections.abc import Callable, Iterable
from threading import Event
from typing import Protocol

import structlog

from bot.domain.participants.people import ParticipantRow
from bot.listening import ListenerThreads
from bot.workflow.stages import Workflow
from storage.unit_of_work import Work

log = structlog.get_logger()


class Part(Protocol):
    """Something that runs by itself between its start and its stop."""

    def start(self) -> None:
        """Begin."""

    def stop(self) -> None:
        """Finish what is under way, then end."""


class Web(Part, Protocol):
    """The web server."""

    @property
    def port(self) -> int:
        """Where it listens."""


class Program:
    """The bot: `ears` hear Slack (none in HTTP mode), `jobs` do the work that waits."""

    def __init__(
        self,
        workflow: Workflow,
        work: Work,
        web: Web,
        ears: Part | None,
        jobs: Part,
        listeners: ListenerThreads,
        renew_home: Callable[[], None],
        look_at_roles: Callable[[], None],
        closes: Iterable[Callable[[], object]],
    ) -> None:
        self.workflow = workflow
        self.listeners = listeners
        self.renew_home = renew_home
        self.look_at_roles = look_at_roles
        self._work = work
        self._web = web
        self._ears = ears
        self._jobs = jobs
        self._closes = closes

    @property
    def http_port(self) -> int:
        """Where the web pages are."""
        return self._web.port

    def enrol(self, rows: Iterable[ParticipantRow]) -> tuple[int, int, int]:
        """Add or update participants; how many were new, changed, unchanged."""
        with self._work() as uow:
            return uow.people.enrol(rows)

    def listen(self) -> None:
        """Web pages first, so that a mail's links work before the first mail leaves; then Slack."""
        self._web.start()
        if self._ears:
            self._ears.start()

    def start(self) -> None:
        """Listen, and do the work that waits."""
        self.listen()
        self._jobs.start()
        log.info("started", socket_mode=self._ears is not None, port=self.http_port)

    def stop(self) -> None:
        """Take nothing new, finish what is under way, close."""
        if self._ears:
            self._ears.stop()
        self._web.stop()
        self.listeners.wait_until_idle()
        self._jobs.stop()
        for close in self._closes:
            close()
        log.info("stopped")

    def run_until_signal(self) -> None:
        """Run until SIGTERM or SIGINT: Bolt's own start() would not hear them."""
        ended = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: ended.set())
        self.start()
        ended.wait()
        self.stop()

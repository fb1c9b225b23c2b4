"""How this copy of the program is: its own database and disk, its socket, its jobs, what waits."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import disk_usage
from threading import Event, Lock, Thread
from typing import Final

from bot.domain.desk.troubles import OUTBOX_WAITS, SOCKET_SILENT_S, UNSEALED, Trouble, TroubleKind, is_nearly_full
from bot.records.mail import CallFault
from bot.workflow.desk.watching import Watching
from bot.workflow.outbox.monitoring import Monitoring
from handlers.jobs.schedule import Heartbeats

FRESH_S: Final = 5
"""A look younger than this is told again: who asks often costs nothing."""
ANSWER_S: Final = 3
"""How long a look may take before the database is said not to answer."""


class Condition:
    """A list of troubles, at most `FRESH_S` old; nobody outside is asked for it.

    The looks run beside who asks: a database that hangs keeps nobody waiting. `database_trouble` tells what is wrong
    with it (empty: nothing), `folders` are where this copy writes on its own disk, `socket_silent_s` how long its
    socket to Slack was not heard of (None: it has none), `keeps_out` tells why all mail is refused at the door.
    """

    def __init__(
        self,
        database_trouble: Callable[[], str],
        folders: Sequence[Path],
        monitoring: Monitoring,
        watching: Watching,
        heartbeats: Heartbeats,
        socket_silent_s: Callable[[], float] | None,
        keeps_out: Callable[[], CallFault | None],
    ) -> None:
        self._database_trouble = database_trouble
        self._folders = folders
        self._monitoring = monitoring
        self._watching = watching
        self._keeps_out = keeps_out
        self.heartbeats = heartbeats
        self.socket_silent_s = socket_silent_s
        self._lock = Lock()
        self._looked: tuple[float, list[Trouble]] | None = None
        self._looking: Event | None = None

    def troubles(self) -> list[Trouble]:
        """What is wrong now; empty where all is well."""
        now = time.monotonic()
        with self._lock:
            fresh = self._looked and now - self._looked[0] < FRESH_S
            if not fresh and self._looking is None:
                self._looking = Event()
                Thread(target=self._look, args=[now, self._looking], name="condition", daemon=True).start()
            looking = self._looking
        if looking and not looking.wait(ANSWER_S):
            silent = Trouble(TroubleKind.DATABASE, f"does not answer within {ANSWER_S} seconds")
            return [silent, *self._disks(), *self._socket(), *self._jobs()]
        return self._looked[1] if self._looked else []

    def _look(self, began: float, done: Event) -> None:
        troubles = [*self._database(), *self._disks(), *self._socket(), *self._jobs()]
        with self._lock:
            self._looked = (began, troubles)
            self._looking = None
        done.set()

    def _database(self) -> Iterator[Trouble]:
        """And what stands in it; whatever goes wrong with it is its trouble, and the look goes on."""
        try:
            if trouble := self._database_trouble():
                yield Trouble(TroubleKind.DATABASE, trouble)
                return
            yield from self._work()
            self._monitoring.write_heartbeat()
        except Exception as error:
            yield Trouble(TroubleKind.DATABASE, f"can't be used ({type(error).__name__})")

    def _disks(self) -> Iterator[Trouble]:
        for folder in self._folders:
            with suppress(OSError):
                usage = disk_usage(folder)
                if is_nearly_full(usage.free, usage.total):
                    free = f"{usage.free // 1024**2} MB free of {usage.total // 1024**2}"
                    yield Trouble(TroubleKind.DISK, free, str(folder))

    def _socket(self) -> Iterator[Trouble]:
        if self.socket_silent_s and (silent_s := self.socket_silent_s()) > SOCKET_SILENT_S:
            yield Trouble(TroubleKind.SOCKET, f"nothing heard of Slack for {silent_s:.0f} seconds")

    def _jobs(self) -> Iterator[Trouble]:
        for name, silent_s in self.heartbeats.missing().items():
            yield Trouble(TroubleKind.JOB, f"did nothing to its end for {silent_s:.0f} seconds", name)

    def _work(self) -> Iterator[Trouble]:
        for queue_key, waits in self._monitoring.oldest().items():
            if waits > OUTBOX_WAITS:
                yield Trouble(TroubleKind.OUTBOX, f"waits for {waits.total_seconds() / 60:.0f} minutes", queue_key)
        if fault := self._keeps_out():
            yield Trouble(TroubleKind.DOOR, f"no mail comes in, calls are refused: {fault}")
        for kind, number in self._watching.late().items():
            yield Trouble(TroubleKind.LATE, f"{number} late", kind)
        if (waits := self._monitoring.unsealed()) > UNSEALED:
            minutes = waits.total_seconds() / 60
            yield Trouble(TroubleKind.TRAIL, f"no seal for {minutes:.0f} minutes; `audit verify` and the log say more")

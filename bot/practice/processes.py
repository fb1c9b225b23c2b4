"""Programs that the demo starts: on a free port, watched, and ended with it."""

import ctypes
import fcntl
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Final

START_S: Final = 60
KNOCK_S: Final = 0.2
STOP_S: Final = 5
PORTS_TRIED: Final = 50
PR_SET_PDEATHSIG: Final = 1


Heed = Callable[[], None]
"""Called over and over where we wait; it raises what is to break the waiting off."""


def carry_on() -> None:
    """Nothing breaks it off."""


class PracticeError(Exception):
    """The practice workspace can't start; the message says what failed and what to do."""


@contextmanager
def locked(file: Path, *, patient: bool) -> Iterator[None]:
    """Nobody else holds this file meanwhile; PracticeError where somebody does and we don't wait."""
    with file.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX if patient else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PracticeError("The demo runs here already. End that one first (Ctrl-C in its window).") from None
        yield


def choosing_ports() -> AbstractContextManager[None]:
    """One demo of this person at a time: a chosen port is free for others until something listens on it."""
    return locked(Path(tempfile.gettempdir(), f"burgernetmail-ports-{os.getuid()}.lock"), patient=True)


def free_port(wanted: int) -> int:
    """The wanted port, or the first free one above it: free on every interface, and nobody answering on loopback."""
    for port in range(wanted, wanted + PORTS_TRIED):
        if not _answers(port) and _can_listen(port):
            return port
    raise PracticeError(
        f"No free port from {wanted} to {wanted + PORTS_TRIED - 1}. Close what uses them and try again."
    )


def _answers(port: int) -> bool:
    """On either loopback address: a browser that opens localhost may try IPv6 first."""
    return any(_connects(host, port) for host in ("127.0.0.1", "::1"))


def _connects(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), KNOCK_S).close()
    except OSError:
        return False
    return True


def _can_listen(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))  # noqa: S104 - the practice Slack will listen everywhere: see if it can
        except OSError:
            return False
        return True


class Child:
    """A program of ours in a session of its own, its output in a file."""

    def __init__(self, name: str, command: Sequence[str], log: Path) -> None:
        self.name = name
        self._log = log
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509 - before any thread
            )

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def wait_for(self, port: int, heed: Heed = carry_on) -> None:
        """Until it answers on this port; PracticeError where it ends first or takes too long."""
        end = time.monotonic() + START_S
        while not _answers(port):
            heed()
            if not self.alive or time.monotonic() > end:
                self.stop()
                raise PracticeError(f"{self.name} did not start. It said:\n{self._last_words()}")
            time.sleep(0.05)

    def _last_words(self) -> str:
        return self._log.read_text(errors="replace")[-1000:]

    def stop(self) -> None:
        """End it and what it started."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            if not self.alive:
                return
            os.killpg(self._process.pid, number)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(STOP_S)


def _die_with_parent() -> None:
    """Linux ends the child even where the demo itself is killed outright."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)

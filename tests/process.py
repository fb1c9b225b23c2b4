"""The program in a process of its own, as an operator starts it, so that it can be ended or killed."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO

import httpx
from pydantic import SecretStr

from bot.settings import Settings

SERVE = """
import sys
from freezegun import freeze_time
freeze_time(sys.argv.pop(), tick=True, real_asyncio=True).start()
{first}
from bot.__main__ import main
main()
"""


@dataclass(frozen=True)
class Process:
    """`burgernetmail serve`, on the tests' clock."""

    running: subprocess.Popen[bytes]
    port: int
    log: IO[bytes]

    def url(self, path: str) -> str:
        """An address of its web pages."""
        return f"http://127.0.0.1:{self.port}{path}"

    def is_ready(self) -> bool:
        """Whether it says so itself."""
        try:
            return httpx.get(self.url("/readyz"), trust_env=False, verify=False).status_code == 200
        except httpx.TransportError:
            return False

    def logged(self) -> str:
        """All that it logged."""
        self.log.seek(0)
        return self.log.read().decode()

    def pause(self) -> None:
        """As a machine that is suspended."""
        self.running.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """As if nothing had happened."""
        self.running.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """As when the power fails."""
        self.running.kill()

    def ends(self, patience_s: float = 20) -> int:
        """Its exit code, once it has ended by itself."""
        return self.running.wait(patience_s)

    def terminate(self) -> None:
        """As systemd or Docker stop it."""
        self.running.send_signal(signal.SIGTERM)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def served(settings: Settings, now: datetime, first: str = "") -> Iterator[Process]:
    """Start it with these settings at this moment, after a line of Python; it does not outlive the test."""
    port = free_port()
    environment = {**os.environ, **_environment(settings), "HTTP_PORT": str(port)}
    command = [sys.executable, "-c", SERVE.format(first=first), "serve", now.isoformat()]
    with TemporaryFile() as log, subprocess.Popen(command, env=environment, stderr=log) as running:
        try:
            yield Process(running, port, log)
        finally:
            running.kill()


def _environment(settings: Settings) -> dict[str, str]:
    values = {name: getattr(settings, name) for name in type(settings).model_fields}
    plain = {
        name: value.get_secret_value() if isinstance(value, SecretStr) else value for name, value in values.items()
    }
    return {name.upper(): str(value) for name, value in plain.items() if value is not None}

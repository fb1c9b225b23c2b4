"""Hangs up on a service that is slow byte by byte: a time-out of a socket holds for each byte alone."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from threading import Condition, Thread
from time import monotonic
from typing import Final

from botocore.awsrequest import (
    AWSHTTPConnection,
    AWSHTTPConnectionPool,
    AWSHTTPSConnection,
    AWSHTTPSConnectionPool,
)


class Patience:
    """With one call, its repetitions and the reading of its answer; `left`: seconds that it may still be waited for."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds
        self._waited_on: socket.socket | None = None

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While this thread waits; from the end of all patience on its connections break off."""
        calling = _CALLING.set(self)
        began = monotonic()
        try:
            with _WATCH.over(self, began + self.left):
                yield
        finally:
            self.left -= monotonic() - began
            _CALLING.reset(calling)

    def waits_on(self, connection: socket.socket | None) -> None:
        """TimeoutError where there is none left."""
        self._waited_on = connection
        if self.left <= 0:
            raise TimeoutError

    def hang_up(self) -> None:
        self.left = 0
        if self._waited_on is not None:
            with suppress(OSError):  # below TLS, whose state is the waiting thread's
                socket.socket.shutdown(self._waited_on, socket.SHUT_RDWR)


class _Watch:
    """A thread that looks when somebody's patience ends, as long as anybody waits."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._waiting: dict[Patience, float] = {}
        self._thread: Thread | None = None

    @contextmanager
    def over(self, patience: Patience, until: float) -> Iterator[None]:
        with self._changed:
            self._waiting[patience] = until
            if self._thread is None:
                self._thread = Thread(target=self._watches, name="patience", daemon=True)
                self._thread.start()
            self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                del self._waiting[patience]

    def _watches(self) -> None:
        with self._changed:
            while True:
                now = monotonic()
                for patience in [one for one, until in self._waiting.items() if until <= now]:
                    patience.hang_up()
                    self._waiting[patience] = now + AGAIN_S  # it may just be connecting anew
                self._changed.wait(min(self._waiting.values()) - now if self._waiting else None)


AGAIN_S: Final = 1.0
_CALLING: Final[ContextVar[Patience | None]] = ContextVar("calling", default=None)
_WATCH: Final = _Watch()


class _Patient:
    """What a connection tells the call that it is used for."""

    sock: socket.socket | None

    def connect(self) -> None:
        super().connect()  # type: ignore[misc]
        self._tell()

    def request(self, *args: object, **kwargs: object) -> object:
        self._tell()
        return super().request(*args, **kwargs)  # type: ignore[misc]

    def _tell(self) -> None:
        if (patience := _CALLING.get()) is not None:
            patience.waits_on(self.sock)


class _Connection(_Patient, AWSHTTPConnection):  # type: ignore[misc]
    pass


class _TlsConnection(_Patient, AWSHTTPSConnection):  # type: ignore[misc]
    pass


class PatientPool(AWSHTTPConnectionPool):  # type: ignore[misc]
    ConnectionCls = _Connection


class PatientTlsPool(AWSHTTPSConnectionPool):  # type: ignore[misc]
    ConnectionCls = _TlsConnection

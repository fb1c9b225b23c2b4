"""uvicorn in a thread of its own, beside Socket Mode and the jobs."""

import socket
from threading import Thread

import uvicorn
from starlette.types import ASGIApp

from handlers.web.connections import ACCEPTED_AT_ONCE, GuardedProtocol

GRACE_S = 10


class PlaceTaken(Exception):
    """Nothing can listen there; the address, and why."""


class WebServer:
    """Serves the site; port 0 takes a free one."""

    def __init__(self, site: ASGIApp, host: str, port: int) -> None:
        try:
            self._listening = socket.create_server((host, port), reuse_port=False)
        except OSError as error:
            raise PlaceTaken(f"{host}:{port}: {error.strerror}") from error
        config = uvicorn.Config(
            site,
            http=GuardedProtocol,
            ws="none",
            lifespan="off",
            backlog=ACCEPTED_AT_ONCE,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=GRACE_S,
            server_header=False,
        )
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self._server.run, args=([self._listening],), name="web", daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._listening.getsockname()[1])

    def start(self) -> None:
        """Start answering."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the requests under way, then close."""
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(GRACE_S + 5)
        self._listening.close()

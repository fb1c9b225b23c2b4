"""GET /healthz, /readyz, /status and /metrics, for those who operate the bot."""

from collections.abc import Callable, Sequence

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.domain.desk.troubles import OWN, Trouble


class Health:
    """Alive: the process answers. Ready: no other copy would do better. Status: all that somebody should look at."""

    def __init__(self, troubles: Callable[[], Sequence[Trouble]], figures: CollectorRegistry) -> None:
        self._troubles = troubles
        self._figures = figures

    def alive(self, _request: Request) -> Response:
        """200 as long as the process answers."""
        return PlainTextResponse("ok\n")

    def ready(self, _request: Request) -> Response:
        """200, or 503 with what is wrong with this copy's own database and disk, a line each."""
        return _told([trouble for trouble in self._troubles() if trouble.kind in OWN])

    def status(self, _request: Request) -> Response:
        """200, or 503 with all that keeps the program from its work, a line each."""
        return _told(self._troubles())

    def metrics(self, _request: Request) -> Response:
        """Prometheus' text format: the process's own figures and those of the database."""
        return Response(generate_latest(REGISTRY) + generate_latest(self._figures), media_type=CONTENT_TYPE_LATEST)


def _told(troubles: Sequence[Trouble]) -> Response:
    return PlainTextResponse("".join(f"{trouble}\n" for trouble in troubles) or "ok\n", 503 if troubles else 200)

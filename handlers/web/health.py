"""GET /healthz, /readyz and /metrics, for those who operate the bot."""

from collections.abc import Callable

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response


class Health:
    """Alive is not the same as ready: ready also reaches its database and its chat."""

    def __init__(self, troubles: Callable[[], list[str]], figures: CollectorRegistry) -> None:
        self._troubles = troubles
        self._figures = figures

    def alive(self, _request: Request) -> Response:
        """200 as long as the process answers."""
        return PlainTextResponse("ok\n")

    def ready(self, _request: Request) -> Response:
        """200, or 503 with what is missing, a line each."""
        troubles = self._troubles()
        return PlainTextResponse("".join(f"{trouble}\n" for trouble in troubles) or "ok\n", 503 if troubles else 200)

    def metrics(self, _request: Request) -> Response:
        """Prometheus' text format: the process's own figures and those of the database."""
        return Response(generate_latest(REGISTRY) + generate_latest(self._figures), media_type=CONTENT_TYPE_LATEST)

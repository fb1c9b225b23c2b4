"""GET /healthz, /readyz, /status and /metrics, for those who operate the bot."""

import hmac
from collections.abc import Callable, Sequence

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.domain.desk.troubles import OWN, Trouble


class Health:
    """Alive: the process answers. Ready: no other copy would do better. Status: all that somebody should look at."""

    def __init__(self, troubles: Callable[[], Sequence[Trouble]], figures: CollectorRegistry, token: str) -> None:
        """`token`: who shows none is told no more than that the program is alive and ready; empty: all may ask."""
        self._troubles = troubles
        self._figures = figures
        self._bearer = f"Bearer {token}" if token else ""

    def alive(self, _request: Request) -> Response:
        """200 as long as the process answers."""
        return PlainTextResponse("ok\n")

    def ready(self, _request: Request) -> Response:
        """200, or 503 with what is wrong with this copy's own database and disk, a line each."""
        return _told([trouble for trouble in self._troubles() if trouble.kind in OWN])

    def status(self, request: Request) -> Response:
        """200, or 503 with all that keeps the program from its work, a line each."""
        return _told(self._troubles()) if self._may_ask(request) else _asks_for_token()

    def metrics(self, request: Request) -> Response:
        """Prometheus' text format: the process's own figures and those of the database."""
        if not self._may_ask(request):
            return _asks_for_token()
        return Response(generate_latest(REGISTRY) + generate_latest(self._figures), media_type=CONTENT_TYPE_LATEST)

    def _may_ask(self, request: Request) -> bool:
        shown = request.headers.get("authorization", "")
        return not self._bearer or hmac.compare_digest(shown.encode(), self._bearer.encode())


def _asks_for_token() -> Response:
    return PlainTextResponse("OPERATIONS_TOKEN\n", 401, {"WWW-Authenticate": "Bearer"})


def _told(troubles: Sequence[Trouble]) -> Response:
    return PlainTextResponse("".join(f"{trouble}\n" for trouble in troubles) or "ok\n", 503 if troubles else 200)

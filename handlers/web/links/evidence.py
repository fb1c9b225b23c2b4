"""/bewijs/{token}: a package of evidence, for the colleague whose link it is."""

from collections.abc import Callable, Iterator
from typing import Final

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from handlers.web.links.personal import HEADERS

COOKIE: Final = "bewijs"
Opened = tuple[str, Callable[[], Iterator[bytes]]]


def serve_evidence(opened: Opened, _request: Request) -> Response:
    """It is made while it goes out: nobody knows its length yet, and no part of it can be asked for."""
    name, made = opened
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(made(), headers=headers, media_type="application/zip")

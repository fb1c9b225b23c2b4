"""What every answer tells browsers, whoever gives it: pages, refusals, faults."""

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE: Final[Mapping[str, str]] = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
"""An answer that needs another one says so itself."""
HTTPS_ONLY: Final = {"Strict-Transport-Security": "max-age=31536000"}
"""For this name alone: what stands beside it is not ours."""


class SafeHeaders:
    """Around the whole site; `https`: whether citizens reach it that way, so that browsers keep to it for a year."""

    def __init__(self, site: ASGIApp, *, https: bool) -> None:
        self._site = site
        self._headers = {**SAFE, **HTTPS_ONLY} if https else SAFE

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._site(scope, receive, send_safely)

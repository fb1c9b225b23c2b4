"""What every answer tells browsers, whoever gives it: pages, refusals, faults."""

from collections.abc import Mapping
from typing import Final

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
        told = {**SAFE, **HTTPS_ONLY} if https else SAFE
        self._headers = [(name.lower().encode(), value.encode()) for name, value in told.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = [(name.lower(), value) for name, value in message.get("headers", ())]
                own = {name for name, _ in said}
                message["headers"] = said + [header for header in self._headers if header[0] not in own]
            await send(message)

        await self._site(scope, receive, send_safely)

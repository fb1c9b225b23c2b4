"""The provider's Python client over connections that stay open between calls.

The client itself opens one a request, TLS included: for a letter each that is most of the time a call takes.
"""

from typing import Any, Final, cast
from urllib.request import Request

import httpx
from python_http_client import Client
from python_http_client.exceptions import HTTPError

from bot.tls import trusted

CONNECT_TIMEOUT_S: Final = 10.0
MOST_CONNECTIONS: Final = 8  # of sending and of posting, four at once each
KEPT_S: Final = 3.0
"""Far less than any server keeps an idle connection (a minute is usual): one that it closed at the very moment of our
next request would look like a lost answer. One that was closed before is seen to be so and not used."""


class NotSent(Exception):
    """The request did not leave whole, so nobody can have acted on it."""


class PooledClient(Client):  # type: ignore[misc]
    """python_http_client's Client, whose requests share one pool; safe to share between threads."""

    def __init__(self, pool: httpx.Client, **given: Any) -> None:
        super().__init__(**given)
        self._pool = pool

    def _build_client(self, name: str | None = None) -> "PooledClient":
        return PooledClient(
            self._pool,
            host=self.host,
            version=self._version,
            request_headers=self.request_headers,
            url_path=[*self._url_path, name] if name else self._url_path,
        )

    def _make_request(self, _opener: object, request: Request, timeout: float | None = None) -> "Answered":
        """NotSent, or httpx's own error where the whole request left and the answer was lost."""
        written = Written()
        try:
            response = self._pool.request(
                request.get_method(),
                request.full_url,
                content=cast(bytes | None, request.data),
                headers=dict(request.header_items()),
                timeout=httpx.Timeout(timeout, connect=CONNECT_TIMEOUT_S),
                extensions={"trace": written},
            )
        except (httpx.RequestError, httpx.InvalidURL) as error:
            if written.whole:
                raise
            raise NotSent(f"{type(error).__name__}: {error}") from error
        if not response.is_success:
            raise HTTPError(response.status_code, response.reason_phrase, response.content, response.headers)
        return Answered(response)


class Written:
    """Follows a request on its way out (httpcore's `trace`): httpx does not tell whether it left whole.

    A server that closes while we write is still asked for its answer, and the missing answer is all that is raised.
    """

    def __init__(self) -> None:
        self.whole = False
        self._ours = False

    def __call__(self, step: str, info: dict[str, Any]) -> None:
        """A proxy's CONNECT is a request too, and not ours."""
        if step == "http11.send_request_headers.started":
            self._ours = info["request"].method != b"CONNECT"
        elif step == "http11.send_request_body.complete":
            self.whole = self._ours


class Answered:
    """httpx's response as the client reads urllib's."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response

    def getcode(self) -> int:
        return self._response.status_code

    def read(self) -> bytes:
        return self._response.content

    def info(self) -> httpx.Headers:
        """The headers, whatever their capitals."""
        return self._response.headers


def new_pool() -> httpx.Client:
    """Connections for one provider; close it in the end."""
    limits = httpx.Limits(
        max_connections=MOST_CONNECTIONS, max_keepalive_connections=MOST_CONNECTIONS, keepalive_expiry=KEPT_S
    )
    return httpx.Client(verify=trusted(), limits=limits)

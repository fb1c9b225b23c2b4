"""From which connection somebody asks, as little of it as limits need: a keyed hash that is another one each day."""

import hmac

from starlette.requests import Request

from bot.clock import Clock
from handlers.web.people.homes import beside, home_of


class Clients:
    """Told apart by the address that the proxy saw: what stands on our own network speaks for everybody."""

    def __init__(self, key: str, clock: Clock) -> None:
        self._key = key.encode()
        self._clock = clock

    def of(self, request: Request) -> str:
        """Who asks, for this day; empty where nobody tells. Its first half is the same for those beside them."""
        address = address_of(request)
        if not address:
            return ""
        return self._hashed("network", beside(address)) + self._hashed("client", address)

    def _hashed(self, what: str, address: str) -> str:
        told = f"{what} {self._clock.now().date()} {address}"
        return hmac.digest(self._key, told.encode(), "sha256").hex()[:16]


def address_of(request: Request) -> str:
    """The address of the internet that it came from, else empty."""
    peer = request.client.host if request.client else ""
    told = request.headers.getlist("x-forwarded-for") or [""]  # some proxies add a line of their own
    forwarded = told[-1].rpartition(",")[2].strip()
    return home_of(peer) or home_of(forwarded)

"""From which connection somebody asks, as little of it as limits need: a keyed hash that is another one each day."""

import hmac
from ipaddress import IPv6Address, ip_address, ip_network

from starlette.requests import Request

from bot.clock import Clock


class Clients:
    """Counts by the address that the proxy saw: what stands on our own network speaks for everybody."""

    def __init__(self, key: str, clock: Clock) -> None:
        self._key = key.encode()
        self._clock = clock

    def of(self, request: Request) -> str:
        """Who asks, for this day."""
        told = f"client {self._clock.now().date()} {address_of(request)}"
        return hmac.digest(self._key, told.encode(), "sha256").hex()[:32]


def address_of(request: Request) -> str:
    """The address of the internet that it came from; of IPv6 the network, since a home has many addresses."""
    peer = request.client.host if request.client else ""
    forwarded = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    for told in (peer, forwarded):
        try:
            address = ip_address(told.partition("%")[0])
        except ValueError:
            continue
        if address.is_global:
            return str(ip_network((address, 64), strict=False)) if isinstance(address, IPv6Address) else str(address)
    return peer

"""Dutch addresses and their places, from the Dutch government's free service (PDOK Locatieserver)."""

import json
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import Any

import httpx

from bot.domain.participants.places import Location
from bot.tls import trusted
from bot.workflow.ports import GeocoderDown

TIMEOUT_S = 1.5  # for all of it: a form is answered within Slack's three seconds
AT_ONCE = 8
POINT = re.compile(r"^POINT\(([\d.]+) ([\d.]+)\)$")


class PdokGeocoder:
    """Asks `GET {url}` for one document; each document gives `centroide_rd` in RD metres.

    httpx's time-out holds for each wait, so a service that trickles would keep a form waiting: the call runs in a
    thread of its own, with one time-out for all of it.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._client = httpx.Client(timeout=TIMEOUT_S, verify=trusted())
        self._asking = ThreadPoolExecutor(AT_ONCE, "geocoder")

    def locate(self, street: str, house_number: str, postcode: str, place: str, *, or_centre: bool) -> Location | None:
        """Where an address is, None where no such street and postcode is known; or else the middle of the postcode.

        A street robbery has no house number: then it is somewhere in the street.
        """
        if not self._url:
            raise GeocoderDown("no geocoder is set: only the middle of a postcode can be found")
        until = monotonic() + TIMEOUT_S

        def look() -> Location | None:
            found = self._address(street, house_number, postcode, place, until)
            return found or (self._postcode_centre(postcode, until) if or_centre else None)

        looking = self._asking.submit(look)
        try:
            return looking.result(TIMEOUT_S)
        except TimeoutError as late:
            looking.cancel()
            raise GeocoderDown(type(late).__name__) from None

    def _address(self, street: str, house_number: str, postcode: str, place: str, until: float) -> Location | None:
        parts = (street, house_number, postcode, place)
        found = self._ask(" ".join(part for part in parts if part), "type:adres", until)
        wanted = (_squeezed(street), _squeezed(postcode))
        if not found or (_squeezed(found.get("straatnaam", "")), _squeezed(found.get("postcode", ""))) != wanted:
            return None
        return _location(found, approximate=not house_number)  # without it, any address of the street

    def _postcode_centre(self, postcode: str, until: float) -> Location | None:
        found = self._ask(postcode, "type:postcode", until)
        if not found or _squeezed(found.get("postcode", "")) != _squeezed(postcode):
            return None
        return _location(found, approximate=True)

    def _ask(self, query: str, kind: str, until: float) -> dict[str, Any] | None:
        wanted = "weergavenaam,straatnaam,postcode,buurtnaam,wijknaam,centroide_rd"
        asked = {"q": query, "fq": kind, "fl": wanted, "rows": "1"}
        try:
            with self._client.stream("GET", self._url, params=asked) as answer:
                answer.raise_for_status()
                body = b"".join(_in_time(answer.iter_bytes(), until))
            documents: list[dict[str, Any]] = json.loads(body)["response"]["docs"]
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise GeocoderDown(type(error).__name__) from None
        return documents[0] if documents else None


def _in_time(pieces: Iterable[bytes], until: float) -> Iterator[bytes]:
    """Stop reading an answer that nobody waits for any more."""
    for piece in pieces:
        if monotonic() > until:
            raise httpx.ReadTimeout("too late")
        yield piece


def _squeezed(text: str) -> str:
    return text.replace(" ", "").casefold()


def _location(document: dict[str, Any], *, approximate: bool) -> Location | None:
    point = POINT.match(document.get("centroide_rd", ""))
    if not point:
        return None
    neighbourhood = document.get("buurtnaam") or document.get("wijknaam") or ""
    return Location(float(point[1]), float(point[2]), neighbourhood, approximate)

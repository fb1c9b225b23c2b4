"""The Geocoder port on the Dutch government's free service (PDOK Locatieserver)."""

import re
from typing import Any

import httpx

from bot.domain.places import Location
from bot.workflow.ports import GeocoderDown

TIMEOUT_S = 1.5  # a form is answered within Slack's three seconds
POINT = re.compile(r"^POINT\(([\d.]+) ([\d.]+)\)$")


class PdokGeocoder:
    """Asks `GET {url}` for one document; each document gives `centroide_rd` in RD metres."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._client = httpx.Client(timeout=TIMEOUT_S)

    def address(self, street: str, house_number: str, postcode: str, place: str) -> Location | None:
        """Where an address is; None where the service knows none with this street and postcode."""
        found = self._ask(f"{street} {house_number} {postcode} {place}", "type:adres")
        wanted = (_squeezed(street), _squeezed(postcode))
        if not found or (_squeezed(found.get("straatnaam", "")), _squeezed(found.get("postcode", ""))) != wanted:
            return None
        return _location(found, approximate=False)

    def postcode_centre(self, postcode: str) -> Location | None:
        """The middle of a postcode."""
        found = self._ask(postcode, "type:postcode")
        if not found or _squeezed(found.get("postcode", "")) != _squeezed(postcode):
            return None
        return _location(found, approximate=True)

    def _ask(self, query: str, kind: str) -> dict[str, Any] | None:
        if not self._url:
            raise GeocoderDown("no geocoder is set: only the middle of a postcode can be found")
        wanted = "weergavenaam,straatnaam,postcode,buurtnaam,wijknaam,centroide_rd"
        try:
            answer = self._client.get(self._url, params={"q": query, "fq": kind, "fl": wanted, "rows": 1})
            answer.raise_for_status()
            documents: list[dict[str, Any]] = answer.json()["response"]["docs"]
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            raise GeocoderDown(type(error).__name__) from None
        return documents[0] if documents else None


def _squeezed(text: str) -> str:
    return text.replace(" ", "").casefold()


def _location(document: dict[str, Any], *, approximate: bool) -> Location | None:
    point = POINT.match(document.get("centroide_rd", ""))
    if not point:
        return None
    neighbourhood = document.get("buurtnaam") or document.get("wijknaam") or ""
    return Location(float(point[1]), float(point[2]), neighbourhood, approximate)

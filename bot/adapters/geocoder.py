"""Dutch addresses and their places, from the Dutch government's free service (PDOK Locatieserver)."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final

import httpx

from bot.domain.participants.places import Location, in_the_netherlands
from bot.domain.participants.streets import street_key
from bot.entering import as_line
from bot.tls import trusted
from bot.workflow.ports import GeocoderDown

TIMEOUT_S = 1.5  # for all of it: a form is answered within Slack's three seconds
AT_ONCE = 8
MOST_BYTES: Final = 100_000
MOST_DOCUMENTS: Final = 25  # of one number there may be many flats
LONGEST_NAME: Final = 100
_FIELDS: Final = ("weergavenaam", "straatnaam", "straatnaam_verkort", "postcode", "huis_nlt", "buurtnaam", "wijknaam")
_POINT: Final = re.compile(r"POINT\((\d{1,7}(?:\.\d+)?) (\d{1,7}(?:\.\d+)?)\)")
_NUMBER: Final = re.compile(r"\d{1,5}", re.ASCII)


@dataclass(frozen=True)
class _Found:
    """A document, its fields looked at."""

    texts: dict[str, str]
    number: str
    x: float
    y: float

    def is_at(self, postcode: str) -> bool:
        return _squeezed(self.texts["postcode"]) == _squeezed(postcode)

    def is_in(self, street: str) -> bool:
        names = (self.texts["straatnaam"], self.texts["straatnaam_verkort"])
        return street_key(street) in {street_key(name) for name in names if name}

    def location(self, *, approximate: bool) -> Location:
        return Location(self.x, self.y, self.texts["buurtnaam"] or self.texts["wijknaam"], approximate)


class PdokGeocoder:
    """Asks `GET {url}` for documents; each gives `centroide_rd` in RD metres.

    httpx's time-out holds for each wait, so a service that trickles would keep a form waiting: the call runs in a
    thread of its own, with one time-out for all of it. Then the connections are closed, or that thread would be busy
    for as long as it trickles.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._client = _new_client()
        self._asking = ThreadPoolExecutor(AT_ONCE, "geocoder")

    def locate(self, street: str, house_number: str, postcode: str, place: str, *, or_centre: bool) -> Location | None:  # noqa: ARG002 - the postcode tells the place
        """Where an address is, None where the postcode has no such street; or else the middle of the postcode.

        A street robbery has no house number, and some have one that does not exist: then it is somewhere in the street.
        """
        if not self._url:
            raise GeocoderDown("no geocoder is set: only the middle of a postcode can be found")
        until = monotonic() + TIMEOUT_S

        def look() -> Location | None:
            number = _NUMBER.search(house_number)
            found = self._address(street, house_number, number[0], postcode, until) if number else None
            return found or self._postcode(postcode, "" if or_centre else street, until)

        looking = self._asking.submit(look)
        try:
            return looking.result(TIMEOUT_S)
        except TimeoutError as late:
            looking.cancel()
            late_one, self._client = self._client, _new_client()
            late_one.close()
            raise GeocoderDown(type(late).__name__) from None

    def _address(self, street: str, typed: str, number: str, postcode: str, until: float) -> Location | None:
        """Postcode and number decide; among the flats of a number the one that was typed, or the first."""
        found = self._ask(f"{_squeezed(postcode)} {int(number)}", "type:adres", until)
        here = [one for one in found if one.is_at(postcode) and one.number == str(int(number)) and one.is_in(street)]
        here.sort(key=lambda one: (_bare(one.texts["huis_nlt"]) != _bare(typed), len(one.texts["huis_nlt"])))
        return here[0].location(approximate=False) if here else None

    def _postcode(self, postcode: str, street: str, until: float) -> Location | None:
        """Its middle; where a street is named, only if it is that one's."""
        found = self._ask(_squeezed(postcode), "type:postcode", until)
        here = (one for one in found if one.is_at(postcode) and (not street or one.is_in(street)))
        return next((one.location(approximate=True) for one in here), None)

    def _ask(self, query: str, kind: str, until: float) -> Sequence[_Found]:
        wanted = ",".join((*_FIELDS, "huisnummer", "centroide_rd"))
        asked = {"q": query, "fq": kind, "fl": wanted, "rows": str(MOST_DOCUMENTS)}
        try:
            with self._client.stream("GET", self._url, params=asked) as answer:
                answer.raise_for_status()
                body = b"".join(_in_bounds(answer.iter_raw(), until))
            return [_looked_at(document) for document in json.loads(body)["response"]["docs"][:MOST_DOCUMENTS]]
        except (httpx.HTTPError, OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
            raise GeocoderDown(type(error).__name__) from None


def _new_client() -> httpx.Client:
    return httpx.Client(timeout=TIMEOUT_S, verify=trusted(), headers={"Accept-Encoding": "identity"})


def _in_bounds(pieces: Iterable[bytes], until: float) -> Iterator[bytes]:
    """Stop reading an answer that nobody waits for any more, or that is too large to be one."""
    read = 0
    for piece in pieces:
        read += len(piece)
        if monotonic() > until:
            raise httpx.ReadTimeout("too late")
        if read > MOST_BYTES:
            raise ValueError("too large")
        yield piece


def _looked_at(document: Any) -> _Found:
    """TypeError or ValueError where a field is not what it must be, or where the place is in no Dutch town."""
    if not isinstance(document, dict):
        raise TypeError("no document")
    texts = {name: document.get(name, "") for name in _FIELDS}
    point, number = document["centroide_rd"], document.get("huisnummer", "")
    if not all(isinstance(text, str) for text in (*texts.values(), point)) or type(number) not in (int, str):
        raise TypeError("a field of another type")
    match = _POINT.fullmatch(point)
    if not match or not in_the_netherlands(x := float(match[1]), y := float(match[2])):
        raise ValueError("no place in the Netherlands")
    texts = {name: as_line(text)[:LONGEST_NAME] for name, text in texts.items()}
    return _Found(texts, str(number) or _shown_number(texts), x, y)


def _shown_number(texts: dict[str, str]) -> str:
    """From `Laan 1914 12-a, 3823AB Amersfoort`, where no field of its own tells it."""
    number = _NUMBER.search(texts["weergavenaam"].partition(",")[0].removeprefix(texts["straatnaam"]))
    return number[0] if number else ""


def _squeezed(postcode: str) -> str:
    return postcode.replace(" ", "").upper()


def _bare(number: str) -> str:
    return re.sub(r"\W", "", number).casefold()

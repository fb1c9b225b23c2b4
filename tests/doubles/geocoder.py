"""A stand-in for PDOK's Locatieserver: it knows what it was given, can be slow, and can trickle."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import takewhile
from threading import Event, Thread
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit


class GeocoderDouble:
    """Answers `GET /search` with `response.docs`, as the real one does.

    `slow_by` seconds pass before that; with `trickles` so many between two bytes; `body` in place of what it knows.

    As Solr does, it gives what comes nearest to a query: the addresses of a postcode for a number that is not there.
    """

    def __init__(self) -> None:
        self.slow_by = 0.0
        self.trickles = 0.0
        self._closing = Event()
        self.body = b""
        self._documents: list[tuple[str, dict[str, Any]]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/search"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()

    def knows(self, street: str, house_number: str, postcode: str, place: str, x: float, y: float) -> None:
        """An address, and its postcode with its street, in RD metres."""
        common = {
            "straatnaam": street,
            "postcode": postcode.replace(" ", ""),
            "buurtnaam": "Kattenbroek",
            "centroide_rd": f"POINT({x} {y})",
        }
        number = "".join(takewhile(str.isdecimal, house_number))
        shown = f"{street} {house_number}, {postcode} {place}"
        address = {"weergavenaam": shown, "huis_nlt": house_number} | ({"huisnummer": int(number)} if number else {})
        self._documents.append(("type:adres", {**common, **address}))
        self._documents.append(("type:postcode", {**common, "weergavenaam": f"{street}, {postcode} {place}"}))

    def pieces(self, body: bytes) -> Iterator[bytes]:
        if not self.trickles:
            yield body
            return
        for byte in body:
            yield bytes([byte])
            self._closing.wait(self.trickles)

    def answer(self, query: dict[str, list[str]]) -> bytes:
        self._closing.wait(self.slow_by)
        if self.body:
            return self.body
        postcode, _, number = query["q"][0].partition(" ")
        kind, wanted = query["fq"][0], query["fl"][0].split(",")
        near = [one for of, one in self._documents if of == kind and one["postcode"] == postcode.upper()]
        near.sort(key=lambda one: str(one.get("huisnummer", "")) != number)
        docs = [{name: one[name] for name in wanted if name in one} for one in near[: int(query["rows"][0])]]
        return json.dumps({"response": {"numFound": len(near), "docs": docs}}).encode()


def _handler_of(double: GeocoderDouble) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = double.answer(parse_qs(urlsplit(self.path).query))
            try:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                for piece in double.pieces(body):
                    self.wfile.write(piece)
            except ConnectionError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nobody reads it."""

    return Handler

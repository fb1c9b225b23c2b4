"""A stand-in for PDOK's Locatieserver: it knows what it was given, can be slow, and can trickle."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit


class GeocoderDouble:
    """Answers `GET /search` with `response.docs`, as the real one does.

    `slow_by` seconds pass before that; with `trickles` so many between two bytes.
    """

    def __init__(self) -> None:
        self.slow_by = 0.0
        self.trickles = 0.0
        self._closing = Event()
        self._documents: dict[tuple[str, str], dict[str, str]] = {}
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
        """An address, as one of its street too, and its postcode, in RD metres."""
        document = {
            "weergavenaam": f"{street} {house_number}, {postcode} {place}",
            "straatnaam": street,
            "postcode": postcode.replace(" ", ""),
            "buurtnaam": "Kattenbroek",
            "centroide_rd": f"POINT({x} {y})",
        }
        for address in (f"{street} {house_number}", street):
            self._documents["type:adres", f"{address} {postcode} {place}".casefold()] = document
        self._documents["type:postcode", postcode.casefold()] = document

    def pieces(self, body: bytes) -> Iterator[bytes]:
        if not self.trickles:
            yield body
            return
        for byte in body:
            yield bytes([byte])
            self._closing.wait(self.trickles)

    def answer(self, query: dict[str, list[str]]) -> dict[str, Any]:
        self._closing.wait(self.slow_by)
        found = self._documents.get((query["fq"][0], query["q"][0].casefold()))
        return {"response": {"numFound": int(bool(found)), "docs": [found] if found else []}}


def _handler_of(double: GeocoderDouble) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(double.answer(parse_qs(urlsplit(self.path).query))).encode()
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

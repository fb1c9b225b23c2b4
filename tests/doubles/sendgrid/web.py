"""The HTTP/1.1 server in front of the gateway; connections stay open between requests."""

import socket
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from .gateway import Gateway, Reply, Request


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int, gateway: Gateway) -> None:
        self.gateway = gateway
        self.open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    # Header and body go out in two writes; waiting to join them costs 40 ms a request.
    disable_nagle_algorithm = True

    def handle(self) -> None:
        self.server.open.add(self.connection)
        # A client that gives up, or a server that stops, is no error here.
        with suppress(ConnectionError):
            super().handle()
        self.server.open.discard(self.connection)

    def do_POST(self) -> None:
        path = self.path.partition("?")[0]
        fault = self.server.gateway.meet(self.command, path)
        if fault and fault.kind == "dropped":
            self.close_connection = True
            return
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:  # who sent it died halfway: no request came in
            self.close_connection = True
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._send(self.server.gateway.answer(Request(self.command, path, headers, body), fault))

    do_GET = do_PUT = do_PATCH = do_DELETE = do_POST  # noqa: N815

    def _send(self, reply: Reply) -> None:
        if reply.lost:
            self.close_connection = True
            return
        self.send_response(reply.status)
        for name, value in {**reply.headers, "Content-Length": str(len(reply.body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the gateway remembers what was refused."""


class WebServer:
    """Serves the gateway until stopped; port 0 takes a free one."""

    def __init__(self, gateway: Gateway, port: int) -> None:
        self._server = _Server(port, gateway)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return self._server.server_port

    def stop(self) -> None:
        """Close the port and every open connection."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        for connection in list(self._server.open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

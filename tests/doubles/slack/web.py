"""The HTTP server in front of the gateway."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from .gateway import Gateway, Reply


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    gateway: Gateway


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length)
        path, _, query = self.path.partition("?")
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.server.gateway.handle(path, query, headers, body)
        if not reply.dropped:
            self._send(reply)

    do_GET = do_POST  # noqa: N815

    def _send(self, reply: Reply) -> None:
        content = reply.encoded()
        self.send_response(reply.status)
        kinds = {str: "text/plain", bytes: "application/octet-stream"}
        kind = kinds.get(type(reply.body), "application/json; charset=utf-8")
        for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the journal remembers every call."""


class WebServer:
    """Serves the gateway on a free port until stopped."""

    def __init__(self, gateway: Gateway) -> None:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.gateway = gateway
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

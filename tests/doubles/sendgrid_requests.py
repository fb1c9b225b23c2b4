"""Requests to the SendGrid double, and an application that records what its webhooks get."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import httpx
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from tests.doubles.sendgrid import SendGridDouble

Json = dict[str, Any]
SIGNATURE = "x-twilio-email-event-webhook-signature"
TIMESTAMP = "x-twilio-email-event-webhook-timestamp"


def personal(address: str = "anna@example.nl", **more: Any) -> Json:
    return {"to": [{"email": address}], **more}


def letter(*personalizations: Json, **more: Any) -> Json:
    """The body of a request that SendGrid takes."""
    return {
        "personalizations": list(personalizations) or [personal()],
        "from": {"email": "politie@burgernet.example", "name": "Politie Amersfoort"},
        "subject": "Inbraak",
        "content": [{"type": "text/plain", "value": "Zag u iets?"}],
        **more,
    }


def send(double: SendGridDouble, body: object, **headers: str) -> httpx.Response:
    given = {"Authorization": f"Bearer {double.api_key}", **headers}
    with local_client() as client:
        return client.post(f"{double.url}/v3/mail/send", json=body, headers=given)


def local_client(**given: Any) -> httpx.Client:
    """A client that looks for no proxy and loads no certificates, which takes longer than a request."""
    return httpx.Client(trust_env=False, verify=False, **{"timeout": 5, **given})


def genuine(public_key: str, headers: dict[str, str], body: bytes) -> bool:
    """Whether the signature holds, checked without SendGrid's library."""
    key = load_der_public_key(base64.b64decode(public_key))
    assert isinstance(key, ec.EllipticCurvePublicKey)
    signed = headers[TIMESTAMP].encode() + body
    try:
        key.verify(base64.b64decode(headers[SIGNATURE]), signed, ec.ECDSA(SHA256()))
    except Exception:
        return False
    return True


class Recorder:
    """Keeps what is posted to it."""

    def __init__(self) -> None:
        self.url = ""
        self.status = 204
        self.headers: list[dict[str, str]] = []
        self.bodies: list[bytes] = []


@contextmanager
def recording() -> Iterator[Recorder]:
    """A web server with a recorder behind it."""
    recorder = Recorder()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(recorder))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    recorder.url = f"http://127.0.0.1:{server.server_port}/hook"
    yield recorder
    server.shutdown()
    thread.join()
    server.server_close()


def _handler_of(recorder: Recorder) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            recorder.headers.append({name.lower(): value for name, value in self.headers.items()})
            recorder.bodies.append(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(recorder.status)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """The tests read the recorder."""

    return Handler

"""Brings events and interactions to the application, by socket or signed POST, and waits for its answer."""

import hashlib
import hmac
import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import quote

from .clock import Clock
from .journal import Journal, MissedAck
from .redelivery import Redelivery
from .rules import Json
from .sockets import SocketHub

Kind = Literal["events_api", "interactive", "slash_commands"]
TIMED_OUT = "operation_timeout"
QUOTED = {code: quote(bytes([code]), safe="") for code in range(256)}


@dataclass(frozen=True)
class Delivery:
    """One event, interaction or command; sent again it keeps its envelope_id and event_id."""

    kind: Kind
    payload: Json
    envelope_id: str
    attempt: int = 0

    @property
    def name(self) -> str:
        """What it is, for the list of missed acknowledgements."""
        inner = self.payload.get("event", self.payload)
        return str(inner.get("type") or inner.get("command"))

    def again(self) -> "Delivery":
        return replace(self, attempt=self.attempt + 1)

    def envelope(self) -> Json:
        """The Socket Mode envelope."""
        retry = {"retry_attempt": self.attempt, "retry_reason": "timeout" if self.attempt else ""}
        return {
            "envelope_id": self.envelope_id,
            "type": self.kind,
            "payload": self.payload,
            "accepts_response_payload": self.kind != "events_api",
            **(retry if self.kind == "events_api" else {}),
        }

    def http_body(self) -> tuple[bytes, str]:
        """The body and content type of the POST."""
        if self.kind == "events_api":
            return json.dumps(self.payload).encode(), "application/json"
        fields = self.payload if self.kind == "slash_commands" else {"payload": json.dumps(self.payload)}
        return form_of(fields), "application/x-www-form-urlencoded"

    def retry_headers(self) -> dict[str, str]:
        again = {"X-Slack-Retry-Num": str(self.attempt), "X-Slack-Retry-Reason": "http_timeout"}
        return again if self.attempt else {}


def form_of(fields: Json) -> bytes:
    """As urlencode has it, which takes each sign of a whole message by itself."""
    quoted = (str(value).encode().decode("latin-1").translate(QUOTED) for value in fields.values())
    return "&".join(map("=".join, zip(fields, quoted, strict=True))).encode()


@dataclass(frozen=True)
class Ack:
    """The application's acknowledgement; `reason` says why there is none."""

    on_time: bool
    body: Json | None = None
    reason: str = ""


class Courier:
    """Delivers to a connected socket, or else to `http_target`."""

    def __init__(self, hub: SocketHub, journal: Journal, clock: Clock, ack_seconds: float, secret: str) -> None:
        self.http_target: str | None = None
        self.deliveries: list[Delivery] = []
        self.redelivery = Redelivery(clock)
        self._hub = hub
        self._journal = journal
        self._clock = clock
        self._ack_seconds = ack_seconds
        self._secret = secret

    def deliver(self, delivery: Delivery) -> Ack:
        """Send it and wait; an answer that is late or wrong is written down."""
        self.deliveries.append(delivery)
        sent_at = self._clock.now()
        ack = self._by_http(delivery) if self.http_target and not self._hub.count else self._by_socket(delivery)
        if ack.on_time and self._clock.now() - sent_at > self._ack_seconds:
            ack = Ack(False, reason=TIMED_OUT)
        if not ack.on_time:
            self._journal.missed_acks.append(MissedAck(delivery.name, ack.reason, delivery.payload))
            self.redelivery.missed(delivery)
            self.redeliver_due()
        return ack

    def redeliver_due(self) -> None:
        """Send what is to come again by now."""
        for delivery in self.redelivery.due():
            self.deliver(delivery)

    def _by_socket(self, delivery: Delivery) -> Ack:
        assert self._hub.was_used, "no application: no socket was ever connected and http_target is not set"
        if not self._hub.count:
            return Ack(False, reason="no socket is connected")
        answer = self._hub.send(delivery.envelope(), self._ack_seconds)
        if answer is None:
            return Ack(False, reason=TIMED_OUT)
        body = answer.get("payload")
        if body and delivery.kind == "events_api":
            return Ack(False, reason="an event takes no response payload")
        return Ack(True, body)

    def checks_ssl(self) -> int:
        """Slack looks whether the address answers: a form of its own, which is not signed; the status."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        probe = urllib.request.Request(str(self.http_target), b"ssl_check=1&token=x", kind)
        try:
            with urllib.request.urlopen(probe, timeout=self._ack_seconds) as response:
                return int(response.status)
        except urllib.error.HTTPError as error:
            error.close()
            return error.code

    def sign(self, body: bytes, timestamp: int | None = None) -> dict[str, str]:
        """The two headers by which the application knows a request is Slack's."""
        # The application compares this with its own clock, so it must freeze along with it.
        stamp = str(int(time.time()) if timestamp is None else timestamp)
        digest = hmac.new(self._secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256)
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest.hexdigest()}"}

    def _by_http(self, delivery: Delivery) -> Ack:
        body, kind = delivery.http_body()
        headers = {"Content-Type": kind, **self.sign(body), **delivery.retry_headers()}
        request = urllib.request.Request(str(self.http_target), body, headers)
        started = self._clock.steady()
        try:
            with urllib.request.urlopen(request, timeout=self._ack_seconds) as response:
                content, kind = response.read(), response.headers.get("content-type", "")
        except urllib.error.HTTPError as error:
            error.close()
            return Ack(False, reason=f"http status {error.code}")
        except OSError as error:
            timed_out = isinstance(error, TimeoutError)
            return Ack(False, reason=TIMED_OUT if timed_out else f"not reachable: {error}")
        if self._clock.steady() - started > self._ack_seconds:
            return Ack(False, reason=TIMED_OUT)
        return Ack(True, _parsed(content, kind))


def _parsed(content: bytes, kind: str) -> Json | None:
    if not content:
        return None
    body: Json = json.loads(content) if kind.startswith("application/json") else {"text": content.decode()}
    return body

"""The Event Webhook: what became of each mail, posted in signed batches."""

import json
import secrets
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

from .double import SendGridDouble
from .mails import SentMail
from .signing import SignedPost, Signer, Tamper

Event = dict[str, Any]
EventName = Literal[
    "processed", "deferred", "delivered", "bounce", "dropped", "spamreport", "unsubscribe", "open", "click"
]

UNKNOWN_USER: Final = "550 5.1.1 The email account that you tried to reach does not exist"
AGENT: Final = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X)"
DETAILS: Final[Mapping[EventName, Event]] = {
    "processed": {},
    "deferred": {"response": "451 4.7.1 Greylisting in action, please come back later", "attempt": "1"},
    "delivered": {"response": "250 2.0.0 OK", "ip": "192.0.2.25", "tls": 1},
    "bounce": {"type": "bounce", "status": "5.1.1", "reason": UNKNOWN_USER, "ip": "192.0.2.25", "tls": 1},
    "dropped": {"reason": "Bounced Address", "status": "5.0.0"},
    "spamreport": {},
    "unsubscribe": {},
    "open": {"ip": "192.0.2.80", "useragent": AGENT, "sg_machine_open": False},
    "click": {"ip": "192.0.2.80", "useragent": AGENT, "url": "https://burgernet.example/"},
}


class EventWebhook:
    """Tells an application about its mails; `public_key` is what SendGrid's settings page shows."""

    def __init__(self, double: SendGridDouble) -> None:
        self._double = double
        self._signer = Signer(double.now)
        self.public_key = self._signer.public_key

    def events_for(self, mail: SentMail, *names: EventName, **details: object) -> list[Event]:
        """One event for each name, custom args at its top level; `details` go over the usual ones.

        `timestamp=…` moves it in time; a bounce's `type="blocked"` means that the address itself is good.
        """
        return [self._event(mail, name) | details for name in names]

    def whole_story(self) -> list[Event]:
        """`processed` and `delivered` of every mail that went out, `dropped` of every suppressed one."""
        good = [self.events_for(mail, "processed", "delivered") for mail in self._double.sent]
        bad = [self.events_for(mail, "dropped") for mail in self._double.dropped]
        return [event for events in good + bad for event in events]

    def signed(self, events: Iterable[Event], tamper: Tamper | None = None, stale: bool = False) -> SignedPost:
        """The request, for tests that post it themselves."""
        body = json.dumps(list(events), separators=(",", ":")).encode() + b"\r\n"
        headers = {"Content-Type": "application/json", "User-Agent": "SendGrid Event API"}
        return self._signer.signed(body, headers, tamper, stale)

    def post(
        self, url: str, events: Iterable[Event], tamper: Tamper | None = None, stale: bool = False, times: int = 1
    ) -> list[int]:
        """Post a batch; the statuses. A repeated event comes under another sg_event_id, as has been seen."""
        told = list(events)
        return [self.signed(told if number == 0 else _again(told), tamper, stale).to(url) for number in range(times)]

    def _event(self, mail: SentMail, name: EventName) -> Event:
        categories = {"category": list(mail.categories)} if mail.categories else {}
        return {
            **mail.custom_args,
            "email": mail.to,
            "timestamp": int(self._double.now()),
            "smtp-id": mail.message_id,
            "event": name,
            **categories,
            "sg_event_id": _event_id(),
            "sg_message_id": f"{mail.request_id}.recvd-5d5f4bcd8c-{mail.batch}-1",
            **DETAILS[name],
        }


def _again(events: Iterable[Event]) -> list[Event]:
    return [event | {"sg_event_id": _event_id()} for event in events]


def _event_id() -> str:
    return secrets.token_urlsafe(16)

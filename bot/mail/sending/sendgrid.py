"""Mailer over SendGrid's v3 API through its own Python client.

Rules from SendGrid's API reference: 1,000 personalizations a request, each with its own `from` in the root's domain,
headers, substitutions and custom_args; 202 means queued; there is no idempotency key.
"""

import json
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

import httpx
import orjson
from python_http_client.exceptions import HTTPError

from bot.domain.alerts.mailings import Hitch, Outcome, Recipient, SendResult
from bot.mail.addresses import Addresses
from bot.mail.headers import alert_headers, letter_headers, one_line, personal_headers, without_addresses
from bot.mail.sending import placeholders
from bot.mail.sending.pooled_client import NotSent, PooledClient, new_pool
from bot.records.mail import AlertMail, Letter

TIMEOUT_S: Final = 30.0  # of silence; the client has none by default, and one that is set on it can get lost
MOST_RECIPIENTS: Final = 1000
ACCEPTED: Final = 202
BAD_REQUEST: Final = 400
TOO_LARGE: Final = 413
JSON: Final = "application/json; charset=utf-8"
"""SendGrid's own client for C# says it like this. Told plain application/json, the Python client would write the JSON
itself, which takes twenty times as long."""

UNAVAILABLE: Final = 503  # said by SendGrid before it took the mail
MAY_BE_DONE: Final = frozenset({408, *range(500, 600)} - {UNAVAILABLE})
"""These may come from a gateway: what lies behind it may have taken the mail."""

LONGEST_PAUSE_S: Final = 3600.0
TRACKING_OFF: Final = {
    "click_tracking": {"enable": False, "enable_text": False},
    "open_tracking": {"enable": False},
    "subscription_tracking": {"enable": False},
    "ganalytics": {"enable": False},
}

Json = dict[str, Any]


class SendGridMailer:
    """Sends through SendGrid. `api_url` has no path; MAIL_FROM must lie in the answer addresses' domain."""

    batch_size = MOST_RECIPIENTS
    events_follow = True

    def __init__(self, addresses: Addresses, api_key: str, api_url: str) -> None:
        if addresses.mail_from.rpartition("@")[2].lower() != addresses.domain:
            raise ValueError("MAIL_FROM and MAIL_REPLY_ADDRESS must share their domain: SendGrid refuses other senders")
        # At their DEBUG level these log whole mails and the key; httpx has a line a call at INFO.
        for name in ("python_http_client", "httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)
        self._addresses = addresses
        self._pool = new_pool()
        self._given = {"api_key": api_key, "host": api_url.rstrip("/")}

    @cached_property
    def _client(self) -> PooledClient:
        from sendgrid import SendGridAPIClient  # what it checks signatures with is large

        plain = SendGridAPIClient(**self._given).client
        headers = {**plain.request_headers, "Content-Type": JSON}
        return PooledClient(self._pool, host=plain.host, version=3, request_headers=headers)

    def close(self) -> None:
        self._pool.close()

    def send_alert(self, mail: AlertMail, recipients: Sequence[Recipient]) -> SendResult:
        """One request for up to 1,000 people; ACCEPTED means that SendGrid has queued all of them."""
        return self._send(self.alert_body(mail, recipients))

    def alert_body(self, mail: AlertMail, recipients: Sequence[Recipient]) -> Json:
        body = self._body("alert", mail.subject, mail.text, mail.html)
        body["headers"] = alert_headers(self._addresses)
        body["personalizations"] = [self._personal(recipient) for recipient in recipients]
        return body

    def send_letter(self, letter: Letter) -> SendResult:
        body = self._body("letter", letter.subject, letter.text, letter.html)
        body["from"] = self._sender(self._addresses.answer_address(letter.reply_token))
        body["personalizations"] = [
            {
                "to": [{"email": letter.to}],
                "headers": letter_headers(self._addresses, letter),
                "custom_args": {"tag": letter.tag},
            }
        ]
        return self._send(body)

    def check(self) -> str:
        """Empty where SendGrid answers and the key may send mail; else what is wrong."""
        try:
            scopes = json.loads(self._client.scopes.get(timeout=TIMEOUT_S).body).get("scopes", [])
        except HTTPError as error:
            return f"SendGrid refuses SENDGRID_API_KEY: {error.status_code} {_message(error)}"
        except (NotSent, httpx.RequestError, ValueError, AttributeError) as error:
            return f"SendGrid can't be reached at SENDGRID_API_URL: {_network(error)}"
        return "" if "mail.send" in scopes else "SENDGRID_API_KEY lacks the scope mail.send"

    def _personal(self, recipient: Recipient) -> Json:
        filled = placeholders.values(self._addresses, recipient.delivery_id)
        return {
            "to": [{"email": recipient.email}],
            "from": self._sender(self._addresses.of_delivery(recipient.delivery_id)),
            "headers": personal_headers(self._addresses, recipient.delivery_id, filled[placeholders.LEAVE_TAG]),
            "substitutions": filled,
            "custom_args": {"tag": f"d{recipient.delivery_id}"},
        }

    def _body(self, category: str, subject: str, text: str, html: str) -> Json:
        return {
            "from": self._sender(self._addresses.mail_from),
            "subject": one_line(subject),
            "content": [{"type": "text/plain", "value": text}, {"type": "text/html", "value": html}],
            "categories": [category],
            "tracking_settings": TRACKING_OFF,
        }

    def _sender(self, address: str) -> dict[str, str]:
        return {"email": address, "name": self._addresses.sender_name}

    def _send(self, body: Json) -> SendResult:
        try:
            payload = Payload(orjson.dumps(body))
        except orjson.JSONEncodeError:  # half a character (a lone surrogate) is no JSON text
            return SendResult(Outcome.REFUSED, "this mail can't be written as JSON")
        return _told(lambda: self._client.mail.send.post(request_body=payload, timeout=TIMEOUT_S))


class Payload(bytes):
    """A body that is JSON already. The client formats every body for its log, read or not: this one tells its size."""

    def encode(self, _encoding: str) -> "Payload":
        """Returns itself: the client expects text."""
        return self

    def __format__(self, _spec: str) -> str:
        return f"{len(self)} bytes"


def _told(call: Callable[[], Any]) -> SendResult:
    try:
        response = call()
    except HTTPError as error:
        return _refused(error)
    except NotSent as error:
        return SendResult(Outcome.FAILED, without_addresses(str(error)))
    except httpx.RequestError as error:
        return SendResult(Outcome.UNKNOWN, _network(error))
    if response.status_code != ACCEPTED:
        return SendResult(Outcome.UNKNOWN, f"unexpected answer {response.status_code}")
    return SendResult(Outcome.ACCEPTED, one_line(str(response.headers.get("X-Message-Id") or ""))[:100])


def _refused(error: HTTPError) -> SendResult:
    detail = f"{error.status_code} {_message(error)}".strip()
    if error.status_code in MAY_BE_DONE:
        return SendResult(Outcome.UNKNOWN, detail)
    if error.status_code == BAD_REQUEST and (fields := _refused_fields(error)):
        return SendResult(Outcome.REFUSED, detail, may_be_one=_names_a_person(fields))
    # A wrong address, key or method, a limit, or a gateway in front of SendGrid: it is mended, and the mail waits.
    hitch = Hitch.TOO_LARGE if error.status_code == TOO_LARGE else Hitch.SERVER
    return SendResult(Outcome.FAILED, detail, _retry_after_s(error.headers), hitch=hitch)


def _refused_fields(error: HTTPError) -> list[str]:
    """What SendGrid itself finds wrong in the request; nothing where somebody else answered."""
    try:
        return [str(one.get("field") or "") for one in json.loads(error.body)["errors"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []


def _names_a_person(fields: Sequence[str]) -> bool:
    """Whether it refuses some of the people, not the mail as such: `personalizations.3.to.0.email`, or no field."""
    return any(not field or field.startswith("personalizations") for field in fields)


def _message(error: HTTPError) -> str:
    """SendGrid's own words, `{"errors": [{"message", "field"}]}`, without addresses."""
    try:
        errors = json.loads(error.body)["errors"]
        said = "; ".join(f"{one.get('field') or ''} {one['message']}".strip() for one in errors)
    except (ValueError, KeyError, TypeError, AttributeError):
        said = str(error.reason)
    return without_addresses(said)


def _network(error: object) -> str:
    """The kind of a network error; its text may hold addresses of machines, not of people."""
    return without_addresses(f"{type(error).__name__}: {error}")


def _retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Seconds until SendGrid takes calls again: X-RateLimit-Reset is a moment (epoch seconds), Retry-After a pause."""
    reset, pause = headers.get("X-RateLimit-Reset"), headers.get("Retry-After")
    try:
        seconds = float(reset) - time.time() if reset else float(pause) if pause else None
    except ValueError:
        return None
    return None if seconds is None else min(max(seconds, 1.0), LONGEST_PAUSE_S)

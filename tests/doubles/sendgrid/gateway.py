"""Decides every request: refuses, breaks on command, or accepts."""

import json
import math
import secrets
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from .body import MAIL
from .crossing import RULES, enabled
from .faults import Fault, Faults
from .mails import SentMail, mails_of
from .shapes import Json, Problem

SEND, SCOPES = "/v3/mail/send", "/v3/scopes"
METHODS = {SEND: "POST", SCOPES: "GET"}
MOST_BYTES = 30_000_000
CALLS_A_MINUTE = 600
HELP = "https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors"

WORDS = {
    401: "The provided authorization grant is invalid, expired, or revoked",
    403: "access forbidden",
    404: "not found",
    405: "method not allowed",
    413: "content too large",
    415: "Content-Type should be application/json.",
    429: "too many requests",
    500: "internal server error",
    503: "service not available",
}


@dataclass(frozen=True)
class Request:
    """A request with its header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Reply:
    """An answer; `lost` ones are never sent."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    lost: bool = False


@dataclass(frozen=True)
class Refused:
    """A request SendGrid would not take, and why: "field: message" each."""

    status: int
    reasons: tuple[str, ...]


class Gateway:
    """The account behind the API: its key, its suppressions, and what became of every request."""

    def __init__(self, api_key: str, now: Callable[[], float]) -> None:
        self.api_key = api_key
        self.scopes = ["mail.send"]
        self.suppressed: set[str] = set()
        self.sent: list[SentMail] = []
        self.dropped: list[SentMail] = []
        self.refused: list[Refused] = []
        self.requests = 0
        self._accepted = 0
        self.faults = Faults()
        self.down = False
        self.slow_by = 0.0
        self.after_accept: Callable[[list[SentMail]], None] | None = None
        self.stopping = threading.Event()
        self._now = now
        self._lock = threading.Lock()

    def meet(self, method: str, path: str) -> Fault | None:
        """Count a request to send, and hand out the fault that waits for it; nothing of its body is read yet."""
        if (method, path) != ("POST", SEND):
            return None
        with self._lock:
            self.requests += 1
            return None if self.down else self.faults.take()

    def answer(self, request: Request, fault: Fault | None) -> Reply:
        self.stopping.wait(self.slow_by)
        if self.down:
            return _errors(503, [Problem(WORDS[503])])
        if fault is None:
            return self._decide(request)
        if fault.kind == "status":
            return self._failure(fault)
        reply = self._decide(request) if fault.stored else Reply(0, lost=True)
        self.stopping.wait(fault.seconds)
        return Reply(0, lost=True) if fault.kind == "lost_answer" else reply

    def _failure(self, fault: Fault) -> Reply:
        limits = {
            "X-RateLimit-Limit": str(CALLS_A_MINUTE),
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset": str(math.ceil(self._now() + fault.retry_after)),
        }
        problem = Problem(WORDS.get(fault.status, "error"))
        return _errors(fault.status, [problem], limits if fault.status == 429 else {})

    def _decide(self, request: Request) -> Reply:
        status = self._refusal(request)
        if status:
            return self._refuse(status, [Problem(WORDS[status])])
        return self._list_scopes() if request.path == SCOPES else self._take(request.body)

    def _refusal(self, request: Request) -> int:
        """The status of what is wrong before the body counts; 0 for nothing."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        sends = request.path == SEND
        hurdles = (
            (404, request.path not in METHODS),
            (405, request.method != METHODS.get(request.path)),
            (401, request.headers.get("authorization") != f"Bearer {self.api_key}"),
            (403, sends and "mail.send" not in self.scopes),
            (413, len(request.body) > MOST_BYTES),
            (415, sends and (kind != "application/json" or "content-encoding" in request.headers)),
        )
        return next((status for status, wrong in hurdles if wrong), 0)

    def _list_scopes(self) -> Reply:
        return Reply(200, {"Content-Type": "application/json"}, json.dumps({"scopes": self.scopes}).encode())

    def _take(self, body: bytes) -> Reply:
        try:
            mail = json.loads(body)
        except ValueError:
            return self._refuse(400, [Problem("Bad Request")])
        problems = self.problems(mail)
        if problems:
            return self._refuse(400, problems)
        return Reply(200) if enabled(mail, "sandbox_mode") else self._accept(mail)

    def problems(self, mail: object) -> list[Problem]:
        """Everything wrong with a request's JSON; the rules between fields are asked once each field is sound."""
        found = list(MAIL(mail, ""))
        if not found and isinstance(mail, dict):
            found = [problem for rule in RULES for problem in rule(mail, self._now())]
        return found

    def _accept(self, mail: Json) -> Reply:
        request_id = secrets.token_urlsafe(16)
        stopped = set() if enabled(mail, "bypass_list_management") else {each.lower() for each in self.suppressed}
        with self._lock:
            self._accepted += 1
            mails = mails_of(mail, self._accepted, request_id)
            passed = [each for each in mails if each.to.lower() not in stopped]
            self.sent += passed
            self.dropped += [each for each in mails if each.to.lower() in stopped]
        if self.after_accept:
            self.after_accept(passed)
        return Reply(202, {"X-Message-Id": request_id})

    def _refuse(self, status: int, problems: list[Problem]) -> Reply:
        reasons = tuple(f"{each.field}: {each.message}" if each.field else each.message for each in problems)
        self.refused.append(Refused(status, reasons))
        return _errors(status, problems)


def _errors(status: int, problems: Iterable[Problem], headers: Mapping[str, str] | None = None) -> Reply:
    listed = [{"message": each.message, "field": each.field, "help": HELP} for each in problems]
    body = json.dumps({"errors": listed}).encode()
    return Reply(status, {"Content-Type": "application/json", **(headers or {})}, body)

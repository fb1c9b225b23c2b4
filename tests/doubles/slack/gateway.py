"""The front door of the Web API: who may come in, what they may ask, and what goes wrong on purpose."""

import json
import math
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event

from .args import Args, parse_body
from .faults import Fault, Faults, RateLimits
from .files import download, take_upload
from .journal import Call, Journal, Refused
from .methods import METHODS, Method
from .replies import use_reply_url
from .rules import Json
from .surfaces import Refusal
from .world import World

Headers = Mapping[str, str]
LONGEST_HANG_S = 30
CAN_FAIL = frozenset({*METHODS, "response_url", "upload", "download"})


@dataclass
class Reply:
    """An HTTP answer; `dropped` closes the connection without one."""

    status: int = 200
    body: Json | str | bytes = ""
    headers: dict[str, str] = field(default_factory=dict)
    dropped: bool = False

    def encoded(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return self.body.encode() if isinstance(self.body, str) else json.dumps(self.body).encode()


class Gateway:
    """Answers every request the application makes over HTTP."""

    def __init__(self, world: World, journal: Journal, bot_token: str, app_token: str) -> None:
        self.world = world
        self.journal = journal
        self.tokens = {"xoxb": bot_token, "xapp": app_token}
        self.faults = Faults()
        self.rates = RateLimits(world.clock)
        self.down = False
        self.slow_s = 0.0
        self.answering = Event()
        self.answering.set()

    def handle(self, path: str, query: str, headers: Headers, body: bytes) -> Reply:
        """Route a request; nothing is answered while Slack is down."""
        if self.down:
            return Reply(503, {"ok": False, "error": "service_unavailable"})
        self.answering.wait(LONGEST_HANG_S)
        self.world.clock.advance(self.slow_s)
        area, _, name = path.strip("/").partition("/")
        with self.world.lock:
            if area == "api":
                return self._call(name, query, headers, body)
            if area == "upload":
                return self._guarded("upload", {"file_id": name}, lambda: take_upload(self.world, name, body))
            if area == "files-pri":
                return self._file(name, headers.get("authorization", ""))
            if area == "respond":
                return self._respond(name, body)
        return Reply(404, "no such page")

    def _file(self, path: str, authorization: str) -> Reply:
        """Without the right token Slack redirects to its sign-in page."""
        fault = self.faults.take("download")
        if fault and (early := self._spoiled(fault)):
            return early
        try:
            content = download(self.world, path, authorization, self.tokens["xoxb"])
        except Refusal:
            return Reply(404, "no such file")
        if content is None:
            self.journal.refused.append(Refused("download", "not_allowed", [path]))
            return Reply(302, "", {"Location": f"{self.world.base_url}/sign-in"})
        self.journal.calls.append(Call("download", {"path": path}, {"ok": True}))
        return Reply(200, content, dropped=fault is not None)

    def _respond(self, url_id: str, body: bytes) -> Reply:
        def answer() -> None:
            use_reply_url(self.world, url_id, parse_body(body, "application/json", "", True))

        return self._guarded("response_url", {"body": body.decode(errors="replace")}, answer)

    def _guarded(self, name: str, args: Json, act: Callable[[], object]) -> Reply:
        """Uploads and response URLs answer `ok` or 404, not the Web API's JSON."""
        fault = self.faults.take(name)
        if fault and (early := self._spoiled(fault)):
            self.journal.calls.append(Call(name, args, error=fault.kind))
            return early
        try:
            act()
        except Refusal as refusal:
            self._record_refusal(name, args, refusal)
            return Reply(404, refusal.body())
        self.journal.calls.append(Call(name, args, {"ok": True}))
        return Reply(200, "ok", dropped=fault is not None)

    def _record_refusal(self, name: str, args: Json, refusal: Refusal) -> None:
        self.journal.calls.append(Call(name, args, refusal.body(), refusal.error))
        self.journal.refused.append(Refused(name, refusal.error, refusal.reasons, args))

    def _call(self, name: str, query: str, headers: Headers, body: bytes) -> Reply:
        args: Json = {}
        try:
            method = METHODS.get(name)
            if method is None:
                raise Refusal("unknown_method", name)
            content_type = headers.get("content-type", "")
            args = parse_body(body, content_type, query, method.json_allowed)
            self._check_token(method, str(args.pop("token", "")), headers)
            return self._perform(name, method, args)
        except Refusal as refusal:
            self._record_refusal(name, args, refusal)
            return Reply(200, refusal.body(), self._scope_headers())
        except Exception:
            self.journal.refused.append(Refused(name, "fatal_error", [traceback.format_exc()], args))
            return Reply(500, {"ok": False, "error": "fatal_error"})

    def _check_token(self, method: Method, in_body: str, headers: Headers) -> None:
        token = headers.get("authorization", "").removeprefix("Bearer ") or in_body
        if not token:
            raise Refusal("not_authed")
        if token not in self.tokens.values():
            raise Refusal("invalid_auth")
        if token != self.tokens[method.token]:
            raise Refusal("not_allowed_token_type", f"needs {method.token}")

    def _perform(self, name: str, method: Method, args: Json) -> Reply:
        fault = self.faults.take(name)
        early = self._before(name, method, args, fault)
        if early is not None:
            self.journal.calls.append(Call(name, args, error=fault.kind if fault else "ratelimited"))
            return early
        if error := self.faults.error_for(args):
            self.journal.calls.append(Call(name, args, error=error))
            return Reply(200, {"ok": False, "error": error}, self._scope_headers())
        answer = {"ok": True, **self._answer(method, args)}
        self.journal.calls.append(Call(name, args, answer))
        return Reply(200, answer, self._scope_headers(), dropped=fault is not None)

    def _before(self, name: str, method: Method, args: Json, fault: Fault | None) -> Reply | None:
        """An answer that comes instead of the call being done."""
        if fault is None:
            wait = self._rate_wait(name, method, args)
            return self._too_fast(math.ceil(wait)) if wait else None
        return self._spoiled(fault)

    def _spoiled(self, fault: Fault) -> Reply | None:
        """What is answered in place of doing it; None for what is done, but whose answer is lost."""
        if fault.kind == "rate_limited":
            return self._too_fast(fault.retry_after)
        if fault.kind == "server_error":
            return Reply(500, "Internal Server Error")
        return Reply(dropped=True) if fault.kind == "dropped" else None

    @staticmethod
    def _too_fast(seconds: int) -> Reply:
        return Reply(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": str(seconds)})

    def _rate_wait(self, name: str, method: Method, args: Json) -> float:
        key = f"{name} {args.get('channel')}" if method.per_channel else name
        return self.rates.wait_for(key, method.most, method.seconds)

    def _answer(self, method: Method, args: Json) -> Json:
        if method.scope:
            self.world.require(method.scope)
        if args.pop("team_id", self.world.team_id) != self.world.team_id:  # Bolt's client adds it to every call
            raise Refusal("team_not_found")
        missing = [name for name in method.required if name not in args]
        unknown = sorted(set(args) - method.known)
        problems = [f"[ERROR] missing required field: {name}" for name in missing]
        problems += [f"[ERROR] unknown argument: {name}" for name in unknown]
        if problems:
            raise Refusal("invalid_arguments", *problems)
        return method.handler(self.world, Args(args))

    def _scope_headers(self) -> dict[str, str]:
        return {"x-oauth-scopes": ",".join(sorted(self.world.scopes))}

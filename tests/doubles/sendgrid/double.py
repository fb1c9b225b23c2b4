"""The stand-in for SendGrid that tests start, read and break on purpose."""

import secrets
from collections.abc import Callable
from typing import Self

from .faults import Fault
from .gateway import Gateway, Refused
from .mails import SentMail
from .signing import application_time
from .web import WebServer


class SendGridDouble:
    """One account with one key. Use it as a context manager, or call `start` and `stop`.

    Stopped, it refuses connections; started again, it listens on the port it had and remembers everything.
    """

    def __init__(self, now: Callable[[], float] = application_time) -> None:
        self.api_key = f"SG.{secrets.token_urlsafe(16)}.{secrets.token_urlsafe(32)}"
        self.now = now
        self._gateway = Gateway(self.api_key, now)
        self._web: WebServer | None = None
        self._port = 0

    def start(self) -> Self:
        """Listen on 127.0.0.1."""
        self._gateway.stopping.clear()
        self._web = WebServer(self._gateway, self._port)
        self._port = self._web.port
        return self

    def stop(self) -> None:
        """Break off what hangs and close every connection."""
        self._gateway.stopping.set()
        if self._web:
            self._web.stop()
        self._web = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *exc: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """The `host` for the sendgrid client, without a path."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def sent(self) -> list[SentMail]:
        """Every mail that went out, one a person, in the order of the requests."""
        return list(self._gateway.sent)

    def sent_to(self, address: str) -> list[SentMail]:
        """What one person got; capitals don't matter."""
        return [mail for mail in self.sent if mail.to.lower() == address.lower()]

    @property
    def dropped(self) -> list[SentMail]:
        """Mails accepted for suppressed addresses: nobody gets them, a `dropped` event tells."""
        return list(self._gateway.dropped)

    @property
    def requests(self) -> int:
        """How many requests to send came in, whatever became of them."""
        return self._gateway.requests

    @property
    def refused(self) -> list[Refused]:
        """What was not as SendGrid wants it; faults are not among them."""
        return list(self._gateway.refused)

    def forget_refused(self) -> None:
        """For a test in which something had to be refused."""
        self._gateway.refused.clear()

    def assert_clean(self) -> None:
        """Fail when a request was refused, or a fault is still waiting for one."""
        assert not self.refused, f"SendGrid refused: {self.refused}"
        assert not self._gateway.faults.waiting, "a fault was ordered that no request has met"

    @property
    def suppressed(self) -> set[str]:
        """Addresses that bounced, complained or left: add to it; capitals don't matter."""
        return self._gateway.suppressed

    @property
    def scopes(self) -> list[str]:
        """What the key may do: without `mail.send`, sending answers 403."""
        return self._gateway.scopes

    def fail_next(self, times: int = 1, status: int = 500, retry_after: int = 1) -> None:
        """Answer the next sends with an error and take nothing; 429 says when to come back, in `retry_after` s."""
        self._gateway.faults.add(Fault("status", status, retry_after), times)

    def drop_next(self, stored: bool, times: int = 1) -> None:
        """Close the connection: after taking the mail (a lost answer), or before reading the body."""
        fault = Fault("lost_answer", stored=True) if stored else Fault("dropped")
        self._gateway.faults.add(fault, times)

    def hang_next(self, seconds: float, stored: bool = True) -> None:
        """Be silent so long; then answer as usual, or close the connection where the mail is not to be taken."""
        self._gateway.faults.add(Fault("hang", seconds=seconds, stored=stored), 1)

    @property
    def down(self) -> bool:
        """Whether everything answers 503; `stop()` is for a machine that can't be reached at all."""
        return self._gateway.down

    @down.setter
    def down(self, value: bool) -> None:
        self._gateway.down = value

    @property
    def slow_by(self) -> float:
        """Seconds every answer is late."""
        return self._gateway.slow_by

    @slow_by.setter
    def slow_by(self, seconds: float) -> None:
        self._gateway.slow_by = seconds

    @property
    def after_accept(self) -> Callable[[list[SentMail]], None] | None:
        """Called with the mails of a request once they are taken, before it is answered."""
        return self._gateway.after_accept

    @after_accept.setter
    def after_accept(self, hook: Callable[[list[SentMail]], None] | None) -> None:
        self._gateway.after_accept = hook

"""The stand-in for Slack that tests start, fill with people and break on purpose."""

import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Self, TypeVar

from .clock import Clock
from .courier import Ack, Courier, Delivery
from .faults import Fault, FaultKind
from .gateway import CAN_FAIL, Gateway
from .journal import Call, Journal, MissedAck, Refused
from .payloads import Payloads
from .people import EVENT_SCOPES, MESSAGE_EVENTS, Desk, Person
from .records import Channel, Message
from .rules import Json
from .sockets import SocketHub
from .web import WebServer
from .world import World

T = TypeVar("T")

ALL_SCOPES = frozenset(
    {
        *("app_mentions:read", "channels:history", "channels:read", "chat:write", "commands", "files:read"),
        *("files:write", "groups:history", "groups:read", "im:history", "im:read", "im:write"),
        *("usergroups:read", "users:read", "users:read.email"),
    }
)


class SlackDouble:
    """One workspace with one installed app. Use it as a context manager, or call `start` and `stop`."""

    def __init__(
        self,
        scopes: Iterable[str] = ALL_SCOPES,
        events: Iterable[str] = EVENT_SCOPES,
        clock: Clock | None = None,
        ack_seconds: float = 3.0,
        declared: Iterable[str] | None = None,
    ) -> None:
        """`declared` are the commands and shortcuts of the app's manifest; None: any."""
        self.clock = clock or Clock()
        self.world = World(frozenset(scopes), self.clock)
        self.world.declared = None if declared is None else frozenset(declared)
        self.journal = Journal()
        self.bot_token = f"xoxb-{secrets.token_hex(8)}"
        self.app_token = f"xapp-{secrets.token_hex(8)}"
        self.signing_secret = secrets.token_hex(16)
        self._events = frozenset(events)
        self._ack_seconds = ack_seconds
        self._gateway = Gateway(self.world, self.journal, self.bot_token, self.app_token)

    def start(self) -> Self:
        """Open the servers on free ports."""
        self._web = WebServer(self._gateway)
        self.hub = SocketHub(self.world)
        self.world.base_url, self.world.socket_url = self._web.url, self.hub.url
        self._courier = Courier(self.hub, self.journal, self.clock, self._ack_seconds, self.signing_secret)
        payloads = Payloads(self.world)
        self._desk = Desk(self.world, self._courier, self.journal, payloads, self._events)
        return self

    def stop(self) -> None:
        """Finish what was put off and close the servers."""
        self.world.finish()
        self.hub.stop()
        self._web.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *exc: object) -> None:
        self.stop()

    @property
    def api_url(self) -> str:
        """The `base_url` for the application's WebClient."""
        return f"{self.world.base_url}/api/"

    @property
    def team_id(self) -> str:
        return self.world.team_id

    @property
    def bot_user_id(self) -> str:
        return self.world.bot_user_id

    @property
    def calls(self) -> list[Call]:
        """Every call the application made."""
        return self.journal.calls

    @property
    def refused(self) -> list[Refused]:
        """Every call or acknowledgement Slack would not take; faults and rate limits are not among them."""
        return self.journal.refused

    @property
    def missed_acks(self) -> list[MissedAck]:
        return self.journal.missed_acks

    def assert_clean(self) -> None:
        """Fail when anything was refused or not acknowledged."""
        self.journal.assert_clean()

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def add_person(self, name: str, real_name: str = "", **flags: Any) -> Person:
        """An account; flags are the fields of `Profile`: `is_restricted=True`, `team_id="T9"`, `user_id=…`."""
        with self.world.lock:
            return Person(self._desk, self.world.add_person(name, real_name or name.capitalize(), **flags))

    def add_channel(
        self,
        name: str,
        members: Iterable[Person] = (),
        bot: bool = True,
        private: bool = False,
        shared: bool = False,
    ) -> Channel:
        """A channel with these people, and the bot unless it was not invited."""
        ids = [person.id for person in members] + ([self.bot_user_id] if bot else [])
        with self.world.lock:
            return self.world.add_channel(name, "private" if private else "public", ids, shared)

    def add_group(self, handle: str, members: Iterable[Person]) -> str:
        """A user group; its id."""
        group_id = self.world.new_id("S")
        self.world.groups[group_id] = [person.id for person in members]
        self.world.names[group_id] = handle
        return group_id

    def switch_off_group(self, group_id: str) -> None:
        """As an administrator may; its people stay known."""
        self.world.disabled_groups.add(group_id)

    @property
    def http_target(self) -> str | None:
        """The URL of the application's request endpoint; a connected socket goes before it."""
        return self._courier.http_target

    @http_target.setter
    def http_target(self, url: str | None) -> None:
        self._courier.http_target = url

    def sign(self, body: bytes, timestamp: int | None = None) -> dict[str, str]:
        """Signature headers, for requests a test makes by hand."""
        return self._courier.sign(body, timestamp)

    @property
    def deliveries(self) -> list[Delivery]:
        """Everything sent to the application, oldest first."""
        return self._courier.deliveries

    def redeliver(self, delivery: Delivery | None = None) -> Ack:
        """Send the last delivery, or this one, again under the same ids."""
        return self._courier.deliver((delivery or self.deliveries[-1]).again())

    @property
    def redelivers(self) -> bool:
        """Whether events that were not acknowledged come again by themselves: at once, after 1 and 5 minutes."""
        return self._courier.redelivery.on

    @redelivers.setter
    def redelivers(self, value: bool) -> None:
        self._courier.redelivery.on = value

    def redeliver_due(self) -> None:
        """Send what is to come again by now, by the double's clock."""
        self._courier.redeliver_due()

    def send_event(self, event: Json) -> Ack:
        """Send any event, subscribed or not."""
        return self._desk.send("events_api", lambda: self._desk.payloads.event(event))

    def removes(self, message: Message) -> None:
        """An administrator or the channel's retention deletes it: the app hears so where it listens to messages."""
        message.deleted = True
        event = {"type": "message", "subtype": "message_deleted", "channel": message.channel.id, "hidden": True}
        was = {"user": message.user, "bot_id": message.bot_id, "ts": message.ts}
        moment = {"deleted_ts": message.ts, "ts": self.clock.stamp()}
        self._desk.send_event(MESSAGE_EVENTS[message.channel.kind], {**event, **moment, "previous_message": was})

    def checks_ssl(self) -> int:
        """Whether the application answers Slack's own look at its address, which is not signed: the status."""
        return self._courier.checks_ssl()

    @property
    def down(self) -> bool:
        """Whether Slack is out: every request gets 503."""
        return self._gateway.down

    @down.setter
    def down(self, value: bool) -> None:
        self._gateway.down = value

    @property
    def slow_s(self) -> float:
        """How many seconds each call takes, by the double's clock: nobody has to wait for it."""
        return self._gateway.slow_s

    @slow_s.setter
    def slow_s(self, value: float) -> None:
        self._gateway.slow_s = value

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """Every call waits for its answer until this ends."""
        self._gateway.answering.clear()
        try:
            yield
        finally:
            self._gateway.answering.set()

    @property
    def rate_limits(self) -> bool:
        return self._gateway.rates.on

    @rate_limits.setter
    def rate_limits(self, value: bool) -> None:
        self._gateway.rates.on = value

    @property
    def picture_seconds(self) -> float:
        """How long an uploaded picture is being processed before a message can show it."""
        return self.world.picture_seconds

    @picture_seconds.setter
    def picture_seconds(self, value: float) -> None:
        self.world.picture_seconds = value

    @property
    def page_size(self) -> int:
        """The most items a page holds, whatever was asked."""
        return self.world.page_size

    @page_size.setter
    def page_size(self, value: int) -> None:
        self.world.page_size = value

    def fail_next(self, method: str, kind: FaultKind, retry_after: int = 1, times: int = 1) -> None:
        """Let the next calls of a method go wrong; `upload` and `response_url` count as methods."""
        assert method in CAN_FAIL, f"nothing is called {method!r}; there are {sorted(CAN_FAIL)}"
        self._gateway.faults.add(method, Fault(kind, retry_after), times)

    @property
    def poisoned(self) -> dict[str, str]:
        """Words, and the error with which Slack refuses every message that has them, until they are taken out."""
        return self._gateway.faults.poisoned

    @property
    def sockets(self) -> int:
        """How many sockets are connected."""
        return self.hub.count

    def ask_to_reconnect(self, reason: str = "refresh_requested") -> None:
        """Ask every connected client to come back on a new socket."""
        self.hub.ask_to_reconnect(reason)

    def drop_sockets(self) -> None:
        """Cut every connection."""
        self.hub.drop_all()

    def deafen_sockets(self) -> None:
        """Leave every connection open, but forward nothing through it any more."""
        self.hub.deafen_all()

    def wait_for(self, look: Callable[[], T | None], timeout: float = 5.0, what: str = "it") -> T:
        """Wait until something is there (or true) and hand it back."""
        end = self.clock.steady() + timeout
        while True:
            found = look()
            if found:
                return found
            if self.clock.steady() > end:
                raise AssertionError(f"waited {timeout} seconds for {what} in vain\n{self._recent()}")
            time.sleep(0.01)

    def _recent(self) -> str:
        trouble = [*map(str, self.refused[-5:]), *map(str, self.missed_acks[-5:])]
        return "\n".join(trouble or [f"last calls: {[call.method for call in self.calls[-5:]]}"])

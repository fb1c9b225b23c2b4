"""A Slack that answers everything at once, and people who press there: a process of its own, so that what it costs is
not measured with what it measures."""

import asyncio
import hashlib
import hmac
import json
import multiprocessing
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

SECRET: Final = "bench"
PATIENCE_S: Final = 900.0
A_LITTLE_S: Final = 0.002
MAILS_AT_ONCE: Final = 20
USER: Final = {"id": "U1", "team_id": "T1", "name": "carla", "real_name": "Carla Mulder", "locale": "nl-NL"}
ANSWERS: Final[dict[str, dict[str, Any]]] = {
    "auth.test": {"team_id": "T1", "user_id": "UB", "bot_id": "B1"},
    "users.info": {"user": USER},
    "conversations.members": {"members": ["U1"], "response_metadata": {"next_cursor": ""}},
    "conversations.info": {"channel": {"id": "C", "name": "c", "is_private": True}},
    "chat.getPermalink": {"permalink": "https://slack.example/p1"},
    "conversations.history": {"messages": [], "has_more": False},
    "conversations.replies": {"messages": [], "has_more": False},
}


@dataclass(frozen=True)
class Press:
    """A button on a message."""

    port: int
    ts: str
    action_id: str
    value: str


@dataclass
class Workspace:
    """What stands there: how often each message was written, and which channel took a post when."""

    paced: bool
    written: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    posted: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    _free_at: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def answer(self, method: str, args: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """By Slack's rules for a channel's posts where it is `paced`: about one a second."""
        if method == "chat.postMessage":
            now, channel = time.monotonic(), args["channel"]
            if self.paced and now < self._free_at[channel]:
                return 429, {"ok": False, "error": "ratelimited"}
            self._free_at[channel] = now + 1
            self.posted[channel] += 1
            args = {**args, "ts": f"{sum(self.posted.values())}.9"}
        if method == "chat.update":
            self.written[args["ts"]] += 1
        about = {"channel": args.get("channel", ""), "ts": args.get("ts", ""), "message": {}}
        return 200, {"ok": True, **about, **ANSWERS.get(method, {})}

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode():
                lines = head.split("\r\n")
                headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                method = lines[0].split()[1].rpartition("/")[2].partition("?")[0]
                writer.write(_response(*self.answer(method, _args(headers, body))))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


def _args(headers: dict[str, str], body: bytes) -> dict[str, str]:
    if headers.get("content-type", "").startswith("application/json"):
        given: dict[str, str] = json.loads(body or b"{}")
        return given
    return dict(parse_qsl(body.decode()))


def _response(status: int, answer: dict[str, Any]) -> bytes:
    body = json.dumps(answer).encode()
    pause = "Retry-After: 1\r\n" if status == 429 else ""
    head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n{pause}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def _press(slack: Workspace, press: Press) -> tuple[float, float]:
    """How long until it is acknowledged, and until its message is written anew."""
    before, began = slack.written[press.ts], time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", press.port)
    writer.write(_request(press))
    status = await reader.readline()
    assert b" 200 " in status, status
    acknowledged = time.perf_counter() - began
    writer.close()
    while slack.written[press.ts] == before:
        if time.perf_counter() - began > PATIENCE_S:
            raise TimeoutError(press)
        await asyncio.sleep(A_LITTLE_S)
    return acknowledged, time.perf_counter() - began


async def _mail(port: int, request: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    status = await reader.readline()
    assert b" 200 " in status, status
    writer.close()


async def _work(
    slack: Workspace, presses: Sequence[Press], mails: Sequence[tuple[int, bytes]], at_once: int
) -> list[tuple[float, float]]:
    room, door = asyncio.Semaphore(at_once), asyncio.Semaphore(MAILS_AT_ONCE)

    async def press(one: Press) -> tuple[float, float]:
        async with room:
            return await _press(slack, one)

    async def mail(port: int, request: bytes) -> None:
        async with door:
            await _mail(port, request)

    took = asyncio.gather(*map(press, presses))
    await asyncio.gather(*(mail(*one) for one in mails))
    return await took


def _request(press: Press) -> bytes:
    action = {"type": "button", "action_id": press.action_id, "block_id": "b", "value": press.value}
    payload = {
        "type": "block_actions",
        "user": {"id": "U1", "team_id": "T1"},
        "team": {"id": "T1", "domain": "bench"},
        "api_app_id": "A1",
        "trigger_id": "1.2.3",
        "container": {"type": "message", "message_ts": press.ts, "channel_id": "C2", "is_ephemeral": False},
        "channel": {"id": "C2", "name": "c2"},
        "message": {"type": "message", "ts": press.ts, "text": "", "blocks": []},
        "response_url": "http://127.0.0.1:9/none",
        "actions": [{**action, "text": {"type": "plain_text", "text": "x"}, "action_ts": press.ts}],
    }
    body = urlencode({"payload": json.dumps(payload)}).encode()
    at = str(int(time.time()))
    signature = "v0=" + hmac.new(SECRET.encode(), f"v0:{at}:".encode() + body, hashlib.sha256).hexdigest()
    headers = {
        "Host": "127.0.0.1",
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(body)),
        "X-Slack-Request-Timestamp": at,
        "X-Slack-Signature": signature,
        "Connection": "close",
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST /slack/events HTTP/1.1\r\n{head}\r\n".encode() + body


async def _run(pipe: Connection, paced: bool) -> None:
    slack = Workspace(paced)
    server = await asyncio.start_server(slack.serve, "127.0.0.1", 0)
    pipe.send(server.sockets[0].getsockname()[1])
    async with server:
        while (asked := await asyncio.to_thread(pipe.recv)) is not None:
            what, given = asked
            if what == "work":
                pipe.send(await _work(slack, *given))
            else:
                pipe.send(slack.posted[given])


def _begin(pipe: Connection, paced: bool) -> None:
    asyncio.run(_run(pipe, paced))


class Visitor:
    """The workspace as the measurement sees it."""

    def __init__(self, pipe: Connection, port: int) -> None:
        self._pipe = pipe
        self.api_url = f"http://127.0.0.1:{port}/api/"

    def press(self, *presses: Press) -> Sequence[tuple[float, float]]:
        """All at once; how long each took to be acknowledged, and to be shown."""
        return self.work(presses, (), len(presses))

    def work(
        self, presses: Sequence[Press], mails: Sequence[tuple[int, bytes]], at_once: int
    ) -> Sequence[tuple[float, float]]:
        """The same, so many at once, while mails come in: the port that takes each, and the request."""
        took: Sequence[tuple[float, float]] = self._ask("work", (presses, mails, at_once))
        return took

    def posted(self, channel: str) -> int:
        """How many messages were posted there by now."""
        return int(self._ask("posted", channel))

    def _ask(self, what: str, given: object) -> Any:
        self._pipe.send((what, given))
        if not self._pipe.poll(PATIENCE_S + 30):
            raise TimeoutError(what)
        return self._pipe.recv()


@contextmanager
def workspace(*, paced: bool = False) -> Iterator[Visitor]:
    """Begun before the program has threads."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_begin, args=(theirs, paced), daemon=True)
    process.start()
    yield Visitor(ours, ours.recv())
    ours.send(None)
    process.join(10)

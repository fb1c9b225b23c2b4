"""Bodies: how large, how slow, how many at once."""

import asyncio
import os
import re
import socket
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request

from handlers.web import bodies
from handlers.web.bodies import (
    BadLength,
    BodyRoom,
    BodyTooLarge,
    BodyTooSlow,
    Pace,
    TooManyBodies,
    read_body,
    read_start,
)
from tests.databases import fresh_sqlite
from tests.doubles.citizen import reply_from
from tests.process import served
from tests.stage import Stage

LARGE = bodies.SMALL_BYTES + 1
MOST_MEGABYTES = 700
"""What the whole program may take while ten mails of 30 MB come in at once (seen: 580, 150 of them before any mail)."""


@pytest.fixture
def database_url() -> str:
    return fresh_sqlite()


def request(length: str | None, *chunks: bytes, pause_s: float = 0) -> Request:
    left = list(chunks)

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(pause_s)
        return {"type": "http.request", "body": left.pop(0) if left else b"", "more_body": bool(left)}

    headers = [] if length is None else [(b"content-length", length.encode("latin-1"))]
    return Request({"type": "http", "method": "POST", "headers": headers}, receive)


def test_a_body_comes_whole() -> None:
    assert asyncio.run(read_body(request("6", b"abc", b"def"), 10)) == b"abcdef"
    assert asyncio.run(read_body(request(None, b"abc", b"def"), 10)) == b"abcdef"


@pytest.mark.parametrize("length", ["", "x", "-1", "+1", "1e3", "²", "1 2"])
def test_a_length_that_is_no_number(length: str) -> None:
    with pytest.raises(BadLength):
        asyncio.run(read_body(request(length, b"abc"), 10))


@pytest.mark.parametrize("length", ["11", "9" * 30, "3", None])
def test_too_much_declared_or_not(length: str | None) -> None:
    with pytest.raises(BodyTooLarge):
        asyncio.run(read_body(request(length, b"abcdef", b"ghijkl"), 10))


async def _held(room: BodyRoom, asked: Request, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    async with room.place(asked):
        await work()


@pytest.mark.parametrize("length", [str(LARGE), None], ids=["large", "in chunks"])
def test_one_too_many_is_sent_away_and_small_ones_go_by(length: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "PATIENCE_S", 0.05)

    async def story() -> None:
        room, done = BodyRoom(large=1), asyncio.Event()

        async def waits() -> None:
            await done.wait()

        async def nothing() -> None:
            pass

        first = asyncio.create_task(_held(room, request(length), waits))
        await asyncio.sleep(0)
        with pytest.raises(TooManyBodies):
            await _held(room, request(length), nothing)
        await _held(room, request("10"), nothing)
        done.set()
        await first
        await _held(room, request(length), nothing)

    asyncio.run(story())


def test_a_slow_sender_leaves_the_room_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "MACHINES", Pace(1, 1, 0.1))

    async def story() -> None:
        room = BodyRoom(large=1)
        slow = request(str(LARGE), *[b"x"] * 100, pause_s=0.05)

        async def reads() -> None:
            await read_start(slow, LARGE, 2 * LARGE, b"")

        with pytest.raises(BodyTooSlow):
            await _held(room, slow, reads)
        async with asyncio.timeout(1):
            async with room.place(request(str(LARGE))):
                pass

    asyncio.run(story())


@pytest.mark.parametrize("path", ["/mail/inbound", "/mail/events", "/afmelden/x"])
def test_a_hostile_length_is_a_bad_request(stage: Stage, path: str) -> None:
    head = (
        f"POST {path} HTTP/1.1\r\nHost: x\r\nX-Twilio-Email-Event-Webhook-Signature: x\r\nContent-Length: many\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", stage.program.http_port), 5) as connection:
        connection.sendall(head.encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 400 ")


def test_ten_large_mails_at_once_fit_into_memory(stage: Stage) -> None:
    """A real process, from the body to the stored and read reply."""
    stage.lives("Noor")
    stage.approved()
    mail = stage.mail_to("noor@example.nl")
    raw = reply_from(mail, "Zie de film.", attachments=[("film.mp4", os.urandom(22_000_000))])
    assert 29_000_000 < len(raw) < 30_000_000
    stage.program.stop()
    with served(stage.settings(), datetime.now(UTC)) as process:
        stage.slack.wait_for(process.is_ready, timeout=60)
        posted = stage.inbound.signed(raw, [mail.from_], "noor@example.nl")
        with ThreadPoolExecutor(10) as senders:
            answers = list(senders.map(lambda _: posted.to(process.url("/mail/inbound")), range(10)))
        assert set(answers) == {200}
        stage.slack.wait_for(lambda: stage.rows("SELECT id FROM attachments"), timeout=20)
        status = Path(f"/proc/{process.running.pid}/status").read_text(encoding="ascii")
    [peak] = re.findall(r"VmHWM:\s+(\d+) kB", status)
    assert int(peak) < MOST_MEGABYTES * 1024
    stage.program = stage.start_program()

"""1,100 connections on which nothing is asked: web, mail and Slack stood still."""

import resource
import socket
import time
from contextlib import ExitStack, suppress

import httpx
import pytest
from structlog.testing import capture_logs

from bot.cli.starting import raise_descriptors
from handlers.web import bodies, connections
from handlers.web.bodies import Pace
from tests.attacks.strangers import asks_and_does_not_listen, begins, forged, hung_up_on, is_closed, opens
from tests.stage import PLAIN, Stage

HALF = b"GET /healthz HTTP/1.1\r\nHost: x\r\n"


def answers(stage: Stage) -> int:
    return httpx.get(stage.url("/healthz"), timeout=3, **PLAIN).status_code


def test_who_asks_nothing_makes_room_and_is_sent_away(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST", 10)
    monkeypatch.setattr(connections, "HEAD_S", 2.5)
    monkeypatch.setattr(bodies, "MACHINES", Pace(0, 60, 60))
    port = stage.program.http_port
    with ExitStack() as held:
        begun = held.enter_context(begins(port, "/mail/inbound", 2_000_000, forged()))
        silent = [held.enter_context(opens(port, HALF)) for _ in range(15)]
        assert answers(stage) == 200
        assert is_closed(silent[0]), "the oldest of them"
        silent[-1].settimeout(0.05)
        assert not is_closed(silent[-1]), "whose time is not over"
        silent[-1].settimeout(5)
        held.enter_context(opens(port)).settimeout(2)
        assert all(map(is_closed, silent)), "their time is over"
        begun.settimeout(0.05)
        assert not is_closed(begun), "who asked something stays"


def test_a_byte_now_and_then_wins_no_time(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_S", 0.3)
    with opens(stage.program.http_port, b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n") as connection:
        assert connection.recv(10_000).startswith(b"HTTP/1.1 200")
        connection.settimeout(0.05)
        for _ in range(20):
            connection.send(b"G")
            if is_closed(connection):
                break
        else:
            pytest.fail("the second request's headers may take for ever")


def test_one_address_of_the_internet_gets_its_share(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST_OF_ONE", 5)
    port = stage.program.http_port
    with ExitStack() as held:
        for _ in range(6):
            held.enter_context(opens(port, HALF))
        assert answers(stage) == 200, "all come through the proxy, which is one address"
        monkeypatch.setattr(connections, "home_of", lambda _: "8.8.8.8")
        for _ in range(5):
            held.enter_context(opens(port, HALF))
        assert is_closed(held.enter_context(opens(port, HALF)))


def test_the_program_asks_for_the_descriptors_that_it_may_have() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (900, before[1]))
    try:
        raise_descriptors()
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == min(before[1], 8192)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_who_does_not_take_what_they_asked_for_makes_room_and_is_sent_away(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each asked until the answers filled all that the machine keeps for it: 768 shut out everybody, for ever."""
    monkeypatch.setattr(connections, "MOST", 1)
    monkeypatch.setattr(connections, "TO_TAKE_S", 3)
    port = stage.program.http_port
    with ExitStack() as held:
        deaf = [held.enter_context(asks_and_does_not_listen(port)) for _ in range(3)]
        assert answers(stage) == 200
        assert hung_up_on(deaf[0]), "the first of them"
        time.sleep(3)
        assert all(map(hung_up_on, deaf)), "their time is over"


CHUNKED = b"Host: x\r\nTransfer-Encoding: chunked\r\n"
ASKED = b"GET /healthz HTTP/1.1\r\n"
CRUMB, PIECE, LAST = b"1\r\nx\r\n", b"400\r\n" + b"x" * 1024 + b"\r\n", b"0\r\n"
HEADS = {
    "many lines": ASKED + b"Host: x\r\n" + b"a: b\r\n" * 200 + b"\r\n",
    "many lines without an end": ASKED + b"a: b\r\n" * 200,
    "a long line": ASKED + b"Host: " + b"x" * 20_000,
    "two lengths": ASKED + CHUNKED + b"Content-Length: 5\r\n\r\n" + LAST + b"\r\n",
}
BODIES = {
    "crumbs": CRUMB * 200 + LAST + b"\r\n",
    "crumbs among pieces": (PIECE + CRUMB) * 200,
    "headers behind it": LAST + b"a: b\r\n" * 200 + b"\r\n",
}


def answer(connection: socket.socket) -> bytes:
    """All of it, until the other side hangs up."""
    answered = b""
    with suppress(OSError):
        while piece := connection.recv(10_000):
            answered += piece
    return answered


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_head_that_costs_much_for_few_bytes_is_not_taken(stage: Stage, head: bytes) -> None:
    """Twenty of 12,000 lines each kept everybody waiting for ten seconds."""
    with opens(stage.program.http_port, head) as connection:
        assert answer(connection).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_nor_is_a_body(stage: Stage, body: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    """A byte a chunk, on one connection, kept everybody waiting for ten seconds, read or not."""
    named = "".join(f"{name}: {value}\r\n" for name, value in forged().items()).encode()
    port = stage.program.http_port
    with opens(port, b"POST /mail/inbound HTTP/1.1\r\n" + named + CHUNKED + b"\r\n" + body) as connection:
        assert answer(connection).startswith(b"HTTP/1.1 400")
    with opens(port, ASKED + CHUNKED + b"\r\n") as connection:
        assert connection.recv(10_000).startswith(b"HTTP/1.1 200")
        connection.sendall(body)
        assert b"HTTP" not in answer(connection)
    assert answers(stage) == 200
    assert "Traceback" not in capfd.readouterr().err


def test_who_sends_pieces_and_several_requests_is_taken(stage: Stage) -> None:
    sent = (ASKED + CHUNKED + b"\r\n" + CRUMB * 90 + PIECE * 200 + LAST + b"\r\n") * 3
    with opens(stage.program.http_port, sent) as connection:
        answered = b""
        while answered.count(b"ok\n") < 3:
            answered += connection.recv(10_000)
    assert answered.count(b"HTTP/1.1 200") == 3


def test_who_has_no_link_is_not_read(stage: Stage) -> None:
    """A form for leaving was read to its end before anybody looked whose link it was."""
    with begins(stage.program.http_port, "/afmelden/x", 10_000, {}) as connection:
        assert connection.recv(10_000).startswith(b"HTTP/1.1 404")


SIGNING_UP = b"POST /aanmelden HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"


def test_forms_that_do_not_come_in_make_room_for_who_asks(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight hundred of them, of a few bytes each, shut out everybody; who brings theirs in a hurry stays."""
    monkeypatch.setattr(connections, "MOST", 5)
    port, begun = stage.program.http_port, SIGNING_UP + b"Content-Length: 15000\r\n\r\n"
    with ExitStack() as held:
        honest = held.enter_context(opens(port, begun + b"name=" + b"a" * 9_000))
        time.sleep(0.1)
        slow = [held.enter_context(opens(port, begun + b"name=a")) for _ in range(14)]
        for _ in range(3):
            assert answers(stage) == 200
        for connection in slow:
            connection.settimeout(0.05)
        assert any(map(is_closed, slow))
        honest.sendall(b"a" * 5_995)
        assert honest.recv(10_000).startswith(b"HTTP/1.1 422")


def test_who_hangs_up_is_no_fault_of_ours(stage: Stage) -> None:
    """Each wrote the whole way through the program into the log, as an error."""
    with capture_logs() as logged:
        with opens(stage.program.http_port, SIGNING_UP + b"Content-Length: 15000\r\n\r\nname=a"):
            time.sleep(0.2)
        assert answers(stage) == 200
        time.sleep(0.2)
    assert logged == []

"""1,100 connections on which nothing is asked: web, mail and Slack stood still."""

import resource
import time
from contextlib import ExitStack
from ipaddress import ip_address

import httpx
import pytest

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
        monkeypatch.setattr(connections, "ip_address", lambda _: ip_address("8.8.8.8"))
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


def test_who_has_no_link_is_not_read(stage: Stage) -> None:
    """A form for leaving was read to its end before anybody looked whose link it was."""
    with begins(stage.program.http_port, "/afmelden/x", 10_000, {}) as connection:
        assert connection.recv(10_000).startswith(b"HTTP/1.1 404")

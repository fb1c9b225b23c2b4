"""The socket to Slack comes back after whatever becomes of it, without asking Slack for an address at every breath."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from slack_bolt import App
from slack_sdk import WebClient

from handlers.socket_mode import Patience, SlackSocket
from tests.doubles.slack import SlackDouble

QUICK = Patience(look_s=0.05, ping_s=0.2, silent_s=0.8, opening_s=0.4, first_pause_s=0.5, longest_pause_s=2)


@pytest.fixture
def slack() -> Iterator[SlackDouble]:
    with SlackDouble() as double:
        yield double


@contextmanager
def connected(slack: SlackDouble) -> Iterator[SlackSocket]:
    app = App(
        client=WebClient(token=slack.bot_token, base_url=slack.api_url),
        signing_secret="unused",
        token_verification_enabled=False,
    )
    ears = SlackSocket(app, slack.app_token, QUICK)
    ears.start()
    try:
        yield ears
    finally:
        ears.stop()


@contextmanager
def nobody_home() -> Iterator[str]:
    """Where a connection is neither taken nor refused: its queue of one is full."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full, socket.create_connection(full.getsockname()):
        yield f"ws://127.0.0.1:{full.getsockname()[1]}"


def asked(slack: SlackDouble) -> int:
    return len(slack.calls_of("apps.connections.open"))


def test_a_lost_connection_comes_back(slack: SlackDouble) -> None:
    with connected(slack) as ears:
        slack.wait_for(lambda: slack.sockets == 1)
        slack.drop_sockets()
        slack.wait_for(lambda: slack.sockets == 1 and asked(slack) == 2)
        assert ears.silent_s() < QUICK.silent_s


def test_a_connection_that_forwards_nothing_is_noticed_by_its_own_pings(slack: SlackDouble) -> None:
    with connected(slack):
        slack.wait_for(lambda: slack.sockets == 1)
        slack.deafen_sockets()
        slack.wait_for(lambda: slack.sockets == 1 and asked(slack) == 2)


def test_a_quiet_connection_that_answers_pings_is_left_alone(slack: SlackDouble) -> None:
    with connected(slack) as ears:
        slack.wait_for(lambda: slack.sockets == 1)
        end = slack.clock.steady() + 2 * QUICK.silent_s
        slack.wait_for(lambda: slack.clock.steady() > end)
        assert asked(slack) == 1
        assert ears.silent_s() < QUICK.silent_s


def test_where_no_socket_opens_the_pauses_grow_and_the_silence_is_told(slack: SlackDouble) -> None:
    slack.hub.refusing = True
    with connected(slack) as ears:
        slack.wait_for(lambda: ears.silent_s() > 2.5)
        assert 2 <= asked(slack) <= 4
        slack.hub.refusing = False
        slack.wait_for(lambda: slack.sockets == 1)
        slack.wait_for(lambda: ears.silent_s() < QUICK.silent_s)


def test_an_opening_that_is_never_answered_is_given_up(slack: SlackDouble) -> None:
    never = slack.hub.held = Event()
    with connected(slack):
        slack.wait_for(lambda: asked(slack) == 2)
        slack.hub.held = None
        slack.wait_for(lambda: slack.sockets == 1)
    never.set()


def test_a_network_that_swallows_the_connection_is_given_up(slack: SlackDouble) -> None:
    with nobody_home() as address:
        real, slack.world.socket_url = slack.world.socket_url, address
        with connected(slack):
            slack.wait_for(lambda: asked(slack) == 2)
            slack.world.socket_url = real
            slack.wait_for(lambda: slack.sockets == 1)


def test_where_slack_refuses_to_give_an_address_it_is_asked_again(slack: SlackDouble) -> None:
    slack.fail_next("apps.connections.open", "server_error", times=2)
    with connected(slack):
        slack.wait_for(lambda: slack.sockets == 1)

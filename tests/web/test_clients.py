"""Who asks, as far as limits need it: by the proxy's word, kept as a hash of one day."""

from datetime import UTC, datetime

import pytest
from freezegun import freeze_time
from starlette.requests import Request

from bot.clock import Clock
from bot.domain.participants.claiming import network_of
from handlers.web.people.clients import Clients, address_of

CLIENTS = Clients("a secret of at least thirty-two characters", Clock())


def asked(peer: str, forwarded: str = "") -> Request:
    headers = [(b"x-forwarded-for", line.encode()) for line in forwarded.splitlines()]
    return Request({"type": "http", "headers": headers, "client": (peer, 1234) if peer else None})


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("8.8.8.8", "", "8.8.8.8"),
        ("8.8.8.8", "9.9.9.9", "8.8.8.8"),  # whoever comes straight says what they like
        ("127.0.0.1", "1.2.3.4, 9.9.9.9", "9.9.9.9"),
        ("10.0.0.2", "9.9.9.9", "9.9.9.9"),
        ("10.0.0.2", "1.2.3.4\n9.9.9.9", "9.9.9.9"),  # HAProxy writes a line below the caller's own
        ("10.0.0.2", "", ""),
        ("10.0.0.2", "nobody", ""),
        ("10.0.0.2", "192.168.1.1", ""),
        ("", "", ""),
        ("2a00:1450:400e::1", "", "2a00:1450:400e::/64"),
        ("2a00:1450:400e::2", "", "2a00:1450:400e::/64"),
        ("::ffff:8.8.8.8", "", "8.8.8.8"),
    ],
)
def test_the_address_that_the_proxy_saw(peer: str, forwarded: str, address: str) -> None:
    assert address_of(asked(peer, forwarded)) == address


@pytest.fixture
def days() -> list[str]:
    """What stands for one address on two days."""
    found = []
    for day in (14, 15):
        with freeze_time(datetime(2026, 1, day, 12, tzinfo=UTC)):
            found.append(CLIENTS.of(asked("8.8.8.8")))
    return found


def test_it_is_another_one_each_day_and_nobodys_address(days: list[str]) -> None:
    assert len({*days, CLIENTS.of(asked("9.9.9.9"))}) == 3
    assert "8.8.8.8" not in str(days)
    assert CLIENTS.of(asked("10.0.0.2")) == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("8.8.8.8", "8.8.8.9", True),
        ("8.8.8.8", "8.8.9.8", False),
        ("2a00:1450:400e::1", "2a00:1450:400e:ffff::1", True),
        ("2a00:1450:400e::1", "2a00:1450:400f::1", False),
    ],
)
def test_those_beside_each_other_begin_alike(one: str, other: str, same: bool) -> None:
    mine, theirs = (CLIENTS.of(asked(peer)) for peer in (one, other))
    assert mine != theirs
    assert (network_of(mine) == network_of(theirs)) is same

"""Who answers a press does not wait for who works."""

import sys
from collections.abc import Iterator

import pytest

from bot.listening import TURN_S, ListenerThreads


@pytest.fixture
def as_it_was() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("as_it_was")
def test_a_busy_thread_gives_way_at_once() -> None:
    ListenerThreads()
    assert sys.getswitchinterval() == pytest.approx(TURN_S)

"""A Slack with one channel."""

from collections.abc import Iterator

import pytest

from tests.doubles.slack import Channel as Room
from tests.doubles.slack import SlackDouble


@pytest.fixture
def slack() -> Iterator[SlackDouble]:
    with SlackDouble() as double:
        yield double
        double.assert_clean()


@pytest.fixture
def room(slack: SlackDouble) -> Room:
    return slack.add_channel("bm", [slack.add_person("anna")])

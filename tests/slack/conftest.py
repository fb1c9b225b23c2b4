"""A Slack with one channel."""

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from bot.records.chat import Channel
from bot.slack.outbox.chat import SlackChat
from bot.texts import texts
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


@pytest.fixture(params=["nl", "en"])
def chat(request: pytest.FixtureRequest, slack: SlackDouble, room: Room) -> SlackChat:
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    return SlackChat(client, dict.fromkeys(Channel, room.id), texts(request.param))

"""What was learnt of Slack since: each fact is a rule of the double, so that a story meets it."""

import json
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient
from websockets.sync.client import connect

from tests.doubles.slack import Channel, Person, SlackDouble, bench
from tests.doubles.slack.bench import ScriptedApp, actions, button, client_of, post, posted, refusal, section

slack, app, client, anna, team = bench.slack, bench.app, bench.client, bench.anna, bench.team


@pytest.mark.parametrize("in_thread", [True, False])
def test_a_whisper_leaves_the_thread_of_the_press_unless_it_names_it(
    anna: Person, team: Channel, app: ScriptedApp, client: WebClient, in_thread: bool
) -> None:
    above = posted(client, team, section())
    post(client, team.id, thread_ts=above.ts, blocks=[actions(button())])
    [under] = above.thread
    anna.presses(under, "Akkoord")
    url = WebhookClient(app.got[-1]["response_url"])
    url.send_dict({"text": "Stil", **({"thread_ts": app.got[-1]["container"]["thread_ts"]} if in_thread else {})})
    [whisper] = anna.ephemerals(team)
    assert whisper.thread_ts == (above.ts if in_thread else None)


def test_a_member_of_a_shared_channel_may_be_unknown(client: WebClient, team: Channel) -> None:
    team.members.append("U0ELSEWHERE")
    assert "U0ELSEWHERE" in client.conversations_members(channel=team.id)["members"]
    assert "user_not_found" in refusal(lambda: client.users_info(user="U0ELSEWHERE"))


def test_a_page_holds_less_than_a_thousand(client: WebClient, team: Channel) -> None:
    assert client.conversations_members(channel=team.id, limit=999)["ok"]
    assert "invalid_limit" in refusal(lambda: client.conversations_members(channel=team.id, limit=1000))


def test_a_method_takes_about_a_hundred_calls_a_minute(slack: SlackDouble, client: WebClient, team: Channel) -> None:
    slack.rate_limits = True
    for _ in range(100):
        client.conversations_members(channel=team.id)
    assert "ratelimited" in refusal(lambda: client.conversations_members(channel=team.id))


def test_sockets_are_asked_for_once_a_minute(slack: SlackDouble) -> None:
    opening = client_of(slack, slack.app_token)
    slack.rate_limits = True
    ask: Any = lambda: opening.apps_connections_open(app_token=slack.app_token)  # noqa: E731
    assert ask()["ok"]
    assert "ratelimited" in refusal(ask)
    slack.clock.advance(60)
    assert ask()["ok"]


def test_a_deaf_socket_stays_open_and_answers_no_ping(slack: SlackDouble) -> None:
    url = client_of(slack, slack.app_token).apps_connections_open(app_token=slack.app_token)["url"]
    with connect(str(url)) as one:
        assert json.loads(one.recv())["type"] == "hello"
        assert one.ping().wait(1)
        slack.deafen_sockets()
        assert not one.ping().wait(0.2)
        with pytest.raises(TimeoutError):
            one.recv(timeout=0.1)


def test_a_locked_thread_says_nothing_about_its_channel(client: WebClient, team: Channel) -> None:
    above = posted(client, team, section())
    above.thread_locked = True
    answer: Any = lambda: post(client, team.id, thread_ts=above.ts)  # noqa: E731
    assert "restricted_action_thread_locked" in refusal(answer)
    assert post(client, team.id)


def test_what_an_administrator_deletes_is_told_and_gone(
    slack: SlackDouble, client: WebClient, team: Channel, app: ScriptedApp
) -> None:
    above = posted(client, team, section())
    slack.removes(above)
    told = app.got[-1]["event"]
    assert (told["subtype"], told["deleted_ts"], told["previous_message"]["ts"]) == (
        "message_deleted",
        above.ts,
        above.ts,
    )
    assert "message_not_found" in refusal(lambda: client.chat_update(channel=team.id, ts=above.ts, text="a"))
    assert "thread_not_found" in refusal(lambda: post(client, team.id, thread_ts=above.ts))


def test_an_action_of_an_older_version_that_nobody_answers_is_a_missed_acknowledgement(
    slack: SlackDouble, client: WebClient, anna: Person, team: Channel, app: ScriptedApp
) -> None:
    app.status = 404
    anna.presses(posted(client, team, actions(button())), "Akkoord")
    assert [missed.what for missed in slack.missed_acks] == ["block_actions"]


@pytest.mark.parametrize("status", [200, 401])
def test_an_address_is_looked_at_without_a_signature(slack: SlackDouble, app: ScriptedApp, status: int) -> None:
    app.status = status
    assert slack.checks_ssl() == status
    assert "x-slack-signature" not in {name.lower() for name in app.headers[-1]}

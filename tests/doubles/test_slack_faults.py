"""Trouble: outages, lost answers, rate limits, sockets that come and go."""

import json
import logging
import urllib.error
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import RemoteDisconnected
from threading import Thread
from typing import Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests.doubles.slack import Channel, SlackDouble, bench
from tests.doubles.slack.bench import client_of, hang_up, modal, refusal, settle

patient_slack, slack, app, client, anna, team = (
    bench.patient_slack,
    bench.slack,
    bench.app,
    bench.client,
    bench.anna,
    bench.team,
)


def post(client: WebClient, channel: Channel) -> Any:
    return client.chat_postMessage(channel=channel.id, text="Hallo")


def status_of(client: WebClient, channel: Channel) -> tuple[int, str | None]:
    with pytest.raises(SlackApiError) as caught:
        post(client, channel)
    response: Any = caught.value.response
    return response.status_code, response.headers.get("Retry-After")


def test_a_rate_limit_on_demand_strikes_once(slack: SlackDouble, client: WebClient, team: Channel) -> None:
    slack.fail_next("chat.postMessage", "rate_limited", retry_after=7)
    assert status_of(client, team) == (429, "7")
    assert team.messages == []
    assert post(client, team)["ok"]
    slack.assert_clean()


def test_a_server_error_stores_nothing(slack: SlackDouble, client: WebClient, team: Channel) -> None:
    slack.fail_next("chat.postMessage", "server_error", times=2)
    assert [status_of(client, team)[0] for _ in range(2)] == [500, 500]
    assert team.messages == []
    assert [call.error for call in slack.calls] == ["server_error", "server_error"]


@pytest.mark.parametrize(("kind", "stored"), [("dropped", 0), ("lost_answer", 1)])
def test_a_lost_connection_may_have_stored_the_message(
    slack: SlackDouble, client: WebClient, team: Channel, kind: Any, stored: int
) -> None:
    slack.fail_next("chat.postMessage", kind)
    with pytest.raises((RemoteDisconnected, urllib.error.URLError)):
        post(client, team)
    assert len(team.messages) == stored


def test_during_an_outage_nothing_answers(slack: SlackDouble, client: WebClient, team: Channel) -> None:
    slack.down = True
    assert slack.down
    assert status_of(client, team)[0] == 503
    slack.down = False
    assert post(client, team)["ok"]


def test_posts_are_limited_per_channel(slack: SlackDouble, client: WebClient, team: Channel) -> None:
    post(client, team)
    post(client, team)
    slack.rate_limits = True
    assert slack.rate_limits
    post(client, team)
    assert status_of(client, team) == (429, "1")
    post(client, slack.add_channel("elders"))
    slack.clock.advance(1)
    post(client, team)
    slack.assert_clean()


def test_other_methods_are_limited_per_minute(slack: SlackDouble, client: WebClient) -> None:
    group = slack.add_group("wijkagenten", [])
    slack.rate_limits = True
    for _ in range(20):
        client.usergroups_users_list(usergroup=group)
    assert "ratelimited" in refusal(lambda: client.usergroups_users_list(usergroup=group))
    slack.clock.advance(60)
    assert client.usergroups_users_list(usergroup=group)["ok"]


def test_a_fault_of_the_double_itself_is_visible(slack: SlackDouble, client: WebClient) -> None:
    with pytest.raises(SlackApiError):
        client.api_call("files.completeUploadExternal", json={"files": 5})
    assert slack.refused[-1].error == "fatal_error"


def address(slack: SlackDouble) -> str:
    """A socket address with its ticket."""
    answer = client_of(slack, slack.app_token).apps_connections_open(app_token=slack.app_token)
    return str(answer["url"])


@contextmanager
def sockets(slack: SlackDouble, count: int) -> Iterator[list[ClientConnection]]:
    """So many connected sockets that never acknowledge anything by themselves."""
    with ExitStack() as stack:
        opened = [stack.enter_context(connect(address(slack))) for _ in range(count)]
        assert [json.loads(one.recv())["type"] for one in opened] == ["hello"] * count
        slack.wait_for(lambda: slack.sockets == count)
        yield opened


def next_of(one: ClientConnection) -> Any:
    return json.loads(one.recv(timeout=1))


def test_each_payload_goes_to_one_of_the_sockets(slack: SlackDouble) -> None:
    anna = slack.add_person("anna")
    with sockets(slack, 3) as opened:
        for _ in opened:
            anna.shortcut("nieuw")
        envelopes = [next_of(one) for one in opened]
    assert len({envelope["envelope_id"] for envelope in envelopes}) == 3
    assert envelopes[0]["accepts_response_payload"] is True
    assert [miss.reason for miss in slack.missed_acks] == ["operation_timeout"] * 3


def test_an_envelope_comes_again_under_the_same_id(slack: SlackDouble) -> None:
    anna = slack.add_person("anna")
    with sockets(slack, 1) as [one]:
        anna.opens_home()
        slack.redeliver()
        first, second = next_of(one), next_of(one)
    assert first["envelope_id"] == second["envelope_id"]
    assert first["payload"]["event_id"] == second["payload"]["event_id"]
    assert (first["retry_attempt"], second["retry_attempt"]) == (0, 1)
    assert first["accepts_response_payload"] is False


def test_an_address_opens_one_socket(slack: SlackDouble) -> None:
    url = address(slack)
    with connect(url), pytest.raises(InvalidStatus), connect(url):
        pass


def test_ten_sockets_is_the_most(slack: SlackDouble) -> None:
    with sockets(slack, 10), pytest.raises(InvalidStatus), connect(address(slack)):
        pass


def test_an_event_takes_no_answer(slack: SlackDouble) -> None:
    with sockets(slack, 1) as [one]:
        answer = Thread(target=lambda: one.send(json.dumps({**next_of(one), "payload": {"text": "a"}})))
        answer.start()
        assert slack.send_event({"type": "tokens_revoked"}).reason == "an event takes no response payload"
        answer.join()


def test_a_socket_asked_to_reconnect_gets_nothing_more(slack: SlackDouble) -> None:
    anna = slack.add_person("anna")
    with sockets(slack, 1) as [one]:
        slack.ask_to_reconnect("warning")
        assert next_of(one) == {"type": "disconnect", "reason": "warning"}
        assert anna.shortcut("nieuw").reason == "no socket is connected"


def test_a_cut_socket_hears_nothing_more(slack: SlackDouble) -> None:
    with sockets(slack, 2) as opened:
        slack.drop_sockets()
        for one in opened:
            with pytest.raises(ConnectionClosedError):
                one.recv(timeout=1)
        assert slack.sockets == 0


def test_a_bolt_app_comes_back_when_asked(patient_slack: SlackDouble) -> None:
    slack = patient_slack
    logging.getLogger("slack_bolt").setLevel(logging.CRITICAL)
    client = client_of(slack)
    app = App(client=client, signing_secret=slack.signing_secret)

    @app.shortcut("nieuw")
    def show(ack: Any, body: dict[str, Any], client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=modal())

    handler: Any = SocketModeHandler(app, slack.app_token)
    handler.client.web_client.base_url = slack.api_url
    handler.connect()
    settle(slack, handler)
    before = handler.client.current_session
    slack.ask_to_reconnect()
    slack.wait_for(lambda: handler.client.current_session is not before)
    settle(slack, handler)
    anna = slack.add_person("anna")
    assert anna.shortcut("nieuw").acked
    slack.wait_for(lambda: anna.modal)
    hang_up(slack, handler)

"""Ways to the application and back: events, signatures, redelivery, late acknowledgements, response URLs."""

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier
from slack_sdk.webhook import WebhookClient

from tests.doubles.slack import Channel, Message, Person, SlackDouble, bench
from tests.doubles.slack.bench import ScriptedApp, actions, button, posted, section

slack, app, client, anna, team = bench.slack, bench.app, bench.client, bench.anna, bench.team


def pressed_url(anna: Person, team: Channel, app: ScriptedApp, client: WebClient) -> tuple[Message, WebhookClient]:
    message = posted(client, team, actions(button()))
    anna.presses(message, "Akkoord")
    return message, WebhookClient(app.got[-1]["response_url"])


def test_a_response_url_says_replaces_and_deletes(
    anna: Person, team: Channel, app: ScriptedApp, client: WebClient
) -> None:
    message, url = pressed_url(anna, team, app, client)
    url.send(text="Stil")
    url.send(text="Hardop", response_type="in_channel")
    url.send(text="Nieuw", replace_original=True)
    assert [item.text for item in anna.ephemerals(team)] == ["Stil"]
    assert [item.text for item in team.messages] == ["Nieuw", "Hardop"]
    url.send(delete_original=True)
    assert [item.text for item in team.messages] == ["Hardop"]
    with pytest.raises(AssertionError, match="deleted"):
        anna.presses(message, "Akkoord")
    assert url.send(text="a", replace_original=True).status_code == 404


def test_a_response_url_works_five_times(
    slack: SlackDouble, anna: Person, team: Channel, app: ScriptedApp, client: WebClient
) -> None:
    _, url = pressed_url(anna, team, app, client)
    assert [url.send(text="a").status_code for _ in range(6)] == [200] * 5 + [404]
    assert slack.refused[-1].error == "used_url"


def test_a_response_url_lives_half_an_hour(
    slack: SlackDouble, anna: Person, team: Channel, app: ScriptedApp, client: WebClient
) -> None:
    _, url = pressed_url(anna, team, app, client)
    slack.clock.advance(1799)
    assert url.send(text="a").status_code == 200
    slack.clock.advance(2)
    assert url.send(text="a").status_code == 404
    assert slack.refused[-1].error == "expired_url"
    assert WebhookClient(f"{url.url}x").send(text="a").status_code == 404


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "a", "blocks": [section("")]}, "invalid_blocks"),
        ({"text": "a", "metadata": {}}, "invalid_metadata_schema"),
        ({"text": "a", "thread_ts": "1.0"}, "thread_not_found"),
    ],
)
def test_a_response_url_is_as_strict_as_the_api(
    slack: SlackDouble, anna: Person, team: Channel, app: ScriptedApp, client: WebClient, body: Any, error: str
) -> None:
    _, url = pressed_url(anna, team, app, client)
    assert url.send_dict(body).status_code == 404
    assert slack.refused[-1].error == error


EVENTS = [("public", "message.channels", "channel"), ("private", "message.groups", "group")]


@pytest.mark.parametrize(("kind", "event", "channel_type"), EVENTS)
def test_what_people_say_arrives_when_subscribed(
    slack: SlackDouble, anna: Person, app: ScriptedApp, kind: str, event: str, channel_type: str
) -> None:
    channel = slack.add_channel("wijkteam", [anna], private=kind == "private")
    message = anna.says(channel, "Goedemorgen")
    got = app.got[-1]["event"]
    assert (got["type"], got["text"], got["channel_type"]) == ("message", "Goedemorgen", channel_type)
    assert (got["ts"], got["channel"], got["user"]) == (message.ts, channel.id, anna.id)
    anna.says(channel, "Antwoord", thread=message)
    assert app.got[-1]["event"]["thread_ts"] == message.ts
    with SlackDouble(events=()) as deaf:
        bas = deaf.add_person("bas")
        bas.says(deaf.add_channel("wijkteam", [bas]), "Niemand luistert")


def test_events_need_scope_membership_and_a_mention(slack: SlackDouble, anna: Person, app: ScriptedApp) -> None:
    anna.says(slack.add_channel("elders", [anna], bot=False), "Hallo")
    assert app.got == []
    anna.says(slack.add_channel("hier", [anna]), f"<@{slack.bot_user_id}> help")
    assert [got["event"]["type"] for got in app.got] == ["message", "app_mention"]
    anna.says(anna.direct_messages, "Hallo")
    assert app.got[-1]["event"]["channel_type"] == "im"
    with SlackDouble(scopes={"channels:read"}) as bare:
        bas = bare.add_person("bas")
        bas.says(bare.add_channel("wijkteam", [bas]), "Zonder scope")
        bare.assert_clean()


def test_any_event_can_be_sent(slack: SlackDouble, app: ScriptedApp) -> None:
    assert slack.send_event({"type": "tokens_revoked"}).on_time
    assert app.got[-1]["event"]["type"] == "tokens_revoked"


def test_without_an_application_nothing_can_be_done(slack: SlackDouble) -> None:
    with pytest.raises(AssertionError, match="no application"):
        slack.add_person("anna").shortcut("nieuw")


def test_requests_are_signed(slack: SlackDouble, anna: Person, app: ScriptedApp) -> None:
    anna.opens_home()
    headers = app.headers[-1]
    assert headers["x-slack-signature"].startswith("v0=")
    verifier = SignatureVerifier(slack.signing_secret)
    assert verifier.is_valid_request(b"{}", slack.sign(b"{}"))
    assert not verifier.is_valid_request(b"{}", slack.sign(b"{}", timestamp=1))


def test_an_event_comes_again_under_the_same_id(slack: SlackDouble, anna: Person, app: ScriptedApp) -> None:
    anna.opens_home()
    slack.redeliver()
    slack.redeliver()
    assert len({got["event_id"] for got in app.got}) == 1
    assert [headers.get("x-slack-retry-num") for headers in app.headers] == [None, "1", "2"]
    anna.opens_home()
    assert len({got["event_id"] for got in app.got}) == 2


def test_a_late_acknowledgement_is_written_down(
    slack: SlackDouble, anna: Person, team: Channel, app: ScriptedApp
) -> None:
    app.delay = 0.5
    outcome = anna.command("/burgernetmail", "", team)
    assert (outcome.acked, outcome.reason) == (False, "operation_timeout")
    assert [(miss.what, miss.reason) for miss in slack.missed_acks] == [("/burgernetmail", "operation_timeout")]
    with pytest.raises(AssertionError, match="operation_timeout"):
        slack.assert_clean()


def test_a_refusal_or_nobody_at_home_is_no_acknowledgement(slack: SlackDouble, anna: Person, app: ScriptedApp) -> None:
    app.status = 404
    assert anna.shortcut("nieuw").reason == "http status 404"
    slack.http_target = "http://127.0.0.1:9/slack/events"
    assert "not reachable" in anna.shortcut("nieuw").reason
    assert len(slack.missed_acks) == 2

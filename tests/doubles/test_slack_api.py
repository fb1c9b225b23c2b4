"""The Web API: tokens, scopes, membership, messages, reading, people, files."""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest
from slack_sdk import WebClient

from tests.doubles.slack import ALL_SCOPES, Channel, Clock, Person, SlackDouble, bench
from tests.doubles.slack.bench import Json, client_of, home, modal, post, refusal

slack, app, client, anna, team = bench.slack, bench.app, bench.client, bench.anna, bench.team


def test_auth_test_names_the_bot_and_its_scopes(slack: SlackDouble, client: WebClient) -> None:
    answer = client.auth_test()
    assert (answer["user_id"], answer["team_id"]) == (slack.bot_user_id, slack.team_id)
    assert set(answer.headers["x-oauth-scopes"].split(",")) == ALL_SCOPES


def test_tokens_must_fit_the_method(slack: SlackDouble) -> None:
    bot, app = client_of(slack), client_of(slack, slack.app_token)
    assert app.apps_connections_open(app_token=slack.app_token)["url"].startswith("ws://")
    assert "not_allowed_token_type" in refusal(lambda: bot.apps_connections_open(app_token=slack.bot_token))
    assert "not_allowed_token_type" in refusal(app.auth_test)
    assert "invalid_auth" in refusal(client_of(slack, "xoxb-other").auth_test)
    nobody = WebClient(base_url=slack.api_url, retry_handlers=[])
    assert "not_authed" in refusal(nobody.auth_test)


def test_a_method_or_argument_slack_does_not_know(slack: SlackDouble, client: WebClient, team: Channel) -> None:
    assert "unknown_method" in refusal(lambda: client.api_call("chat.shout"))
    assert "unknown argument: volume" in refusal(lambda: post(client, team.id, volume=11))
    assert "missing required field: channel" in refusal(lambda: client.api_call("chat.postMessage"))
    assert "team_not_found" in refusal(lambda: client.auth_test(team_id="T9"))
    assert [item.error for item in slack.refused] == [
        "unknown_method",
        "invalid_arguments",
        "invalid_arguments",
        "team_not_found",
    ]
    with pytest.raises(AssertionError, match="unknown argument: volume"):
        slack.assert_clean()


SCOPED: dict[str, Callable[[WebClient, str], object]] = {
    "chat:write": post,
    "channels:read": lambda client, channel: client.conversations_info(channel=channel),
    "channels:history": lambda client, channel: client.conversations_history(channel=channel),
    "users:read": lambda client, channel: client.users_info(user="U1"),
    "usergroups:read": lambda client, channel: client.usergroups_users_list(usergroup="S1"),
    "im:write": lambda client, channel: client.conversations_open(users="U1"),
    "files:write": lambda client, channel: client.files_getUploadURLExternal(filename="a.txt", length=1),
}


@pytest.mark.parametrize("scope", SCOPED)
def test_a_method_needs_its_scope(scope: str) -> None:
    with SlackDouble(scopes=ALL_SCOPES - {scope}) as slack:
        channel = slack.add_channel("wijkteam")
        assert "missing_scope" in refusal(lambda: SCOPED[scope](client_of(slack), channel.id))


def test_a_private_channel_needs_the_scope_of_private_channels() -> None:
    with SlackDouble(scopes={"channels:read"}) as slack:
        channel = slack.add_channel("recherche", private=True)
        assert "missing_scope" in refusal(lambda: client_of(slack).conversations_info(channel=channel.id))


def test_views_need_no_scope() -> None:
    with SlackDouble(scopes=()) as slack:
        anna = slack.add_person("anna")
        assert client_of(slack).views_publish(user_id=anna.id, view=home())["ok"]


def test_the_bot_must_be_in_the_channel(slack: SlackDouble, client: WebClient, anna: Person) -> None:
    public = slack.add_channel("elders", [anna], bot=False)
    private = slack.add_channel("geheim", [anna], bot=False, private=True)
    assert "not_in_channel" in refusal(lambda: post(client, public.id))
    assert "not_in_channel" in refusal(lambda: client.conversations_history(channel=public.id))
    assert client.conversations_info(channel=public.id)["channel"]["is_member"] is False
    assert "channel_not_found" in refusal(lambda: post(client, private.id))
    assert "channel_not_found" in refusal(lambda: client.conversations_info(channel=private.id))
    assert "channel_not_found" in refusal(lambda: post(client, "#elders"))


def test_an_archived_channel_is_read_only(client: WebClient, team: Channel) -> None:
    ts = post(client, team.id)
    team.archived = True
    assert "is_archived" in refusal(lambda: post(client, team.id))
    assert client.conversations_history(channel=team.id)["messages"][0]["ts"] == ts


def test_blocks_may_be_json_in_a_form(client: WebClient, team: Channel) -> None:
    form = {"channel": team.id, "text": "a", "blocks": '[{"type": "divider"}]'}
    assert client.api_call("chat.postMessage", params=form)["message"]["blocks"][0]["type"] == "divider"
    broken = {**form, "blocks": "[{"}
    assert "invalid_blocks_format" in refusal(lambda: client.api_call("chat.postMessage", params=broken))


def test_a_form_method_does_not_read_json(client: WebClient, team: Channel) -> None:
    args = {"channel": team.id}
    assert client.api_call("conversations.info", params=args)["ok"]
    assert "missing required field" in refusal(lambda: client.api_call("conversations.info", json=args))


@pytest.mark.parametrize("flag", ["is_restricted", "is_ultra_restricted", "is_stranger", "is_bot", "deleted"])
def test_users_info_shows_who_may_not_take_part(slack: SlackDouble, client: WebClient, flag: str) -> None:
    guest = slack.add_person("gast", "Gast", **{flag: True})
    assert client.users_info(user=guest.id)["user"][flag] is True


def test_users_info_shows_the_organisation_and_the_person(slack: SlackDouble, client: WebClient, anna: Person) -> None:
    stranger = client.users_info(user=slack.add_person("vreemde", team_id="T9").id)["user"]
    assert (stranger["team_id"], stranger["is_stranger"]) == ("T9", False)
    user = client.users_info(user=anna.id, include_locale=True)["user"]
    assert (user["locale"], user["tz"], user["profile"]["email"]) == (
        "nl-NL",
        "Europe/Amsterdam",
        "anna@politie.example",
    )
    assert "locale" not in client.users_info(user=anna.id)["user"]
    assert "user_not_found" in refusal(lambda: client.users_info(user="U404"))


def test_an_address_needs_its_own_scope() -> None:
    with SlackDouble(scopes={"users:read"}) as slack:
        anna = slack.add_person("anna", email="anna@politie.example")
        assert "email" not in client_of(slack).users_info(user=anna.id)["user"]["profile"]


def test_groups_and_direct_messages(slack: SlackDouble, client: WebClient, anna: Person) -> None:
    group = slack.add_group("wijkagenten", [anna])
    assert client.usergroups_users_list(usergroup=group)["users"] == [anna.id]
    assert "no_such_subteam" in refusal(lambda: client.usergroups_users_list(usergroup="S404"))
    channel_id = client.conversations_open(users=anna.id)["channel"]["id"]
    post(client, anna.id, "Via uw id")
    assert channel_id == anna.direct_messages.id
    assert [message.text for message in anna.sees(anna.direct_messages)] == ["Via uw id"]
    assert "user_not_found" in refusal(lambda: client.conversations_open(users="U404"))
    assert "missing_scope" in refusal(lambda: client.conversations_open(users=[anna.id, slack.bot_user_id]))


def test_a_picture_is_uploaded_and_shared(slack: SlackDouble, client: WebClient, team: Channel) -> None:
    parent = post(client, team.id)
    client.files_upload_v2(
        content=b"png", filename="kaart.png", alt_txt="Kaart van de wijk", channel=team.id, thread_ts=parent
    )
    shared = slack.wait_for(lambda: team.messages[0].thread)[0]
    assert shared.plain().endswith("[Kaart van de wijk]")
    picture = {"type": "image", "slack_file": {"id": shared.files[0]["id"]}, "alt_text": "Kaart"}
    post(client, team.id, blocks=[picture])
    unknown = {**picture, "slack_file": {"id": "F404"}}
    assert "invalid slack file: F404" in refusal(lambda: post(client, team.id, blocks=[unknown]))
    assert "invalid slack file" in refusal(
        lambda: client.views_publish(user_id=slack.add_person("bas").id, view=home(unknown))
    )


def test_sharing_comes_after_the_answer(client: WebClient, slack: SlackDouble, team: Channel) -> None:
    client.files_upload_v2(content=b"abc", filename="lijst.txt", channel=team.id)
    assert team.messages == []
    slack.wait_for(lambda: team.messages)


def upload(url: str, content: bytes) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, content)) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_what_an_upload_must_be(slack: SlackDouble, client: WebClient, team: Channel) -> None:
    nameless: Json = {"filename": "kaart.png", "length": 3}
    assert "needs alt_txt" in refusal(lambda: client.files_getUploadURLExternal(**nameless))
    assert "length" in refusal(lambda: client.files_getUploadURLExternal(filename="a.txt", length=0))
    ticket = client.files_getUploadURLExternal(filename="a.txt", length=3)
    files = [{"id": ticket["file_id"], "title": "Lijst"}]
    assert "file_not_found" in refusal(lambda: client.files_completeUploadExternal(files=files))
    assert upload(ticket["upload_url"], b"four") == 404
    assert upload(ticket["upload_url"], b"abc") == 200
    assert upload(ticket["upload_url"], b"abc") == 404
    assert upload(f"{ticket['upload_url']}x", b"abc") == 404
    elsewhere = slack.add_channel("elders", bot=False)
    wrong: Json = {"files": files, "channel_id": elsewhere.id}
    assert "not_in_channel" in refusal(lambda: client.files_completeUploadExternal(**wrong))
    assert client.files_completeUploadExternal(files=files)["files"][0]["name"] == "Lijst"
    assert "file_not_found" in refusal(lambda: client.files_completeUploadExternal(files=files))
    assert "at least one file" in refusal(lambda: client.files_completeUploadExternal(files=[]))
    assert "length_mismatch" in [item.error for item in slack.refused]


def test_timestamps_differ_on_a_clock_that_stands_still() -> None:
    clock = Clock(wall=lambda: 1_700_000_000.0)
    stamps = [clock.stamp() for _ in range(100)]
    assert stamps == sorted(set(stamps))
    clock.advance(60)
    assert clock.now() == 1_700_000_060.0
    assert clock.steady() <= time.monotonic()


BODIES = [
    (b"{", "application/json", "invalid_json"),
    (b"[]", "application/json", "json_not_object"),
    (b"a", "text/plain", "invalid_post_type"),
    (b'{"channel": 5}', "application/json", "invalid_arguments"),
    (b'{"channel": "C1", "text": 5}', "application/json", "channel_not_found"),
]


@pytest.mark.parametrize(("body", "kind", "error"), BODIES)
def test_a_body_must_be_what_it_says(slack: SlackDouble, body: bytes, kind: str, error: str) -> None:
    headers = {"Content-Type": kind, "Authorization": f"Bearer {slack.bot_token}"}
    request = urllib.request.Request(f"{slack.api_url}chat.postMessage", body, headers)
    with urllib.request.urlopen(request) as response:
        assert json.loads(response.read())["error"] == error


def test_an_argument_must_have_its_type(client: WebClient, team: Channel) -> None:
    assert "limit must be a number" in refusal(
        lambda: client.api_call("conversations.history", params={"channel": team.id, "limit": "veel"})
    )


def test_unknown_pages_are_not_found(slack: SlackDouble) -> None:
    assert upload(slack.api_url.replace("/api/", "/elsewhere"), b"{}") == 404


def test_a_modal_needs_somebody_who_acted(client: WebClient) -> None:
    assert "invalid_trigger_id" in refusal(lambda: client.views_open(trigger_id="1.2.x", view=modal()))

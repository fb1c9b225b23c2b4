"""What lies in wait in a real Slack: links by themselves, pictures that are not ready, events that come again."""

from typing import Any
from urllib.error import HTTPError

import pytest
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from tests.doubles.slack import ALL_SCOPES, Channel, Person, SlackDouble, bench
from tests.doubles.slack.bench import (
    ScriptedApp,
    actions,
    button,
    client_of,
    home,
    post,
    posted,
    refusal,
    section,
)

slack, app, client, anna, team = bench.slack, bench.app, bench.client, bench.anna, bench.team

LINKED = ["evil.example", "https://x", "noor@example.nl", "zie #algemeen", "@here", "foto.jpg.evil.example"]
NOT_LINKED = ["BM-2026-0001", "14:30, 3.200 m", "klaar.Nee?", "<https://x.example|zie>", "a#b", "anna @ thuis", "e. v."]


def mrkdwn(words: str, **more: object) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": words, **more}}


@pytest.mark.parametrize("words", LINKED)
def test_words_that_slack_makes_a_link_of_are_refused(
    client: WebClient, team: Channel, anna: Person, words: str
) -> None:
    assert "auto_linked" in refusal(lambda: post(client, team.id, words))
    assert "auto_linked" in refusal(lambda: post(client, team.id, blocks=[mrkdwn(words)]))
    assert "auto_linked" in refusal(lambda: client.views_publish(user_id=anna.id, view=home(mrkdwn(words))))
    post(client, team.id, blocks=[mrkdwn(words, verbatim=True), section(words)])
    assert words in team.messages[-1].plain()


@pytest.mark.parametrize("words", NOT_LINKED[:2] + NOT_LINKED[3:])
def test_other_words_are_left_alone(client: WebClient, team: Channel, words: str) -> None:
    post(client, team.id, words)


def test_verbatim_keeps_what_stands_in_angle_brackets(client: WebClient, team: Channel, anna: Person) -> None:
    message = posted(client, team, mrkdwn(f"{anna.mention}: <https://x.example|zie>", verbatim=True))
    assert message.mentions == [f"@{anna.id}"]
    assert message.plain() == "@Anna de Vries: zie"


def uploaded(client: WebClient) -> dict[str, Any]:
    answer = client.files_upload_v2(content=b"png", filename="kaart.png", alt_txt="Kaart")
    return {"type": "image", "slack_file": {"id": answer["file"]["id"]}, "alt_text": "Kaart"}


def test_a_picture_is_processed_before_it_can_be_shown(slack: SlackDouble, client: WebClient, team: Channel) -> None:
    slack.picture_seconds = 30
    picture = uploaded(client)
    assert "invalid slack file" in refusal(lambda: posted(client, team, picture))
    slack.clock.advance(31)
    assert "[Kaart]" in posted(client, team, picture).plain()
    assert slack.picture_seconds == 30


def test_a_picture_by_its_file_needs_the_scope_to_read_files() -> None:
    with SlackDouble(scopes=ALL_SCOPES - {"files:read"}) as slack:
        client, team = client_of(slack), slack.add_channel("wijkteam")
        picture = uploaded(client)
        assert "missing_scope" in refusal(lambda: posted(client, team, picture))


def test_what_can_no_longer_be_changed(client: WebClient, team: Channel) -> None:
    message = posted(client, team, section("Oud"))
    message.edit_window_closed = True
    assert "edit_window_closed" in refusal(lambda: client.chat_update(channel=team.id, ts=message.ts, text="Nieuw"))
    assert message.plain() == "Oud"


@pytest.mark.parametrize(("kind", "told"), [("server_error", 0), ("rate_limited", 0), ("lost_answer", 1)])
def test_a_response_url_goes_wrong_on_demand(
    slack: SlackDouble, anna: Person, team: Channel, app: ScriptedApp, client: WebClient, kind: Any, told: int
) -> None:
    anna.presses(posted(client, team, actions(button())), "Akkoord")
    url = WebhookClient(app.got[-1]["response_url"], retry_handlers=[])
    slack.fail_next("response_url", kind)
    if kind == "lost_answer":
        with pytest.raises(OSError):
            url.send(text="a")
    else:
        assert url.send(text="a").status_code in {429, 500}
    assert len(anna.ephemerals(team)) == told
    assert url.send(text="b").status_code == 200
    slack.assert_clean()


def test_an_upload_goes_wrong_on_demand(slack: SlackDouble, client: WebClient) -> None:
    slack.fail_next("upload", "server_error")
    with pytest.raises(HTTPError) as caught:
        uploaded(client)
    caught.value.close()
    uploaded(client)


def test_only_what_exists_can_fail(slack: SlackDouble) -> None:
    with pytest.raises(AssertionError, match=r"'chat\.postMesage'"):
        slack.fail_next("chat.postMesage", "dropped")


def test_people_find_only_what_the_manifest_declares(app: ScriptedApp) -> None:
    with SlackDouble(declared=("/burgernetmail", "nieuw")) as slack:
        slack.http_target = "http://127.0.0.1:9/"
        anna = slack.add_person("anna")
        team = slack.add_channel("wijkteam", [anna])
        anna.command("/burgernetmail", "", team)
        anna.shortcut("nieuw")
        with pytest.raises(AssertionError, match="not in the manifest"):
            anna.command("/anders", "", team)
        with pytest.raises(AssertionError, match="not in the manifest"):
            anna.shortcut("anders")
    with SlackDouble(scopes=ALL_SCOPES - {"commands"}) as bare, pytest.raises(AssertionError, match="lacks the scope"):
        bare.add_person("bas").shortcut("nieuw")


def times(app: ScriptedApp) -> list[str | None]:
    return [headers.get("x-slack-retry-num") for headers in app.headers]


def test_an_event_that_is_not_acknowledged_comes_three_times_again(
    slack: SlackDouble, anna: Person, app: ScriptedApp
) -> None:
    slack.redelivers = True
    assert slack.redelivers
    app.status = 500
    anna.opens_home()
    assert times(app) == [None, "1"]
    for seconds, expected in ((59, 2), (2, 3), (298, 3), (3, 4), (900, 4)):
        slack.clock.advance(seconds)
        slack.redeliver_due()
        assert len(app.got) == expected
    assert len({got["event_id"] for got in app.got}) == 1


def test_an_acknowledgement_ends_it_and_a_press_never_comes_again(
    slack: SlackDouble, anna: Person, app: ScriptedApp
) -> None:
    slack.redelivers = True
    app.status = 500
    anna.shortcut("nieuw")
    anna.opens_home()
    app.status = 200
    for _ in range(3):
        slack.clock.advance(400)
        slack.redeliver_due()
    assert times(app) == [None, None, "1", "2"]

"""What the practice workspace does otherwise than Slack is put right, for the demo only."""

import json
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.practice.quirks import PracticeAck, PracticeClient, fill_in_initial_values
from tests.doubles.slack import SlackDouble

TEXT = {"type": "plain_text_input", "action_id": "a", "initial_value": "Kattenbroekstraat"}
MENU = {"type": "static_select", "action_id": "a", "initial_option": {"value": "300"}}


def submitted(element: dict[str, Any], state: dict[str, Any]) -> Any:
    body = {
        "type": "view_submission",
        "view": {"blocks": [{"type": "input", "block_id": "b", "element": element}], "state": {"values": {"b": state}}},
    }
    fill_in_initial_values(body, lambda: None)
    return body["view"]["state"]["values"]["b"]["a"]  # type: ignore[index]


def test_what_was_not_touched_has_its_initial_value_as_in_slack() -> None:
    assert submitted(TEXT, {"a": {"type": "plain_text_input", "value": None}})["value"] == "Kattenbroekstraat"
    assert submitted(MENU, {})["selected_option"] == {"value": "300"}


def test_what_was_typed_or_emptied_stays() -> None:
    assert submitted(TEXT, {"a": {"type": "plain_text_input", "value": "Dorpsstraat"}})["value"] == "Dorpsstraat"
    assert submitted(TEXT, {"a": {"type": "plain_text_input", "value": ""}})["value"] == ""


@pytest.mark.parametrize("edited", [None, "Dank u wel. ¶  ¶ Met groet,¶Politie en meer"])
def test_a_text_of_several_lines_keeps_them_when_it_is_edited(edited: str | None) -> None:
    form = {
        "type": "input",
        "block_id": "b",
        "element": {**TEXT, "initial_value": "Dank u wel.\n\nMet groet,\nPolitie"},
    }
    ack = PracticeAck({})
    [shown] = json.loads(ack(response_action="update", view={"type": "modal", "blocks": [form]}).body)["view"]["blocks"]
    assert shown["element"]["initial_value"] == "Dank u wel. ¶  ¶ Met groet, ¶ Politie"
    came_back = submitted(shown["element"], {"a": {"type": "plain_text_input", "value": edited}})["value"]
    assert came_back == "Dank u wel.\n\nMet groet,\nPolitie" + (" en meer" if edited else "")


def test_pictures_go_by_their_address_and_plain_text_keeps_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    with SlackDouble() as slack:
        channel = slack.add_channel("team")
        client = PracticeClient(slack.bot_token, base_url=slack.api_url)
        monkeypatch.setattr(client, "files_info", lambda **_: {"file": {"permalink": "http://localhost/F1/kaart.png"}})
        picture = {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "kaart"}
        lines = {"type": "section", "text": {"type": "plain_text", "text": "een\ntwee"}}
        assert client._with_addresses({"channel": channel.id, "blocks": [picture, lines]})["blocks"] == [
            {"type": "image", "alt_text": "kaart", "image_url": "/F1/kaart.png"},
            {"type": "section", "text": {"type": "mrkdwn", "text": "een\ntwee"}},
        ]


@pytest.mark.parametrize("call", ["views_open", "views_update"])
def test_a_window_shows_its_picture_and_its_lines_too(monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    shown: list[Any] = []
    monkeypatch.setattr(WebClient, call, lambda _, *, view, **__: shown.append(view))
    client = PracticeClient("xoxb-1")
    monkeypatch.setattr(client, "files_info", lambda **_: {"file": {"permalink": "http://localhost/F1/kaart.png"}})
    picture = {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "kaart"}
    lines = {"type": "section", "text": {"type": "plain_text", "text": "een\ntwee"}}
    getattr(client, call)(view={"type": "modal", "blocks": [picture, lines]})
    [view] = shown
    assert view["blocks"] == [
        {"type": "image", "alt_text": "kaart", "image_url": "/F1/kaart.png"},
        {"type": "section", "text": {"type": "mrkdwn", "text": "een\ntwee"}},
    ]


def test_a_view_that_answers_a_form_keeps_its_lines_too() -> None:
    ack = PracticeAck({})
    lines = {"type": "section", "text": {"type": "plain_text", "text": "een\ntwee"}}
    answer = ack(response_action="update", view={"type": "modal", "blocks": [lines]})
    assert '"mrkdwn"' in answer.body


def test_a_citizens_words_stay_plain_where_the_practice_workspace_would_draw_them() -> None:
    words = "een\ntwee\n\n<@U01ANNA> *vet*\n> vier\nvijf https://example.nl"
    block = {"type": "section", "text": {"type": "plain_text", "text": words}}
    ack = PracticeAck({})
    answer = ack(response_action="update", view={"type": "modal", "blocks": [block]})
    texts = [block["text"] for block in json.loads(answer.body)["view"]["blocks"]]
    assert [(text["type"], text["text"]) for text in texts] == [
        ("mrkdwn", "een\ntwee\n"),
        ("plain_text", "<@U01ANNA> *vet*"),
        ("plain_text", "> vier"),
        ("plain_text", "vijf https://example.nl"),
    ]


def test_what_is_wrong_is_named_by_its_label() -> None:
    wrong = PracticeAck({"date_from": "Begindatum"})(
        response_action="errors", errors={"date_from": "Te laat.", "x": "?"}
    )
    assert json.loads(wrong.body)["errors"] == {"Begindatum": "Te laat.", "x": "?"}

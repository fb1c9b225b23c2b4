"""What one person is shown of a citizen, and what superusers see of that: within Slack's limits, and harmless."""

import json
from dataclasses import replace

import pytest
from slack_sdk import WebClient

from bot.domain.privacy.looks import LookKind
from bot.domain.replies.replies import ReplyKind
from bot.records.pages import Page
from bot.records.privacy import LookLine
from bot.records.replies import ContactData
from bot.slack.alerts.hold_modal import build_hold
from bot.slack.privacy.looks_message import build_looks
from bot.slack.replies.look_modal import build_look, build_seen
from bot.texts import texts
from bot.workflow.privacy.access_log import MOST_LOOKERS
from bot.workflow.replies.looking import Look, Original, Seen
from storage.privacy.looks import A_PAGE
from tests.domain.samples import ALERT, NOON
from tests.doubles.slack import Channel as Room
from tests.doubles.slack import SlackDouble
from tests.slack.longest import CROWDED, HOSTILE, LONG, harmless, opened


@pytest.mark.parametrize("character", ["\N{GRINNING FACE}", "\u6797", "e", " "])
def test_an_original_of_half_a_million_characters_is_shown_as_far_as_slack_takes_it(
    slack: SlackDouble, character: str
) -> None:
    view = build_seen(texts("nl"), Seen("", Original(ReplyKind.MAIL, (character * 99 + "\n") * 5_000)), "")
    opened(slack, view)
    told = view["blocks"][0]["elements"][0]["text"]
    shown = sum(len(block["text"]["text"]) for block in view["blocks"][1:])
    assert f"U ziet de eerste {shown:,} van 500.000 tekens".replace(",", ".") in told
    assert len(json.dumps(view)) > 170_000


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_each_form_at_its_longest_fits(slack: SlackDouble, locale: str) -> None:
    _, alert = texts(locale), replace(ALERT, content=CROWDED)
    for view in (
        *(build_look(_, Look(kind, 10_054), takes=True) for kind in LookKind),
        build_seen(_, Seen(HOSTILE, Original(ReplyKind.PHONE, LONG)), ""),
        build_seen(_, Seen(HOSTILE, Original(ReplyKind.FORM, "")), ""),
        build_seen(_, Seen("", ContactData(ReplyKind.PHONE, "", "", "", "", "")), ""),
        build_hold(_, alert),
        build_hold(_, replace(alert, held_by_name=HOSTILE, held_reason=HOSTILE)),
    ):
        opened(slack, view)


def test_what_is_told_does_nothing(slack: SlackDouble, room: Room) -> None:
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    look = LookLine(
        NOON,
        "U1",
        "opened_attachment",
        "other",
        HOSTILE * 9,
        1,
        "BM-2026-10000",
        "https://x/1",
        of_lead=True,
        by_link=True,
    )
    for blocks in (
        build_seen(texts("nl"), Seen(HOSTILE, ContactData(ReplyKind.MAIL, *[HOSTILE * 9] * 5)), "")["blocks"],
        build_looks(
            texts("nl"),
            Page((replace(look, who=""),) * A_PAGE, 31, 10_054, ("1", "2")),
            "<@U0123456789> " * MOST_LOOKERS,
        )[1],
    ):
        client.chat_postMessage(channel=room.id, text="-", blocks=blocks, unfurl_links=False, unfurl_media=False)
    room.messages[1].blocks = []  # its mentions are colleagues, in what only one person sees
    harmless(room)


def test_contact_data_are_copied_as_they_are() -> None:
    data = ContactData(ReplyKind.FORM, "Noor", "noor_van_der_x@example.nl", "", "", "")
    view = build_seen(texts("nl"), Seen("", data), "")
    assert "noor_van_der_x@example.nl" in str(view)
    assert "Adres" not in str(view)
